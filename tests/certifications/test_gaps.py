"""Is a gap sound (applied, nothing is unmet) and minimal (nothing smaller does)?"""

from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certifications.bounds import MOST_CHANGES
from certifications.climbing.changes import Change, laid_over, outgrown
from certifications.climbing.gap_words import kept, says_gap, says_kept
from certifications.climbing.gaps import Gap, blocked, gaps
from certifications.rules.criteria import verdicts
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing
from enterprises.facts import Facts
from tests.certifications.standings import BOOKS, WAN, standings

ON = date(2026, 6, 15)
each_edition = pytest.mark.parametrize("name", BOOKS, ids="/".join)
often = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


def unmet(book, standing, changes=()):
    """The criteria not met after changes; a part larger than its whole is no honest figure."""
    denied = {
        code for code, verdict in verdicts(book, standing).items() if verdict is Verdict.NOT_MET
    }
    now = laid_over(standing, changes)
    failing = [
        code
        for code, verdict in verdicts(book, now).items()
        if verdict is Verdict.NOT_MET
        or (verdict is Verdict.UNKNOWN and code in denied and code != "score")
    ]
    return failing + [lever for lever, _goal in outgrown(now, changes)]


@each_edition
@often
@given(data=st.data())
def test_a_gap_applied_leaves_nothing_unmet(name, data):
    book = BOOKS[name]
    standing = data.draw(standings(book))

    for gap in gaps(book, standing):
        assert unmet(book, standing, gap.changes) == []
        assert 0 < len(gap.changes) <= MOST_CHANGES


@each_edition
@often
@given(data=st.data())
def test_nothing_smaller_than_a_gap_would_do(name, data):
    """Without one of its changes, or with one a step smaller, or anywhere in between: not enough."""
    book = BOOKS[name]
    standing = data.draw(standings(book))

    for gap in gaps(book, standing):
        for smaller in (*without_one(gap), *a_step_less(gap), *somewhere_inside(gap)):
            assert unmet(book, standing, smaller), (gap, smaller)


def without_one(gap):
    return [[each for each in gap.changes if each is not dropped] for dropped in gap.changes]


def a_step_less(gap):
    return [
        [each.by_steps(each.steps() - 1) if each is less else each for each in gap.changes]
        for less in gap.changes
        if less.steps() > 1
    ]


def somewhere_inside(gap, tries=12):
    """Every number moved some of its way, at least one of them not all of it."""
    moving = [each for each in gap.changes if each.steps() > 1]
    dice = Random(str(gap))  # noqa: S311 - the same points every time
    for _try in range(tries if moving else 0):
        less = dice.choice(moving)
        yield [
            each.by_steps(dice.randint(1, each.steps() - (each is less)))
            if each in moving
            else each
            for each in gap.changes
        ]


@each_edition
@often
@given(data=st.data())
def test_who_meets_everything_has_no_gap(name, data):
    book = BOOKS[name]
    standing = data.draw(standings(book))

    assert bool(unmet(book, standing)) or gaps(book, standing) == []


@each_edition
@often
@given(data=st.data())
def test_where_one_condition_cannot_be_mended_there_is_no_gap(name, data):
    book = BOOKS[name]
    standing = data.draw(standings(book))

    assert not (blocked(book, standing) and gaps(book, standing))


LAST_YEAR = {
    "revenue": 3000 * WAN, "main_revenue": 2700 * WAN, "main_product_revenue": 2000 * WAN,
    "rd_spend": 240 * WAN, "total_assets": 4000 * WAN, "total_liabilities": 1500 * WAN,
    "new_equity": Decimal(0), "employees": 60, "tech_staff": 18, "net_assets": 2500 * WAN,
    "rd_spend_domestic": 240 * WAN, "hightech_income": 2400 * WAN, "total_income": 3050 * WAN,
}  # fmt: skip
KNOWN = {
    "niche_years": 6, "quality_score": 66, "ip_class_1_own": 1, "ip_in_use": "yes",
    "product_allowed": "yes", "clean_conduct": "yes", "on_abnormal_list": False,
    "on_dishonest_list": False, "is_legal_person": True, "sound_accounts": "yes",
    "rd_body_level": 0, "provincial_award_3y_top3": "no", "national_award_5y": "no",
    "led_standard_5y": "no", "ip_class_1": 1, "ip_class_2": 0, "registered_days": 4000,
    "owns_core_ip": "yes", "market_share": None,
}  # fmt: skip


def firm(held=("tech_sme", "tech_innovative_sme"), known=(), **last_year):
    years = {0: {**LAST_YEAR, **last_year}, 1: LAST_YEAR, 2: LAST_YEAR}
    return Standing(Facts({**KNOWN, **dict(known)}, years), frozenset(held), on=ON)


def in_words(name, standing):
    return [says_gap(gap, ON) for gap in gaps(BOOKS[name], standing)]


