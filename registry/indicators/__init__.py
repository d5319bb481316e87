"""The city's indicators: find one by its code, observe it on a day."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from registry.counting import EVERYTHING, Slice
from registry.indicators import counted, declared, told
from registry.indicators.catalogue import (
    INDICATORS,
    Indicator,
    Measure,
    UnknownIndicator,
    find,
)
from registry.observations import Observation, Origin, nothing_reported, reported

__all__ = [
    "INDICATORS",
    "Indicator",
    "Measure",
    "UnknownIndicator",
    "counted",
    "declared",
    "find",
    "observe",
    "observe_all",
    "told",
]


def observe(indicator: Indicator, as_of: date, within: Slice = EVERYTHING) -> Observation:
    """The figure of one indicator on a day, in its year; what is told is told for the whole city."""
    if indicator.is_counted:
        number = indicator.counted(as_of, within).number()
        return Observation(Decimal(number), as_of, Origin.SYSTEM)
    if within != EVERYTHING:
        return nothing_reported(as_of)
    return observe_all([indicator], as_of)[indicator.code]


def observe_all(indicators: Iterable[Indicator], as_of: date) -> dict[str, Observation]:
    """Figures of the whole city: a query for each counted indicator, one for all told ones."""
    listed = list(indicators)
    known = reported([each.code for each in listed if not each.is_counted], as_of.year, as_of)
    return {
        each.code: observe(each, as_of)
        if each.is_counted
        else known.get(each.code, nothing_reported(as_of))
        for each in listed
    }
