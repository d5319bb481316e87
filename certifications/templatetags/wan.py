"""Sums in a table whose unit stands above it: 万元 without the word."""

from decimal import Decimal
from typing import Any

from django import template

from enterprises.templatetags.reading import MISSING, WAN, plain

register = template.Library()


@register.filter
def in_wan(yuan: Any) -> str:
    """32605000 yuan as 3,260.5; unknown as a dash."""
    return MISSING if yuan is None else plain(Decimal(yuan) / WAN, places=6)
