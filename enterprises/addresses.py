"""Where a request comes from, and how often: only addresses our own proxies added are believed."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The caller's address: as many steps back in X-Forwarded-For as we have proxies."""
    nearest = str(request.META.get("REMOTE_ADDR", ""))
    told = [each.strip() for each in request.headers.get("X-Forwarded-For", "").split(",")]
    proxies = settings.PROXIES
    if proxies == 0 or len(told) < proxies or not told[-proxies]:
        return nearest
    return told[-proxies]


def too_often(request: HttpRequest, deed: str, *, at_most: int, seconds: int) -> bool:
    """Count a deed by its caller's address; whether it came more than so often in the time."""
    key = f"deed:{deed}:{client_address(request)}"
    cache.add(key, 0, timeout=seconds)
    return bool(cache.incr(key) > at_most)
