"""The shape of a test (one fact against one limit, and its combinations)."""

from __future__ import annotations

from typing import Any

from seeds.amounts import amount
from seeds.shapes import refuse_at
from seeds.tables import SeedError, Table, keys

LIMITS = {"at_least", "at_most", "more_than", "less_than"}
OPENINGS = ("fact", "any", "all", "holds", "not_holds", "judged")
TEST_KEYS = {*OPENINGS, *LIMITS, "is"}


def check_test(mapping: Table, where: str) -> None:
    """Check the one test a mapping carries: fact, any, all, holds, not_holds or judged."""
    given = [opening for opening in OPENINGS if opening in mapping]
    if len(given) != 1:
        raise SeedError(f"{where}：须恰有一种判断（{'、'.join(OPENINGS)}），现有 {len(given)} 种")
    opening = given[0]
    if opening == "fact":
        return _fact(mapping, where)
    if loose := (LIMITS | {"is"}) & mapping.keys():
        raise SeedError(f"{where}：{'、'.join(sorted(loose))} 须与 fact 一起写，请改正")
    if opening == "judged":
        return _judged(mapping, where)
    _listed(mapping[opening], f"{where}.{opening}", tests=opening in ("any", "all"))


def _fact(mapping: Table, where: str) -> None:
    limits = (LIMITS | {"is"}) & mapping.keys()
    if len(limits) != 1:
        raise SeedError(f"{where}：fact 须配恰一个界限（{'、'.join(sorted({*LIMITS, 'is'}))}）")
    if not isinstance(mapping["fact"], str) or not mapping["fact"]:
        refuse_at(mapping, "fact", where, "须为事实代码（facts.yaml 中的 code）")
    limit = limits.pop()
    value = mapping[limit]
    if limit == "is":
        if value not in ("yes", "no"):
            refuse_at(mapping, "is", where, '须写带引号的 "yes" 或 "no"')
    elif isinstance(value, list):
        _steps(value, f"{where}.{limit}")
    else:
        amount(value, f"{where}.{limit}")


def _steps(listed: list[Any], where: str) -> None:
    if not listed:
        raise SeedError(f"{where}：列表是空的，请至少写一项")
    for number, step in enumerate(listed):
        place = f"{where}[{number}]"
        keys(step, required={"value"}, optional={"when"}, where=place)
        amount(step["value"], f"{place}.value")
        if "when" in step:
            nested_test(step["when"], f"{place}.when")
        elif number != len(listed) - 1:
            raise SeedError(f"{place}：只有最后一档可以不写 when，请改正")


def nested_test(value: Any, where: str) -> None:
    """Check a test that stands alone, with no other keys beside it."""
    keys(value, optional=TEST_KEYS, where=where)
    check_test(value, where)


def _judged(mapping: Table, where: str) -> None:
    if mapping["judged"] is not True:
        refuse_at(mapping, "judged", where, "只能写 true；不由人判断时请删去")


def _listed(value: Any, where: str, *, tests: bool) -> None:
    if not isinstance(value, list) or not value:
        raise SeedError(f"{where}：须为非空列表，请改正")
    for number, each in enumerate(value):
        if tests:
            nested_test(each, f"{where}[{number}]")
        elif not isinstance(each, str) or not each:
            raise SeedError(f"{where}[{number}]：须为称号代码，请改正")
