"""Indicators, their observations and the city's promises, as rows."""

from datetime import date

import pytest

OBSERVED = "indicators/high_tech_enterprises/observations/"


def test_an_indicator_carries_its_definition_in_both_languages(rows, ask):
    listed = {row["code"]: row for row in rows("indicators/")}

    assert "有效高新技术企业证书" in listed["high_tech_enterprises"]["definition_zh"]
    assert listed["high_tech_enterprises"]["definition_en"].startswith("Enterprises holding")
    assert listed["tsingtao_beer_output"]["origin"] == "reported"
    assert ask("indicators/gazelles/").json() == listed["gazelles"]


def test_a_figure_is_that_of_the_day_asked_for(town, rows):
    today = rows(OBSERVED)[0]
    earlier = rows(OBSERVED, as_of="2025-12-10")[0]

    assert (today["value"], today["as_of"], today["unit"]) == ("2", "2026-06-15", "家")
    assert earlier["value"] == "3"


def test_a_period_is_read_on_its_last_day_or_today_if_that_comes_first(town, rows):
    assert rows(OBSERVED, period="2024")[0]["as_of"] == "2024-12-31"
    assert rows(OBSERVED, period="2025-11")[0]["value"] == "2"
    assert rows(OBSERVED, period="2026")[0]["as_of"] == "2026-06-15"


def test_a_figure_by_district_adds_up_to_the_city(town, rows):
    parts = rows(OBSERVED, by="district", as_of="2025-12-10")

    assert [(row["district"]["code"], row["value"]) for row in parts] == [
        ("370212", "2"), ("370215", "1"),
    ]  # fmt: skip


def test_a_figure_by_district_and_industry_names_both(town, rows):
    parts = rows(OBSERVED, by="district,industry")

    assert {(row["district"]["name_zh"], row["industry"]["code"]) for row in parts} == {
        ("崂山区", "39"), ("崂山区", "38"),
    }  # fmt: skip


def test_an_enterprise_of_unknown_trade_is_counted_as_not_recorded(town, rows, city):
    city.certifies(city.enterprise(industry=None), "high_tech", *_three_years())

    assert {row["section"]["code"] for row in rows(OBSERVED, by="section")} == {"", "C"}


def test_months_are_those_of_the_period_that_have_ended(town, rows):
    months = rows(OBSERVED, by="month", period="2026")

    assert [row["as_of"] for row in months] == [
        "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31",
    ]  # fmt: skip
    assert len(rows(OBSERVED, by="month", period="2025")) == 12


def test_months_and_districts_together_give_a_row_for_each(town, rows):
    cells = rows(OBSERVED, by="month,district", period="2025-12")

    assert [(row["as_of"], row["district"]["code"]) for row in cells] == [("2025-12-31", "370212")]


def test_a_figure_can_be_that_of_one_district_trade_or_chain(town, rows):
    assert rows(OBSERVED, district="370215")[0]["value"] == "0"
    assert rows(OBSERVED, industry="38")[0]["value"] == "1"
    assert rows(OBSERVED, chain="rail_transit")[0]["value"] == "1"


def test_what_nobody_has_reported_is_null_and_not_nought(rows):
    unknown = rows("indicators/scenario_labs_new/observations/", period="2026")[0]

    assert unknown["value"] is None
    assert unknown["origin"] == "reported"


def test_the_promises_of_2024_stand_in_the_reports_words(rows):
    lines = {line["indicator"]: line for line in rows("targets/", period="2024")}

    high_tech = lines["high_tech_enterprises"]
    assert "8500" in high_tech["says_zh"]
    assert (high_tech["target"], high_tech["unit"]) == ("8500", "家")
    assert high_tech["closed"] is True
    assert lines["advantage_chain_scale"]["comparison"] == "more_than"


def test_a_promise_is_read_on_the_day_asked_for(ask):
    answer = ask("targets/", period="2024", as_of="2024-06-30").json()

    assert (answer["period"], answer["as_of"]) == ("2024", "2024-06-30")
    assert not any(line["closed"] for line in answer["results"])


def test_a_year_that_is_over_is_read_on_its_last_day(ask):
    assert ask("targets/", period="2024").json()["as_of"] == "2024-12-31"


def test_a_title_moves_the_target_by_one(town, city, rows):
    def value():
        return int(rows("indicators/high_tech_enterprises/observations/")[0]["value"])

    before = value()
    city.certifies(city.enterprise(), "high_tech", *_three_years())

    assert value() == before + 1


@pytest.mark.parametrize("path", ["targets", "targets/"])
def test_an_address_answers_with_and_without_its_last_slash(ask, path):
    assert ask(path, period="2024").status_code == 200


def _three_years():
    return date(2026, 1, 5), date(2029, 1, 4)
