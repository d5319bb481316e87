"""The words for facts and their values, in both languages, from seeds/facts.yaml."""

from decimal import Decimal
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

import seeds
from enterprises.facts import Value
from enterprises.models import ResearchBody
from enterprises.models.naming import in_language
from enterprises.templatetags.reading import in_english, money_wan

UNITS = {
    "人": _("人"),
    "件": _("件"),
    "项": _("项"),
    "年": _("年"),
    "天": _("天"),
    "名": _("名"),
    "分": _("分"),
}
COUNTED = {
    "人": ngettext_lazy("%(number)s 人", "%(number)s 人", "n"),
    "件": ngettext_lazy("%(number)s 件", "%(number)s 件", "n"),
    "项": ngettext_lazy("%(number)s 项", "%(number)s 项", "n"),
    "年": ngettext_lazy("%(number)s 年", "%(number)s 年", "n"),
    "天": ngettext_lazy("%(number)s 天", "%(number)s 天", "n"),
    "名": ngettext_lazy("%(number)s 名", "%(number)s 名", "n"),
    "分": ngettext_lazy("%(number)s 分", "%(number)s 分", "n"),
}
# Two facts are levels, each with names of its own.
LEVELS = {
    "rd_body_level": {0: _("无"), **dict(ResearchBody.Level.choices)},
    "digital_level": {1: _("一级"), 2: _("二级"), 3: _("三级"), 4: _("四级")},
}


@cache
def words() -> dict[str, dict[str, Any]]:
    """Every fact's row by its code."""
    return {row["code"]: row for row in seeds.facts()}


def is_per_title(code: str) -> bool:
    """Whether each title asks it of a period of its own, so that an answer serves that title only."""
    return bool(words().get(code, {}).get("per_title"))


def fact_label(code: str) -> str:
    """A fact's name in the reader's language."""
    return in_language(words()[code]["name_zh"], words()[code]["name_en"])


def fact_help(code: str) -> str:
    """What the fact means and how to count it, in the reader's language."""
    return in_language(words()[code]["help_zh"], words()[code]["help_en"])


def fact_unit(code: str) -> str:
    """元, 人, 件, 年, share, yes_no, level …"""
    return str(words()[code]["unit"])


def counted(number: object, unit: str) -> str:
    """A number with its unit: 5 件; 1 item, 5 items."""
    if unit not in COUNTED:
        return f"{number} {unit}"
    return str(COUNTED[unit] % {"number": number, "n": 1 if number == 1 else 2})


def says_value(value: Value, unit: str) -> str:
    """A fact's value as people read it: money in 万元, shares in percent, yes and no in words."""
    if value is None:
        return str(_("尚不知道"))
    if unit == "yes_no":
        return str(_("是") if value in (True, "yes") else _("否"))
    if unit == "元":
        return money_wan(Decimal(value)) if in_english() else f"{Decimal(value) / 10000:,.2f} 万元"
    if unit == "share":
        return says_share(Decimal(value))
    return str(value) if unit == "level" else counted(value, unit)


def says_share(share: Decimal) -> str:
    """A share in percent; with more digits where two would round it onto a limit (4.9999%)."""
    percent = share * 100
    short = percent.quantize(Decimal("0.01"))
    if short != percent and short == short.to_integral_value():
        return f"{percent:.4f}%"
    return f"{short}%"


def says_fact(code: str, value: Value) -> str:
    """A fact's value as people read it; a level by its name."""
    names = LEVELS.get(code)
    if names and value not in (None, ""):
        return str(names.get(int(value or 0), value))
    return says_value(value, fact_unit(code))
