"""The shape of a scoring table: the pass mark, the items, and what gives points."""

from __future__ import annotations

from typing import Any

from seeds.amounts import amount
from seeds.criterion_shape import TEST_KEYS, check_test
from seeds.shapes import (
    MARK,
    NOTE,
    SPOKEN,
    code,
    filled_list_of,
    items,
    list_of,
    mark,
    switch,
    whole,
)
from seeds.tables import Table, keys, refuse_at, refuse_here

PASS = {"at_least", "more_than"}
GIVES = ("bands", "best_of", "per")
ITEM = {"dimension", "dimension_en", "local", "cap", *GIVES, *NOTE}
MOST_POINTS = 1000


def check_scoring(data: Any, where: str) -> None:
    """Check the whole of ``scoring:``; ``also`` may only name items and dimensions that exist."""
    required = {"pass", "computed", "also", "items"}
    scoring = keys(data, required=required, optional=NOTE | MARK, where=where)
    mark(scoring, where)
    switch(scoring, "computed", where, "true（按档计算）或 false（专家打分）")
    _pass_mark(keys(scoring["pass"], optional=PASS, where=f"{where}.pass"), f"{where}.pass")
    named = _items(scoring["items"], f"{where}.items")
    for also, place in items(
        scoring["also"], f"{where}.also", required=(), optional={"item", "dimension", *PASS}
    ):
        _pass_mark(also, place)
        name = also.get("item", also.get("dimension"))
        if not isinstance(name, str) or name not in named:
            refuse_here(place, "须写 item 或 dimension，且为 items 中已有的一项，请改正")


def _pass_mark(mapping: Table, where: str) -> None:
    given = sorted(PASS & mapping.keys())
    if len(given) != 1:
        refuse_here(where, "at_least 与 more_than 须写其一，请改正")
    whole(mapping, given[0], where)


def _items(listed: Any, where: str) -> set[str]:
    named: set[str] = set()
    filled_list_of(listed, where)
    for item, place in items(listed, where, required=SPOKEN | MARK | {"max"}, optional=ITEM):
        code(item, "code", place)
        for key in {"max", "cap"} & item.keys():
            _points_at_most(item, key, place)
        check_item(item, place)
        named |= {item["code"], item.get("dimension", "")} - {""}
    return named


def _points_at_most(item: Table, key: str, where: str) -> None:
    whole(item, key, where)
    if item[key] > MOST_POINTS:
        refuse_at(item, key, where, f"分值超过 {MOST_POINTS}，请改正")


def check_item(item: Table, where: str) -> None:
    """Check what gives points: ``bands`` (first match), ``best_of`` lists of them, or ``per``."""
    if len([key for key in GIVES if key in item]) != 1:
        refuse_here(where, "bands、best_of 与 per 须写其一，请改正")
    if "per" in item:
        return _per(item["per"], f"{where}.per", item["max"])
    if "bands" in item:
        return _bands_or_local(item, where)
    for number, bands in enumerate(filled_list_of(item["best_of"], f"{where}.best_of")):
        place = f"{where}.best_of[{number}]"
        check_bands(filled_list_of(bands, place), place, item["max"])


def _bands_or_local(item: Table, where: str) -> None:
    if item["bands"] == [] and item.get("local") is not True:
        refuse_at(item, "bands", where, "没有分档；只有待本市自设的项可以为空，并写 local: true")
    check_bands(item["bands"], f"{where}.bands", item["max"])


def _per(data: Any, where: str, most: int) -> None:
    """Points for every full so much of a fact, at most the item's maximum."""
    per = keys(data, required={"fact", "every", "points"}, where=where)
    mark(per, where)
    if amount(per["every"], f"{where}.every") <= 0:
        refuse_at(per, "every", where, "须大于零，请改正")
    whole(per, "points", where)
    if not 0 < per["points"] <= most:
        refuse_at(per, "points", where, f"应为 1 到 {most} 的整数，请改正")


def check_bands(bands: Any, where: str, most: int) -> None:
    """Check bands from the top; only the last may be for all other cases."""
    for number, band in enumerate(list_of(bands, where)):
        place = f"{where}[{number}]"
        optional = {*TEST_KEYS, "grade", "says_zh", "says_en"}
        mark(keys(band, required={"points"}, optional=optional, where=place), place)
        if TEST_KEYS & band.keys():
            check_test(band, place)
        elif number != len(bands) - 1:
            refuse_here(place, "只有最后一档可以不写条件（其余情形），请改正")
        _points(band, place, most)


def _points(band: Table, where: str, most: int) -> None:
    points = band["points"] if isinstance(band["points"], list) else [band["points"]] * 2
    whole_numbers = all(isinstance(each, int) and not isinstance(each, bool) for each in points)
    if len(points) != 2 or not whole_numbers or not 0 <= points[0] <= points[1] <= most:
        refuse_at(band, "points", where, f"应为 0 到 {most} 的整数，或 [低, 高]，请改正")
