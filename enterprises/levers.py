"""What an enterprise can move: which facts, in which direction, in what smallest step.

The vocabulary (seeds/facts.yaml) says which facts move and which grow by themselves with time.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from enterprises.expressions import LAST, Figure, derived
from enterprises.models.figures import FIGURES
from enterprises.vocabulary import words

ONE = Decimal(1)
# The smallest step that is worth saying: 0.01 万元, 0.01 %, 0.01 分; else one of a kind.
STEPS = {
    "元": Decimal(100),
    "美元": Decimal(10_000),
    "share": Decimal("0.0001"),
    "分": Decimal("0.01"),
}
UP, DOWN = 1, -1
YEAR = 366  # days, at most
DIRECTIONS = {"up": (UP,), "down": (DOWN,), "either": (UP, DOWN)}


def levers_of(fact: str) -> tuple[Figure, ...]:
    """What moves a fact: itself, or of a derived one the figure its declaration names."""
    return derived()[fact].levers if fact in derived() else ((fact, LAST),)


def directions(code: str) -> tuple[int, ...]:
    """Up, down, both, or none: what an enterprise itself can do to a recorded fact."""
    return DIRECTIONS.get(_row(code).get("moves", ""), ())


def grows(code: str) -> str:
    """`daily` or `yearly` for what rises with time alone; empty for everything else."""
    return str(_row(code).get("grows", ""))


def step_of(code: str) -> Decimal:
    """The smallest change of a fact that counts, in its base unit."""
    return STEPS.get(_row(code)["unit"], ONE)


def is_figure(code: str) -> bool:
    return code in FIGURES


def ripe_on(code: str, more: Decimal, on: date) -> date:
    """The day on which a fact that grows has grown by so much.

    Days count from today; full years are counted to the end of last year, so they rise on 1 January.
    What takes longer than the calendar ripens on its last day.
    """
    if more > (date.max - on).days // (1 if grows(code) == "daily" else YEAR):
        return date.max
    if grows(code) == "daily":
        return on + timedelta(days=int(more))
    return date(on.year + int(more), 1, 1)


def whole_of(code: str) -> str:
    """The figure that a figure is a part of and cannot exceed: main revenue of revenue."""
    return str(_row(code).get("part_of", ""))


@cache
def parts_of(code: str) -> tuple[str, ...]:
    """The figures that are parts of a figure."""
    return tuple(part for part, row in words().items() if row.get("part_of") == code)


def _row(code: str) -> Mapping[str, Any]:
    return words()[code]
