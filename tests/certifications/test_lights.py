"""The light of a term, counted in working days with National Day in between."""

from datetime import date

import pytest

from certifications.lights import Light, light
from certifications.terms import WorkCalendar

# 2026: 1-7 October off, 10 October worked.
OFF = {date(2026, 10, day): False for day in (1, 2, 5, 6, 7)}
CALENDAR = WorkCalendar({**OFF, date(2026, 10, 10): True}, frozenset({2026}))
FROM, DUE = date(2026, 9, 28), date(2026, 10, 14)  # 29, 30 September; 8, 9, 10, 12, 13, 14 October


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 9, 28), Light.GREEN),
        (date(2026, 10, 8), Light.GREEN),  # 2 of 8 used
        (date(2026, 10, 10), Light.YELLOW),  # 4 of 8 used
        (date(2026, 10, 14), Light.YELLOW),  # 7 of 8 used, the last day
        (date(2026, 10, 15), Light.OVERDUE),
    ],
)
def test_a_term_over_national_day_is_counted_in_days_worked(today, expected):
    assert light(FROM, DUE, today, CALENDAR) == expected


def test_a_long_term_turns_red_at_nine_tenths():
    begins, ends = date(2026, 11, 1), date(2026, 11, 27)  # 20 working days

    assert light(begins, ends, date(2026, 11, 25), CALENDAR) == Light.YELLOW  # 17 of 20
    assert light(begins, ends, date(2026, 11, 26), CALENDAR) == Light.RED  # 18 of 20


def test_what_has_no_term_has_no_light():
    assert light(None, None, date(2026, 11, 1), CALENDAR) == Light.PAUSED
    assert light(FROM, None, date(2026, 11, 1), CALENDAR) == Light.PAUSED


def test_a_term_that_begins_when_a_notice_ends_is_green_until_then():
    assert (
        light(date(2026, 11, 20), date(2026, 11, 27), date(2026, 11, 10), CALENDAR) == Light.GREEN
    )
