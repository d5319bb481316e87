"""The ladder as a picture: four rungs, what an enterprise holds on each, and where it may go next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import seeds
from certifications.ladder import Position
from certifications.models import Application, Certification
from certifications.portal.openings import Opening
from enterprises.models.naming import in_language

ENDS_SOON = 90


@dataclass(frozen=True)
class Title:
    """A title that is held, with how near its last day is."""

    certification: Certification
    days_left: int | None

    @property
    def ends_soon(self) -> bool:
        return self.days_left is not None and self.days_left <= ENDS_SOON


@dataclass(frozen=True)
class Rung:
    """One rung: titles held, those awaiting the year's list, cases under way, batches open; and whether it is next."""

    number: int
    name: str
    is_next: bool
    titles: list[Title] = field(default_factory=list)
    awaiting: list[Certification] = field(default_factory=list)
    under_way: list[Application] = field(default_factory=list)
    open: list[Opening] = field(default_factory=list)

    @property
    def is_held(self) -> bool:
        return bool(self.titles)


@cache
def rung_names() -> dict[int, tuple[str, str]]:
    """The four rungs as the seeds call them."""
    return {row["number"]: (row["name_zh"], row["name_en"]) for row in seeds.ladder()["rungs"]}


def rungs(
    position: Position,
    today: date,
    *,
    applications: Iterable[Application],
    openings: Iterable[Opening],
) -> list[Rung]:
    """The four rungs, the lowest first."""
    working, batches = list(applications), list(openings)
    return [
        Rung(
            number,
            in_language(*names),
            number == position.rung + 1,
            [Title(row, _days_left(row, today)) for row in position.on_rung(number)],
            [row for row in position.awaiting if row.scheme.rung == number],
            [each for each in working if each.is_open and each.scheme.rung == number],
            [each for each in batches if each.batch.scheme.rung == number],
        )
        for number, names in sorted(rung_names().items())
    ]


def _days_left(certification: Certification, today: date) -> int | None:
    last = certification.last_day
    return None if last is None else (last - today).days
