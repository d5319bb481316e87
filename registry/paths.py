"""The year's path of one indicator to one target, read from the register in a single query."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from registry import pace, periods
from registry.indicators import Indicator, Measure
from registry.pace import Path, Point


def path_to(indicator: Indicator, target: Decimal, as_of: date) -> Path:
    """The year's way to a target month by month, read in one query with the year before."""
    ends = [month.last for month in periods.months(as_of.year)]
    past = [month.last for month in periods.months(as_of.year - 1)]
    seen = sorted({end for end in ends if end <= as_of} | {as_of})
    before = periods.year(as_of.year - 1).eve
    values = indicator.on_days([before, *past, *seen])
    history, reached = values[:13], dict(zip(seen, values[13:], strict=True))
    if indicator.measure == Measure.FLOW:
        history[0] = 0  # a flow begins its year with nothing
    opening = 0 if indicator.measure == Measure.FLOW else history[12]
    learnt = pace.shares(history)
    points = _points(reached, ends, learnt or pace.straight(), Decimal(opening), target)
    return Path(Decimal(opening), target, points, is_learnt=learnt is not None)


def _points(
    reached: dict[date, int],
    ends: Sequence[date],
    by_month: Sequence[Decimal],
    opening: Decimal,
    target: Decimal,
) -> tuple[Point, ...]:
    return tuple(
        Point(
            on=day,
            reached=Decimal(reached[day]) if day in reached else None,
            needed=pace.needed(opening, target, pace.share_by(day, by_month)),
        )
        for day in sorted({*ends, *reached})
    )
