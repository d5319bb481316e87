"""Scores: the points of each item as far as they are known, and whether they pass.

Every item has a lowest and a highest reading: they differ where experts choose within a range,
and where facts are unknown. A score passes when its lowest reading does, fails when its highest
does; else it is unknown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from certifications.models import Edition
from certifications.rules.conditions import Judged
from certifications.rules.rulebook import Band, Item, Mark, Points, Scoring, book_of
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing

ZERO = Decimal(0)


@dataclass(frozen=True)
class Score:
    """Points by item (None while unknown), by dimension and in all, and whether they pass."""

    points: Mapping[str, Points | None]
    total: Points
    passes: Verdict
    dimensions: Mapping[str, Points] = field(default_factory=dict)


def score(scoring: Scoring, standing: Standing) -> Score:
    """The score of a standing, with its trace."""
    readings = {item.code: reading(item, standing) for item in scoring.items}
    lows = {code: low for code, (low, _high, _known) in readings.items()}
    highs = {code: high for code, (_low, high, _known) in readings.items()}
    return Score(
        {code: (low, high) if known else None for code, (low, high, known) in readings.items()},
        (added(scoring.items, lows), added(scoring.items, highs)),
        _passes(scoring, lows, highs),
        {
            name: (added(items, lows), added(items, highs))
            for name, items in dimensions(scoring).items()
            if name
        },
    )


def dimensions(scoring: Scoring) -> dict[str, list[Item]]:
    """The items of each dimension, in the table's order."""
    found: dict[str, list[Item]] = {}
    for item in scoring.items:
        found.setdefault(item.dimension, []).append(item)
    return found


def added(items: "tuple[Item, ...] | list[Item]", points: Mapping[str, Decimal]) -> Decimal:
    """The sum of points; items that share a cap give no more than that together."""
    capped: dict[tuple[str, Decimal], Decimal] = {}
    free = ZERO
    for item in items:
        if item.cap is None:
            free += points[item.code]
        else:
            key = (item.dimension, item.cap)
            capped[key] = capped.get(key, ZERO) + points[item.code]
    return free + sum((min(summed, cap) for (_name, cap), summed in capped.items()), ZERO)


def clears(scoring: Scoring, points: Mapping[str, Decimal]) -> bool:
    """Whether points reach the pass mark and every minimum beside it."""
    return scoring.passes.is_cleared_by(added(scoring.items, points)) and all(
        also.is_cleared_by(_part(scoring, points, also)) for also in scoring.also
    )


def _part(scoring: Scoring, points: Mapping[str, Decimal], also: Mark) -> Decimal:
    if also.item:
        return points[also.item]
    return added([item for item in scoring.items if item.dimension == also.dimension], points)


def _passes(scoring: Scoring, lows: Mapping[str, Decimal], highs: Mapping[str, Decimal]) -> Verdict:
    if clears(scoring, lows):
        return Verdict.MET
    return Verdict.UNKNOWN if clears(scoring, highs) else Verdict.NOT_MET


Reading = tuple[Decimal, Decimal, bool]  # lowest, highest, and whether the facts are known


def reading(item: Item, standing: Standing) -> Reading:
    """An item's points: what experts gave, else by its ratchet, else the better of its bands."""
    low, high, known = _by_rule(item, standing)
    given = standing.points.get(item.code)
    return (
        (given, given, True) if given is not None and low <= given <= high else (low, high, known)
    )


def _by_rule(item: Item, standing: Standing) -> Reading:
    if item.per:
        return _ratcheted(item, standing)
    readings = [_banded(bands, item.most, standing) for bands in item.bands]
    if not readings:
        return ZERO, ZERO if item.is_local else item.most, False
    return (
        max(low for low, _high, _known in readings),
        max(high for _low, high, _known in readings),
        any(known for _low, _high, known in readings),
    )


def _ratcheted(item: Item, standing: Standing) -> Reading:
    assert item.per  # noqa: S101 - asked by the caller
    value = standing.number(item.per.fact)
    if value is None:
        return ZERO, item.most, False
    points = min(item.most, max(ZERO, value // item.per.every * item.per.points))
    return points, points, True


def _banded(bands: tuple[Band, ...], most: Decimal, standing: Standing) -> Reading:
    for place, band in enumerate(bands):
        if isinstance(band.condition, Judged):
            return _experts_choose(bands[place:], standing)
        verdict = band.condition.verdict(standing)
        if verdict is Verdict.UNKNOWN:
            return ZERO, most, False
        if verdict is Verdict.MET:
            return min(band.points[0], most), min(band.points[1], most), True
    return ZERO, ZERO, True


def _experts_choose(bands: tuple[Band, ...], standing: Standing) -> Reading:
    """From here on experts pick the grade: anything between the lowest and the highest band."""
    points = [
        each
        for band in bands
        if band.condition.verdict(standing) is not Verdict.NOT_MET
        for each in band.points
    ]
    return min(points), max(points), True


def reaches_pass_mark(edition: Edition, points: Decimal) -> bool:
    """Whether a score that experts gave passes (〔2016〕32号 第十一条（七）: more than 70)."""
    return _scoring_of(edition).passes.is_cleared_by(points)


def is_scored_by_experts(edition: Edition) -> bool:
    scoring = edition.rules.get("scoring")
    return bool(scoring) and not scoring["computed"]


def mark_says(mark: Mark, says: Callable[[str], str] = _) -> str:
    """A pass mark in words: 达到 60 分, 超过 70 分."""
    return (says("超过 {} 分") if mark.exceed else says("达到 {} 分")).format(mark.points)


def pass_mark_says(edition: Edition) -> str:
    """The pass mark in the reader's language."""
    return mark_says(_scoring_of(edition).passes)


def _scoring_of(edition: Edition) -> Scoring:
    scoring = book_of(edition, 0).scoring
    assert scoring  # noqa: S101 - only asked of editions that score
    return scoring
