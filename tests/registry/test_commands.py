"""The figures on the command line: a table for people, JSON for programs, sentences for mistakes."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.registry.test_targets import promise, report


@pytest.fixture
def today():
    return date(2026, 6, 15)


def run(*arguments) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def small_city(city):
    promise(code="high_tech")
    promise(
        code="growth", indicator="strategic_investment_growth", measure="growth", value="0.15",
        unit="share", order=2,
    )  # fmt: skip
    report("strategic_investment_growth", "0.123", date(2025, 1, 20), unit="share")
    city.holds(city.enterprise(district="370212", industry="35"), "high_tech", date(2023, 11, 1))
    return city


def test_targets_are_a_table_for_people(small_city):
    lines = run("targets", "--year", "2024").splitlines()

    assert lines[0].split()[:3] == ["code", "state", "value"]
    assert lines[1].split()[:4] == ["high_tech", "not_met", "1", "2"]


def test_targets_are_json_for_programs(small_city):
    document = json.loads(
        run("targets", "--year", "2024", "--as-of", "2024-12-31", "--format", "json")
    )

    high_tech, growth = document["targets"]
    assert (high_tech["value"], high_tech["gap"], high_tech["progress"]) == (1, 1, 0.5)
    assert (growth["value"], growth["target"], growth["state"]) == (0.123, 0.15, "not_met")
    assert growth["as_of"] == "2025-01-20"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("targets", "--year", "2023"), "没有 2023 年"),
        (("targets", "--year", "2024", "--as-of", "2023-01-01"), "尚未开始"),
        (("targets", "--year", "2024", "--as-of", "soon"), "不是日期"),
        (("indicators", "--period", "2024-13"), "不是期间"),
        (("indicators", "--period", "2027"), "尚未开始"),
        (("indicators", "--by", "colour"), "district"),
        (("indicators", "--indicator", "happiness"), "high_tech_enterprises"),
    ],
)
def test_a_mistake_is_answered_with_a_sentence(small_city, arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(*arguments)


def test_indicators_of_a_period_are_those_of_its_last_day(small_city):
    document = json.loads(run("indicators", "--period", "2024", "--format", "json"))

    by_code = {row["code"]: row for row in document["indicators"]}
    assert document["as_of"] == "2024-12-31"
    assert by_code["high_tech_enterprises"]["value"] == 1
    assert by_code["producer_services_value"]["value"] is None
    assert by_code["strategic_investment_growth"]["source"] == "统计公报"


def test_a_running_period_is_read_today(small_city):
    document = json.loads(run("indicators", "--period", "2026-06", "--format", "json"))

    assert document["as_of"] == "2026-06-15"


def test_indicators_can_be_broken_down(small_city):
    text = run("indicators", "--by", "district,industry", "--indicator", "high_tech_enterprises")

    assert "370212" in text
    assert text.splitlines()[1].split()[2:5] == ["370212", "35", "1"]
