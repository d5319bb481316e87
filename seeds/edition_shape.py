"""The shape of an edition (a dated rule file of one scheme), apart from its criteria's tests."""

from __future__ import annotations

import re
from typing import Any

from seeds.edition_lists import NOTE, check_lists
from seeds.scoring_shape import check_scoring
from seeds.shapes import (
    day,
    filled_list_of,
    items,
    mark,
    month_day,
    one_of,
    refuse_at,
    term,
    text_or_null,
    texts,
    whole,
)
from seeds.tables import SeedError, Table, keys

ROADS = ("evaluated", "city_recognised", "high_tech", "city_selected", "conferred")
FORMS = ("certificate", "number", "listing")
REQUIRED = {
    *("scheme", "edition", "name_zh", "name_en", "basis", "in_force", "verified", "sources"),
    *("form", "validity", "road", "recognised_by"),
    *("figures", "statements", "materials", "criteria"),
}
OPTIONAL = {
    *("number", "authority", "authority_en", "terms", "notice", "scoring", "direct_routes"),
    *("upkeep", "revocation", "bar_years", "note_zh", "note_en", "windows", "preferences"),
}
BASIS = {"document", "number", "clause", "issued_by", "issued_on"}
VALIDITIES = (
    {"years", "starts", "source"},
    {"ends_each_year", "years_after", "starts", "source"},
    {"open_ended"},
)


def check_edition(data: Any, where: str) -> Table:
    """Return the edition if every key and word in it is one we know; else SeedError."""
    found = keys(data, required=REQUIRED, optional=OPTIONAL, where=where)
    mark(found, where)
    one_of(found, "form", FORMS, where)
    one_of(found, "road", ROADS, where)
    _origin(found, where)
    _validity(found["validity"], f"{where}.validity")
    _terms(found, where)
    check_lists(found, where)
    if "scoring" in found:
        check_scoring(found["scoring"], f"{where}.scoring")
    return found


def _origin(found: Table, where: str) -> None:
    filled_list_of(texts(found["sources"], f"{where}.sources"), f"{where}.sources")
    filled_list_of(found["basis"], f"{where}.basis")
    for basis, place in items(found["basis"], f"{where}.basis", required=BASIS, optional=NOTE):
        day(basis, "issued_on", place)
        text_or_null(basis, "number", place)
        text_or_null(basis, "clause", place)
    _in_force(found["in_force"], f"{where}.in_force")
    text_or_null(found, "recognised_by", where)
    if (found["recognised_by"] is None) is ("authority" not in found):
        raise SeedError(f"{where}：recognised_by（本市机构）为 null 时写 authority，否则不写")
    if found.get("bar_years") is not None:
        whole(found, "bar_years", where)
    if "number" in found:
        _number(found["number"], f"{where}.number")


def _in_force(data: Any, where: str) -> None:
    found = keys(data, required={"from"}, optional={"until", "verified", *NOTE}, where=where)
    mark(found, where)
    day(found, "from", where)
    day(found, "until", where)


def _number(found: Any, where: str) -> None:
    required = {"label_zh", "label_en", "pattern", "example", "verified"}
    mark(keys(found, required=required, optional=NOTE, where=where), where)
    try:
        fits = re.fullmatch(found["pattern"], found["example"])
    except (re.error, TypeError):
        fits = None
    if not fits:
        refuse_at(found, "example", where, "与 pattern 不符，或 pattern 不是正则式，请改正")


def _validity(found: Any, where: str) -> None:
    every = set().union(*VALIDITIES)
    keys(found, required={"verified"}, optional=every | NOTE, where=where)
    mark(found, where)
    if every & found.keys() not in VALIDITIES:
        raise SeedError(f"{where}：须写 years、ends_each_year、open_ended 三种写法之一，请改正")
    if "starts" in found:
        one_of(found, "starts", ("issued_on", "announced_on"), where)
    for key in {"years", "years_after"} & found.keys():
        whole(found, key, where)
    if "ends_each_year" in found:
        month_day(found, "ends_each_year", where)


def _terms(found: Table, where: str) -> None:
    for name, value in _mapping(found.get("terms", {}), f"{where}.terms").items():
        term(value, f"{where}.terms.{name}", extra={"kind", "says_zh", "says_en"})
        one_of(value, "kind", ("promise", "statutory"), f"{where}.terms.{name}")
    if "notice" in found:
        term(found["notice"], f"{where}.notice", extra=NOTE)


def _mapping(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SeedError(f"{where}：这里应为“名称: 内容”的映射，请改正")
    return value
