"""Standings that Hypothesis makes up: every fact an edition names, often on an edge, often unknown."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

import seeds
from certifications.loading import as_json
from certifications.rules.conditions import Compare
from certifications.rules.rulebook import read_rules
from certifications.standing import Standing
from enterprises.expressions import derived
from enterprises.facts import Facts
from enterprises.levers import step_of
from enterprises.models.figures import FIGURES, HEAD_COUNTS
from enterprises.vocabulary import words

BOOKS = {
    name: read_rules(as_json(seeds.edition(*name)))
    for name in seeds.editions()
    if seeds.edition(*name)["criteria"]
}
WAN = Decimal(10_000)
YEARS = range(3)
MONEY = st.integers(0, 60_000).map(lambda wan: wan * WAN) | st.integers(0, 600_000_000).map(Decimal)
HEADS = st.integers(0, 1_100).map(Decimal)
TITLES = ["tech_sme", "innovative_sme", "srdi_sme", "little_giant", "high_tech", "single_champion"]


def limits_of(book):
    """The limits that a book sets to each fact."""
    found = {}
    conditions = [each.condition for each in [*book.criteria, *book.privileges()]]
    for item in book.scoring.items if book.scoring else ():
        conditions += [band.condition for bands in item.bands for band in bands]
    for leaf in (leaf for each in conditions for leaf in each.leaves()):
        if isinstance(leaf, Compare):
            found.setdefault(leaf.fact, set()).update(step.value for step in leaf.steps)
    return found


def value(code, limits):
    """A statement or a count: yes, no, or a number at a limit, a step beside it, or anywhere."""
    if words()[code]["unit"] == "yes_no":
        return st.booleans()
    step = step_of(code)
    edges = [edge for limit in limits for edge in (limit - step, limit, limit + step) if edge >= 0]
    anywhere = st.integers(0, 120).map(lambda number: number * max(step, Decimal("0.01")))
    return st.sampled_from(sorted(edges)) | anywhere if edges else anywhere


@st.composite
def standings(draw, book, unknowns=True):
    """A standing in which every fact of the book is drawn; some are unknown, unless none may be."""
    named, limits = book.facts(), limits_of(book)
    perhaps = (lambda strategy: st.none() | strategy) if unknowns else (lambda strategy: strategy)
    years = {
        back: {
            code: draw(perhaps(HEADS if code in HEAD_COUNTS else MONEY))
            for code in FIGURES
            if any(code in figures_of(fact) for fact in named)
        }
        for back in YEARS
    }
    plain = [code for code in named if code not in FIGURES and code not in derived()]
    known = {code: draw(perhaps(value(code, limits.get(code, ())))) for code in plain}
    known["full_years"] = draw(st.sampled_from([1, 2, 3, 9]))
    held = draw(st.frozensets(st.sampled_from(TITLES), max_size=3))
    return Standing(Facts(known, years), held, on=date(2026, 6, 15))


def figures_of(fact):
    return {code for code, _back in derived()[fact].figures} if fact in derived() else {fact}
