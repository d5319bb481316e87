"""Sums in a table whose unit stands above it: 万元 without the word."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import template

from enterprises.templatetags.reading import MISSING, WAN

register = template.Library()
HUNDREDTHS = Decimal("0.01")


@register.filter
def in_wan(yuan: Any) -> str:
    """32605000 yuan as 3,260.50; unknown as a dash."""
    if yuan is None:
        return MISSING
    return f"{(Decimal(yuan) / WAN).quantize(HUNDREDTHS, ROUND_HALF_UP):,f}"
