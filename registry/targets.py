"""Promises held against figures: met, on the way, not met, or nobody has said.

A target's kind and comparison come from the report's own words. Knows no page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from registry import periods
from registry.indicators import Indicator, find
from registry.models import Commitment
from registry.observations import Observation, Origin, nothing_reported, reported
from registry.pace import Path
from registry.paths import path_to

Comparison = Commitment.Comparison


class NotYet(ValueError):
    """A year is asked for on a day before it begins."""


class State(models.TextChoices):
    """达成情况."""

    MET = "met", _("已达到")
    ON_THE_WAY = "on_the_way", _("推进中")
    NOT_MET = "not_met", _("未达到")
    NO_DATA = "no_data", _("尚无填报")


def is_met(comparison: str, value: Decimal, target: Decimal) -> bool:
    """Whether a figure keeps a promise; 突破 (more than) is not kept by the limit itself."""
    if comparison == Comparison.MORE_THAN:
        return value > target
    if comparison == Comparison.EQUAL:
        return value == target
    return value >= target  # 达到, 以上, 倍增, 全覆盖


def state(comparison: str, value: Decimal | None, target: Decimal, *, closed: bool) -> State:
    """Where a promise stands; only a closed year can fail it."""
    if value is None:
        return State.NO_DATA
    if is_met(comparison, value, target):
        return State.MET
    return State.NOT_MET if closed else State.ON_THE_WAY


def progress(value: Decimal | None, target: Decimal) -> Decimal | None:
    """The part of the target that is there (a fraction, above 1 when surpassed, never below 0)."""
    if value is None or target <= 0:
        return None
    return max(Decimal(0), value / target)


def gap(value: Decimal | None, target: Decimal) -> Decimal | None:
    """What is still missing, in the target's unit; 0 when nothing is."""
    return None if value is None else max(Decimal(0), target - value)


@dataclass(frozen=True)
class Line:
    """One promise with its figure: a row of the board."""

    commitment: Commitment
    indicator: Indicator
    observation: Observation
    target: Decimal
    as_of: date
    closed: bool
    path: Path | None = None
    published: Observation | None = None

    @property
    def value(self) -> Decimal | None:
        return self.observation.value

    @property
    def state(self) -> State:
        return state(self.commitment.comparison, self.value, self.target, closed=self.closed)

    @property
    def is_met(self) -> bool:
        return self.state == State.MET

    @property
    def progress(self) -> Decimal | None:
        return progress(self.value, self.target)

    @property
    def gap(self) -> Decimal | None:
        return gap(self.value, self.target)

    @property
    def surplus(self) -> Decimal | None:
        return None if self.value is None else max(Decimal(0), self.value - self.target)

    @property
    def expected(self) -> Decimal | None:
        """Where the figure should stand on the day, on the learnt path."""
        return self.path.now.needed if self.path else None

    @property
    def is_behind(self) -> bool:
        return not self.closed and not self.is_met and bool(self.path and self.path.is_behind)

    @property
    def rise(self) -> Decimal | None:
        """What the year has added to a stock so far."""
        return self.value - self.path.opening if self.path and self.value is not None else None


def board(year: int, as_of: date) -> list[Line]:
    """All quantified promises of a year, in the report's order, as they stood on a day.

    A day after the year shows the year as it closed; one before it raises NotYet.
    """
    rows = Commitment.objects.filter(year=year, reading=Commitment.Reading.QUANTIFIED)
    return lines(rows.select_related("responsible").order_by("order"), year, as_of)


def lines(commitments: Iterable[Commitment], year: int, as_of: date) -> list[Line]:
    """The rows of the board: one query for each counted promise, one for all that are told."""
    as_of = day_within(year, as_of)
    promises = [row for row in commitments if row.reading == Commitment.Reading.QUANTIFIED]
    known = reported({row.indicator for row in promises}, year, as_of)
    return [_line(row, as_of, known.get(row.indicator)) for row in promises]


def day_within(year: int, as_of: date) -> date:
    """The day on which a year's promises are read: its last day at most."""
    if as_of < periods.year(year).first:
        raise NotYet(
            _("%(year)d年在 %(day)s 尚未开始，没有可看的进度。") % {"year": year, "day": as_of}
        )
    return min(as_of, periods.year(year).last)


def _line(commitment: Commitment, as_of: date, told: Observation | None) -> Line:
    indicator = find(commitment.indicator)
    target = commitment.value or Decimal(0)
    path = path_to(indicator, target, as_of) if indicator.is_counted else None
    observation = told or nothing_reported(as_of)
    if path:
        observation = Observation(path.now.reached, as_of, Origin.SYSTEM)
    return Line(
        commitment=commitment,
        indicator=indicator,
        observation=observation,
        target=target,
        as_of=as_of,
        closed=as_of >= periods.year(commitment.year).last,
        path=path,
        published=told if path else None,
    )
