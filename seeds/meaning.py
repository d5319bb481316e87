"""Whether the words of an edition mean anything: facts, units, titles, offices, sources, no circles.

The shape of a file is checked by `edition_shape`; here it is held against the other files of
seeds/, so that an edition brought through the admin is refused with its line before it is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from seeds.amounts import base_unit
from seeds.criterion_shape import LIMITS, TITLES
from seeds.fact_shape import figures_read
from seeds.rulebook import edition, editions, facts, ladder, sources
from seeds.surroundings import offices
from seeds.tables import SeedError, Table, refuse_at, with_line

UNIT_OF = {"share": "share", "level": "级"}
MEASURED = {*LIMITS, "every"}
TESTED = ("criteria", "scoring", "direct_routes")


@dataclass(frozen=True)
class Known:
    """What an edition may name: facts, titles, offices, sources; and what each title needs first."""

    facts: Mapping[str, Table]
    schemes: frozenset[str]
    offices: frozenset[str]
    sources: frozenset[str]
    needs: Mapping[str, frozenset[str]]


def known() -> Known:
    """What stands in seeds/ today; `needs` are the prerequisites of all editions on file."""
    needs: dict[str, frozenset[str]] = {}
    for scheme, name in editions():
        needs[scheme] = needs.get(scheme, frozenset()) | prerequisites(edition(scheme, name))
    return Known(
        {fact["code"]: fact for fact in facts()},
        frozenset(scheme["code"] for scheme in ladder()["schemes"]),
        frozenset(office["code"] for office in offices()),
        frozenset(sources()),
        needs,
    )


def check_meaning(found: Table, where: str, within: Known | None = None) -> Table:
    """Return the edition (already of the right shape) if all it names exists; else SeedError."""
    within = within or known()
    try:
        _names(found, where, within)
        for table, place in tables(found, where):
            _fact(table, place, within.facts)
            _titles(table, place, within.schemes)
        _asked(found, where, within.facts)
        _no_circle(found, where, within.needs)
    except SeedError as refusal:
        raise with_line(refusal, found, where) from None
    return found


def tables(data: Any, where: str) -> Iterator[tuple[Any, str]]:
    """Every mapping inside with the place it stands at, itself included; cases apart."""
    if isinstance(data, dict):
        yield data, where
        for key, value in data.items():
            yield from tables(value, f"{where}.{key}") if key != "cases" else ()
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from tables(value, f"{where}[{number}]")


def prerequisites(found: Mapping[str, Any]) -> frozenset[str]:
    """The titles that an edition asks for first."""
    asked = [each["holds"] for each in found["criteria"] if each["kind"] == "prerequisite"]
    return frozenset(scheme for schemes in asked for scheme in schemes)


def _names(found: Table, where: str, within: Known) -> None:
    if found["scheme"] not in within.schemes:
        refuse_at(found, "scheme", where, "梯度（ladder.yaml）里没有这个称号，请先补上")
    if found["recognised_by"] and found["recognised_by"] not in within.offices:
        refuse_at(found, "recognised_by", where, "没有这个机构（offices.yaml），请核对代码")
    for source in found["sources"]:
        if source not in within.sources:
            refuse_at(found, "sources", where, f"没有来源 {source}（sources.yaml），请补上")


def _fact(table: Table, where: str, vocabulary: Mapping[str, Table]) -> None:
    """The fact exists, is asked in its own way (is, or a limit), and in its own unit."""
    if "fact" not in table:
        return
    fact = vocabulary.get(table["fact"])
    if fact is None:
        refuse_at(table, "fact", where, f"没有事实 {table['fact']}（facts.yaml），请核对或补上")
    measured = sorted(MEASURED & table.keys())
    if fact["unit"] == "yes_no" and measured or fact["unit"] != "yes_no" and "is" in table:
        refuse_at(table, "fact", where, "是否类事实写 is，数值类事实写界限，请改正")
    if table.get("kind") == "external_score" and fact["kind"] != "score":
        refuse_at(table, "kind", where, "external_score 只用于评分类事实（kind: score），请改正")
    for key in measured:
        _unit(table, key, where, UNIT_OF.get(fact["unit"], fact["unit"]))


def _unit(table: Table, key: str, where: str, unit: str) -> None:
    steps = table[key] if isinstance(table[key], list) else [{"value": table[key]}]
    for step in steps:
        if base_unit(step["value"], f"{where}.{key}") != unit:
            refuse_at(table, key, where, f"单位与事实不符，应为 {unit}（或其倍数），请改正")


def _titles(table: Table, where: str, schemes: frozenset[str]) -> None:
    for key in TITLES:
        for scheme in table.get(key, []):
            if scheme not in schemes:
                refuse_at(table, key, where, f"没有称号 {scheme}（ladder.yaml），请核对代码")


def _asked(found: Table, where: str, vocabulary: Mapping[str, Table]) -> None:
    """What is tested must be asked for, or it would stay unknown for ever."""
    figures = {each["fact"]: each["years"] for each in found["figures"]}
    stated = {each["fact"] for each in found["statements"]}
    for part in TESTED:
        for table, place in tables(found.get(part, []), f"{where}.{part}"):
            fact = vocabulary[table["fact"]] if "fact" in table else None
            for base, years in (figures_read(fact) if fact else {}).items():
                if figures.get(base, 0) < years:
                    refuse_at(table, "fact", place, f"figures 里须有 {base}（{years} 年），请补上")
            if fact and fact["kind"] in ("statement", "score") and fact["code"] not in stated:
                refuse_at(table, "fact", place, f"statements 里须有 {fact['code']}，请补上")


def _no_circle(found: Table, where: str, needs: Mapping[str, frozenset[str]]) -> None:
    """No title may, step by step, need itself first."""
    for number, criterion in enumerate(found["criteria"]):
        if criterion["kind"] == "prerequisite" and found["scheme"] in reached(criterion, needs):
            place = f"{where}.criteria[{number}]"
            refuse_at(criterion, "holds", place, "称号互为前提，绕回了自身，请改正")


def reached(criterion: Mapping[str, Any], needs: Mapping[str, frozenset[str]]) -> set[str]:
    """Every title that a prerequisite leads to, however many steps down."""
    found: set[str] = set()
    ahead = list(criterion["holds"])
    while ahead:
        scheme = ahead.pop()
        if scheme not in found:
            found.add(scheme)
            ahead += needs.get(scheme, ())
    return found
