"""What each indicator counts, and that its number is the length of its list."""

from datetime import date
from decimal import Decimal as D

import pytest

import seeds
from registry.counting import Slice
from registry.indicators import INDICATORS, UnknownIndicator, find, observe
from registry.models import ReportedFigure

COUNTED = [each for each in INDICATORS.values() if each.is_counted]


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=str)
def test_every_indicator_says_in_both_languages_what_it_means(indicator):
    for words in (indicator.name_zh, indicator.name_en, indicator.unit):
        assert words
    assert indicator.definition_zh.endswith("。")
    assert indicator.definition_en.endswith(".")


@pytest.mark.parametrize("indicator", COUNTED, ids=str)
def test_an_indicators_number_is_the_length_of_its_list(city, indicator):
    for scheme in (
        "tech_sme",
        "srdi_sme",
        "high_tech",
        "single_champion",
        "little_giant",
        "unicorn",
    ):
        city.holds(city.enterprise(), scheme, date(2024, 5, 1), date(2027, 4, 30))

    for day in (date(2024, 4, 30), date(2024, 5, 1), date(2025, 1, 1), date(2027, 5, 1)):
        counted = indicator.counted(day)
        assert counted.number() == counted.enterprises().count()


@pytest.mark.parametrize("name", ["2024", "2026.demo"])
def test_every_promise_on_file_names_an_indicator_of_its_own_unit_and_measure(name):
    for row in seeds.commitments(name)["rows"]:
        if row["reading"] == "quantified":
            indicator = find(row["indicator"])
            assert seeds.base_unit(row["value"], "") == indicator.unit, row["code"]
            assert row["measure"] == indicator.measure, row["code"]


def test_technology_smes_are_counted_through_the_year_and_not_on_the_day(city):
    firm = city.enterprise()
    city.holds(firm, "tech_sme", date(2023, 6, 1), date(2024, 3, 31))
    city.holds(firm, "tech_sme", date(2024, 7, 1), date(2025, 3, 31))
    entered = find("tech_sme_entered")

    days = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 4, 1), date(2024, 7, 1)]

    assert entered.on_days(days) == [1, 0, 0, 1]


def test_a_reviewed_title_is_not_a_new_one(city):
    firm = city.enterprise()
    city.holds(firm, "srdi_sme", date(2021, 5, 1), date(2024, 4, 30))
    city.holds(firm, "srdi_sme", date(2024, 6, 1), date(2027, 5, 31))
    city.holds(city.enterprise(), "srdi_sme", date(2024, 6, 1), date(2027, 5, 31))

    assert observe(find("srdi_new"), date(2024, 12, 31)).value == 1
    assert observe(find("srdi_smes"), date(2024, 12, 31)).value == 2


def test_a_leader_with_two_titles_of_the_fourth_rung_counts_once(city):
    firm = city.enterprise()
    city.holds(firm, "single_champion", date(2023, 1, 1))
    city.holds(firm, "unicorn", date(2023, 1, 1))

    assert observe(find("leading_enterprises"), date(2024, 1, 1)).value == 1


def test_what_another_bureau_states_has_no_list_and_no_district(db):
    told = find("producer_services_value")
    ReportedFigure.objects.create(
        indicator=told.code, period="2024", value=D(640), unit="元", as_of=date(2024, 12, 31),
        source="统计公报", verified="yes", entered_at="2025-02-01T00:00:00+08:00",
    )  # fmt: skip

    assert observe(told, date(2024, 12, 31)).value == 640
    assert observe(told, date(2024, 12, 31), Slice(district="370212")).value is None
    with pytest.raises(UnknownIndicator, match="其他部门填报"):
        told.counted(date(2024, 12, 31))


def test_an_unknown_indicator_is_told_the_known_ones():
    with pytest.raises(UnknownIndicator, match="high_tech_enterprises"):
        find("happiness")
