"""The invented city is as large, year by year, as what is known of the real one (policy.md §7)."""

from collections import Counter
from datetime import date

import pytest

KNOWN = [
    *(("high_tech", date(year, 12, 31), number) for year, number in (
        (2017, 2053), (2019, 3829), (2020, 4396), (2021, 5554), (2022, 6680), (2023, 7920), (2024, 8683),
    )),
    ("srdi_sme", date(2022, 7, 31), 320),
    ("srdi_sme", date(2025, 6, 30), 5217),
    ("innovative_sme", date(2025, 6, 30), 3557),
    ("little_giant", date(2022, 7, 31), 97),
    ("little_giant", date(2025, 6, 30), 193),
    ("gazelle", date(2022, 7, 31), 143),
    ("gazelle", date(2025, 6, 30), 527),
    ("unicorn", date(2022, 7, 31), 7),
    ("unicorn", date(2025, 6, 30), 17),
    ("eaglet", date(2025, 6, 30), 1049),
    ("single_champion", date(2025, 12, 31), 45),
]  # fmt: skip
ENTERED = [
    (date(2020, 12, 31), 5284),
    (date(2022, 9, 2), 4595),
    (date(2022, 9, 27), 5326),
    (date(2024, 12, 31), 9777),
]


def holders(history, scheme, day):
    return {
        title.serial
        for firm in history.firms.values()
        for title in firm.titles
        if title.scheme == scheme and title.holds_on(day)
    }


@pytest.mark.parametrize(("scheme", "day", "number"), KNOWN)
def test_the_stock_is_within_two_percent_of_what_is_known(full_history, scheme, day, number):
    assert len(holders(full_history, scheme, day)) == pytest.approx(number, rel=0.02)


@pytest.mark.parametrize(("day", "number"), ENTERED)
def test_technology_smes_are_counted_anew_each_year(full_history, day, number):
    entered = {
        title.serial
        for firm in full_history.firms.values()
        for title in firm.titles
        if title.scheme == "tech_sme" and date(day.year, 1, 1) <= title.first <= day
    }

    assert len(entered) == pytest.approx(number, rel=0.02)


def test_counted_once_at_the_highest_rung_the_sme_titles_add_up_as_the_city_says(full_history):
    day = date(2025, 6, 30)
    innovative, srdi, giants = (
        holders(full_history, scheme, day)
        for scheme in ("innovative_sme", "srdi_sme", "little_giant")
    )

    assert len(innovative | srdi | giants) == pytest.approx(8967, rel=0.02)


def test_little_giants_are_mostly_srdi_and_high_tech(full_history):
    day = date(2025, 6, 30)
    giants = holders(full_history, "little_giant", day)

    assert len(giants & holders(full_history, "srdi_sme", day)) > 0.9 * len(giants)
    assert len(giants & holders(full_history, "high_tech", day)) > 0.75 * len(giants)


def test_no_number_is_given_twice_within_a_scheme(full_history):
    numbers = Counter(
        (title.scheme, title.number)
        for firm in full_history.firms.values()
        for title in firm.titles
    )

    assert not [number for number, times in numbers.items() if times > 1]


def test_some_renewals_are_announced_after_the_lapse_and_dated_back(full_history):
    late = [
        title
        for firm in full_history.firms.values()
        for title in firm.titles
        if title.scheme == "high_tech" and (title.announced - title.first).days > 30
    ]

    assert len(late) > 100
    assert all(title.first < title.announced for title in late)


def test_titles_withdrawn_early_say_why(full_history):
    ended = [t for firm in full_history.firms.values() for t in firm.titles if t.ended]

    assert len(ended) > 100
    assert all(title.because and title.first < title.ended for title in ended)
