"""The one clock. Only the doors (views, commands, tasks) read it; everything else is told the day."""

from datetime import date, datetime, time

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """Today in Beijing time, or the day that REGISTRY_TODAY puts a demo or test on."""
    return settings.REGISTRY_TODAY or timezone.localdate()


def now() -> datetime:
    """This moment; on another day when REGISTRY_TODAY is set, at the same time of day."""
    moment = timezone.localtime()
    if settings.REGISTRY_TODAY is None:
        return moment
    return datetime.combine(settings.REGISTRY_TODAY, moment.timetz())


def morning_of(day: date) -> datetime:
    """The first moment of a day in Beijing time: where a plain date has to become a moment."""
    return timezone.make_aware(datetime.combine(day, time(0, 0)))
