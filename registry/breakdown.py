"""Which district carries a figure: one row a district, with its share of the city."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from enterprises.models import District
from registry.counting import EVERYTHING, Slice
from registry.indicators import Indicator


@dataclass(frozen=True)
class Row:
    """A district and its part; ``district`` is None for enterprises whose place is not known."""

    district: District | None
    number: int
    share: Decimal
    of_largest: Decimal


@dataclass(frozen=True)
class Breakdown:
    """The parts of one figure, largest first, and the whole."""

    rows: tuple[Row, ...]
    total: int


def by_district(indicator: Indicator, as_of: date, within: Slice = EVERYTHING) -> Breakdown:
    """All districts of the day, those with nothing too: a blank is an answer."""
    parts = {
        code: number for (code,), number in indicator.counted(as_of, within).by("district").items()
    }
    districts = {row.code: row for row in District.objects.exclude(level=District.Level.CITY)}
    for code, row in districts.items():
        if row.holds_on(as_of):
            parts.setdefault(code, 0)
    total, largest = sum(parts.values()), max(parts.values(), default=0)
    rows = [
        Row(
            district=districts.get(code),
            number=number,
            share=Decimal(number) / total if total else Decimal(0),
            of_largest=Decimal(number) / largest if largest else Decimal(0),
        )
        for code, number in sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    ]
    return Breakdown(tuple(rows), total)
