"""When titles were given and how many there were afterwards: seeds/demo/calibration.yaml as days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import seeds
from registry.demo.plan import Plan

WEEKS_BETWEEN_LATER_BATCHES = 26
LATER_GROWTH = Decimal("1.02")


@dataclass(frozen=True)
class Round:
    """One batch of one scheme: the number wanted once it is announced."""

    scheme: str
    issued: date
    announced: date
    wanted: int
    first_of_year: bool
    years: int
    renewed: float
    revoked: float
    year_total: int = 0


def rounds(plan: Plan) -> list[Round]:
    """Every batch announced before the city's day, in the order of announcement."""
    figures: dict[str, Any] = seeds.read("demo/calibration.yaml")
    found = [
        *_high_tech(figures["high_tech"], plan),
        *_tech_sme(figures["tech_sme"], plan),
        *(each for listed in figures["listed"] for each in _listed(listed, plan)),
    ]
    told = [each for each in found if each.announced < plan.until]
    return sorted(told, key=lambda each: (each.announced, each.scheme))


def _by_year(rows: list[dict[str, Any]], last: int) -> Iterator[tuple[int, int]]:
    """(year, figure); after the last year on file the figure stays."""
    yield from ((row["year"], row["value"]) for row in rows)
    for year in range(rows[-1]["year"] + 1, last + 1):
        yield year, rows[-1]["value"]


def _high_tech(figures: dict[str, Any], plan: Plan) -> Iterator[Round]:
    """Stock at each year's end, reached in three batches."""
    before = 0
    for year, value in _by_year(figures["years"], plan.until.year):
        for place, batch in enumerate(figures["batches"]):
            wanted = before + (value - before) * Decimal(batch["share"])
            yield Round(
                "high_tech", _day(year, batch["issued"]), _day(year, batch["announced"]),
                plan.scaled(wanted), place == 0, years=3, renewed=0.88, revoked=0.006,
            )  # fmt: skip
        before = value


def _tech_sme(figures: dict[str, Any], plan: Plan) -> Iterator[Round]:
    """Entered since 1 January, cumulative."""
    for year, value in _by_year(figures["years"], plan.until.year):
        for place, batch in enumerate(figures["batches"]):
            day = _day(year, batch["announced"])
            wanted = plan.scaled(value * Decimal(batch["share"]))
            yield Round(
                "tech_sme", day, day, wanted, place == 0, years=0, renewed=0.86, revoked=0,
                year_total=plan.scaled(value),
            )  # fmt: skip


def _listed(listed: dict[str, Any], plan: Plan) -> Iterator[Round]:
    """Stock after each published list; after the last one on file, a list each half year."""
    batches = [(row["day"], Decimal(row["after"])) for row in listed["batches"]]
    day, after = batches[-1]
    while day <= plan.until:
        day, after = day + timedelta(weeks=WEEKS_BETWEEN_LATER_BATCHES), after * LATER_GROWTH
        batches.append((day, after))
    year_before = 0
    for day, after in batches:
        yield Round(
            listed["scheme"], day, day, plan.scaled(after), day.year != year_before,
            years=listed["years"], renewed=float(listed["renewed"]),
            revoked=float(listed["revoked"]),
        )  # fmt: skip
        year_before = day.year


def _day(year: int, month_and_day: str) -> date:
    month, day = month_and_day.split("-")
    return date(year, int(month), int(day))
