"""How large an answer of a self-check may be: bounds of our own against slips and mischief, no law."""

from dataclasses import dataclass
from decimal import Decimal

HOUR = 60 * 60  # how long sealed answers can be handed over
LONGEST = 40  # characters of one answer
MOST_SEALED = 3800  # bytes of sealed answers: what every browser keeps in one cookie
YEARS_AHEAD = 5  # of today that a question may look


@dataclass(frozen=True)
class Bounds:
    """From a number to a number, with so many decimals."""

    least: Decimal
    most: Decimal
    places: int = 0


LARGEST_SUM = Decimal(10) ** 15
MONEY = Bounds(-LARGEST_SUM, LARGEST_SUM, 2)
THINGS = Bounds(Decimal(0), Decimal(1_000_000))
BOUNDS = {
    "元": MONEY,
    "美元": MONEY,
    "share": Bounds(Decimal(-1000), Decimal(1000), 8),
    "人": Bounds(Decimal(0), Decimal(10_000_000)),
    "件": THINGS,
    "名": THINGS,
    "天": THINGS,
    "项": Bounds(Decimal(0), Decimal(1_000_000), 2),
    "年": Bounds(Decimal(0), Decimal(1000), 2),
    "分": Bounds(Decimal(0), Decimal(1000), 2),
}
