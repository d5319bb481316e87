"""The day a page speaks of: read from the address, moved by a slider, never after today."""

from dataclasses import dataclass
from datetime import date

from registry import periods
from registry.periods import Period
from registry.query import Words

FIRST_DAY = date(2010, 1, 1)


@dataclass(frozen=True)
class Slider:
    """The days of a year that can be looked at, and where the reader stands."""

    year: Period
    latest: date
    as_of: date

    @property
    def first(self) -> date:
        return self.year.first

    @property
    def last_step(self) -> int:
        return (self.latest - self.year.first).days

    @property
    def step(self) -> int:
        return (self.as_of - self.year.first).days

    @property
    def month_ends(self) -> list[date]:
        """The month ends of the year that have come; the latest day stands for its month."""
        ends = [month.last for month in periods.months(self.year.first.year)]
        return [end for end in ends if end < self.latest] + [self.latest]


def slider(words: Words, year: int, today: date) -> Slider:
    """Read ``as_of``, or ``day`` (days after 1 January, as a range input sends it)."""
    period = periods.year(year)
    latest = min(today, period.last)
    as_of = words.day("as_of", first=period.first, last=latest)
    step = words.number("day", first=0, last=(latest - period.first).days)
    if step is not None:
        as_of = date.fromordinal(period.first.toordinal() + step)
    return Slider(period, latest, as_of or latest)


def as_of(words: Words, today: date) -> date:
    """The day of a page without a year of its own; today unless the address says another."""
    return words.day("as_of", first=FIRST_DAY, last=today) or today
