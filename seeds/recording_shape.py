"""Where a title is recorded (with us, or on a platform of the state or province) and what it brings."""

from __future__ import annotations

from typing import Any

from seeds.shapes import (
    MARK,
    NOTE,
    SPOKEN,
    VERIFIED,
    day,
    items,
    mark,
    one_of,
    text_or_null,
    unique,
    whole,
)
from seeds.tables import Table, keys, refuse_at

SYSTEMS = ("own", "platform")
PLATFORM = MARK | {"kind", "name_zh", "name_en", "address", "outcome", "fields", "order_verified"}
BENEFITS = ("tax", "subsidy", "finance", "other")
BENEFIT = SPOKEN | MARK | {"kind", "from", "until", "document", "number"}


def check_system_of_record(data: Any, where: str) -> None:
    """``{kind: own}``, or a platform: how the outcome comes back, and its fields in its order."""
    found = keys(data, required={"kind"}, optional=PLATFORM | NOTE, where=where)
    one_of(found, "kind", SYSTEMS, where)
    if found["kind"] == "own":
        keys(found, required={"kind"}, where=where)
        return
    keys(found, required=PLATFORM, optional=NOTE, where=where)
    mark(found, where)
    text_or_null(found, "address", where)
    one_of(found, "outcome", ("number", "list"), where)
    one_of(found, "order_verified", VERIFIED, where)
    _fields(found["fields"], f"{where}.fields")


def _fields(listed: Any, where: str) -> None:
    seen: set[str] = set()
    for field, place in items(listed, where, required={"fact"}, optional={"years"}):
        unique(field, "fact", seen, place)
        if "years" in field:
            whole(field, "years", place)


def check_benefits(listed: Any, where: str) -> None:
    """What the title brings, dated and with its document; nothing of it is computed."""
    for benefit, place in items(listed, where, required=BENEFIT, optional=NOTE):
        one_of(benefit, "kind", BENEFITS, place)
        day(benefit, "from", place)
        day(benefit, "until", place)
        text_or_null(benefit, "number", place)
        _begins_before_it_ends(benefit, place)


def _begins_before_it_ends(benefit: Table, where: str) -> None:
    if benefit["from"] and benefit["until"] and benefit["until"] < benefit["from"]:
        refuse_at(benefit, "until", where, "早于 from，请核对日期")
