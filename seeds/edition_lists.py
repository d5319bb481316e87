"""The lists of an edition: what is asked for, the criteria, the direct routes, the duties after."""

from __future__ import annotations

from typing import Any

from seeds.criterion_shape import TEST_KEYS, check_test
from seeds.shapes import (
    MARK,
    SPOKEN,
    day,
    filled_list_of,
    items,
    mark,
    month_day,
    one_of,
    refuse_at,
    texts,
    whole,
)
from seeds.tables import Table, keys

KINDS = ("hard", "veto", "judged", "prerequisite", "external_score")
NOTE = {"note", "note_zh", "note_en"}
DUTY = NOTE | {"due", "within", "from", "until"}


def check_lists(found: Table, where: str) -> None:
    """Check figures, statements, materials, criteria, direct routes, upkeep and the like."""
    _asks(found, where)
    _materials(found["materials"], f"{where}.materials")
    _criteria(found["criteria"], f"{where}.criteria")
    if "direct_routes" in found:
        _routes(found["direct_routes"], f"{where}.direct_routes")
    for key in ("upkeep", "revocation", "windows", "preferences"):
        _duties(found.get(key, []), f"{where}.{key}")


def _asks(found: Table, where: str) -> None:
    for figure, place in items(found["figures"], f"{where}.figures", required={"fact", "years"}):
        whole(figure, "years", place)
    list(items(found["statements"], f"{where}.statements", required={"fact"}, optional=NOTE))


def _materials(listed: Any, where: str) -> None:
    required = SPOKEN | MARK | {"required", "accepts"}
    for material, place in items(listed, where, required=required, optional=NOTE):
        texts(material["accepts"], f"{place}.accepts")
        if not isinstance(material["required"], bool):
            refuse_at(material, "required", place, "须写 true（必交）或 false（可不交）")


def _criteria(listed: Any, where: str) -> None:
    filled_list_of(listed, where)
    more = TEST_KEYS | NOTE
    for criterion, place in items(listed, where, required=SPOKEN | MARK | {"kind"}, optional=more):
        one_of(criterion, "kind", KINDS, place)
        check_test(criterion, place)


def _routes(data: Any, where: str) -> None:
    routes = keys(data, required={"replaces", "any"}, optional=NOTE, where=where)
    mark(routes, where)
    if routes["replaces"] != "score":
        texts(routes["replaces"], f"{where}.replaces")
    listed, more = filled_list_of(routes["any"], f"{where}.any"), TEST_KEYS | NOTE
    for route, place in items(listed, f"{where}.any", required=SPOKEN | MARK, optional=more):
        check_test(route, place)


def _duties(listed: Any, where: str) -> None:
    for duty, place in items(listed, where, required=SPOKEN | MARK, optional=DUTY):
        day(duty, "from", place)
        day(duty, "until", place)
        if "due" in duty:
            month_day(duty, "due", place)
