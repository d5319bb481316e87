"""One figure of the city with all that must be said beside it: its day, its origin, its note."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from registry.models import ReportedFigure
from registry.periods import Period, year


class Origin(models.TextChoices):
    """来源: counted from the register's own records, or stated by another bureau."""

    SYSTEM = "system", _("系统统计")
    REPORTED = "reported", _("部门填报")


@dataclass(frozen=True)
class Observation:
    """A value (None when nobody has stated one) and the day it holds for."""

    value: Decimal | None
    as_of: date
    origin: str
    provisional: bool = False
    note: str = ""
    source: str = ""
    verified: str = ""

    @property
    def origin_says(self) -> str:
        return str(Origin(self.origin).label)


def nothing_reported(as_of: date) -> Observation:
    return Observation(None, as_of, Origin.REPORTED)


def reported(indicators: Iterable[str], year_number: int, as_of: date) -> dict[str, Observation]:
    """The last figure reported for each indicator and year, in one query.

    Before the year is over only what was dated by then counts. On its last day the final figure
    counts whenever it was stated: the statistics of a year appear after it.
    """
    rows = ReportedFigure.objects.filter(
        indicator__in=list(indicators), period__startswith=str(year_number)
    )
    if as_of < year(year_number).last:
        rows = rows.filter(as_of__lte=as_of)
    latest = rows.order_by("indicator", "as_of", "version")
    return {row.indicator: _observation(row, year(year_number)) for row in latest}


def _observation(row: ReportedFigure, period: Period) -> Observation:
    return Observation(
        value=row.value,
        as_of=row.as_of,
        origin=Origin.REPORTED,
        provisional=len(row.period) > 4 or row.as_of in period and row.as_of != period.last,
        note=row.note,
        source=row.source,
        verified=row.verified,
    )
