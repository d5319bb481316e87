"""Are working days counted as the notices count them? The days are spelled out."""

from datetime import date

import pytest

from certifications.editions import Term
from certifications.terms import WorkCalendar, due, work_calendar


def test_ten_working_days_over_national_day_2024_end_on_15_october(db):
    """27 Sep (1), 29 Sep worked (2), 30 Sep (3), 8-11 Oct (4-7), 12 Oct worked (8), 14, 15 (9, 10)."""
    assert work_calendar().last_day(date(2024, 9, 27), 10).on == date(2024, 10, 15)


def test_a_district_notice_of_five_working_days_runs_monday_to_friday(db):
    """平度 2023: 03-20 to 03-24."""
    assert work_calendar().last_day(date(2023, 3, 20), 5).on == date(2023, 3, 24)


def test_a_start_on_a_day_off_counts_from_the_next_working_day(db):
    assert work_calendar().last_day(date(2024, 10, 1), 1).on == date(2024, 10, 8)


def test_a_term_begins_the_day_after(db):
    term = Term("acceptance", 5, "working_days", "", "no", False)

    assert due(term, date(2026, 6, 15), work_calendar()).on == date(2026, 6, 23)


def test_a_term_in_calendar_days_ignores_the_week(db):
    term = Term("objection", 30, "calendar_days", "", "no", False)

    assert due(term, date(2026, 6, 15), work_calendar()).on == date(2026, 7, 15)


def test_beyond_the_published_calendar_a_day_is_provisional_and_never_stops(db):
    ends = work_calendar().last_day(date(2026, 12, 28), 10)

    assert ends.is_provisional
    assert ends.on == date(2027, 1, 8)


def test_inside_the_published_calendar_a_day_is_certain(db):
    assert not work_calendar().last_day(date(2026, 6, 15), 10).is_provisional


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2026, 6, 15), 5),
        (date(2026, 6, 18), 2),
        (date(2026, 6, 22), 1),
        (date(2026, 6, 23), -1),
    ],
)
def test_days_left_counts_today_and_turns_negative_when_overdue(db, today, left):
    """端午 2026: 19 June is off, so 15-22 June holds five working days."""
    assert work_calendar().days_left(today, date(2026, 6, 22)) == left


def test_a_plain_week_needs_no_calendar():
    plain = WorkCalendar({}, frozenset())

    assert plain.last_day(date(2030, 1, 7), 5).on == date(2030, 1, 11)
