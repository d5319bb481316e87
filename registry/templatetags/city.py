"""Filters for figures of the city: number, unit, sign."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.templatetags.reading import MISSING, share
from registry.figures import difference, say, sentence, signed

register = template.Library()

register.filter("signed", signed)
register.filter("difference", difference)


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


@register.filter
def percent(fraction: Decimal | int | None) -> str:
    """Always with one decimal, so that figures under one another compare: 67.0%, 93.3%."""
    text = share(fraction)
    return text if text == MISSING or "." in text else f"{text[:-1]}.0%"


@register.filter
def steady(value: Decimal | int | None, base: str) -> str:
    """A figure of the pace: things that are counted come whole."""
    if value is None:
        return MISSING
    whole = base not in ("share", "倍", "元")
    return sentence(Decimal(value).quantize(Decimal(1)) if whole else value, base)


REPORT_WORDS = {
    "达到": pgettext_lazy("a word of the report", "达到"),
    "以上": pgettext_lazy("a word of the report", "以上"),
    "达到…以上": pgettext_lazy("a word of the report", "达到…以上"),
    "突破": pgettext_lazy("a word of the report", "突破"),
    "倍增": pgettext_lazy("a word of the report", "倍增"),
    "全覆盖": pgettext_lazy("a word of the report", "全覆盖"),
}


@register.filter
def report_word(word: str) -> str:
    """A comparison word of the report, in the reader's language."""
    return str(REPORT_WORDS.get(word, word))


OUR_SOURCES = {"演示数据": _("演示数据"), "演示数据，非政府文件": _("演示数据，非政府文件")}


@register.filter
def source(says: str) -> str:
    """Where a figure or promise comes from; a document keeps its Chinese title, ours is said."""
    return str(OUR_SOURCES.get(says, says))
