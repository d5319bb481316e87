"""What every page's shell needs to know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from enterprises.clock import today
from registry.demo.people import listing


def context(request: HttpRequest) -> dict[str, Any]:
    """The day the registry stands on, whether this is a demo, and whom one may become in it."""
    return {
        "today": today(),
        "demo_mode": settings.DEMO,
        "demo_people": listing() if settings.DEMO else (),
        "imprint": settings.SITE,
    }
