"""What city is wanted: how many enterprises, from which seed, up to which day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

FULL_SIZE = 20_000
FEWEST, MOST = 50, 60_000
SOURCE = "演示数据"


@dataclass(frozen=True)
class Plan:
    """The same plan always gives the same city."""

    enterprises: int
    seed: int
    until: date

    def dice(self, about: str) -> Random:
        """Dice of their own for each matter, so that a change in one does not stir the others."""
        return Random(f"{self.seed}/{about}")  # noqa: S311 - an invented city keeps no secret

    def scaled(self, number: int | Decimal) -> int:
        """A figure of the full-size city at this city's size; what exists there exists here too."""
        return max(1, round(number * self.enterprises / FULL_SIZE)) if number else 0
