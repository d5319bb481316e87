"""Derived facts, as seeds/facts.yaml declares them: shares, totals and growths of yearly figures.

One declaration serves the findings, the gaps (each names the figure that would move) and the
vocabulary. An expression knows no threshold; what cannot be computed is None, never zero.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Protocol

import seeds

LAST = 0
BEFORE = 1

Figure = tuple[str, int]  # a yearly figure and how many years back: ("rd_spend", 0)


class Years(Protocol):
    """What an expression reads: one figure of one year, a sum, and how long the firm exists."""

    def number(self, code: str, back: int = LAST) -> Decimal | None: ...
    def total(self, code: str, years: int) -> Decimal | None: ...
    def counted_years(self, years: int) -> int: ...


@dataclass(frozen=True)
class Expression:
    """How a derived fact is computed, and what of it an enterprise would move."""

    value: Callable[[Years], Decimal | None]
    figures: tuple[Figure, ...]
    levers: tuple[Figure, ...]


def ratio(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return None if part is None or whole is None or not whole else part / whole


def _share(said: Mapping[str, Any], lever: str) -> Expression:
    """One figure as a fraction of another: in one year, or summed over several."""
    of, whole, years = said["of"], said["in"], said.get("years")
    if years:
        backs = range(years)

        def value(facts: Years) -> Decimal | None:
            return ratio(facts.total(of, years), facts.total(whole, years))
    else:
        backs = range(said.get("back", LAST), said.get("back", LAST) + 1)

        def value(facts: Years) -> Decimal | None:
            return ratio(facts.number(of, backs.start), facts.number(whole, backs.start))

    figures = tuple((code, back) for code in (of, whole) for back in backs)
    return Expression(value, figures, ((lever, backs.start),))


def _total(said: Mapping[str, Any], lever: str) -> Expression:
    """The sum over the last years, yuan or heads."""
    of, years = said["of"], said["years"]
    return Expression(lambda facts: facts.total(of, years), _backs(of, years), ((lever, LAST),))


def _mean(said: Mapping[str, Any], lever: str) -> Expression:
    """The mean of the last years (近两年均值): their sum over their number, whatever the firm's age."""
    of, years = said["of"], said["years"]

    def value(facts: Years) -> Decimal | None:
        summed = facts.total(of, years)
        return None if summed is None else summed / years

    return Expression(value, _backs(of, years), ((lever, LAST),))


def _earlier(said: Mapping[str, Any], lever: str) -> Expression:
    """The figure of a year before last year."""
    of, back = said["of"], said["back"]
    return Expression(lambda facts: facts.number(of, back), ((of, back),), ((lever, back),))


def _growth(said: Mapping[str, Any], lever: str) -> Expression:
    """Last year over the year before, less one."""
    of = said["of"]
    return Expression(
        lambda facts: _growth_between(facts.number(of, BEFORE), facts.number(of, LAST)),
        ((of, LAST), (of, BEFORE)),
        ((lever, LAST),),
    )


def _growth_between(earlier: Decimal | None, later: Decimal | None) -> Decimal | None:
    found = ratio(later, earlier)
    return None if found is None else found - 1


def _mean_growth(said: Mapping[str, Any], lever: str) -> Expression:
    """½ × (y2/y1 + y3/y2) − 1 with the edge cases of 国科发火〔2016〕195号.

    Year one zero: y3/y2 − 1. Year two zero: 0. Two years of business: y2/y1 − 1; one year: 0.
    From a negative year the formula says nothing, so neither do we.
    """
    of, years = said["of"], said["years"]

    def value(facts: Years) -> Decimal | None:
        third, second, first = (facts.number(of, back) for back in range(years))
        lacking = years - facts.counted_years(years)
        if lacking > 1 or second == 0:
            return Decimal(0)
        if lacking or first == 0:
            return None if second and second < 0 else _growth_between(second, third)
        return _mean_of_two(first, second, third)

    return Expression(value, _backs(of, years), ((lever, LAST),))


def _mean_of_two(
    first: Decimal | None, second: Decimal | None, third: Decimal | None
) -> Decimal | None:
    """The mean of two growths, exact to the last digit: 5 % is 5 %, not a hair less."""
    if first is None or second is None or third is None or first <= 0 or second <= 0:
        return None
    grown = [Fraction(second) / Fraction(first), Fraction(third) / Fraction(second)]
    mean = sum(grown, Fraction(0)) / len(grown) - 1
    return Decimal(mean.numerator) / Decimal(mean.denominator)


def _compound(said: Mapping[str, Any], lever: str) -> Expression:
    """The compound yearly growth over the last two years; from a loss or nothing there is none.

    What turns into a loss has lost everything: −1.
    """
    of, back = said["of"], BEFORE + BEFORE

    def value(facts: Years) -> Decimal | None:
        first = facts.number(of, back)
        found = ratio(facts.number(of), first) if first and first > 0 else None
        return None if found is None else max(found, Decimal(0)).sqrt() - 1

    return Expression(value, ((of, LAST), (of, back)), ((lever, LAST),))


def _backs(of: str, years: int) -> tuple[Figure, ...]:
    return tuple((of, back) for back in range(years))


KINDS: dict[str, Callable[[Mapping[str, Any], str], Expression]] = {
    "share": _share,
    "total": _total,
    "mean": _mean,
    "earlier": _earlier,
    "growth": _growth,
    "mean_growth": _mean_growth,
    "compound": _compound,
}


def read(row: Mapping[str, Any]) -> Expression:
    """The expression that a derived row of the vocabulary declares."""
    kind = next(kind for kind in KINDS if kind in row)
    return KINDS[kind](row[kind], row.get("lever", row[kind]["of"]))


@cache
def derived() -> dict[str, Expression]:
    """Every derived fact of the vocabulary by its code."""
    return {row["code"]: read(row) for row in seeds.facts() if row["kind"] == "derived"}
