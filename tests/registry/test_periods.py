"""Years and months, written as people write them."""

from datetime import date

import pytest

from registry import periods
from registry.periods import Period, UnknownPeriod


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
    ],
)
def test_a_year_and_a_month_have_their_first_and_last_days(text, first, last):
    assert periods.parse(text) == Period(first, last)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-00", "2024-1", "2024-01-01", "9999", "二〇二四"]
)
def test_anything_else_is_refused_with_an_example(text):
    with pytest.raises(UnknownPeriod, match="2024-11"):
        periods.parse(text)


def test_the_eve_of_a_year_is_the_day_of_its_opening_figure():
    assert periods.year(2024).eve == date(2023, 12, 31)


def test_a_period_up_to_a_day_ends_with_it():
    assert periods.year(2024).until(date(2024, 3, 5)).last == date(2024, 3, 5)
    assert periods.year(2024).until(date(2025, 3, 5)).last == date(2024, 12, 31)
