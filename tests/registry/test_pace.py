"""Where a figure should stand by now."""

from datetime import date
from decimal import Decimal as D

import pytest

from registry import pace, periods
from registry.charts import BOTTOM, LEFT, RIGHT, sparkline
from registry.pace import Path, Point

FLAT_THEN_ALL = [100] * 11 + [150, 200]


def test_a_year_that_rose_at_its_end_asks_for_nothing_before():
    shares = pace.shares(FLAT_THEN_ALL)

    assert shares[:10] == [0] * 10
    assert shares[10:] == [D("0.5"), 1]


def test_a_share_never_falls_back_when_titles_lapse_before_their_renewal():
    shares = pace.shares([100, 150, 120, *[150] * 9, 200])

    assert shares[1] == shares[0] == D("0.5")


def test_a_peak_above_the_years_end_is_the_whole_and_no_more():
    assert max(pace.shares([100, 300, *[250] * 10, 200])) == 1


@pytest.mark.parametrize("months", [[100] * 13, [100] * 12 + [90]])
def test_a_year_without_a_rise_teaches_no_pace(months):
    assert pace.shares(months) is None


def test_between_month_ends_the_share_grows_with_the_days():
    by_month = pace.straight()

    assert pace.share_by(date(2024, 1, 31), by_month) == D(1) / 12
    assert pace.share_by(date(2024, 12, 31), by_month) == 1
    half_of_february = pace.share_by(date(2023, 2, 14), by_month)
    assert round(half_of_february, 9) == round(D(1) / 8, 9)


def test_a_target_already_passed_needs_no_rise():
    assert pace.needed(D(9000), D(8500), D("0.1")) == 8500
    assert pace.needed(D(8000), D(8500), D("0.5")) == 8250


def path(*reached) -> Path:
    days = [date(2024, 6, 30), date(2024, 12, 31)]
    points = tuple(
        Point(day, value, needed)
        for day, value, needed in zip(days, reached, (D(5), D(10)), strict=True)
    )
    return Path(D(0), D(10), points, is_learnt=False)


def test_the_present_is_the_last_day_with_a_figure():
    assert path(D(4), None).now.on == date(2024, 6, 30)
    assert path(D(4), None).is_behind
    assert not path(D(5), None).is_behind


def test_a_path_is_drawn_from_the_eve_of_the_year_to_its_last_day():
    drawn = sparkline(path(D(4), D(10)))

    assert drawn.reached.startswith(f"{LEFT}.0,{BOTTOM}.0 ")
    assert drawn.last.x == f"{RIGHT}.0"
    assert drawn.last.y == drawn.target_y


def test_a_path_without_any_movement_is_drawn_level():
    still = Path(D(3), D(3), (Point(date(2024, 6, 30), D(3), D(3)),), is_learnt=False)

    assert len({place.split(",")[1] for place in sparkline(still).reached.split()}) == 1


def year_learnt(months, *, is_learnt=True) -> Path:
    """The path to 200 from 100 that a past year of thirteen figures teaches."""
    due = pace.shares(months)
    ends = [month.last for month in periods.months(2025)]
    points = [
        Point(day, None, pace.needed(D(100), D(200), share))
        for day, share in zip(ends, due, strict=True)
    ]
    return Path(D(100), D(200), tuple(points), is_learnt=is_learnt)


def test_a_late_batch_is_named_with_its_months_and_share():
    batch = year_learnt([100] * 11 + [130, 200]).batch

    assert (batch.first.month, batch.last.month, batch.share) == (12, 12, D("0.7"))


@pytest.mark.parametrize(
    "months",
    [[100 + 10 * month for month in range(13)], [100, 200, *[200] * 11]],
    ids=["spread", "early"],
)
def test_a_rise_that_is_spread_or_early_is_no_late_batch(months):
    assert year_learnt(months).batch is None


def test_a_pace_that_was_not_learnt_tells_of_no_batch():
    assert year_learnt([100] * 12 + [200], is_learnt=False).batch is None
