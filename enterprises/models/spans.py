"""Rows that hold from a day to a day: names, residences, postings, mandates."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def on_day(day: date, prefix: str = "") -> Q:
    """Rows that hold on a day; `until` is the last day (inclusive), empty means still."""
    started = Q(**{f"{prefix}since__isnull": True}) | Q(**{f"{prefix}since__lte": day})
    lasting = Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gte": day})
    return started & lasting


class SpanQuerySet(models.QuerySet[Any]):
    """Rows with `since` and `until`."""

    def on(self, day: date) -> Self:
        return self.filter(on_day(day))


class Span(models.Model):
    """From a day to a day, both included; an empty side is open."""

    since = models.DateField(_("自"), null=True, blank=True)
    until = models.DateField(pgettext_lazy("last day", "至"), null=True, blank=True)

    objects = SpanQuerySet.as_manager()

    class Meta:
        abstract = True

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )
