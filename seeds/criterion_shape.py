"""The shape of a test (one fact against one limit, and its combinations)."""

from __future__ import annotations

from typing import Any

from seeds.amounts import amount
from seeds.shapes import filled_list_of
from seeds.tables import Table, keys, refuse_at, refuse_here

LIMITS = {"at_least", "at_most", "more_than", "less_than"}
TITLES = ("holds", "not_holds", "no_kin_holds")
OPENINGS = ("fact", "any", "all", *TITLES, "judged")
TEST_KEYS = {*OPENINGS, *LIMITS, "is"}
MOST_DEPTH = 6
MOST_ALTERNATIVES = 40


def check_test(mapping: Table, where: str, depth: int = 1) -> str:
    """Check the one test a mapping carries and return which: fact, any, all, holds, judged, …"""
    given = [opening for opening in OPENINGS if opening in mapping]
    if len(given) != 1:
        refuse_here(where, f"须恰有一种判断（{'、'.join(OPENINGS)}），现有 {len(given)} 种")
    if depth > MOST_DEPTH:
        refuse_here(where, f"判断嵌套超过 {MOST_DEPTH} 层，请改写")
    if given[0] == "fact":
        _fact(mapping, where, depth)
    elif loose := (LIMITS | {"is"}) & mapping.keys():
        refuse_here(where, f"{'、'.join(sorted(loose))} 须与 fact 一起写，请改正")
    elif given[0] == "judged":
        _judged(mapping, where)
    else:
        _listed(mapping[given[0]], f"{where}.{given[0]}", None if given[0] in TITLES else depth)
    return given[0]


def _fact(mapping: Table, where: str, depth: int) -> None:
    limits = (LIMITS | {"is"}) & mapping.keys()
    if len(limits) != 1:
        refuse_here(where, f"fact 须配恰一个界限（{'、'.join(sorted({*LIMITS, 'is'}))}）")
    if not isinstance(mapping["fact"], str) or not mapping["fact"]:
        refuse_at(mapping, "fact", where, "须为事实代码（facts.yaml 中的 code）")
    limit = limits.pop()
    value = mapping[limit]
    if limit == "is":
        if value not in ("yes", "no"):
            refuse_at(mapping, "is", where, '须写带引号的 "yes" 或 "no"')
    elif isinstance(value, list):
        _steps(value, f"{where}.{limit}", depth)
    else:
        amount(value, f"{where}.{limit}")


def _steps(listed: list[Any], where: str, depth: int) -> None:
    for number, step in enumerate(_short(listed, where)):
        place = f"{where}[{number}]"
        keys(step, required={"value"}, optional={"when"}, where=place)
        amount(step["value"], f"{place}.value")
        if "when" in step:
            nested_test(step["when"], f"{place}.when", depth + 1)
        elif number != len(listed) - 1:
            refuse_here(place, "只有最后一档可以不写 when，请改正")


def nested_test(value: Any, where: str, depth: int = 1) -> None:
    """Check a test that stands alone, with no other keys beside it."""
    keys(value, optional=TEST_KEYS, where=where)
    check_test(value, where, depth)


def _judged(mapping: Table, where: str) -> None:
    if mapping["judged"] is not True:
        refuse_at(mapping, "judged", where, "只能写 true；不由人判断时请删去")


def _listed(value: Any, where: str, depth: int | None) -> None:
    """Tests at a depth, or the codes of titles when there is none."""
    for number, each in enumerate(_short(value, where)):
        if depth is not None:
            nested_test(each, f"{where}[{number}]", depth + 1)
        elif not isinstance(each, str) or not each:
            refuse_here(f"{where}[{number}]", "须为称号代码，请改正")


def _short(value: Any, where: str) -> list[Any]:
    if len(filled_list_of(value, where)) > MOST_ALTERNATIVES:
        refuse_here(where, f"列表超过 {MOST_ALTERNATIVES} 项，请改写")
    return filled_list_of(value, where)
