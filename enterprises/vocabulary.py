"""The words for facts, in both languages, from seeds/facts.yaml."""

from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

import seeds
from enterprises.models.naming import in_language

UNITS = {
    "人": _("人"),
    "件": _("件"),
    "项": _("项"),
    "年": _("年"),
    "天": _("天"),
    "名": _("名"),
    "分": _("分"),
}


@cache
def words() -> dict[str, dict[str, Any]]:
    """Every fact's row by its code."""
    return {row["code"]: row for row in seeds.facts()}


def fact_label(code: str) -> str:
    """A fact's name in the reader's language."""
    return in_language(words()[code]["name_zh"], words()[code]["name_en"])


def fact_help(code: str) -> str:
    """What the fact means and how to count it, in the reader's language."""
    return in_language(words()[code]["help_zh"], words()[code]["help_en"])


def fact_unit(code: str) -> str:
    """元, 人, 件, 年, share, yes_no, level …"""
    return str(words()[code]["unit"])


def unit_name(unit: str) -> str:
    """A unit in the reader's language."""
    return str(UNITS.get(unit, unit))
