"""The one clock. Only the doors (views, commands, tasks) read it; everything else is told the day."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time

from django.conf import settings
from django.utils import timezone

_standing_at: ContextVar[datetime | None] = ContextVar("standing_at", default=None)


def today() -> date:
    """Today in Beijing time, or the day that REGISTRY_TODAY puts a demo or test on."""
    if moment := _standing_at.get():
        return moment.date()
    return settings.REGISTRY_TODAY or timezone.localdate()


def now() -> datetime:
    """This moment; on another day when REGISTRY_TODAY is set, at the same time of day."""
    if standing := _standing_at.get():
        return standing
    moment = timezone.localtime()
    if settings.REGISTRY_TODAY is None:
        return moment
    return datetime.combine(settings.REGISTRY_TODAY, moment.timetz())


def morning_of(day: date) -> datetime:
    """The first moment of a day in Beijing time: where a plain date has to become a moment."""
    return timezone.make_aware(datetime.combine(day, time(0, 0)))


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """Let the block happen at another moment. Only for the demo's past and for tests."""
    token = _standing_at.set(moment)
    try:
        yield
    finally:
        _standing_at.reset(token)
