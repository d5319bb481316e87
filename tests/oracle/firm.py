"""One firm on one day as plain data: what the oracle reads, and what the system is given."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Firm:
    """One firm on one day: figures of three years (last first), its word, its counts, its titles."""

    day: date
    kind: str
    registered_on: date | None
    years: tuple
    says: dict
    count: dict
    held: frozenset
    kin_held: frozenset
    points: dict = field(default_factory=dict)

    @property
    def last(self):
        return self.years[0]

    @property
    def before(self):
        return self.years[1]

    @property
    def earlier(self):
        return self.years[2]

    @property
    def full_years(self):
        """Calendar years of operation up to last year, the first not counted; None: not known."""
        if self.registered_on is None:
            return None
        return max(self.day.year - 1 - self.registered_on.year, 0)

    def existed(self, back):
        """Whether it was registered in the year so many years before last year, or earlier."""
        return self.registered_on is None or self.registered_on.year <= self.day.year - 1 - back

    def summed(self, figure, wanted):
        """The sum over the last fiscal years; a year before the firm existed adds nothing."""
        figures = [
            year[figure]
            for back, year in enumerate(self.years[:wanted])
            if back == 0 or self.existed(back)
        ]
        return None if None in figures else sum(figures)