def test_rd_that_is_too_low_is_said_in_ten_thousands_of_yuan():
    """工信部企业〔2026〕2号 附件1: each of two years 100万元 and 3 %."""
    assert in_words(("srdi_sme", "2026"), firm(rd_spend=Decimal(876_000))) == [
        "研究开发费用再增 12.4 万元，达到 100 万元（与 2025 年相比）"
    ]


def test_more_revenue_asks_for_more_of_what_is_measured_by_it():
    """Revenue of 1500万元 lifts what 80 % of it is: both must rise, and no less of either does."""
    [by_equity, by_revenue] = gaps(
        BOOKS["srdi_sme", "2026"],
        firm(revenue=1400 * WAN, main_revenue=1130 * WAN, main_product_revenue=800 * WAN),
    )

    assert {change.code: change.after for change in by_revenue.changes} == {
        "revenue": 1500 * WAN, "main_revenue": 1200 * WAN,
    }  # fmt: skip
    assert {change.code for change in by_equity.changes} == {"new_equity"}


def test_a_share_over_half_needs_a_step_beyond_half():
    """主导产品收入占比超过 50%: exactly half is not more than half."""
    [gap] = gaps(BOOKS["srdi_sme", "2026"], firm(main_product_revenue=1400 * WAN))

    assert gap.changes[0].after == 1500 * WAN + 100


def test_five_hundred_and_one_staff_is_one_too_many_even_on_a_direct_route():
    standing = firm(held=("high_tech",), employees=501, tech_staff=200)

    assert in_words(("tech_sme", "2017"), standing) == [
        "职工总数减少 1 人，降到 500 人（与 2025 年相比）"
    ]


@pytest.mark.parametrize("staff", [501, 1012, 1013, 1600, 3000])
def test_a_staff_that_is_too_large_by_any_number_has_its_gap(staff):
    [gap] = gaps(BOOKS["tech_sme", "2017"], firm(employees=staff, tech_staff=200))

    assert [change.after for change in gap.changes] == [500]


def test_a_whole_that_shrinks_takes_its_parts_along():
    """700 staff, 600 of them technical: with 500 staff at most 500 are."""
    [gap] = gaps(BOOKS["tech_sme", "2017"], firm(employees=700, tech_staff=600))

    assert {change.code: change.after for change in gap.changes} == {
        "employees": 500, "tech_staff": 500,
    }  # fmt: skip


def test_a_figure_that_makes_the_rule_undecidable_is_no_way_to_meet_it():
    """R&D over a revenue of nothing is no share at all."""
    standing = firm(revenue=Decimal(0), main_revenue=Decimal(0), rd_spend=Decimal(0))

    for gap in gaps(BOOKS["srdi_sme", "2026"], standing):
        assert verdicts(BOOKS["srdi_sme", "2026"], laid_over(standing, gap.changes))["rd"] == "met"


def test_a_title_that_is_needed_is_named_each_that_would_do():
    assert in_words(("srdi_sme", "2026"), firm(held=())) == [
        "先取得“科技型中小企业”称号",
        "先取得“创新型中小企业”称号",
    ]


def test_years_that_must_pass_are_a_wait_with_its_day():
    standing = firm(known={"niche_years": 2}.items())

    assert in_words(("srdi_sme", "2026"), standing) == [
        "从事特定细分市场年限再满 1 年，即 2027-01-01"
    ]


def test_what_cannot_be_mended_is_blocked_and_has_no_gap():
    standing = firm(known={"clean_conduct": "no"}.items())
    book = BOOKS["srdi_sme", "2026"]

    assert (blocked(book, standing), gaps(book, standing)) == (["conduct"], [])


def test_a_part_is_never_asked_to_exceed_its_whole():
    """Little giant: 90 % of revenue from the main business, compound growth of revenue 5 %."""
    standing = firm(held=("srdi_sme",), revenue=6000 * WAN, main_revenue=1000 * WAN)

    for gap in gaps(BOOKS["little_giant", "2026"], standing):
        assert outgrown(laid_over(standing, gap.changes), gap.changes) == []


def test_a_kept_gap_reads_as_it_read_when_it_was_found():
    gap = gaps(BOOKS["srdi_sme", "2026"], firm(rd_spend=Decimal(876_000), held=()))[0]

    assert says_kept(kept(gap), ON) == says_gap(gap, ON)


def test_fewer_changes_come_first_and_less_money_before_more():
    cheap = Gap((Change(("rd_spend", 0), Decimal(0), Decimal(100)),))
    dear = Gap((Change(("new_equity", 0), Decimal(0), Decimal(900)),))
    both = Gap((*cheap.changes, *dear.changes))

    assert sorted([both, dear, cheap], key=lambda gap: gap.cost) == [cheap, dear, both]
