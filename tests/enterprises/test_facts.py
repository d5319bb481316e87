"""What can be known of an enterprise on a day, and is a gap left a gap?"""

from datetime import date
from decimal import Decimal

import pytest

from enterprises.clock import now
from enterprises.expressions import derived
from enterprises.facts import Facts, Origin
from enterprises.figures import verify_figures
from enterprises.known import facts_of, facts_of_many
from enterprises.models import (
    AdverseListing,
    ExternalScore,
    IntellectualProperty,
    ResearchBody,
)
from enterprises.models.figures import FIGURES
from enterprises.vocabulary import says_fact, says_value
from tests import factories


def years(**by_code) -> Facts:
    """Figures by year, last year first: years(revenue=[120, 100, 80])."""
    rows: dict[int, dict[str, Decimal]] = {}
    for code, values in by_code.items():
        for back, value in enumerate(values):
            rows.setdefault(back, {})[code] = value if value is None else Decimal(value)
    return Facts(known={"full_years": None}, years=rows)


@pytest.mark.parametrize(
    ("fact", "figures", "value"),
    [
        ("rd_share", {"rd_spend": [5], "revenue": [100]}, "0.05"),
        ("rd_share_prev", {"rd_spend": [5, 4], "revenue": [100, 80]}, "0.05"),
        ("rd_share_3y", {"rd_spend": [5, 4, 3], "revenue": [100, 80, 60]}, "0.05"),
        ("main_revenue_growth", {"main_revenue": [120, 100]}, "0.2"),
        ("main_revenue_growth_2y", {"main_revenue": [132, 110, 100]}, "0.15"),
        ("revenue_cagr_2y", {"revenue": [121, 110, 100]}, "0.1"),
        ("rd_spend_avg_2y", {"rd_spend": [30, 10]}, "20"),
        ("new_equity_3y", {"new_equity": [1, 2, 3]}, "6"),
        ("net_assets_growth_3y", {"net_assets": [100, 0, 50]}, "0"),
        ("net_assets_growth_3y", {"net_assets": [150, 100, 0]}, "0.5"),
        ("revenue_growth_3y", {"revenue": [500, 400, 0]}, "0.25"),
        ("revenue_growth_3y", {"revenue": [600, 400, 500]}, "0.15"),
        ("revenue_growth_3y", {"revenue": [36_800, 48_000, 36_000]}, "0.05"),
        ("net_profit_cagr_2y", {"net_profit": [-5, 2, 8]}, "-1"),
        ("rd_spend_avg_2y", {"rd_spend": [11, 1]}, "6"),
    ],
)
def test_a_derived_fact_is_the_arithmetic_it_names(fact, figures, value):
    assert years(**figures)[fact] == Decimal(value)


@pytest.mark.parametrize(
    ("fact", "figures"),
    [
        ("rd_share", {"rd_spend": [5]}),
        ("rd_share", {"rd_spend": [5], "revenue": [0]}),
        ("rd_share_3y", {"rd_spend": [5, 4, 3], "revenue": [100, None, 60]}),
        ("main_revenue_growth", {"main_revenue": [120]}),
        ("revenue_cagr_2y", {"revenue": [121, 110]}),
        ("net_profit_cagr_2y", {"net_profit": [-200, -150, -100]}),
        ("net_assets_growth_3y", {"net_assets": [-400, -200, -100]}),
    ],
)
def test_what_cannot_be_computed_is_unknown(fact, figures):
    assert years(**figures)[fact] is None


def test_a_young_firm_is_summed_over_the_years_it_has():
    """〔2016〕195号: three years, or the actual years of operation; the founding year is one of them."""
    young = Facts(
        known={"full_years": 1},
        years={0: {"rd_spend": 8, "revenue": 100}, 1: {"rd_spend": 2, "revenue": 100}},
    )

    assert young["rd_share_3y"] == Decimal("0.05")


def test_facts_count_rights_in_force_on_the_day(firm, today):
    IntellectualProperty.objects.create(
        enterprise=firm, kind="software", number="2020SR1", title="软件", granted_on=date(2020, 1, 1),
        lapsed_on=date(2026, 1, 1), origin="own",
    )  # fmt: skip

    before, after = facts_of(firm, date(2025, 12, 31)), facts_of(firm, today)

    assert (before["ip_class_2"], after["ip_class_2"]) == (1, 0)
    assert after["ip_class_1_own"] == 1


