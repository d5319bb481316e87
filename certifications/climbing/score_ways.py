"""How a score that fails could pass: which items of the table to raise, and to which band.

Sets of few items are looked through completely, the smallest first; a set that holds a smaller one
that does is left out. Only where no small set does, items are raised one by one, the largest gain
first, and the rules take away what was too much.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product

from certifications.bounds import MOST_ITEMS
from certifications.climbing.changes import Change, laid_over
from certifications.climbing.ways import Way, least, ways
from certifications.rules.rulebook import Band, Item, Scoring
from certifications.rules.scoring import clears, reading
from certifications.standing import Standing
from enterprises.levers import UP, levers_of

Tops = Mapping[str, Decimal]


@dataclass(frozen=True)
class Raise:
    """One item brought to a band: the points it then gives at best, and what that takes."""

    item: str
    points: Decimal
    way: Way


def score_ways(scoring: Scoring, standing: Standing) -> Iterator[Way]:
    """The changes that bring the score's highest reading over the mark."""
    tops = {item.code: reading(item, standing)[1] for item in scoring.items}
    raises = {item.code: list(_raises(item, standing, tops[item.code])) for item in scoring.items}
    able = [code for code, found in raises.items() if found]
    found: list[frozenset[str]] = []
    for size in range(1, min(MOST_ITEMS, len(able)) + 1):
        for items in combinations(able, size):
            if any(smaller <= set(items) for smaller in found):
                continue
            sets = _sufficient(scoring, tops, [raises[code] for code in items])
            if sets:
                found.append(frozenset(items))
            yield from (_way(each) for each in sets)
    if not found:
        yield from _by_largest_gain(scoring, tops, raises)


def _sufficient(
    scoring: Scoring, tops: Tops, choices: list[list[Raise]]
) -> list[tuple[Raise, ...]]:
    """Of one set of items, every choice of bands that does and of which no lower choice does."""
    lacking = scoring.passes.points - sum(tops.values(), Decimal(0))
    if sum(max(each.points - tops[each.item] for each in some) for some in choices) < lacking:
        return []
    able = [chosen for chosen in product(*choices) if clears(scoring, _with(tops, chosen))]
    return [each for each in able if not any(_lower(other, each) for other in able)]


def _lower(other: tuple[Raise, ...], than: tuple[Raise, ...]) -> bool:
    """Whether another choice asks for no more in any item, and for less in one."""
    pairs = list(zip(other, than, strict=True))
    return all(a.points <= b.points for a, b in pairs) and any(
        a.points < b.points for a, b in pairs
    )


def _by_largest_gain(
    scoring: Scoring, tops: Tops, raises: Mapping[str, list[Raise]]
) -> Iterator[Way]:
    chosen: list[Raise] = []
    best = [max(found, key=lambda each: each.points) for found in raises.values() if found]
    for each in sorted(best, key=lambda each: tops[each.item] - each.points):
        chosen.append(each)
        if clears(scoring, _with(tops, chosen)):
            yield _way(chosen)
            return


def _with(tops: Tops, chosen: "tuple[Raise, ...] | list[Raise]") -> dict[str, Decimal]:
    return {**tops, **{each.item: each.points for each in chosen}}


def _way(chosen: "tuple[Raise, ...] | list[Raise]") -> Way:
    return tuple(change for each in chosen for change in each.way)


def _raises(item: Item, standing: Standing, top: Decimal) -> Iterator[Raise]:
    """Every higher reading of an item that some change brings about, the cheapest change each."""
    if item.code in standing.points:
        return
    if item.per:
        yield from _ratchets(item, standing, top)
    for bands in item.bands:
        for band in bands:
            if band.points[1] > top:
                yield from _to_band(item, band, standing)


def _to_band(item: Item, band: Band, standing: Standing) -> Iterator[Raise]:
    for way in ways(band.condition, standing):
        reached = reading(item, laid_over(standing, way))[1]
        if reached >= band.points[1]:
            yield Raise(item.code, reached, way)


def _ratchets(item: Item, standing: Standing, top: Decimal) -> Iterator[Raise]:
    """Each further point of a ratchet, up to the most it gives."""
    assert item.per  # noqa: S101 - asked by the caller
    wanted = top + item.per.points
    while wanted - item.per.points < item.most:
        goal = min(wanted, item.most)
        for lever in levers_of(item.per.fact):
            change = least(standing, lever, UP, lambda at, goal=goal: reading(item, at)[1] >= goal)
            if isinstance(change, Change):
                yield Raise(item.code, reading(item, laid_over(standing, [change]))[1], (change,))
        wanted += item.per.points
