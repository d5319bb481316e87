"""The front page of the API and the answer to an address that is not there."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from registry.api.door import Door

RESOURCES = (
    "districts", "schemes", "facts", "enterprises", "certifications", "indicators", "targets",
)  # fmt: skip


class Resources(Serializer):
    resources = serializers.DictField(child=serializers.URLField())
    self_check = serializers.URLField()
    schema = serializers.URLField()
    docs = serializers.URLField()


class Index(Door):
    """What there is; open to everyone, because it tells nothing of the city."""

    says = _("接口目录：各资源的地址、OpenAPI 描述与可读文档。无需密钥。")
    permission_classes = [AllowAny]
    authentication_classes = []
    shape = Resources
    many = False

    def get(self, request: Request) -> Response:
        here = request.build_absolute_uri("/api/v1/")
        found = {name: f"{here}{name}/" for name in RESOURCES}
        beside = {"schema": f"{here}schema/", "docs": f"{here}docs/"}
        return Response({"resources": found, "self_check": f"{here}self-check/", **beside})


class Nowhere(Door):
    """Any other address."""

    schema = None
    permission_classes = [AllowAny]

    def get(self, request: Request, path: str = "") -> Response:
        raise Http404
