"""The cases that officials can read (tests/cases): do the editions find what each says?

And are there enough of them: every threshold of every edition has a case exactly at its edge and
one just across it, and every yes-or-no test a case of either kind.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

import pytest

import seeds
from certifications.editions import NoEdition, edition_for
from certifications.loading import as_json
from certifications.models import Scheme
from certifications.rules import cases
from certifications.rules.conditions import COMPARISONS, read
from certifications.rules.criteria import SCORE
from certifications.rules.rulebook import Mark, Points, Rulebook, read_rules
from certifications.rules.scoring import Score, score
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing

HERE = Path(__file__).resolve().parent.parent / "cases"
WHICH = "which_edition.yaml"
ENOUGH = 300
LONGEST_SENTENCE = 60
# How far from its limit a value still shows the edge, in base units: else one head, year, point …
NEAR = {"share": Decimal("0.0001"), "元": Decimal(10_000), "美元": Decimal(1_000_000)}
ONE = Decimal(1)
WORDS_OF_A_TEST = ("fact", "is", "holds", "not_holds", "no_kin_holds")
NEAR_POINTS = 5  # scores move in steps of up to five points


def read_file(path: Path) -> Any:
    return seeds.parse(path.read_text(encoding="utf-8"), path.name)


FILES = {path.stem: read_file(path) for path in sorted(HERE.glob("*.yaml")) if path.name != WHICH}
CASES = [(name, case) for name, file in FILES.items() for case in file["cases"]]
EDITIONS = seeds.editions()
WHICH_EDITION = read_file(HERE / WHICH)


@cache
def rules_of(scheme: str, edition: str) -> Any:
    return as_json(seeds.edition(scheme, edition))


@cache
def book_of(name: str) -> Rulebook:
    return read_rules(rules_of(FILES[name]["scheme"], FILES[name]["edition"]))


def complaints(name: str, case: Any) -> list[str]:
    return [str(each) for each in cases.run(book_of(name), FILES[name]["base"], case)]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{n}:{c['code']}" for n, c in CASES])
def test_a_case_comes_out_as_it_says(name, case):
    assert complaints(name, case) == []


def test_there_are_enough_cases():
    assert len(CASES) >= ENOUGH


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_cases_is_named_for_its_edition_and_can_be_read(name):
    file = FILES[name]
    codes = [case["code"] for case in file["cases"]]

    assert name == f"{file['scheme']}_{file['edition']}"
    assert len(codes) == len(set(codes))
    assert [c["code"] for c in file["cases"] if len(c["says_zh"]) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("name", FILES)
def test_a_case_speaks_in_words_of_the_vocabulary(name):
    """A fact that nobody declared would be read by no rule, and the case would prove nothing."""
    file = FILES[name]
    firms = [file["base"], *(case.get("change", {}) for case in file["cases"])]

    assert {code for firm in firms for code in firm.get("facts", {})} <= {
        row["code"] for row in seeds.facts()
    }


WRONG = [
    ("tech_sme_2017", {"verdict": "not_met"}),
    ("tech_sme_2017", {"findings": {"size_staff": "not_met"}}),
    ("tech_sme_2017", {"findings": {"size_staff": "unknown"}}),
    ("tech_sme_2017", {"findings": {"no_such_criterion": "met"}}),
    ("tech_sme_2017", {"points": {"tech_staff": 16}}),
    ("tech_sme_2017", {"points": {"tech_staff": None}}),
    ("tech_sme_2017", {"total": 99}),
    ("tech_sme_2017", {"total": [99, 100]}),
    ("tech_sme_2017", {"route": "high_tech"}),
    ("srdi_sme_2026", {"findings": {"ip": "waived"}}),
    ("srdi_sme_2026", {"total": 100}),
]


@pytest.mark.parametrize(("name", "expect"), WRONG)
def test_a_wrong_expectation_is_complained_of(name, expect):
    """The negative control: a firm that meets everything, said to come out otherwise."""
    assert complaints(name, {"code": "wrong", "says_zh": "故意写错", "expect": expect})


# ---- both sides of every edge


@dataclass(frozen=True)
class Edge:
    """A test of an edition as it is written, and the findings, items and routes it decides."""

    shows_in: frozenset[str]
    said: Mapping[str, Any]
    word: str = ""
    limit: Decimal = Decimal(0)

    def __str__(self) -> str:
        return f"{'/'.join(sorted(self.shows_in))}: {' '.join(map(str, self.said.values()))}"

    @property
    def near(self) -> Decimal:
        said = self.said[self.word]
        unit = seeds.UNITS[said["unit"]][0] if isinstance(said, Mapping) else "share"
        return NEAR.get(unit, ONE)


def edges_of(rules: Any) -> Iterator[Edge]:
    """Every test of the criteria, of the items of the score and of the direct routes."""
    for criterion in rules["criteria"]:
        yield from _edges([criterion["code"]], criterion)
    for item in rules.get("scoring", {}).get("items", []):
        yield from _edges([item["code"]], item)
        yield from _steps_of(item)
    routes = rules.get("direct_routes", {"any": [], "replaces": []})
    replaced = routes["replaces"] if isinstance(routes["replaces"], list) else [routes["replaces"]]
    for route in routes["any"]:
        yield from _edges([*replaced, f"route {route['code']}"], route)


def _edges(shows_in: list[str], part: Any) -> Iterator[Edge]:
    """The tests at the ends of a mapping or a list, the `when` of its steps included."""
    if isinstance(part, list):
        for each in part:
            yield from _edges(shows_in, each)
    if isinstance(part, dict):
        for each in part.values():
            yield from _edges(shows_in, each)
        yield from _edges_here(frozenset(shows_in), part)


def _edges_here(shows_in: frozenset[str], test: Any) -> Iterator[Edge]:
    words = [word for word in COMPARISONS if word in test and "fact" in test]
    for word in words:
        for step in test[word] if isinstance(test[word], list) else [{"value": test[word]}]:
            said = {"fact": test["fact"], "word": word, word: step["value"]}
            yield Edge(shows_in, said, word, cases.value_of(step["value"]))
    if not words and any(word in test for word in WORDS_OF_A_TEST[1:]):
        yield Edge(shows_in, {key: test[key] for key in WORDS_OF_A_TEST if key in test})


def _steps_of(item: Any) -> Iterator[Edge]:
    """An item that gives points for every full step has an edge at each that still gives some."""
    if per := item.get("per"):
        every = cases.value_of(per["every"])
        for step in range(1, ceil(Decimal(item["max"]) / per["points"]) + 1):
            said = {"fact": per["fact"], "step": step, "at_least": per["every"]}
            yield Edge(frozenset([item["code"]]), said, "at_least", every * step)


@dataclass(frozen=True)
class Shown:
    """A case of an edition: its standing, and the findings, items and routes it speaks of."""

    standing: Standing
    speaks_of: frozenset[str]


def shown(name: str) -> list[Shown]:
    base = FILES[name]["base"]
    return [
        Shown(
            cases.standing_of_case(cases.merged(base, case.get("change", {}))),
            _spoken_of(case["expect"]),
        )
        for case in FILES[name]["cases"]
    ]


def _spoken_of(expect: Any) -> frozenset[str]:
    route = [f"route {expect['route']}"] if expect.get("route") else []
    return frozenset([*expect.get("findings", {}), *expect.get("points", {}), *route])


def missing_sides(edge: Edge, seen: list[Shown]) -> list[str]:
    """What no case shows: either side of the edge and, where it is a number, the edge itself."""
    about = [each.standing for each in seen if each.speaks_of & edge.shows_in]
    if not edge.word:
        found = {read(edge.said).verdict(standing) for standing in about}
        return [f"{edge} {side}" for side in (Verdict.MET, Verdict.NOT_MET) if side not in found]
    values = [value for each in about if (value := each.number(edge.said["fact"])) is not None]
    close = [value for value in values if abs(value - edge.limit) <= edge.near]
    sides = {COMPARISONS[edge.word](value, edge.limit): value for value in close}
    lacking = {"passing": True not in sides, "failing": False not in sides}
    lacking["exactly"] = edge.limit not in close
    return [f"{edge} {side}" for side, lacks in lacking.items() if lacks]


@pytest.mark.parametrize("scheme_and_edition", EDITIONS, ids=["/".join(each) for each in EDITIONS])
def test_every_edge_of_an_edition_is_shown_on_both_sides(scheme_and_edition):
    rules = rules_of(*scheme_and_edition)
    name = "_".join(scheme_and_edition)
    if rules.get("conditions_unknown"):
        assert name not in FILES
        return

    seen = shown(name) if name in FILES else []
    missing = [side for edge in edges_of(rules) for side in missing_sides(edge, seen)]

    assert not missing, "no case shows\n" + "\n".join(missing)


@pytest.mark.parametrize("name", FILES)
def test_every_pass_mark_is_shown_on_both_sides(name):
    if scoring := book_of(name).scoring:
        results = [score(scoring, each.standing) for each in shown(name) if SCORE in each.speaks_of]
        marks = [scoring.passes, *scoring.also]

        missing = [str(mark) for mark in marks if not is_shown(mark, results)]
        assert not missing, "no case shows\n" + "\n".join(missing)


def is_shown(mark: Mark, results: list[Score]) -> bool:
    """Whether one score lies exactly on the mark, and scores close to it on either side."""
    spans = [_part(mark, result) for result in results]
    reached = {span[0] for span in spans if span and span[0] == span[1]}
    close = {points for points in reached if abs(points - mark.points) <= NEAR_POINTS}
    return mark.points in close and {mark.is_cleared_by(each) for each in close} == {True, False}


def _part(mark: Mark, result: Score) -> Points | None:
    if mark.item:
        return result.points[mark.item]
    return result.dimensions[mark.dimension] if mark.dimension else result.total


# ---- which edition judges


@pytest.mark.parametrize(
    "case", WHICH_EDITION, ids=[f"{c['scheme']}-{c['kind']}-{c['on']}" for c in WHICH_EDITION]
)
def test_the_edition_is_chosen_by_scheme_kind_and_day(db, case):
    scheme = Scheme.objects.get(code=case["scheme"])
    if case["edition"] is None:
        with pytest.raises(NoEdition):
            edition_for(scheme, case["kind"], case["on"])
        return

    assert edition_for(scheme, case["kind"], case["on"]).code == case["edition"]
