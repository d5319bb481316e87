"""Where a request really comes from: only the addresses that our own proxies added are believed."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The caller's address: as many steps back in X-Forwarded-For as we have proxies."""
    nearest = str(request.META.get("REMOTE_ADDR", ""))
    told = [each.strip() for each in request.headers.get("X-Forwarded-For", "").split(",")]
    proxies = settings.PROXIES
    if proxies == 0 or len(told) < proxies or not told[-proxies]:
        return nearest
    return told[-proxies]
