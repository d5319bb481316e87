"""Does holding facts against an edition find what the law says? Unknown is never no."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from certifications.models import Edition, LocalIndicators, Scheme
from certifications.rules.conditions import read
from certifications.rules.findings import findings, judge, overall, unmet
from certifications.rules.rulebook import book_of, read_rules
from certifications.rules.scoring import score
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing, standing_of
from enterprises.facts import Facts
from tests import factories

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

    verdicts = [read(test).verdict(with_revenue(wan)) for wan in (999, 1000, 1001)]

    assert verdicts == [below, at, above]


def test_a_missing_figure_is_unknown_not_no():
    assert read(LIMIT).verdict(standing()) is Verdict.UNKNOWN


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

    assert read({kind: [LIMIT, YES]}).verdict(found) == verdict


def test_a_title_held_is_a_prerequisite_met():
    test = {"holds": ["tech_sme", "innovative_sme"]}

    assert read(test).verdict(standing(held=["innovative_sme"])) is Verdict.MET
    assert read(test).verdict(standing()) is Verdict.NOT_MET
    assert read({"not_holds": ["single_champion"]}).verdict(standing()) is Verdict.MET


def rd_share_asked_for():
    edition = Edition.objects.get(scheme__code="high_tech", code="2016")
    return next(
        each for each in book_of(edition, 2026).criteria if each.code == "rd_share"
    ).condition


@pytest.mark.parametrize(("wan", "need"), [(5000, "0.05"), (5001, "0.04"), (20001, "0.03")])
def test_the_rd_share_asked_for_falls_with_sales(db, wan, need):
    """国科发火〔2016〕32号 第十一条（五）: 5 % to 5,000万元, 4 % to 2亿元, 3 % above."""
    assert rd_share_asked_for().bound(with_revenue(wan)) == Decimal(need)


def test_a_band_that_cannot_be_chosen_leaves_the_criterion_unknown(db):
    assert rd_share_asked_for().bound(standing()) is None


def tech_sme_scoring():
    return book_of(Edition.objects.get(scheme__code="tech_sme", code="2017"), 2026).scoring


def test_a_score_adds_the_bands_of_its_items(db):
    """30 % technical staff, R&D 6 % of sales, one class I right: 20 + 50 + 30."""
    year = {"employees": 100, "tech_staff": 30, "revenue": 100 * WAN, "rd_spend": 6 * WAN}

    result = score(tech_sme_scoring(), standing(years={0: year}, ip_class_1=1, ip_class_2=0))

    assert result.total == (100, 100)
    assert result.passes is Verdict.MET


def test_without_technical_staff_no_score_is_enough(db):
    """国科发政〔2017〕115号: 60 points, and the staff indicator must not be 0."""
    year = {"employees": 100, "tech_staff": 9, "revenue": 100 * WAN, "rd_spend": 6 * WAN}

    result = score(tech_sme_scoring(), standing(years={0: year}, ip_class_1=1, ip_class_2=0))

    assert result.total == (80, 80)
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


def test_a_waiver_frees_from_one_condition_only(db):
    """工信部企业〔2026〕2号 附件1: an award among the first three stands in for the class I right."""
    edition = Edition.objects.get(scheme__code="srdi_sme", code="2026")
    without = standing(
        ip_class_1_own=0, ip_in_use="no", rd_body_level=0, provincial_award_3y_top3="no"
    )
    with_award = standing(ip_class_1_own=0, ip_in_use="no", provincial_award_3y_top3="yes")

    def of(found, code):
        return next(each for each in findings(edition, found) if each.code == code)

    assert of(without, "ip").verdict is Verdict.NOT_MET
    assert of(with_award, "ip").verdict is Verdict.WAIVED
    assert of(with_award, "base_tier").verdict is Verdict.NOT_MET


def test_what_the_law_asks_of_newcomers_is_not_asked_at_a_renewal(db):
    """工信部企业〔2026〕2号 附件2: growth is not looked at in a review."""
    edition = Edition.objects.get(scheme__code="little_giant", code="2026")

    asked = {
        kind: {f.code for f in findings(edition, standing(), kind=kind)}
        for kind in ("new", "renewal")
    }

    assert "revenue_growth" in asked["new"] - asked["renewal"]


def test_todays_rules_on_the_facts_of_2024_are_a_back_test(firm):
    edition = Edition.objects.get(scheme__code="srdi_sme", code="2026")
    then, now = date(2024, 6, 14), date(2026, 6, 15)

    assert judge(edition, standing_of(firm, then), then).is_backtest
    assert not judge(edition, standing_of(firm, now), now).is_backtest


def test_points_that_experts_gave_count_only_within_the_range_of_the_law(db):
    edition = Edition.objects.get(scheme__code="high_tech", code="2016")
    scoring = book_of(edition, 2026).scoring

    given = [
        score(scoring, replace(standing(), points={"rd_rules": Decimal(points)})).points["rd_rules"]
        for points in (5, 7)
    ]

    assert given == [(5, 5), (0, 6)]


def test_the_citys_own_indicators_give_points_from_the_year_it_set_them(db):
    """工信部企业〔2022〕63号 附件2: the city sets one to three indicators of 15 points itself."""
    edition = Edition.objects.get(scheme__code="srdi_sme", code="2022")
    office = factories.Office.objects.get(code="city_private_economy")
    bands = [{"fact": "led_standard_5y", "is": "yes", "points": 15}, {"points": 0}]
    LocalIndicators.objects.create(
        scheme=Scheme.objects.get(code="srdi_sme"), item="s09", year=2025, owner=office,
        rules={"bands": bands}, source="演示", verified="no",
    )  # fmt: skip

    points = {
        year: score(book_of(edition, year).scoring, standing(led_standard_5y="yes")).points["s09"]
        for year in (2024, 2025)
    }

    assert points == {2024: None, 2025: (15, 15)}


def test_points_under_one_cap_are_no_more_than_the_cap():
    """国科发火〔2016〕195号: the bonus stays within the 30 points of intellectual property."""
    item = {"says_zh": "x", "says_en": "x", "source": "x", "verified": "yes", "dimension": "ip"}
    items = [{**item, "code": code, "max": most, "cap": 30, "bands": [{"points": most}]}
             for code, most in (("a", 8), ("b", 8), ("c", 8), ("d", 6), ("bonus", 2))]  # fmt: skip
    scoring = {"pass": {"at_least": 30}, "computed": True, "also": [], "items": items}

    result = score(read_rules({"criteria": [], "scoring": scoring}).scoring, standing())

    assert result.total == (30, 30)


def test_the_whole_is_unknown_while_a_condition_is(db):
    edition = Edition.objects.get(scheme__code="tech_sme", code="2017")

    assert overall(findings(edition, standing())) is Verdict.UNKNOWN
