"""The ladder: what can be held, and under which dated rules. Open to everyone: the law is public."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from certifications.models import Edition, Scheme
from registry.api import shapes
from registry.api.door import Door
from registry.api.editions import EARLIEST, head, whole


class Schemes(Door):
    """All schemes with the heads of their editions."""

    says = _("全部称号及其各版规则的概要。写明 as_of 时，只列当日施行的版本。无需密钥。")
    words = ("as_of",)
    permission_classes = [AllowAny]
    shape = shapes.Scheme

    def get(self, request: Request) -> Response:
        editions = Edition.objects.all()
        if self.asked.text("as_of"):
            editions = editions.in_force_on(self.as_of())
        found: dict[int, list[Edition]] = {}
        for edition in editions.order_by(*EARLIEST):
            found.setdefault(edition.scheme_id, []).append(edition)
        schemes = Scheme.objects.order_by("rung", "order")
        return self.answer([scheme(row, found.get(row.pk, [])) for row in schemes])


class OneScheme(Door):
    """One scheme with its editions whole."""

    says = _(
        "一个称号及其各版规则的全文：条件、评分、材料、期限、有效期、依据与核对情况。无需密钥。"
    )
    permission_classes = [AllowAny]
    shape = shapes.SchemeWithRules
    many = False

    def get(self, request: Request, code: str) -> Response:
        row = Scheme.objects.filter(code=code).first()
        if row is None:
            raise Http404
        editions = list(row.editions.order_by(*EARLIEST))
        return Response({**scheme(row, editions), "editions": [whole(each) for each in editions]})


def scheme(row: Scheme, editions: list[Edition]) -> dict[str, Any]:
    return {
        "code": row.code,
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "rung": row.rung,
        "track": row.track,
        "nature": row.nature,
        "form": row.form,
        "recognised_by": row.recognised_by,
        "recorded_by": row.recorded_by,
        "verified": row.verified,
        "editions": [head(edition) for edition in editions],
    }
