"""Does holding facts against an edition find what the law says? Unknown is never no."""

from decimal import Decimal

import pytest

from certifications.criteria import findings, unmet
from certifications.models import Edition
from certifications.scoring import score
from certifications.standing import Standing
from certifications.verdicts import Verdict, bound_of, verdict_of
from enterprises.facts import Facts

WAN = Decimal(10_000)
LIMIT = {"fact": "revenue", "at_least": {"amount": 1000, "unit": "万元"}}
YES = {"fact": "sound", "is": "yes"}


def standing(held=(), years=None, **known) -> Standing:
    return Standing(Facts(known=known, years=years or {}), frozenset(held))


def with_revenue(wan) -> Standing:
    return standing(years={0: {"revenue": wan * WAN}})


@pytest.mark.parametrize(
    ("word", "below", "at", "above"),
    [
        ("at_least", "not_met", "met", "met"),
        ("more_than", "not_met", "not_met", "met"),
        ("at_most", "met", "met", "not_met"),
        ("less_than", "met", "not_met", "not_met"),
    ],
)
def test_a_limit_knows_its_edge(word, below, at, above):
    test = {"fact": "revenue", word: {"amount": "1000", "unit": "万元"}}

    verdicts = [verdict_of(test, with_revenue(wan)) for wan in (999, 1000, 1001)]

    assert verdicts == [below, at, above]


def test_a_missing_figure_is_unknown_not_no():
    assert verdict_of(LIMIT, standing()) is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "left", "right", "verdict"),
    [
        ("all", 2000, "yes", "met"),
        ("all", 10, None, "not_met"),
        ("all", 2000, None, "unknown"),
        ("any", 10, "yes", "met"),
        ("any", 2000, None, "met"),
        ("any", 10, None, "unknown"),
        ("any", 10, "no", "not_met"),
    ],
)
def test_and_and_or_are_three_valued(kind, left, right, verdict):
    found = standing(years={0: {"revenue": left * WAN}}, sound=right)

    assert verdict_of({kind: [LIMIT, YES]}, found) == verdict


def test_a_title_held_is_a_prerequisite_met():
    test = {"holds": ["tech_sme", "innovative_sme"]}

    assert verdict_of(test, standing(held=["innovative_sme"])) is Verdict.MET
    assert verdict_of(test, standing()) is Verdict.NOT_MET
    assert verdict_of({"not_holds": ["single_champion"]}, standing()) is Verdict.MET


@pytest.mark.parametrize(("wan", "need"), [(5000, "0.05"), (5001, "0.04"), (20001, "0.03")])
def test_the_rd_share_asked_for_falls_with_sales(db, wan, need):
    """国科发火〔2016〕32号 第十一条（五）: 5 % to 5,000万元, 4 % to 2亿元, 3 % above."""
    rules = Edition.objects.get(scheme__code="high_tech", code="2016").rules
    criterion = next(item for item in rules["criteria"] if item["code"] == "rd_share")

    assert bound_of(criterion["at_least"], with_revenue(wan)) == Decimal(need)


def test_a_band_that_cannot_be_chosen_leaves_the_criterion_unknown(db):
    rules = Edition.objects.get(scheme__code="high_tech", code="2016").rules
    criterion = next(item for item in rules["criteria"] if item["code"] == "rd_share")

    assert bound_of(criterion["at_least"], standing()) is None


def tech_sme_scoring():
    return Edition.objects.get(scheme__code="tech_sme", code="2017").rules["scoring"]


def test_a_score_adds_the_bands_of_its_items(db):
    """30 % technical staff, R&D 6 % of sales, one class I right: 20 + 50 + 30."""
    year = {"employees": 100, "tech_staff": 30, "revenue": 100 * WAN, "rd_spend": 6 * WAN}

    result = score(tech_sme_scoring(), standing(years={0: year}, ip_class_1=1, ip_class_2=0))

    assert result.total == 100
    assert result.passes is Verdict.MET


def test_without_technical_staff_no_score_is_enough(db):
    """国科发政〔2017〕115号: 60 points, and the staff indicator must not be 0."""
    year = {"employees": 100, "tech_staff": 9, "revenue": 100 * WAN, "rd_spend": 6 * WAN}

    result = score(tech_sme_scoring(), standing(years={0: year}, ip_class_1=1, ip_class_2=0))

    assert result.total == 80
    assert result.passes is Verdict.NOT_MET


def test_a_score_stays_unknown_while_the_missing_item_could_save_it(db):
    year = {"employees": 100, "tech_staff": 30}

    result = score(tech_sme_scoring(), standing(years={0: year}, ip_class_1=1, ip_class_2=0))

    assert result.passes is Verdict.UNKNOWN


def test_a_high_tech_title_is_a_direct_pass_of_the_tech_sme_score(db):
    edition = Edition.objects.get(scheme__code="tech_sme", code="2017")

    by_code = {f.code: f for f in findings(edition, standing(held=["high_tech"]))}

    assert by_code["score"].verdict is Verdict.MET
    assert by_code["score"].by_route


def test_unmet_lists_what_figures_decide_against(db):
    edition = Edition.objects.get(scheme__code="tech_sme", code="2017")
    year = {"employees": 501}

    found = findings(edition, standing(years={0: year}))

    assert [finding.code for finding in unmet(found)] == ["size_staff"]
