"""What every page's shell needs to know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from enterprises.clock import today


def context(request: HttpRequest) -> dict[str, Any]:
    """The day the registry stands on and whether this is a demo."""
    return {"today": today(), "demo_mode": settings.DEMO, "imprint": settings.SITE}
