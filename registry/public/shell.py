"""What every page's shell needs to know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from enterprises.clock import today
from registry.demo.people import listing

UNFILLED = "待填"


def context(request: HttpRequest) -> dict[str, Any]:
    """The day the registry stands on, whether this is a demo, and whom one may become in it."""
    return {
        "today": today(),
        "demo_mode": settings.DEMO,
        "demo_people": listing() if settings.DEMO else (),
        "imprint": imprint(),
    }


def imprint() -> dict[str, str]:
    """What the site says of itself; what has not been filled in is left out."""
    return {key: says for key, says in settings.SITE.items() if UNFILLED not in says}
