"""An invented enterprise while the city is being thought up, before anything is a row."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import exp

SIZES_FROM = 2025
FIRST_YEARS = (0.15, 0.4, 0.7)


@dataclass(frozen=True)
class Trade:
    """A line of business: the word in the name, its division, its chains, how inventive it is."""

    word: str
    division: str
    chain_2024: str | None
    chain_2025: str | None
    weight: int
    tech: float

    @cached_property
    def is_manufacturing(self) -> bool:
        return "13" <= self.division <= "43"


@dataclass(slots=True)
class Title:
    """A title held from a day to a day."""

    scheme: str
    serial: int
    number: str
    issued: date
    announced: date
    first: date
    last: date | None
    ended: date | None = None
    because: str = ""

    def holds_on(self, day: date) -> bool:
        return (
            self.first <= day
            and (self.last is None or day <= self.last)
            and (self.ended is None or day < self.ended)
        )


@dataclass(slots=True)
class Firm:
    """Who it is, how big it grows, and what it came to hold. Revenue in yuan of SIZES_FROM."""

    serial: int
    code: str
    name: str
    trade: Trade
    district: str
    zone: str | None
    founded: date
    revenue: float
    growth: float
    per_head: float
    assets_ratio: float
    strength: float
    is_branch: bool = False
    former_name: str = ""
    renamed_on: date | None = None
    former_district: str = ""
    moved_on: date | None = None
    story: str = ""
    titles: list[Title] = field(default_factory=list)
    aims: set[str] = field(default_factory=set)

    def size_in(self, year: int) -> float:
        """Revenue of a year in yuan, before that year's luck."""
        age = year - self.founded.year
        if age < 0:
            return 0.0
        ramp = FIRST_YEARS[age] if age < len(FIRST_YEARS) else 1.0
        return self.revenue * ramp * exp(self.growth * (year - SIZES_FROM))

    def is_small_in(self, year: int) -> bool:
        """Small enough for a technology SME, with room for that year's luck."""
        size = self.size_in(year)
        return size <= 1.7e8 and size * self.assets_ratio <= 1.7e8 and size / self.per_head <= 450

    def ever_held(self, *schemes: str) -> bool:
        return bool(self.aims.intersection(schemes)) or any(
            title.scheme in schemes for title in self.titles
        )
