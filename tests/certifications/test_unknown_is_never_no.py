"""Random facts against every edition: nothing raises, and what is not known is never held against a firm."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certifications.rules.criteria import verdicts
from certifications.rules.findings import findings, overall
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing
from enterprises.facts import Facts
from enterprises.models.figures import FIGURES
from tests.certifications.standings import BOOKS, standings

each_edition = pytest.mark.parametrize("name", BOOKS, ids="/".join)
often = settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
KNOWN = (Verdict.MET, Verdict.NOT_MET)


def forgetting(standing, forgotten):
    """The same standing with some facts and figures no longer known."""
    facts = standing.facts
    years = {
        back: {code: None if (code, back) in forgotten else value for code, value in year.items()}
        for back, year in facts.years.items()
    }
    known = {code: None if (code, 0) in forgotten else value for code, value in facts.known.items()}
    return replace(standing, facts=replace(facts, known=known, years=years))


def everything_in(standing):
    figures = [(code, back) for back, year in standing.facts.years.items() for code in year]
    return [*figures, *((code, 0) for code in standing.facts.known if code != "full_years")]


@each_edition
@often
@given(data=st.data())
def test_findings_never_raise_and_say_something_of_every_condition(name, data):
    kind = data.draw(st.sampled_from(["new", "renewal"]))
    book = BOOKS[name]

    found = findings(book, data.draw(standings(book)), kind=kind)

    asked = [each.code for each in book.criteria if kind in each.applies_to]
    assert [each.code for each in found if each.code != "score"] == asked
    assert overall(found) in (Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN)


@each_edition
@often
@given(data=st.data())
def test_learning_more_never_turns_a_known_verdict_round(name, data):
    """What is met or not met while facts are missing stays so whatever they turn out to be."""
    book = BOOKS[name]
    whole = data.draw(standings(book, unknowns=False))
    matters = everything_in(whole)
    forgotten = data.draw(st.sets(st.sampled_from(matters))) if matters else set()

    before, after = verdicts(book, forgetting(whole, forgotten)), verdicts(book, whole)

    turned = {
        code: (was, after[code])
        for code, was in before.items()
        if was in KNOWN and after[code] is not was
    }
    assert turned == {}


@each_edition
def test_of_a_firm_nobody_knows_nothing_that_figures_decide_is_denied(name):
    """Only what registers show (titles held, by the firm or its kin) can be a no."""
    book = BOOKS[name]

    found = verdicts(book, Standing(Facts(known={}, years={})))

    denied = {code for code, verdict in found.items() if verdict is Verdict.NOT_MET}
    by_title = {each.code for each in book.criteria if not each.condition.facts()}
    assert denied <= by_title


@each_edition
@often
@given(data=st.data())
def test_an_unknown_finding_says_what_is_missing(name, data):
    """Unless a person judges it, or the law itself sets no limit there."""
    book = BOOKS[name]
    standing = data.draw(standings(book))
    silent = [
        each.code
        for each in findings(book, standing)
        if each.verdict is Verdict.UNKNOWN and each.kind not in ("judged",) and not each.lacking
    ]

    assert silent == [] or name == ("gazelle", "2020") or within_ranges(book, silent)


def within_ranges(book, silent):
    """A score whose items are ranges may be open though every fact is known."""
    return silent == ["score"] and not book.scoring.computed


def test_every_figure_a_rule_may_ask_for_can_be_forgotten():
    standing = Standing(Facts(known={}, years={0: dict.fromkeys(FIGURES, 1)}))

    forgotten = forgetting(standing, {("revenue", 0)})

    assert (forgotten["revenue"], forgotten["rd_spend"]) == (None, 1)
