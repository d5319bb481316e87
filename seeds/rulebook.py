"""The ladder, the vocabulary of facts, the sources and the dated editions of each scheme."""

from __future__ import annotations

from typing import Any

from seeds.edition_shape import check_edition
from seeds.reader import ROOT, read
from seeds.shapes import MARK, NAMED, day, items, one_of, whole
from seeds.tables import SeedError, Table, keys

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
EDGES = {"needs": {"any_of", "since"}, "excludes": {"scheme"}, "shortcuts": {"from"}}
FACT = NAMED | {"unit", "period", "kind", "help_zh", "help_en"}
KINDS = ("yearly", "enterprise", "derived", "statement")
FACT_UNITS = ("元", "人", "件", "项", "年", "天", "名", "分", "share", "yes_no", "level")


def ladder() -> Table:
    """Return tracks, rungs and schemes; the order of schemes is the order on screen."""
    found = keys(read("ladder.yaml"), required={"tracks", "rungs", "schemes"}, where="ladder")
    list(items(found["tracks"], "tracks", required=NAMED))
    list(items(found["rungs"], "rungs", required={"number", "name_zh", "name_en"}))
    for scheme, where in items(found["schemes"], "schemes", required=SCHEME, optional={"note"}):
        one_of(scheme, "nature", NATURES, where)
        one_of(scheme, "form", FORMS, where)
        one_of(scheme, "holds_on", ("own", "higher"), where)
        _recogniser(scheme["recognised_by"], f"{where}.recognised_by")
        _edges(scheme, where)
    return found


def _recogniser(value: Any, where: str) -> None:
    keys(value, optional={"office", "authority_zh", "authority_en"}, where=where)
    if ("office" in value) is ("authority_zh" in value):
        raise SeedError(f"{where}：office（本市机构）与 authority_zh（上级机关）须写其一")


def _edges(scheme: Table, where: str) -> None:
    for kind, more in EDGES.items():
        place = f"{where}.{kind}"
        for edge, at in items(scheme[kind], place, required=MARK | more, optional={"note"}):
            day(edge, "since", at)


def facts() -> list[Table]:
    """Return the vocabulary of facts: what can be known of one enterprise, and in which unit."""
    listed: list[Table] = read("facts.yaml")
    for fact, where in items(listed, "facts", required=FACT, optional={"of", "period_note"}):
        one_of(fact, "unit", FACT_UNITS, where)
        one_of(fact, "period", ("year", "day", "application"), where)
        one_of(fact, "kind", KINDS, where)
        for base in fact.get("of", {}):
            whole(fact["of"], base, f"{where}.of")
    return listed


def sources() -> Table:
    """Return the sources by key; every mark ``verified`` rests on one of them."""
    found: Table = read("sources.yaml")
    for key, source in found.items():
        keys(source, required={"what"}, optional={"url", "repo", "path"}, where=f"sources.{key}")
    return found


def editions() -> list[tuple[str, str]]:
    """Return (scheme, edition) of every rule file, in order."""
    paths = sorted((ROOT / "schemes").glob("*/*.yaml"))
    return [(path.parent.name, path.stem) for path in paths]


def edition(scheme: str, name: str) -> Table:
    """Return one dated rule set, its shape checked; scheme and name must match the path."""
    found = check_edition(read(f"schemes/{scheme}/{name}.yaml"), f"{scheme}/{name}")
    if (found["scheme"], found["edition"]) != (scheme, name):
        raise SeedError(f"schemes/{scheme}/{name}.yaml：scheme、edition 与路径不一致，请改正")
    return found
