"""The shape of rule cases: a firm that passes everything, changes to it, and what is then found.

An edition carries its own (``cases: {base, list}``); more stand in tests/cases. They are read by
officials: heads, items, years, points and levels are bare numbers, money has its unit.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from seeds.amounts import amount
from seeds.edition_lists import OCCASIONS
from seeds.scalars import Share
from seeds.shapes import code, day, filled_list_of, items, one_of, texts, whole
from seeds.tables import Table, keys, refuse_at, refuse_here

FIRM = {"on", "kind", "registered_on", "held", "kin_held", "facts", "points"}
CASE = {"code", "says_zh", "expect"}
EXPECT = {"verdict", "findings", "points", "total", "route"}
VERDICTS = ("met", "not_met", "unknown")
FOUND = (*VERDICTS, "waived")
MOST_YEARS = 4
MOST_CASES = 100
FIRST_YEAR, LAST_YEAR = 1990, 2100
WORDS = {"code", "says_zh", "says_en", "change", "expect"}


def check_own_cases(found: Table, where: str) -> None:
    """An edition carries a passing and a failing case, at least; unless only people judge it."""
    computed = "scoring" in found or any("judged" not in each for each in found["criteria"])
    if "cases" not in found:
        if computed:
            refuse_at(found, "cases", where, "缺少这个键：每个版次须自带至少一例通过、一例不通过")
        return
    place = f"{where}.cases"
    cases = keys(found["cases"], required={"base", "list"}, where=place)
    check_firm(cases["base"], f"{place}.base", base=True)
    if len(filled_list_of(cases["list"], f"{place}.list")) > MOST_CASES:
        refuse_at(cases, "list", place, f"最多 {MOST_CASES} 例，请删减")
    check_cases(cases["list"], f"{place}.list", found)
    verdicts = {case["expect"].get("verdict") for case in cases["list"]}
    for wanted, says in (("met", "通过"), ("not_met", "不通过")):
        if computed and wanted not in verdicts:
            refuse_at(cases, "list", place, f"还缺一例{says}的（verdict: {wanted}），请补上")


def check_cases(listed: Any, where: str, edition: Table) -> None:
    """Check a list of cases against the codes of the edition that they are about."""
    known = _codes_of(edition)
    for case, place in items(listed, where, required=CASE, optional=WORDS):
        code(case, "code", place)
        check_firm(case.get("change", {}), f"{place}.change")
        _expect(case["expect"], f"{place}.expect", known)


def _codes_of(edition: Table) -> dict[str, set[str]]:
    scoring, routes = edition.get("scoring"), edition.get("direct_routes")
    score = {"score"} if scoring else set()
    return {
        "findings": {each["code"] for each in edition["criteria"]} | score,
        "points": {each["code"] for each in scoring["items"]} if scoring else set(),
        "route": {each["code"] for each in routes["any"]} if routes else set(),
    }


def check_firm(data: Any, where: str, *, base: bool = False) -> None:
    """Check an invented firm (``base``), or what a case changes of it."""
    firm = keys(data, required={"on"} if base else (), optional=FIRM, where=where)
    for key in {"on", "registered_on"} & firm.keys():
        day(firm, key, where)
    if "on" in firm and firm["on"] is None:
        refuse_at(firm, "on", where, "须写审查日，请补上")
    if "on" in firm and not FIRST_YEAR <= firm["on"].year <= LAST_YEAR:
        refuse_at(firm, "on", where, f"年份须在 {FIRST_YEAR} 至 {LAST_YEAR} 之间，请核对")
    if "kind" in firm:
        one_of(firm, "kind", OCCASIONS, where)
    for key in {"held", "kin_held"} & firm.keys():
        texts(firm[key], f"{where}.{key}")
    for key in {"facts", "points"} & firm.keys():
        _mapping(firm[key], f"{where}.{key}")
    for fact, value in firm.get("facts", {}).items():
        _fact(value, f"{where}.facts.{fact}")
    for item in firm.get("points", {}):
        whole(firm["points"], item, f"{where}.points")


def _fact(value: Any, where: str) -> None:
    """Last year's value, or a list: last year, the year before, …; null is unknown."""
    years = value if isinstance(value, list) else [value]
    if not 1 <= len(years) <= MOST_YEARS:
        refuse_here(where, f"应为上年度的值，或由近及远 1 到 {MOST_YEARS} 年的列表，请改正")
    for each in years:
        bare = isinstance(each, (int, Decimal)) and not isinstance(each, bool)
        if not (each is None or each in ("yes", "no") or bare or isinstance(each, Share)):
            amount(each, where)


def _expect(data: Any, where: str, known: dict[str, set[str]]) -> None:
    expect = keys(data, optional=EXPECT, where=where)
    if not expect:
        refuse_here(where, f"没有写期待的结果，可写：{'、'.join(sorted(EXPECT))}")
    if "verdict" in expect:
        one_of(expect, "verdict", VERDICTS, where)
    for key in ("findings", "points"):
        _known(expect, key, where, known[key])
    for found in expect.get("findings", {}):
        one_of(expect["findings"], found, FOUND, f"{where}.findings")
    for item, value in expect.get("points", {}).items():
        _points(value, f"{where}.points.{item}")
    if "total" in expect:
        _points(expect["total"], f"{where}.total")
    if "route" in expect and expect["route"] is not None:
        one_of(expect, "route", known["route"], where)


def _known(expect: Table, key: str, where: str, known: set[str]) -> None:
    for each in _mapping(expect.get(key, {}), f"{where}.{key}"):
        if each not in known:
            refuse_at(expect[key], each, f"{where}.{key}", "本版次没有这个代码，请核对")


def _points(value: Any, where: str) -> None:
    """Points: a whole number, ``[low, high]`` where experts choose, or null (unknown)."""
    given = value if isinstance(value, list) and len(value) == 2 else [value]
    for each in given:
        if each is not None and (isinstance(each, bool) or not isinstance(each, int) or each < 0):
            refuse_here(where, f"{value!r} 不是分值（整数、[低, 高] 或 null），请改正")


def _mapping(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        refuse_here(where, "这里应为“代码: 值”的映射，请改正")
    return value
