"""An edition's own cases: a firm in plain words, and what the rules must find of it.

An official can read and write them (tests/cases, and `cases:` of every edition); no edition is
published unless its cases come out as they say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from certifications.rules.criteria import NEW, SCORE
from certifications.rules.findings import Finding, findings, overall
from certifications.rules.rulebook import Rulebook
from certifications.rules.scoring import Score
from certifications.standing import Standing
from certifications.umbrellas import under_umbrellas
from enterprises.facts import Facts, Value
from enterprises.known import lived
from enterprises.models.figures import FIGURES
from seeds.amounts import amount

Said = Mapping[str, Any]
ABOUT = {"verdict": "总的结论", "route": "直通条件", "total": "总分", "score": "评分"}
SAYS = {
    "met": "符合",
    "not_met": "不符合",
    "unknown": "尚不知道",
    "waived": "免于此项",
    "None": "没有",
}
LAID_OVER = ("facts", "points")  # merged with the base; everything else replaces it


@dataclass(frozen=True)
class Complaint:
    """One thing that came out otherwise than the case says."""

    case: str
    about: str
    expected: str
    found: str

    def __str__(self) -> str:
        about = ABOUT.get(self.about, self.about)
        expected, found = (SAYS.get(each, each) for each in (self.expected, self.found))
        return f"{self.case}：{about} 应为 {expected}，实为 {found}"


def run(book: Rulebook, base: Said, case: Said) -> list[Complaint]:
    """Hold one case against the rules; nothing when all comes out as it says."""
    firm = merged(base, case.get("change", {}))
    found = findings(book, standing_of_case(firm), kind=firm.get("kind", NEW))
    wrong = _complaints(case["expect"], found)
    return [Complaint(case["code"], about, str(want), str(got)) for about, want, got in wrong]


def merged(base: Said, change: Said) -> dict[str, Any]:
    """The base firm with what the case changes laid over it."""
    laid = {name: {**base.get(name, {}), **change[name]} for name in LAID_OVER if name in change}
    return {**base, **change, **laid}


def standing_of_case(firm: Said) -> Standing:
    """The standing of a firm as a case writes it."""
    on = _day(firm["on"])
    return Standing(
        facts_of_case(firm, on),
        under_umbrellas(firm.get("held", ()), on),
        frozenset(firm.get("kin_held", ())),
        {item: Decimal(points) for item, points in firm.get("points", {}).items()},
        on,
    )


def facts_of_case(firm: Said, on: date) -> Facts:
    """Yearly figures go to their years, the latest first; everything else is known on the day."""
    founded = firm.get("registered_on")
    known: dict[str, Value] = lived(_day(founded), on) if founded else {}
    years: dict[int, dict[str, Value]] = {}
    for code, said in firm.get("facts", {}).items():
        if code not in FIGURES:
            known[code] = value_of(said)
            continue
        for back, figure in enumerate(said if isinstance(said, list) else [said]):
            years.setdefault(back, {})[code] = value_of(figure)
    return Facts(known, years)


def value_of(said: Any) -> Value:
    """A fact as a case writes it: an amount with its unit, a percentage, a number, yes or no."""
    if isinstance(said, Mapping) or (isinstance(said, str) and said.endswith("%")):
        number = said if isinstance(said, str) else {**said, "amount": Decimal(said["amount"])}
        return amount(number, "cases")
    return (
        Decimal(said) if isinstance(said, (int, Decimal)) and not isinstance(said, bool) else said
    )


def _day(said: date | str) -> date:
    return said if isinstance(said, date) else date.fromisoformat(said)


Wrong = tuple[str, Any, Any]


def _complaints(expect: Said, found: list[Finding]) -> Iterator[Wrong]:
    by_code = {each.code: each for each in found}
    if "verdict" in expect and (whole := overall(found)) != expect["verdict"]:
        yield "verdict", expect["verdict"], whole
    for code, verdict in expect.get("findings", {}).items():
        got = by_code[code].verdict if code in by_code else None
        if got != verdict:
            yield code, verdict, got
    if "route" in expect and expect["route"] not in (routes := {each.by_route for each in found}):
        yield "route", expect["route"], "、".join(sorted(routes - {""})) or None
    score = by_code[SCORE].score if SCORE in by_code else None
    yield from _about_score(expect, score)


def _about_score(expect: Said, score: Score | None) -> Iterator[Wrong]:
    for item, points in expect.get("points", {}).items():
        got = score.points.get(item) if score else None
        if got != _points(points):
            yield f"points.{item}", points, got and [str(each) for each in got]
    if "total" in expect and (score is None or score.total != _points(expect["total"])):
        yield "total", expect["total"], score and [str(each) for each in score.total]


def _points(said: Any) -> tuple[Decimal, Decimal] | None:
    if said is None:
        return None
    both = said if isinstance(said, list) else [said, said]
    return Decimal(both[0]), Decimal(both[-1])
