"""Filters for figures of the city: number, unit, sign."""

from decimal import Decimal

from django import template

from enterprises.templatetags.reading import MISSING
from registry.figures import say, sentence, signed

register = template.Library()

register.filter("signed", signed)


@register.filter
def headline(says: str) -> str:
    """A sentence as a heading: without its full stop."""
    return says.rstrip("。.")


@register.filter
def number(value: Decimal | int | None, unit: str) -> str:
    return MISSING if value is None else say(value, unit)[0]


@register.filter
def unit(value: Decimal | int | None, base: str) -> str:
    return "" if value is None else say(value, base)[1]


@register.filter
def figure(value: Decimal | int | None, base: str) -> str:
    return MISSING if value is None else sentence(value, base)
