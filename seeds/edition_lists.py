"""The lists of an edition: what is asked for, the criteria, the direct routes, the duties after."""

from __future__ import annotations

from typing import Any

from seeds.criterion_shape import TEST_KEYS, check_test
from seeds.shapes import (
    MARK,
    NOTE,
    SPOKEN,
    code,
    codes,
    day,
    filled_list_of,
    items,
    list_of,
    mark,
    month_day,
    one_of,
    switch,
    texts,
    whole,
)
from seeds.tables import Table, keys, refuse_at, refuse_here

KINDS = ("hard", "veto", "judged", "prerequisite", "external_score")
OCCASIONS = ("new", "renewal")
CRITERION = TEST_KEYS | NOTE | {"applies_to", "evidence", "waived_by"}
DUTY = NOTE | {"due", "within", "from", "until"}


def check_lists(found: Table, where: str) -> None:
    """Check figures, statements, materials, criteria, direct routes, upkeep and the like."""
    _asks(found, where)
    _materials(found["materials"], f"{where}.materials")
    _criteria(found, where)
    if "direct_routes" in found:
        _routes(found, f"{where}.direct_routes")
    for key in ("upkeep", "revocation", "windows", "preferences"):
        _duties(found.get(key, []), f"{where}.{key}")


def _asks(found: Table, where: str) -> None:
    for figure, place in items(found["figures"], f"{where}.figures", required={"fact", "years"}):
        whole(figure, "years", place)
    place, more = f"{where}.statements", NOTE | {"applies_to"}
    for said, at in items(found["statements"], place, required={"fact"}, optional=more):
        _occasions(said, at)


def _materials(listed: Any, where: str) -> None:
    required = SPOKEN | MARK | {"required", "accepts"}
    for material, place in items(listed, where, required=required, optional=NOTE):
        code(material, "code", place)
        filled_list_of(texts(material["accepts"], f"{place}.accepts"), f"{place}.accepts")
        switch(material, "required", place, "true（必交）或 false（可不交）")


def _criteria(found: Table, where: str) -> None:
    listed, place = found["criteria"], f"{where}.criteria"
    unknown = found.get("conditions_unknown", False)
    if "conditions_unknown" in found and unknown is not True:
        refuse_at(found, "conditions_unknown", where, "只能写 true；条件已知时请删去")
    if unknown and list_of(listed, place):
        refuse_at(
            found, "conditions_unknown", where, "写了条件就不要再写 conditions_unknown，请删去"
        )
    if not unknown:
        filled_list_of(listed, place)
    papers = {material["code"] for material in found["materials"]}
    for criterion, at in items(
        listed, place, required=SPOKEN | MARK | {"kind"}, optional=CRITERION
    ):
        _criterion(criterion, at, papers)


def _criterion(criterion: Table, where: str, papers: set[str]) -> None:
    code(criterion, "code", where)
    one_of(criterion, "kind", KINDS, where)
    opening = check_test(criterion, where)
    if criterion["kind"] == "prerequisite" and opening != "holds":
        refuse_at(criterion, "kind", where, "prerequisite 只能写 holds: [称号]，请改正")
    if (criterion["kind"] == "judged") is not (opening == "judged"):
        refuse_at(criterion, "kind", where, "kind: judged 与 judged: true 须同时写，请改正")
    if criterion["code"] == "score":
        refuse_at(criterion, "code", where, "score 专指评分，请换一个代码")
    _occasions(criterion, where)
    codes(criterion.get("evidence", []), f"{where}.evidence", papers, "材料")
    if "waived_by" in criterion:
        _tests(criterion["waived_by"], f"{where}.waived_by")


def _occasions(said: Table, where: str) -> None:
    if "applies_to" in said:
        given = codes(said["applies_to"], f"{where}.applies_to", OCCASIONS, "申请类型")
        if len(given) != 1:
            refuse_here(f"{where}.applies_to", "须恰写一种（new 或 renewal）；两种都适用时请删去")


def _routes(found: Table, where: str) -> None:
    routes = keys(found["direct_routes"], required={"replaces", "any"}, optional=NOTE, where=where)
    mark(routes, where)
    if routes["replaces"] == "score":
        if "scoring" not in found:
            refuse_at(routes, "replaces", where, "本版次没有 scoring 可替代，请改正")
    else:
        known = {criterion["code"] for criterion in found["criteria"]}
        codes(routes["replaces"], f"{where}.replaces", known, "条件")
        filled_list_of(routes["replaces"], f"{where}.replaces")
    _tests(routes["any"], f"{where}.any")


def _tests(listed: Any, where: str) -> None:
    """Tests that each have a code, words and a source: direct routes, waivers."""
    filled_list_of(listed, where)
    for each, place in items(listed, where, required=SPOKEN | MARK, optional=TEST_KEYS | NOTE):
        code(each, "code", place)
        check_test(each, place)


def _duties(listed: Any, where: str) -> None:
    for duty, place in items(listed, where, required=SPOKEN | MARK, optional=DUTY):
        day(duty, "from", place)
        day(duty, "until", place)
        if "due" in duty:
            month_day(duty, "due", place)
