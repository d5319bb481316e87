"""The shape of a test (one fact against one limit, and its combinations) and of scoring bands."""

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
        raise SeedError(
            f"{where}：fact 须配恰一个界限（{'、'.join(sorted({*LIMITS, 'is'}))}）"
        )
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
        elif not isinstance(each, str):
            raise SeedError(f"{where}[{number}]：须为称号代码，请改正")


def check_bands(item: Table, where: str) -> None:
    """Check an item's bands (first match counts) or its ``best_of`` lists of bands."""
    if ("bands" in item) is ("best_of" in item):
        raise SeedError(f"{where}：bands 与 best_of 须写其一，请改正")
    for number, bands in enumerate(item.get("best_of", [])):
        _bands(bands, f"{where}.best_of[{number}]", item["max"])
    _bands(item.get("bands", []), f"{where}.bands", item["max"])


def _bands(bands: list[Any], where: str, most: int) -> None:
    for number, band in enumerate(bands):
        place = f"{where}[{number}]"
        optional = {*TEST_KEYS, "grade", "says_zh", "says_en"}
        keys(band, required={"points"}, optional=optional, where=place)
        if TEST_KEYS & band.keys():
            check_test(band, place)
        elif number != len(bands) - 1:
            raise SeedError(f"{place}：只有最后一档可以不写条件（其余情形），请改正")
        _points(band, place, most)


def _points(band: Table, where: str, most: int) -> None:
    points = band["points"] if isinstance(band["points"], list) else [band["points"]] * 2
    whole_numbers = all(isinstance(each, int) and not isinstance(each, bool) for each in points)
    if len(points) != 2 or not whole_numbers or not 0 <= points[0] <= points[1] <= most:
        refuse_at(band, "points", where, f"应为 0 到 {most} 的整数，或 [低, 高]，请改正")
