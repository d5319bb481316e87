"""The shape of an edition (a dated rule file of one scheme), apart from its criteria's tests."""

from __future__ import annotations

import re
from typing import Any

from seeds.criterion_shape import check_test
from seeds.scoring_shape import check_scoring
from seeds.shapes import MARK, SPOKEN, TERM_UNITS, day, items, mark, one_of, refuse_at, term, whole
from seeds.tables import SeedError, Table, keys

ROADS = ("evaluated", "city_recognised", "high_tech", "city_selected", "conferred")
FORMS = ("certificate", "number", "listing")
KINDS = ("hard", "veto", "judged", "prerequisite", "external_score")
REQUIRED = {
    *("scheme", "edition", "name_zh", "name_en", "basis", "in_force", "verified", "sources"),
    *(
        "form",
        "validity",
        "road",
        "recognised_by",
        "figures",
        "statements",
        "materials",
        "criteria",
    ),
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
NOTE = {"note", "note_zh", "note_en"}
TESTS = {"fact", "at_least", "at_most", "more_than", "less_than", "is", "any", "all"}
MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
TESTS |= {"holds", "not_holds", "judged"}


def check_edition(data: Any, where: str) -> Table:
    """Return the edition if every key and word in it is one we know; else SeedError."""
    found = keys(data, required=REQUIRED, optional=OPTIONAL, where=where)
    mark(found, where)
    one_of(found, "form", FORMS, where)
    one_of(found, "road", ROADS, where)
    _origin(found, where)
    _validity(found["validity"], f"{where}.validity")
    _terms(found, where)
    _asks(found, where)
    _criteria(found["criteria"], f"{where}.criteria")
    if "scoring" in found:
        check_scoring(found["scoring"], f"{where}.scoring")
    _routes(found, where)
    _duties(found, where)
    return found


def _origin(found: Table, where: str) -> None:
    for basis, place in items(found["basis"], f"{where}.basis", required=BASIS, optional=NOTE):
        day(basis, "issued_on", place)
    keys(found["in_force"], required={"from"}, optional={"until", "verified", *NOTE}, where=where)
    day(found["in_force"], "from", where)
    day(found["in_force"], "until", where)
    if (found["recognised_by"] is None) is ("authority" not in found):
        raise SeedError(f"{where}：recognised_by（本市机构）为 null 时写 authority，否则不写")
    if "number" in found:
        _number(found["number"], f"{where}.number")


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
    if "ends_each_year" in found and not MONTH_DAY.fullmatch(str(found["ends_each_year"])):
        refuse_at(found, "ends_each_year", where, '须写带引号的 "月-日"，如 "03-31"')


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


def _asks(found: Table, where: str) -> None:
    for figure, place in items(found["figures"], f"{where}.figures", required={"fact", "years"}):
        whole(figure, "years", place)
    list(items(found["statements"], f"{where}.statements", required={"fact"}, optional=NOTE))
    material = SPOKEN | MARK | {"required", "accepts"}
    list(items(found["materials"], f"{where}.materials", required=material, optional=NOTE))


def _criteria(listed: Any, where: str) -> None:
    more = TESTS | NOTE
    for criterion, place in items(listed, where, required=SPOKEN | MARK | {"kind"}, optional=more):
        one_of(criterion, "kind", KINDS, place)
        check_test(criterion, place)


def _routes(found: Table, where: str) -> None:
    if "direct_routes" not in found:
        return
    where = f"{where}.direct_routes"
    routes = keys(found["direct_routes"], required={"replaces", "any"}, optional=NOTE, where=where)
    more = TESTS | NOTE
    for route, place in items(routes["any"], f"{where}.any", required=SPOKEN | MARK, optional=more):
        check_test(route, place)


def _duties(found: Table, where: str) -> None:
    for key in ("upkeep", "revocation", "windows", "preferences"):
        more = {"due", "within", "from", "until", "number", *NOTE, *TERM_UNITS}
        list(items(found.get(key, []), f"{where}.{key}", required=SPOKEN | MARK, optional=more))
