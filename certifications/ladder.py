"""The ladder as it is: a graph of titles on tracks and rungs, and where an enterprise stands on it.

Position is computed from the titles held on a day, never stored. On an exclusive track an
enterprise counts once, at its highest title (Qingdao's 8967 = 3557 + 5217 + 193).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.db.models import QuerySet

from certifications.ladder_words import ladder
from certifications.models import Certification, Scheme
from enterprises.models import Enterprise
from enterprises.models.naming import in_language


@dataclass(frozen=True)
class Position:
    """The titles held on a day, the highest rung among them (0: none), and what awaits renewal."""

    certifications: list[Certification]
    awaiting: list[Certification] = field(default_factory=list)

    @property
    def rung(self) -> int:
        return max((row.scheme.rung for row in self.certifications), default=0)

    def on_rung(self, rung: int) -> list[Certification]:
        return [row for row in self.certifications if row.scheme.rung == rung]

    def by_track(self) -> dict[str, Certification]:
        """The highest title of each track: where an exclusive count finds the enterprise."""
        ascending = sorted(self.certifications, key=lambda row: height(row.scheme))
        return {row.scheme.track: row for row in ascending}


def height(scheme: Scheme) -> tuple[int, int]:
    """How high a title stands: its rung, then its order within the rung."""
    return scheme.rung, scheme.order


def position(enterprise: Enterprise, on: date) -> Position:
    """Where an enterprise stands on a day."""
    ours = Certification.objects.filter(enterprise=enterprise).select_related("scheme")
    rows = list(ours.held_on(on).order_by("scheme__rung", "scheme__order"))
    return Position(rows, _awaiting(ours, rows, on))


def _awaiting(
    ours: QuerySet[Certification], held: Iterable[Certification], on: date
) -> list[Certification]:
    """上年度入库，待更新: lapsed this year on the day all numbers lapse, no new one announced yet.

    A tech-SME number ends on 31 March; the new ones come in batches later in the year.
    """
    still = {row.scheme_id for row in held}
    lapsed = ours.filter(
        scheme__form=Scheme.Form.NUMBER,
        valid_until__year=on.year,
        valid_until__lt=on,
        ended_on=None,
    ).exclude(scheme__in=still)
    newest: dict[int, Certification] = {}
    for row in lapsed.order_by("valid_until"):
        newest[row.scheme_id] = row
    return list(newest.values())


@dataclass(frozen=True)
class Edge:
    """A tie between two titles: what one needs, what shortens the way, what shuts it."""

    kind: str
    start: str
    end: str
    verified: str
    source: str
    note: str = ""


@dataclass(frozen=True)
class Rung:
    """One title as the ladder places it."""

    code: str
    name_zh: str
    name_en: str
    rung: int
    track: str
    nature: str
    order: int

    @property
    def name(self) -> str:
        return in_language(self.name_zh, self.name_en)


@dataclass(frozen=True)
class Graph:
    """All titles in the order of the screen, and the edges between them."""

    schemes: tuple[Rung, ...]
    edges: tuple[Edge, ...]

    def next_after(self, held: Iterable[str], on_rung: int) -> list[Rung]:
        """Titles not held on the rungs above: what may be climbed next, the lowest first."""
        ours = set(held)
        above = [each for each in self.schemes if each.rung > on_rung and each.code not in ours]
        return sorted(above, key=lambda each: (each.rung, each.order))


@cache
def graph() -> Graph:
    """The ladder of seeds/ladder.yaml as a graph."""
    rows = ladder()["schemes"]
    schemes = tuple(Rung(**{name: row[name] for name in Rung.__match_args__}) for row in rows)
    edges = [
        Edge(kind, start, end, said["verified"], said["source"], said.get("note", ""))
        for row in rows
        for kind, said, start, end in _ties(row)
    ]
    return Graph(schemes, tuple(edges))


@cache
def exclusive_among() -> dict[str, tuple[str, ...]]:
    """Of each track that counts an enterprise once: the titles it counts, the lowest first."""
    return {
        row["code"]: tuple(row["exclusive_among"])
        for row in ladder()["tracks"]
        if row.get("exclusive")
    }


def counted_as(held: Iterable[str], track: str) -> str:
    """The one title of an exclusive track under which an enterprise counts; empty when under none."""
    ours = set(held)
    return next((code for code in reversed(exclusive_among()[track]) if code in ours), "")


def _ties(row: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], str, str]]:
    for need in row["needs"]:
        for base in need["any_of"]:
            yield "needs", need, base, row["code"]
    for shortcut in row["shortcuts"]:
        yield "shortcut", shortcut, shortcut["from"], row["code"]
    for shut in row["excludes"]:
        yield "excludes", shut, shut["scheme"], row["code"]