def test_a_listing_holds_only_between_its_days(firm, today):
    AdverseListing.objects.create(
        enterprise=firm,
        kind="abnormal",
        since=date(2026, 1, 1),
        until=date(2026, 6, 14),
        source="x",
    )

    assert facts_of(firm, date(2026, 6, 14))["on_abnormal_list"] is True
    assert facts_of(firm, today)["on_abnormal_list"] is False


def test_the_highest_research_body_counts(firm, today):
    for level in (2, 3):
        ResearchBody.objects.create(enterprise=firm, name="研究院", level=level)

    assert facts_of(firm, today)["rd_body_level"] == 3


@pytest.mark.parametrize(("full_years", "value"), [(1, "0"), (2, "0.25"), (3, "0.15")])
def test_growth_counts_the_years_a_firm_has_existed(full_years, value):
    """〔2016〕195号: two years of operation use year 2 over year 1; one year scores nothing."""
    revenue = {
        back: {"revenue": wan}
        for back, wan in enumerate([500, 400, Decimal(400) / Decimal("1.05")])
    }

    facts = Facts(known={"full_years": full_years}, years=revenue)

    assert round(facts["revenue_growth_3y"], 9) == Decimal(value)


def test_a_score_of_this_year_is_not_last_years(firm, today):
    for year, value in ((today.year, "61.5"), (today.year - 1, "48")):
        ExternalScore.objects.create(
            enterprise=firm, fact="quality_score", year=year, value=Decimal(value),
            source="平台截图", recorded_at=now(),
        )  # fmt: skip

    facts = facts_of(firm, today)

    assert (facts["quality_score"], facts["quality_score_prev"]) == (Decimal("61.5"), Decimal(48))


def test_a_value_says_where_it_comes_from(firm, today):
    verify_figures(firm, [(today.year - 1, 1)])

    facts = facts_of(firm, today, {"sound_accounts": "yes"})

    assert facts.origin("revenue") is Origin.VERIFIED
    assert facts.origin("revenue_growth_3y") is Origin.CLAIMED  # the years before were not verified
    assert facts.origin("sound_accounts") is Origin.CLAIMED
    assert facts.origin("ip_class_1") is Origin.REGISTERED


def test_many_are_read_as_one_is(firm, today):
    other = factories.with_figures(factories.enterprise("青岛岚川仪器有限公司", serial=2), 2025)

    together = facts_of_many([firm, other], today, {other.pk: {"niche_years": "3"}})

    assert together == {
        firm.pk: facts_of(firm, today),
        other.pk: facts_of(other, today, {"niche_years": "3"}),
    }


def test_every_derived_fact_rests_on_figures_that_are_kept_by_year():
    resting = {code for each in derived().values() for code, _back in each.figures + each.levers}

    assert resting <= set(FIGURES)


@pytest.mark.parametrize(
    ("value", "unit", "says"),
    [
        (Decimal("12345678.90"), "元", "1,234.57 万元"),
        (Decimal("0.0512"), "share", "5.12%"),
        ("yes", "yes_no", "是"),
        (None, "元", "尚不知道"),
        (12, "人", "12 人"),
    ],
)
def test_a_value_is_said_as_people_read_it(value, unit, says):
    assert says_value(value, unit) == says


def test_a_correction_is_a_new_version_and_the_old_one_stays(firm, today):
    factories.with_figures(firm, today.year - 1, employees=61)

    versions = list(firm.figures.filter(year=today.year - 1).values_list("version", "employees"))

    assert versions == [(2, 61), (1, 60)]


def test_the_same_figures_make_no_new_version(firm, today):
    factories.with_figures(firm, today.year - 1)

    assert firm.figures.filter(year=today.year - 1).count() == 1


@pytest.mark.parametrize(
    ("code", "value", "says"),
    [
        ("rd_body_level", 0, "无"),
        ("rd_body_level", 3, "省级"),
        ("digital_level", "2", "二级"),
        ("rd_body_level", None, "尚不知道"),
        ("employees", 8, "8 人"),
    ],
)
def test_a_level_is_said_by_its_own_name(code, value, says):
    assert says_fact(code, value) == says
