"""The shape of an edition (a dated rule file of one scheme), apart from its lists and its score."""

from __future__ import annotations

import re
from typing import Any

from seeds import pattern
from seeds.case_shape import check_own_cases
from seeds.edition_lists import check_lists
from seeds.recording_shape import check_benefits, check_system_of_record
from seeds.scoring_shape import check_scoring
from seeds.shapes import (
    NOTE,
    code,
    day,
    filled_list_of,
    items,
    mark,
    month_day,
    one_of,
    switch,
    term,
    text_or_null,
    texts,
    whole,
)
from seeds.tables import SeedError, Table, keys, refuse_at, refuse_here, with_line

ROADS = ("evaluated", "city_recognised", "high_tech", "city_selected", "conferred", "none")
FORMS = ("certificate", "number", "listing", "none")
EDITION = re.compile(r"[0-9a-z][0-9a-z_.-]{0,19}")
REQUIRED = {
    *("scheme", "edition", "name_zh", "name_en", "basis", "in_force", "verified", "sources"),
    *("form", "validity", "road", "recognised_by", "system_of_record"),
    *("figures", "statements", "materials", "criteria"),
}
OPTIONAL = {
    *("number", "authority", "authority_en", "terms", "notice", "scoring", "direct_routes"),
    *("upkeep", "revocation", "bar_years", "note_zh", "note_en", "windows", "preferences"),
    *("benefits", "conditions_unknown", "spends_class_2", "cases"),
}
BASIS = {"document", "number", "clause", "issued_by", "issued_on"}
RENEWALS = {"renewals_until", "renewals_source"}
VALIDITIES = (
    {"years", "starts", "source"},
    {"ends_each_year", "years_after", "starts", "source"},
    {"open_ended"},
)


def check_edition(data: Any, where: str) -> Table:
    """Return the edition if every key and word in it is one we know; else SeedError with a line."""
    try:
        return _checked(data, where)
    except SeedError as refusal:
        raise with_line(refusal, data, where) from None


def _checked(data: Any, where: str) -> Table:
    found = keys(data, required=REQUIRED, optional=OPTIONAL, where=where)
    mark(found, where)
    _names(found, where)
    _origin(found, where)
    _validity(found["validity"], f"{where}.validity")
    _terms(found, where)
    check_system_of_record(found["system_of_record"], f"{where}.system_of_record")
    check_benefits(found.get("benefits", []), f"{where}.benefits")
    check_lists(found, where)
    if "scoring" in found:
        check_scoring(found["scoring"], f"{where}.scoring")
    check_own_cases(found, where)
    return found


def _names(found: Table, where: str) -> None:
    code(found, "scheme", where)
    if not EDITION.fullmatch(found["edition"]):
        refuse_at(found, "edition", where, "版次只用小写字母、数字、点和横线，20 字以内")
    one_of(found, "form", FORMS, where)
    one_of(found, "road", ROADS, where)
    if "spends_class_2" in found:
        switch(found, "spends_class_2", where, "true（成功认定后Ⅱ类知识产权不再计）或 false")


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
        refuse_at(found, "recognised_by", where, "（本市机构）为 null 时写 authority，否则不写")
    if found.get("bar_years") is not None:
        whole(found, "bar_years", where)
    if "number" in found:
        _number(found["number"], f"{where}.number")


def _in_force(data: Any, where: str) -> None:
    optional = {"until", "verified", *RENEWALS, *NOTE}
    found = keys(data, required={"from"}, optional=optional, where=where)
    mark(found, where)
    for key in ("from", "until", "renewals_until"):
        day(found, key, where)
    if len(RENEWALS & found.keys()) == 1:
        refuse_here(where, "renewals_until 与 renewals_source 须一起写，请补上")
    if found.get("renewals_until") and not found.get("until"):
        refuse_at(found, "renewals_until", where, "只有已写 until 的版次才可沿用于复核，请补 until")
    _in_order(found, where)


def _in_order(found: Table, where: str) -> None:
    days = [key for key in ("from", "until", "renewals_until") if found.get(key)]
    for earlier, later in zip(days, days[1:], strict=False):
        if found[later] < found[earlier]:
            refuse_at(found, later, where, f"早于 {earlier}，请核对日期")


def _number(found: Any, where: str) -> None:
    required = {"label_zh", "label_en", "pattern", "example", "verified"}
    mark(keys(found, required=required, optional=NOTE, where=where), where)
    if problem := pattern.problem_of(found["pattern"], found["example"]):
        refuse_at(found, problem[0], where, problem[1])


def _validity(found: Any, where: str) -> None:
    every = set().union(*VALIDITIES)
    keys(found, required={"verified"}, optional=every | NOTE, where=where)
    mark(found, where)
    if every & found.keys() not in VALIDITIES:
        refuse_here(where, "须写 years、ends_each_year、open_ended 三种写法之一，请改正")
    if "starts" in found:
        one_of(found, "starts", ("issued_on", "announced_on"), where)
    for key in {"years", "years_after"} & found.keys():
        whole(found, key, where)
    if "ends_each_year" in found:
        month_day(found, "ends_each_year", where)


def _terms(found: Table, where: str) -> None:
    terms = found.get("terms", {})
    if not isinstance(terms, dict):
        refuse_at(found, "terms", where, "这里应为“名称: 内容”的映射，请改正")
    for name, value in terms.items():
        term(value, f"{where}.terms.{name}", extra={"kind", "says_zh", "says_en"})
        if "kind" not in value:
            refuse_here(f"{where}.terms.{name}", "缺少 kind（promise 或 statutory），请补上")
        one_of(value, "kind", ("promise", "statutory"), f"{where}.terms.{name}")
    if "notice" in found:
        term(found["notice"], f"{where}.notice", extra=NOTE)
