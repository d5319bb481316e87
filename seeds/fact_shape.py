"""The shape of the vocabulary: recorded facts, facts derived from them, and scores of others.

A derived fact carries exactly one expression over yearly figures; nothing of it is code.
"""

from __future__ import annotations

from typing import Any

from seeds.shapes import NAMED, code, items, one_of, switch, whole
from seeds.tables import Table, keys, refuse_at, refuse_here

KINDS = ("yearly", "enterprise", "derived", "statement", "score")
UNITS = ("元", "美元", "人", "件", "项", "年", "天", "名", "分", "share", "yes_no", "level")
PERIODS = ("year", "day", "application")
MOVES = ("up", "down", "either")
GROWS = ("yearly", "daily")
FACT = NAMED | {"unit", "period", "kind", "help_zh", "help_en"}
# what each expression takes: (required, optional)
EXPRESSIONS: dict[str, tuple[set[str], set[str]]] = {
    "share": ({"of", "in"}, {"back", "years"}),
    "total": ({"of", "years"}, set()),
    "mean": ({"of", "years"}, set()),
    "earlier": ({"of", "back"}, set()),
    "growth": ({"of"}, set()),
    "mean_growth": ({"of", "years"}, set()),
    "compound": ({"of"}, set()),
}
YEARS = {"growth": 2, "compound": 3}
MORE = {*EXPRESSIONS, "score", "lever", "moves", "grows", "part_of", "per_title", "period_note"}


def check_facts(listed: Any, where: str) -> list[Table]:
    """Return the vocabulary if every row says its unit, its kind and where it comes from."""
    found = [fact for fact, _place in items(listed, where, required=FACT, optional=MORE)]
    kinds = {fact["code"]: fact["kind"] for fact in found}
    for number, fact in enumerate(found):
        _row(fact, f"{where}[{number}]", kinds)
    return found


def _row(fact: Table, where: str, kinds: dict[str, str]) -> None:
    code(fact, "code", where)
    one_of(fact, "unit", UNITS, where)
    one_of(fact, "period", PERIODS, where)
    one_of(fact, "kind", KINDS, where)
    if "per_title" in fact:
        switch(fact, "per_title", where, "true（各称号所问不同）；否则删去")
    if "moves" in fact:
        one_of(fact, "moves", MOVES, where)
    if "grows" in fact:
        one_of(fact, "grows", GROWS, where)
    if "part_of" in fact and kinds.get(str(fact["part_of"])) != "yearly":
        refuse_at(fact, "part_of", where, f"{fact['part_of']!r} 不是年度数，请改正")
    _expression(fact, where, kinds)
    if "score" in fact:
        _earlier_score(fact, where, kinds)


def _expression(fact: Table, where: str, kinds: dict[str, str]) -> None:
    given = sorted(EXPRESSIONS.keys() & fact.keys())
    if len(given) != (fact["kind"] == "derived"):
        refuse_here(where, f"kind: derived 须恰有一种算法（{'、'.join(EXPRESSIONS)}），其余不写")
    if "lever" in fact and not given:
        refuse_at(fact, "lever", where, "只有推算的事实才写 lever，请删去")
    for name in given:
        _rests_on_figures(fact, name, where, kinds)


def _rests_on_figures(fact: Table, name: str, where: str, kinds: dict[str, str]) -> None:
    required, optional = EXPRESSIONS[name]
    place = f"{where}.{name}"
    said = keys(fact[name], required=required, optional=optional, where=place)
    if {"back", "years"} <= said.keys():
        refuse_here(place, "back 与 years 只写其一，请改正")
    for key in {"back", "years"} & said.keys():
        whole(said, key, place)
    for mapping, key, at in ((said, "of", place), (said, "in", place), (fact, "lever", where)):
        if key in mapping and kinds.get(str(mapping[key])) != "yearly":
            refuse_at(mapping, key, at, f"{mapping[key]!r} 不是年度数，推算只以年度数为据，请改正")


def _earlier_score(fact: Table, where: str, kinds: dict[str, str]) -> None:
    said = keys(fact["score"], required={"of", "back"}, where=f"{where}.score")
    whole(said, "back", f"{where}.score")
    if fact["kind"] != "score" or kinds.get(str(said["of"])) != "score":
        refuse_at(fact, "score", where, "只有评分（kind: score）才可取另一评分的往年值，请改正")


def figures_read(fact: Table) -> dict[str, int]:
    """How many years back, last year included, which yearly figures a fact rests on."""
    if fact["kind"] == "yearly":
        return {fact["code"]: 1}
    name = next((name for name in EXPRESSIONS if name in fact), None)
    if name is None:
        return {}
    said = fact[name]
    years = YEARS.get(name) or said.get("years") or said.get("back", 0) + 1
    return {said[key]: years for key in ("of", "in") if key in said}
