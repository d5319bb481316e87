"""How days, sums, counts and shares are read aloud on a page, in the reader's language."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.core.paginator import Page
from django.utils import timezone
from django.utils.dateformat import format as spell
from django.utils.translation import get_language

from enterprises.authorities import authority
from enterprises.punctuation import bracketed, clauses, series

register = template.Library()
register.filter("authority", authority)
register.filter("series", series)
register.filter("clauses", clauses)
register.filter("bracketed", bracketed)

MISSING = "—"
WAN = Decimal(10_000)
YI = WAN * WAN
MILLION = Decimal(1_000_000)
WHOLE = Decimal(1)


def in_english() -> bool:
    return (get_language() or "").startswith("en")


def plain(number: Decimal, places: int = 2) -> str:
    """Rounded, with thousands separators, without trailing zeros."""
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@register.filter
def money_wan(yuan: Decimal | int | None) -> str:
    """Yuan as 5,000 万元, from one hundred million as 1.2 亿元; 50 million yuan in English."""
    if yuan is None or yuan == "":
        return MISSING
    amount = Decimal(yuan)
    return _money_en(amount) if in_english() else _money_zh(amount)


def _money_zh(amount: Decimal) -> str:
    size = abs(amount)
    if size >= YI:
        return f"{plain(amount / YI)} 亿元"
    if size >= WAN or not size:
        return f"{plain(amount / WAN)} 万元"
    return f"{plain(amount)} 元"


def _money_en(amount: Decimal) -> str:
    size = abs(amount)
    if size >= 1000 * MILLION:
        return f"{plain(amount / (1000 * MILLION))} billion yuan"
    if size >= MILLION:
        return f"{plain(amount / MILLION)} million yuan"
    return f"{plain(amount)} yuan"


@register.filter
def count(number: Decimal | int | None) -> str:
    """8137 as 8,137."""
    if number is None or number == "":
        return MISSING
    return plain(Decimal(number), places=4)


@register.filter
def share(fraction: Decimal | int | None, places: int = 1) -> str:
    """0.052 as 5.2%. What falls short of the whole is never rounded up to 100%."""
    if fraction is None or fraction == "":
        return MISSING
    value = Decimal(fraction)
    step = Decimal(1).scaleb(-places)
    percent = (value * 100).quantize(step, ROUND_HALF_UP)
    if value < WHOLE and percent >= 100:
        percent = 100 - step
    return f"{plain(percent, places)}%"


@register.filter
def bar(fraction: Decimal | int | None) -> str:
    """A fraction as 0 to 100 for the width of a bar, whatever the language."""
    value = Decimal(fraction or 0)
    return f"{min(max(value, Decimal(0)), WHOLE) * 100:.1f}"


@register.filter
def size(number: int | None) -> int:
    """Without its sign: three days over are three days."""
    return abs(number or 0)


@register.filter
def day(when: date | None) -> str:
    """2026年11月23日, or 23 November 2026."""
    return _spelt(when, "Y年n月j日", "j F Y")


@register.filter
def short_day(when: date | None) -> str:
    """11月23日, or 23 Nov."""
    return _spelt(when, "n月j日", "j M")


@register.filter
def month(when: date | None) -> str:
    """11月, or Nov."""
    return _spelt(when, "n月", "M")


@register.filter
def weekday(when: date | None) -> str:
    """星期一, or Monday."""
    return _spelt(when, "l", "l")


@register.filter
def moment(when: date | None) -> str:
    """A moment with its time in Beijing; a plain day stays a day."""
    if not isinstance(when, datetime):
        return day(when)
    return _spelt(when, "Y年n月j日 H:i", "j F Y, H:i")


def _spelt(when: date | None, zh: str, en: str) -> str:
    if not when:
        return MISSING
    if isinstance(when, datetime) and timezone.is_aware(when):
        when = timezone.localtime(when)
    return spell(when, en if in_english() else zh)


@register.filter
def page_window(page: Page) -> list[int]:
    """The page numbers worth showing; 0 stands for a gap."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else 0 for number in numbers]
