"""Who asks: a statistics office's machine, known by its key. Closed to everyone else."""

import hmac
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.authentication import BaseAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from enterprises.api_keys import key_hash
from enterprises.clock import today
from enterprises.models import ApiClient

SCHEME = "Api-Key"


class ApiKeyAuthentication(BaseAuthentication):
    """`Authorization: Api-Key <prefix>.<secret>`; the key must hold today."""

    def authenticate(self, request: Request) -> tuple[ApiClient, None] | None:
        scheme, _space, key = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != SCHEME.lower():
            return None
        return client_of(key.strip()), None

    def authenticate_header(self, request: Request) -> str:
        return SCHEME


class KnownClient(BasePermission):
    """Only clients with a valid key; the refusal says how to come by one."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if isinstance(request.user, ApiClient):
            return True
        raise exceptions.NotAuthenticated(
            _(
                "请求须带密钥：Authorization: Api-Key <密钥>。"
                "统计机构请向市科技局规划处申请，由系统管理员登记后发放。"
            )
        )


class ClientThrottle(SimpleRateThrottle):
    """So many requests a minute for each client; an address where there is no key."""

    scope = "client"
    rate = "600/min"

    def get_cache_key(self, request: Request, view: Any) -> str:
        asking = request.user
        ident = f"key-{asking.pk}" if isinstance(asking, ApiClient) else self.get_ident(request)
        return self.cache_format % {"scope": self.scope, "ident": ident}


def client_of(key: str) -> ApiClient:
    """The client of a key; AuthenticationFailed with one and the same sentence otherwise."""
    client: ApiClient | None = ApiClient.objects.filter(prefix=key.partition(".")[0]).first()
    kept = client.key_hash if client else ""
    matches = hmac.compare_digest(key_hash(key), kept)
    if client is None or not matches or not client.holds_on(today()):
        raise exceptions.AuthenticationFailed(
            _("密钥无效或已停用。请核对密钥，或联系发放密钥的系统管理员。")
        )
    return client
