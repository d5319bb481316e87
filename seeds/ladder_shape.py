"""The shape of the ladder: tracks, rungs, schemes, the edges between them, and how they are counted."""

from __future__ import annotations

from typing import Any

from seeds.shapes import MARK, NAMED, SPOKEN, code, codes, day, items, one_of, switch, whole
from seeds.tables import Table, keys, refuse_at, refuse_here

NATURES = ("evaluation", "recognition", "umbrella", "funding", "selection", "designation")
FORMS = ("number", "certificate", "listing", "none")
SCHEME = (
    NAMED
    | MARK
    | {
        *("rung", "track", "nature", "form", "recognised_by", "holds_on", "order"),
        *("needs", "excludes", "shortcuts"),
    }
)
MORE = {"note", "order_in_rung", "counted"}
TRACK = NAMED | MARK | {"exclusive"}
COUNTED = SPOKEN | {"name_zh", "name_en"}
EDGES = {"needs": {"any_of", "since"}, "excludes": {"scheme"}, "shortcuts": {"from"}}


def check_ladder(data: Any, where: str) -> Table:
    """Return the ladder if every place on it exists and no place is taken twice."""
    found = keys(data, required={"tracks", "rungs", "schemes"}, where=where)
    tracks = _tracks(found["tracks"], f"{where}.tracks")
    rungs = _rungs(found["rungs"], f"{where}.rungs")
    schemes = list(items(found["schemes"], f"{where}.schemes", required=SCHEME, optional=MORE))
    known, orders = {scheme["code"] for scheme, _place in schemes}, set[int]()
    for scheme, place in schemes:
        _scheme(scheme, place)
        one_of(scheme, "track", tracks, place)
        if scheme["rung"] not in rungs:
            refuse_at(scheme, "rung", place, "没有这一阶，请核对 rungs")
        _order(scheme, orders, place)
        _edges(scheme, place, known)
    _exclusive_among(found["tracks"], f"{where}.tracks", known)
    return found


def _tracks(listed: Any, where: str) -> set[str]:
    tracks = items(
        listed, where, required=TRACK, optional={"exclusive_among", "note_zh", "note_en"}
    )
    for track, place in tracks:
        says = "true（同轨只计最高一级）或 false（分别计）"
        switch(track, "exclusive", place, says)
    return {track["code"] for track in listed}


def _rungs(listed: Any, where: str) -> set[int]:
    required = {"number", "name_zh", "name_en"}
    return {rung["number"] for rung, _place in items(listed, where, required=required)}


def _scheme(scheme: Table, where: str) -> None:
    code(scheme, "code", where)
    one_of(scheme, "nature", NATURES, where)
    one_of(scheme, "form", FORMS, where)
    one_of(scheme, "holds_on", ("own", "higher"), where)
    for key in {"order", "order_in_rung"} & scheme.keys():
        whole(scheme, key, where)
    _recogniser(scheme["recognised_by"], f"{where}.recognised_by")
    if "counted" in scheme:
        counted = keys(scheme["counted"], required=COUNTED, where=f"{where}.counted")
        code(counted, "code", f"{where}.counted")


def _recogniser(value: Any, where: str) -> None:
    keys(value, optional={"office", "authority_zh", "authority_en"}, where=where)
    if ("office" in value) is ("authority_zh" in value):
        refuse_here(where, "office（本市机构）与 authority_zh（上级机关）须写其一")


def _order(scheme: Table, taken: set[int], where: str) -> None:
    if scheme["order"] in taken:
        refuse_at(scheme, "order", where, "次序与另一称号相同，请改正")
    taken.add(scheme["order"])


def _edges(scheme: Table, where: str, known: set[str]) -> None:
    for kind, more in EDGES.items():
        place = f"{where}.{kind}"
        for edge, at in items(scheme[kind], place, required=MARK | more, optional={"note"}):
            day(edge, "since", at)
            if kind == "needs":
                codes(edge["any_of"], f"{at}.any_of", known, "称号")
            else:
                one_of(edge, "scheme" if kind == "excludes" else "from", known, at)


def _exclusive_among(listed: list[Table], where: str, known: set[str]) -> None:
    """The titles of an exclusive track among which a firm counts once, lowest first."""
    for number, track in enumerate(listed):
        place = f"{where}[{number}]"
        codes(track.get("exclusive_among", []), f"{place}.exclusive_among", known, "称号")
        if ("exclusive_among" in track) is not track["exclusive"]:
            refuse_at(track, "exclusive", place, "exclusive: true 时写 exclusive_among，否则不写")
