"""The words for facts, in both languages, from seeds/facts.yaml."""

from functools import cache
from typing import Any

import seeds
from enterprises.models.naming import in_language


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
