"""A score taken apart for its readers: each dimension, each item, and the band that gave its points.

It counts nothing anew: the points are those of the score; only the words of the band are looked up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from certifications.catalogue.edition_rows import item_of
from certifications.models import Edition
from certifications.policy_desk.confirming import mark_of
from certifications.rules.rulebook import Band, Item, Points, Scoring, book_of, facts_of
from certifications.rules.scoring import Score, added, dimensions
from certifications.rules.verdicts import Verdict
from certifications.rules.wording import says, says_points
from certifications.standing import Standing
from enterprises.models.naming import in_language
from enterprises.punctuation import labelled
from enterprises.vocabulary import counted, fact_label, fact_unit, says_fact


@dataclass(frozen=True)
class ItemTrace:
    """One line of the table: its points (None while unknown), the most it gives, and why so many."""

    code: str
    says: str
    points: Points | None
    most: Decimal
    known: list[str]
    band: str
    source: str
    verified: str
    mark: str
    is_local: bool

    @property
    def points_say(self) -> str:
        return says_points(self.points)


@dataclass(frozen=True)
class DimensionTrace:
    """One dimension: its lowest and highest reading, the most it gives, the least the law asks."""

    name: str
    points: Points
    most: Decimal
    least: Decimal | None
    items: list[ItemTrace]

    @property
    def points_say(self) -> str:
        return says_points(self.points)

    @property
    def low(self) -> Decimal:
        """What is certain, as a share of the most."""
        return self.points[0] / self.most if self.most else Decimal(0)

    @property
    def high(self) -> Decimal:
        """What is still possible, as a share of the most."""
        return self.points[1] / self.most if self.most else Decimal(0)

    @property
    def least_share(self) -> Decimal | None:
        return self.least / self.most if self.least is not None and self.most else None

    @property
    def is_short(self) -> bool:
        """Below the least even at its highest reading."""
        return self.least is not None and self.points[1] < self.least


@dataclass(frozen=True)
class ScoreTrace:
    """The whole table."""

    dimensions: list[DimensionTrace]
    total: Points
    most: Decimal

    @property
    def total_says(self) -> str:
        return says_points(self.total)


def trace(edition: Edition, score: Score, standing: Standing | None, year: int = 0) -> ScoreTrace:
    """A score by dimension; with the standing it came from, each item says why.

    `year` chooses the city's own indicators, as it did when the score was computed.
    """
    scoring = book_of(edition, year).scoring
    assert scoring  # noqa: S101 - there is a score
    names, reader = names_of(edition), _Reader(edition, scoring, score, standing)
    found = [
        reader.dimension(code, names.get(code, code), items)
        for code, items in dimensions(scoring).items()
    ]
    return ScoreTrace(found, score.total, most_of(scoring.items))


def names_of(edition: Edition) -> dict[str, str]:
    """What the dimensions are called in the reader's language."""
    items = (edition.rules.get("scoring") or {}).get("items", ())
    return {
        item["dimension"]: in_language(item["dimension"], item.get("dimension_en", ""))
        for item in items
        if item.get("dimension")
    }


def most_of(items: Iterable[Item]) -> Decimal:
    """The most that items give together, shared caps kept."""
    listed = list(items)
    return added(listed, {item.code: item.most for item in listed})


@dataclass(frozen=True)
class _Reader:
    """One score, read against its table."""

    edition: Edition
    scoring: Scoring
    score: Score
    standing: Standing | None

    def dimension(self, code: str, name: str, items: list[Item]) -> DimensionTrace:
        also = self.scoring.also
        least = [mark.points for mark in also if code and mark.dimension == code]
        return DimensionTrace(
            name,
            self.score.dimensions.get(code, self.score.total),
            most_of(items),
            least[0] if least else None,
            [self.item(item) for item in items],
        )

    def item(self, item: Item) -> ItemTrace:
        points = self.score.points.get(item.code)
        return ItemTrace(
            item.code,
            in_language(item.says_zh, item.says_en),
            points,
            item.most,
            _known(item, self.standing),
            _reached(item, points, self.standing),
            item.source,
            item.verified,
            mark_of(self.edition, item_of("scoring", item.code), item.verified),
            item.is_local,
        )


def _known(item: Item, standing: Standing | None) -> list[str]:
    if standing is None:
        return []
    return [labelled(fact_label(code), says_fact(code, standing[code])) for code in facts_of(item)]


def _reached(item: Item, points: Points | None, standing: Standing | None) -> str:
    """The band that was reached; of two lists the one that gave the points."""
    if standing is None or points is None:
        return ""
    if item.per:
        every = counted(item.per.every.normalize(), fact_unit(item.per.fact))
        each = says_points((item.per.points, item.per.points))
        return _("每满 %(every)s得 %(points)s") % {"every": every, "points": each}
    for bands in item.bands:
        band = _first_met(bands, standing)
        if band and band.points == points:
            return _band_says(band)
    return ""


def _first_met(bands: Iterable[Band], standing: Standing) -> Band | None:
    for band in bands:
        verdict = band.condition.verdict(standing)
        if verdict is not Verdict.NOT_MET:
            return band if verdict is Verdict.MET else None
    return None


def _band_says(band: Band) -> str:
    grade = f"{band.grade} · " if band.grade else ""
    return f"{grade}{says(band.condition)} → {says_points(band.points)}"
