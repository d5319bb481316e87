"""Working days 2018-2026, day by day."""

import csv
from datetime import date, timedelta

import chinese_calendar
import pytest

import seeds
from tests.seeds.shared import shared

YEARS = range(2018, 2027)


def is_workday(day):
    calendar = seeds.workdays(day.year)
    off, worked = set(calendar["days_off"]), set(calendar["makeup_workdays"])
    return (day.isoweekday() < 6 and day not in off) or day in worked


def days_of(year):
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def test_nine_years_are_on_file():
    assert seeds.workday_years() == list(YEARS)


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_the_calendar_library(year):
    calendar = seeds.workdays(year)
    off, worked = set(calendar["days_off"]), set(calendar["makeup_workdays"])

    for day in days_of(year):
        ours = (day.isoweekday() < 6 and day not in off) or day in worked
        assert ours == chinese_calendar.is_workday(day), day


def test_every_day_agrees_with_the_shared_table():
    rows = csv.DictReader(shared("data/cn_workdays_2018_2026.csv").open(encoding="utf-8"))
    known = {date.fromisoformat(row["date"]): row["is_workday"] == "1" for row in rows}
    ours = {day: ok for year in YEARS for day, ok in workdays_of(year).items()}

    assert ours == known


def workdays_of(year):
    calendar = seeds.workdays(year)
    off, worked = set(calendar["days_off"]), set(calendar["makeup_workdays"])
    return {
        day: (day.isoweekday() < 6 and day not in off) or day in worked for day in days_of(year)
    }


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2024, 9, 29), True),  # a Sunday worked for National Day
        (date(2024, 10, 1), False),
        (date(2024, 10, 7), False),
        (date(2024, 10, 8), True),
        (date(2024, 10, 12), True),  # a Saturday worked for National Day
        (date(2025, 1, 26), True),  # a Sunday worked for Spring Festival
        (date(2025, 1, 28), False),
    ],
)
def test_days_that_people_remember(day, worked):
    assert is_workday(day) is worked


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("days_off: [2024-10-05]\nmakeup_workdays: []", "2024-10-05 是周末"),
        ("days_off: []\nmakeup_workdays: [2024-10-08]", "2024-10-08 不是周末"),
        ("days_off: [2025-10-01]\nmakeup_workdays: []", "不是 2024 年的日期"),
        ("days_off: [2024-10-02, 2024-10-01]\nmakeup_workdays: []", "由早到晚"),
        ("days_off: [2024-10-01, 2024-10-01]\nmakeup_workdays: []", "由早到晚"),
        ("days_off: 2024-10-01\nmakeup_workdays: []", "应为列表"),
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(tmp_path, monkeypatch, text, problem):
    from seeds import surroundings

    head = 'year: 2024\nnotice: null\nsource: 例\nverified: "no"\n'
    monkeypatch.setattr(surroundings, "read", lambda _path: seeds.parse(head + text))

    with pytest.raises(seeds.SeedError, match=problem):
        seeds.workdays(2024)
