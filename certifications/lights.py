"""Lights: how much of a case's term is used. Green, yellow from half, red from nine tenths, overdue.

The published rule of 恩施 (yellow at 50 %, red at 90 %); counted in working days
over, today not yet among them.
"""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certifications.terms import ONE_DAY, WorkCalendar

YELLOW_FROM = 50
RED_FROM = 90


class Light(models.TextChoices):
    """期限灯: how pressing a case is."""

    OVERDUE = "overdue", _("已超期")
    RED = "red", _("临期")
    YELLOW = "yellow", _("过半")
    GREEN = "green", _("正常")
    PAUSED = "paused", _("不计时")


Term = tuple[date | None, date | None]


def light(
    term_from: date | None, due_on: date | None, today: date, calendar: WorkCalendar
) -> Light:
    """The light of a term that began on a day and ends on a day."""
    if term_from is None or due_on is None:
        return Light.PAUSED
    if today > due_on:
        return Light.OVERDUE
    whole = calendar.between(term_from + ONE_DAY, due_on) if term_from < due_on else 0
    used = 100 * (whole - calendar.days_left(today, due_on)) // whole if whole else 100
    if used >= RED_FROM:
        return Light.RED
    return Light.YELLOW if used >= YELLOW_FROM else Light.GREEN


def shining(wanted: str, terms: Iterable[Term], today: date, calendar: WorkCalendar) -> Q:
    """The condition under which a case shows a light, among cases that have these terms."""
    by_start: dict[date | None, list[date | None]] = {}
    for term_from, due_on in terms:
        if light(term_from, due_on, today, calendar) == wanted:
            by_start.setdefault(term_from, []).append(due_on)
    condition = Q(pk__in=[])
    for term_from, due_days in by_start.items():
        known = [day for day in due_days if day]
        condition |= Q(term_from=term_from, due_on__in=known) if term_from and known else Q()
        if None in due_days or term_from is None:
            condition |= Q(due_on__isnull=True)
    return condition
