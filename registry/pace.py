"""The path to a target: where a figure should stand by now, learnt from the year before.

Titles come in batches (high-tech ones from October to December), so a straight line would call
every summer late. Knows numbers and days only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

ZERO, ONE = Decimal(0), Decimal(1)
MOST = Decimal("0.6")  # of a year's rise, within at most...
FEW = 3  # ...so many months, the last of them in its last quarter: a late batch
LAST_QUARTER = 10
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Point:
    """A day of the path: what was reached (None: not yet known) and what was needed by then."""

    on: date
    reached: Decimal | None
    needed: Decimal


@dataclass(frozen=True)
class Batch:
    """The few months in which most of a year's rise comes at once, and its share of the rise."""

    first: date
    last: date
    share: Decimal


@dataclass(frozen=True)
class Path:
    """A year's way from the opening figure to the target, month by month."""

    opening: Decimal
    target: Decimal
    points: tuple[Point, ...]
    is_learnt: bool

    @property
    def now(self) -> Point:
        """The last day for which a figure is known."""
        return [point for point in self.points if point.reached is not None][-1]

    @property
    def is_behind(self) -> bool:
        return self.now.reached is not None and self.now.reached < self.now.needed

    @property
    def batch(self) -> Batch | None:
        """The late batch of the learnt pace; None when the rise is spread or comes early."""
        if not self.is_learnt or self.opening >= self.target:
            return None
        ends = [point for point in self.points if (point.on + ONE_DAY).day == 1]
        levels = [self.opening, *(point.needed for point in ends)]
        rise = self.target - self.opening
        for length in range(1, FEW + 1):
            for place in range(LAST_QUARTER - 1, len(ends)):
                first = place - length + 1
                part = (levels[place + 1] - levels[first]) / rise
                if part >= MOST:
                    return Batch(ends[first].on, ends[place].on, part)
        return None


def shares(months: Sequence[int]) -> list[Decimal] | None:
    """How much of a past year's rise was there by the end of each month; None if it did not rise.

    ``months`` are thirteen figures: the opening one and twelve month ends. A share never falls
    back: titles that lapse before their renewal is announced are no step away from the target.
    """
    opening, *ends = months
    rise = ends[-1] - opening
    if rise <= 0:
        return None
    found, highest = [], ZERO
    for end in ends:
        highest = min(ONE, max(highest, Decimal(end - opening) / rise))
        found.append(highest)
    return found


def straight() -> list[Decimal]:
    """A twelfth each month."""
    return [Decimal(number) / 12 for number in range(1, 13)]


def share_by(day: date, by_month: Sequence[Decimal]) -> Decimal:
    """The share due on a day: between two month ends in proportion to the days."""
    before = by_month[day.month - 2] if day.month > 1 else ZERO
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    length = (following - date(day.year, day.month, 1)).days
    part = Decimal(day.day) / length  # exactly one on the last day: no rounding at month ends
    return before + (by_month[day.month - 1] - before) * part


def needed(opening: Decimal, target: Decimal, share: Decimal) -> Decimal:
    """Where the figure should stand when this share is due; a target already passed is a floor."""
    if opening >= target:
        return target
    return opening + (target - opening) * share
