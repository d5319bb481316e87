"""Terms: counting working days over the State Council's calendar; provisional beyond it.

A term that crosses into a year without a published calendar is counted in plain weekdays and
marked provisional: it must never stop an officer.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from certifications.editions import WORKING_DAYS, Term
from enterprises.models import CalendarDay, CalendarYear

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Due:
    """A last day, and whether it may move when a calendar is published."""

    on: date
    is_provisional: bool


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked: the plain week, with the days that differ from it."""

    exceptions: dict[date, bool]
    years: frozenset[int]

    def is_workday(self, day: date) -> bool:
        return self.exceptions.get(day, day.isoweekday() <= 5)

    def covers(self, first: date, last: date) -> bool:
        return all(year in self.years for year in range(first.year, last.year + 1))

    def last_day(self, start: date, working_days: int) -> Due:
        """The last of so many working days, the start day being the first if it is worked."""
        day, counted = start - ONE_DAY, 0
        while counted < working_days:
            day += ONE_DAY
            counted += self.is_workday(day)
        return Due(day, not self.covers(start, day))

    def days_left(self, today: date, due: date) -> int:
        """Working days left including today and the due day; negative when overdue."""
        if today > due:
            return -self.between(due + ONE_DAY, today)
        return self.between(today, due)

    def between(self, first: date, last: date) -> int:
        """Working days from a day to a day, both included."""
        differing = sum(
            worked - (day.isoweekday() <= 5)
            for day, worked in self.exceptions.items()
            if first <= day <= last
        )
        return weekdays_between(first, last) + differing


def weekdays_between(first: date, last: date) -> int:
    """Mondays to Fridays from a day to a day, both included; 0 when the last comes first."""
    days = (last - first).days + 1
    if days <= 0:
        return 0
    weeks, rest = divmod(days, 7)
    return 5 * weeks + sum((first.weekday() + n) % 7 < 5 for n in range(rest))


def work_calendar() -> WorkCalendar:
    """The calendar as loaded from the State Council's notices."""
    return WorkCalendar(
        dict(CalendarDay.objects.values_list("day", "is_workday")),
        frozenset(CalendarYear.objects.values_list("year", flat=True)),
    )


def due(term: Term, today: date, calendar: WorkCalendar) -> Due:
    """The last day of a term that begins today; the first day counted is the next one."""
    if term.unit == WORKING_DAYS:
        return calendar.last_day(today + ONE_DAY, term.days)
    return Due(today + timedelta(days=term.days), False)


def left(term: Term, today: date, due_on: date, calendar: WorkCalendar) -> int:
    """How much of a term is left when its clock stops, in its own unit; today still counts."""
    if term.unit == WORKING_DAYS:
        return calendar.days_left(today, due_on)
    return (due_on - today).days


def resumed(term: Term, days_left: int, today: date, calendar: WorkCalendar) -> Due:
    """The last day of a term whose clock starts again: what was left, at least one day."""
    return due(replace(term, days=max(days_left, 1)), today, calendar)
