"""The system and an independent reading of the law judge 100,000 random firms alike.

Criterion by criterion, item by item, total, route and pass verdict. No database: rules come from
the edition files, firms from tests/oracle.
"""

from decimal import Decimal
from itertools import islice
from random import Random

import pytest

import seeds
from certifications.loading import as_json
from certifications.rules.findings import findings
from certifications.rules.rulebook import read_rules
from certifications.standing import Standing
from certifications.umbrellas import under_umbrellas
from enterprises.facts import Facts
from enterprises.known import lived
from tests.oracle import EDITIONS, random_firm
from tests.oracle.three_valued import MET, NOT_MET, UNKNOWN, WAIVED

HOW_MANY = {
    ("tech_sme", "2017"): 11_000,
    ("high_tech", "2016"): 14_000,
    ("innovative_sme", "2022"): 12_000,
    ("tech_innovative_sme", "2026"): 1_000,
    ("srdi_sme", "2022"): 14_000,
    ("srdi_sme", "2026"): 8_000,
    ("little_giant", "2022"): 10_000,
    ("little_giant", "2026"): 9_000,
    ("key_little_giant", "2024"): 2_000,
    ("gazelle", "2020"): 11_000,
    ("unicorn", "2018"): 3_000,
    ("single_champion", "2023"): 3_000,
    ("private_benchmark", "2022"): 1_000,
    ("chain_leader", "2022"): 1_000,
}
SHOWN = 3
each_edition = pytest.mark.parametrize("edition", EDITIONS, ids="/".join)


def test_a_hundred_thousand_firms_are_judged():
    assert HOW_MANY.keys() == EDITIONS.keys()
    assert sum(HOW_MANY.values()) == 100_000


@each_edition
def test_the_system_and_the_law_read_by_hand_judge_every_firm_alike(edition):
    book, law = rulebook(edition), EDITIONS[edition]
    apart = (
        (firm, differences)
        for firm in firms(edition, HOW_MANY[edition])
        if (differences := told_apart(law(firm), system(book, firm)))
    )
    assert not (shown := list(islice(apart, SHOWN))), report(edition, shown)


@each_edition
def test_the_random_firms_stand_on_every_side_of_every_condition(edition):
    """Else agreement would say little: each condition was met, not met and open for some firm."""
    seen = {}
    for firm in firms(edition, 1_000):
        for code, verdict in EDITIONS[edition](firm).criteria.items():
            seen.setdefault(code, set()).add(MET if verdict == WAIVED else verdict)
    told = {code: verdicts for code, verdicts in seen.items() if verdicts != {UNKNOWN}}
    by_title = {code for code, verdicts in told.items() if verdicts == {MET, NOT_MET}}
    assert by_title <= {"base_tier", "base"}
    assert all(told[code] == {MET, NOT_MET, UNKNOWN} for code in told.keys() - by_title)


@each_edition
def test_only_what_the_edition_leaves_to_people_stays_open_whatever_the_figures(edition):
    answers = [EDITIONS[edition](firm).criteria for firm in firms(edition, 300)]
    settled = {code for each in answers for code, verdict in each.items() if verdict != UNKNOWN}
    judged = {each.code for each in rulebook(edition).criteria if each.kind == "judged"}
    assert set().union(*answers) - settled == judged


# ---- the two sides


def rulebook(edition):
    return read_rules(as_json(seeds.edition(*edition)))


def firms(edition, how_many):
    rng = Random("/".join(edition))  # noqa: S311 - the same firms every time
    return (random_firm(rng) for _ in range(how_many))


def standing_of(firm):
    known = {**firm.says, **firm.count}
    known |= lived(firm.registered_on, firm.day)
    return Standing(
        facts=Facts(known=known, years=dict(enumerate(firm.years))),
        held=under_umbrellas(firm.held, firm.day),
        kin_held=firm.kin_held,
        points={item: Decimal(points) for item, points in firm.points.items()},
        on=firm.day,
    )


def system(book, firm):
    return findings(book, standing_of(firm), kind=firm.kind)


# ---- where they differ


def told_apart(answer, found):
    """(about what, the law read by hand, the system) for each difference."""
    score = next((each.score for each in found if each.score), None)
    by_hand = {**answer.criteria, **in_points(answer.points), "route": answer.route}
    by_hand |= {"total": answer.total, "passes": answer.passes}
    by_system = {each.code: str(each.verdict) for each in found}
    by_system |= in_points(score.points if score else {})
    by_system |= {"route": next((each.by_route for each in found if each.by_route), "")}
    by_system |= {"total": score and score.total, "passes": score and str(score.passes)}
    return [
        (about, by_hand.get(about), by_system.get(about))
        for about in {**by_hand, **by_system}
        if by_hand.get(about) != by_system.get(about)
    ]


def in_points(points):
    return {f"points of {item}": found for item, found in points.items()}


def report(edition, shown):
    lines = [f"{'/'.join(edition)}: the law read by hand and the system differ"]
    for firm, differences in shown:
        lines += [
            f"  {about}: by hand {by_hand}, the system {by_system}"
            for about, by_hand, by_system in differences
        ]
        lines += [f"    {line}" for line in described(firm)]
    return "\n".join(lines)


def described(firm):
    yield f"{firm.kind} on {firm.day}, registered {firm.registered_on}, full years {firm.full_years}"
    yield f"holds {sorted(firm.held)}, kin {sorted(firm.kin_held)}, points {firm.points}"
    for back, year in enumerate(firm.years):
        yield f"{back} years back: " + ", ".join(f"{code} {value}" for code, value in year.items())
    yield "says " + ", ".join(f"{code} {value}" for code, value in firm.says.items())
    yield "counts " + ", ".join(f"{code} {value}" for code, value in firm.count.items())
