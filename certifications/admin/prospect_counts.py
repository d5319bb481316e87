"""How many are in the cultivation pool, by title and district: the table above the list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery

from certifications.models import Prospect, Scheme
from enterprises.models import District, Residence

NOWHERE = 0


@dataclass(frozen=True)
class Cell:
    """One title in one district: how many qualify, how many are one thing away."""

    district: str
    eligible: int
    near: int

    def __bool__(self) -> bool:
        return bool(self.eligible or self.near)


@dataclass(frozen=True)
class Line:
    """One title with its districts, and the sum of them."""

    scheme: Scheme
    cells: list[Cell]

    @property
    def eligible(self) -> int:
        return sum(cell.eligible for cell in self.cells)

    @property
    def near(self) -> int:
        return sum(cell.near for cell in self.cells)


@dataclass(frozen=True)
class Counts:
    """Titles down, districts across."""

    districts: list[District | None]
    lines: list[Line]


def counts(rows: QuerySet[Prospect], on: date) -> Counts:
    """Count the rows by title and by the district the enterprise lives in on the day."""
    living = Residence.objects.on(on).filter(enterprise=OuterRef("enterprise"))
    counted = (
        rows.order_by()
        .annotate(lives_in=Subquery(living.values("district")[:1]))
        .values_list("scheme", "lives_in", "outlook")
        .annotate(number=Count("pk"))
    )
    found = {(scheme, place or NOWHERE, outlook): n for scheme, place, outlook, n in counted}
    places = _places(place for _scheme, place, _outlook in found)
    schemes = Scheme.objects.filter(pk__in={scheme for scheme, _place, _outlook in found})
    lines = [Line(each, [_cell(found, each, place) for place in places]) for each in schemes]
    return Counts(places, lines)


def _places(ids: Iterable[int]) -> list[District | None]:
    """The districts in their order; last nowhere, where some enterprise has no district."""
    wanted = set(ids)
    named: list[District | None] = list(District.objects.filter(pk__in=wanted))
    return [*named, None] if NOWHERE in wanted else named


def _cell(found: dict[Any, int], scheme: Scheme, place: District | None) -> Cell:
    key = (scheme.pk, place.pk if place else NOWHERE)
    return Cell(
        place.code if place else "",
        found.get((*key, Prospect.Outlook.ELIGIBLE), 0),
        found.get((*key, Prospect.Outlook.NEAR), 0),
    )
