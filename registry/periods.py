"""Periods of the calendar: a year, a month, and the days on which a path is read off."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

FIRST_YEAR, LAST_YEAR = 2000, 2100


class UnknownPeriod(ValueError):
    """A period is not written as a year or a month."""


@dataclass(frozen=True)
class Period:
    """From a day to a day, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def eve(self) -> date:
        """The day before it begins: where an opening stock is read."""
        return self.first - timedelta(days=1)

    def until(self, day: date) -> "Period":
        """The part of it up to a day; the whole of it when the day lies beyond."""
        return Period(self.first, min(self.last, day))


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


def month(year_number: int, number: int) -> Period:
    following = date(year_number + number // 12, number % 12 + 1, 1)
    return Period(date(year_number, number, 1), following - timedelta(days=1))


def months(year_number: int) -> list[Period]:
    return [month(year_number, number) for number in range(1, 13)]


def day(text: str) -> date | None:
    """The day of ``2024-11-30``; None for anything else, also for ``20241130`` and week dates."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def parse(text: str) -> Period:
    """The period of ``2024`` or ``2024-11``; UnknownPeriod with a sentence otherwise."""
    found = re.fullmatch(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?", text)
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise UnknownPeriod(_("“%s”不是期间：请写年度（如 2024）或月份（如 2024-11）。") % text)
    return month(int(found[1]), int(found[2])) if found[2] else year(int(found[1]))
