"""The facts in the body of a self-check: each known, each value one that it can have."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from certifications.self_check import values
from enterprises.facts import YEARS_KNOWN, Value
from enterprises.levers import is_figure
from enterprises.vocabulary import words
from registry.api.problems import Problem
from registry.query import listed

LONGEST_ECHO = 40  # characters of what was sent that a refusal says again

Facts = tuple[dict[str, Value], dict[int, dict[str, Value]]]


def facts(said: Any) -> Facts:
    """Facts known on the day, and yearly figures by years back."""
    if said is None:
        return {}, {}
    if not isinstance(said, dict):
        raise Problem(_("facts 应是“代码: 值”的对象。"), parameter="facts")
    known: dict[str, Value] = {}
    years: dict[int, dict[str, Value]] = {}
    for code, value in said.items():
        if code not in words():
            raise unknown(f"facts.{code}", words())
        if is_figure(code):
            for back, figure in enumerate(_by_year(code, value)):
                years.setdefault(back, {})[code] = figure
        else:
            known[code] = _value(code, value, f"facts.{code}")
    return known, years


def _by_year(code: str, said: Any) -> list[Value]:
    """Last year's figure alone, or last year, the year before, …"""
    if not isinstance(said, list):
        return [_value(code, said, f"facts.{code}")]
    if not 1 <= len(said) <= YEARS_KNOWN:
        says = _("年度数写上一年的值，或由近及远 1 至 %d 年的列表。")
        raise Problem(says % YEARS_KNOWN, parameter=f"facts.{code}")
    return [_value(code, each, f"facts.{code}[{back}]") for back, each in enumerate(said)]


def _value(code: str, said: Any, place: str) -> Value:
    if isinstance(said, list):
        raise Problem(_("这不是年度数，只写一个值，不写列表。"), parameter=place)
    try:
        return values.read(code, said)
    except values.Unreadable as error:
        raise Problem(str(error), parameter=place, allowed=error.allowed or None) from error


def unknown(name: str, allowed: Collection[str]) -> Problem:
    says = _("正文中有不认识的“%(word)s”。可用的：%(allowed)s。")
    said = {"word": short(name), "allowed": listed(allowed)}
    return Problem(says % said, parameter=short(name), allowed=allowed)


def short(value: Any) -> str:
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return text[:LONGEST_ECHO]
