"""The shape of a scoring table: the pass mark, the items, and the bands that give points."""

from __future__ import annotations

from typing import Any

from seeds.criterion_shape import TEST_KEYS, check_test
from seeds.shapes import MARK, SPOKEN, filled_list_of, items, list_of, mark, refuse_at, whole
from seeds.tables import SeedError, Table, keys

NOTE = {"note", "note_zh", "note_en"}
PASS = {"at_least", "more_than"}
ITEM = {"dimension", "dimension_en", "bands", "best_of", "local", "cap", *NOTE}


def check_scoring(data: Any, where: str) -> None:
    """Check the whole of ``scoring:``; ``also`` may only name items and dimensions that exist."""
    required = {"pass", "computed", "also", "items"}
    scoring = keys(data, required=required, optional=NOTE | MARK, where=where)
    mark(scoring, where)
    if not isinstance(scoring["computed"], bool):
        refuse_at(scoring, "computed", where, "须写 true（按档计算）或 false（专家打分）")
    _pass_mark(keys(scoring["pass"], optional=PASS, where=f"{where}.pass"), f"{where}.pass")
    named = _items(scoring["items"], f"{where}.items")
    for also, place in items(
        scoring["also"], f"{where}.also", required=(), optional={"item", "dimension", *PASS}
    ):
        _pass_mark(also, place)
        name = also.get("item", also.get("dimension"))
        if not isinstance(name, str) or name not in named:
            raise SeedError(f"{place}：须写 item 或 dimension，且为 items 中已有的一项，请改正")


def _pass_mark(mapping: Table, where: str) -> None:
    given = sorted(PASS & mapping.keys())
    if len(given) != 1:
        raise SeedError(f"{where}：at_least 与 more_than 须写其一，请改正")
    whole(mapping, given[0], where)


def _items(listed: Any, where: str) -> set[str]:
    named: set[str] = set()
    filled_list_of(listed, where)
    for item, place in items(listed, where, required=SPOKEN | MARK | {"max"}, optional=ITEM):
        whole(item, "max", place)
        if "cap" in item:
            whole(item, "cap", place)
        check_bands(item, place)
        named |= {item["code"], item.get("dimension", "")} - {""}
    return named


def check_bands(item: Table, where: str) -> None:
    """Check an item's bands (first match counts) or its ``best_of`` lists of bands."""
    if ("bands" in item) is ("best_of" in item):
        raise SeedError(f"{where}：bands 与 best_of 须写其一，请改正")
    if item.get("bands") == [] and item.get("local") is not True:
        refuse_at(item, "bands", where, "没有分档；只有待本市自设的项可以为空，并写 local: true")
    if "bands" in item:
        return _bands(item["bands"], f"{where}.bands", item["max"])
    for number, bands in enumerate(filled_list_of(item["best_of"], f"{where}.best_of")):
        place = f"{where}.best_of[{number}]"
        _bands(filled_list_of(bands, place), place, item["max"])


def _bands(bands: Any, where: str, most: int) -> None:
    for number, band in enumerate(list_of(bands, where)):
        place = f"{where}[{number}]"
        optional = {*TEST_KEYS, "grade", "says_zh", "says_en"}
        mark(keys(band, required={"points"}, optional=optional, where=place), place)
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
