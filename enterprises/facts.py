"""What can be known of one enterprise on one day: recorded figures, and what follows from them.

Facts know no threshold and no title. A fact that cannot be computed is None (unknown), never zero.
Years count back from the last full year: 0 is last year, 1 the year before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from enterprises.expressions import Figure, derived
from enterprises.models.figures import FIGURES

Value = Decimal | int | bool | str | None
YEARS_KNOWN = 4


class Origin(StrEnum):
    """Where a value comes from, the weakest last: what rests on several is as weak as the weakest."""

    REGISTERED = "registered"
    VERIFIED = "verified"
    CLAIMED = "claimed"
    CONFLICTING = "conflicting"


WEAKNESS = {origin: rank for rank, origin in enumerate(Origin)}


@dataclass(frozen=True)
class Facts:
    """Facts of one enterprise (or of nobody, in a self-check): plain values and figures by year."""

    known: Mapping[str, Value]
    years: Mapping[int, Mapping[str, Value]] = field(default_factory=dict)
    claimed: frozenset[str] = frozenset()
    states: Mapping[int, Origin] = field(default_factory=dict)

    def __getitem__(self, code: str) -> Value:
        """The value of a fact; None when it is unknown."""
        if code in self.known:
            return self.known[code]
        if code in FIGURES:
            return self.of_year(code, 0)
        expression = derived().get(code)
        return expression.value(self) if expression else None

    def of_year(self, code: str, back: int) -> Value:
        return self.years.get(back, {}).get(code)

    def number(self, code: str, back: int = 0) -> Decimal | None:
        value = self.of_year(code, back)
        return None if value is None or isinstance(value, str) else Decimal(value)

    def total(self, code: str, years: int) -> Decimal | None:
        """The sum over the last fiscal years (fewer when the enterprise is younger); yuan or heads."""
        numbers = [self.number(code, back) for back in range(self.fiscal_years(years))]
        known = [number for number in numbers if number is not None]
        return sum(known, Decimal(0)) if len(known) == len(numbers) else None

    def fiscal_years(self, years: int) -> int:
        """Of so many years back, those that have accounts: the founding year has them too."""
        lived = self.known.get("full_years")
        return years if lived is None else min(years, int(lived) + 1)

    def counted_years(self, years: int) -> int:
        """Of so many years back, those it was in business throughout; at least last year."""
        lived = self.known.get("full_years")
        return years if lived is None else max(1, min(years, int(lived)))

    @property
    def years_of_business(self) -> int:
        """Full calendar years since registration; assumed long when the day is not known."""
        years = self.known.get("full_years")
        return YEARS_KNOWN if years is None else int(years)

    def origin(self, code: str) -> Origin:
        """Where the value comes from; of a derived fact, the weakest of its figures."""
        if code in self.known:
            return Origin.CLAIMED if code in self.claimed else Origin.REGISTERED
        figures = derived()[code].figures if code in derived() else ((code, 0),)
        used = {self.states[back] for _code, back in figures if back in self.states}
        return max(used, key=WEAKNESS.__getitem__, default=Origin.CLAIMED)

    def with_figures(self, figures: Mapping[Figure, Value]) -> "Facts":
        """The same facts, had these figures of these years been otherwise."""
        years = {back: dict(values) for back, values in self.years.items()}
        for (code, back), value in figures.items():
            years.setdefault(back, {})[code] = value
        return replace(self, years=years)

    def aged(self, years: int) -> "Facts":
        """What will be known some years on: figures move back, and last year's are not known yet."""
        later = {back + years: values for back, values in self.years.items()}
        lived = self.known.get("full_years")
        known = {} if lived is None else {"full_years": int(lived) + years}
        return replace(self, years=later, states={}, known={**self.known, **known})

    def with_known(self, known: Mapping[str, Value]) -> "Facts":
        """The same facts, had these statements or counts been otherwise."""
        return replace(self, known={**self.known, **known})
