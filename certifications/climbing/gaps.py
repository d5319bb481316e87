"""What is still missing (还差什么): the smallest sets of changes after which no criterion is unmet.

The rules are the only judge: a candidate is laid over the standing and held against them, then
whatever it can do without is taken away. A gap is therefore sound (applied, nothing is unmet) and
minimal (without any one of its changes, or with any one a step smaller, something is).
Unknown facts stay unknown; a gap says nothing of them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from certifications.bounds import MOST_CHANGES, MOST_GAPS, MOST_KEPT, MOST_TRIED
from certifications.climbing.changes import Change, Lever, Sort, laid_over, outgrown, value_at
from certifications.climbing.score_ways import score_ways
from certifications.climbing.ways import Way, fewest, least, members, ways
from certifications.rules.conditions import Holds
from certifications.rules.criteria import NEW, SCORE, verdicts
from certifications.rules.rulebook import Criterion, Rulebook
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing
from enterprises.levers import DOWN, UP, levers_of

TOO_SMALL = "a whole less than its part"
SORTS = {sort: rank for rank, sort in enumerate(Sort)}


@dataclass(frozen=True)
class Gap:
    """Changes that together would do; the fewest and cheapest gap comes first."""

    changes: tuple[Change, ...]

    @property
    def cost(self) -> tuple[int, list[int], Decimal]:
        """How many, of which sorts, and how much money where all of them are money."""
        sorts = sorted(SORTS[change.sort] for change in self.changes)
        figures = [abs(change.amount) for change in self.changes if change.sort is Sort.FIGURE]
        return len(self.changes), sorts, sum(figures, Decimal(0))


@dataclass
class Search:
    """One search: the rules, the standing, and how much it may still try."""

    book: Rulebook
    standing: Standing
    kind: str
    most: int
    tries: int = MOST_TRIED
    mended: frozenset[str] = frozenset()

    def unmet(self, changes: Collection[Change]) -> list[str]:
        """The criteria that would still not be met; and the wholes that would be less than a part."""
        now = laid_over(self.standing, changes)
        found = verdicts(self.book, now, self.kind)
        failing = [code for code, verdict in found.items() if self._fails(code, verdict)]
        return failing or [TOO_SMALL for _lever in outgrown(now, changes)]

    def _fails(self, code: str, verdict: Verdict) -> bool:
        """Not met; or no longer told, where it was a no: that would be no way to meet it.

        A score may end open, since people choose within its ranges.
        """
        if verdict is Verdict.NOT_MET:
            return True
        return verdict is Verdict.UNKNOWN and code in self.mended and code != SCORE

    def suffices(self, changes: Collection[Change]) -> bool:
        return not self.unmet(changes)


def gaps(
    book: Rulebook, standing: Standing, kind: str = NEW, *, most: int = MOST_CHANGES
) -> list[Gap]:
    """The gaps of at most so many changes, the fewest and cheapest first; none when nothing is unmet."""
    search = Search(book, standing, kind, most)
    found = {frozenset(each): each for each in _candidates(search)}
    minimal = [gap for gap in map(Gap, found.values()) if not _holds_another(gap, found.values())]
    return sorted(minimal, key=lambda gap: gap.cost)[:MOST_GAPS]


def blocked(book: Rulebook, standing: Standing, kind: str = NEW) -> list[str]:
    """The unmet criteria that nothing an enterprise does can mend, by their codes."""
    search = Search(book, standing, kind, MOST_CHANGES)
    return [code for code in search.unmet([]) if not next(_ways(search, code, standing), None)]


def _candidates(search: Search) -> Iterator[tuple[Change, ...]]:
    unmet = search.unmet([])
    search.mended = frozenset(unmet)
    if not unmet or (search.most == 1 and not _one_lever_moves_all(search.book, unmet)):
        return
    for changes in _explore(search, {}, unmet, set()):
        yield _without_idle(search, changes)


def _one_lever_moves_all(book: Rulebook, unmet: list[str]) -> bool:
    """Whether any single lever touches every unmet criterion; else no single change can do."""
    return bool(frozenset.intersection(*(levers_behind(book, code) for code in unmet)))


@lru_cache(maxsize=MOST_KEPT)
def levers_behind(book: Rulebook, code: str) -> frozenset[Lever]:
    """Every lever that could mend a criterion (or the score), whatever the standing."""
    named = {lever for fact in book.facts_behind(code) for lever in levers_of(fact)}
    leaves = [leaf for each in book.clauses_behind(code) for leaf in each.condition.leaves()]
    held = [leaf.schemes for leaf in leaves if isinstance(leaf, Holds) and leaf.wanted]
    return frozenset(named).union((title, 0) for schemes in held for title in members(schemes))


def _explore(
    search: Search, made: Mapping[Lever, Change], unmet: list[str], seen: set[frozenset[Change]]
) -> Iterator[tuple[Change, ...]]:
    """Mend the first unmet criterion in each of its ways, then whatever is unmet after that."""
    now = laid_over(search.standing, made.values())
    for way in _ways(search, unmet[0], now, made.values()):
        changes = merged(made, way)
        key = frozenset(changes.values())
        if len(changes) > search.most or key in seen or not search.tries:
            continue
        seen.add(key)
        search.tries -= 1
        left = search.unmet(changes.values())
        if not left:
            yield tuple(changes.values())
        else:
            yield from _explore(search, changes, left, seen)


def merged(made: Mapping[Lever, Change], way: Way) -> dict[Lever, Change]:
    """Changes made before, with those of a way on top; a lever moved twice moves once, all the way."""
    changes = dict(made)
    for change in way:
        first = changes.get(change.lever)
        if first is None:
            changes[change.lever] = change
        elif not change.is_title and not isinstance(change.after, bool):
            changes[change.lever] = first.farther(change)
    return changes


def _ways(search: Search, code: str, now: Standing, made: Collection[Change] = ()) -> Iterator[Way]:
    book = search.book
    if code == TOO_SMALL:
        yield tuple(_followed(now, *each) for each in outgrown(now, made))
    elif code == SCORE and book.scoring:
        yield from score_ways(book.scoring, now)
    else:
        criterion = _criterion(book, code)
        yield from ways(criterion.condition, now)
        for waiver in criterion.waived_by:
            yield from ways(waiver.condition, now)
    if code in book.replaced:
        for route in book.routes:
            yield from ways(route.condition, now)


def _followed(now: Standing, lever: Lever, goal: Decimal) -> Change:
    """A whole that comes up to its part, or a part that comes down to its whole, by full steps."""
    stands = Decimal(value_at(now, lever) or 0)
    way = UP if stands < goal else DOWN

    def arrived(at: Standing) -> bool:
        return way * (Decimal(value_at(at, lever) or 0) - goal) >= 0

    change = least(now, lever, way, arrived)
    assert change  # noqa: S101 - a figure that is known can follow
    return change


def _criterion(book: Rulebook, code: str) -> Criterion:
    return next(each for each in book.criteria if each.code == code)


def _without_idle(search: Search, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Take away what is not needed: whole changes first, then every step too many."""
    kept = list(changes)
    for change in sorted(changes, key=lambda each: -SORTS[each.sort]):
        without = [each for each in kept if each is not change]
        if search.suffices(without):
            kept = without
    smaller = _shrunk(search, kept)
    while smaller != kept:
        kept, smaller = smaller, _shrunk(search, smaller)
    return tuple(sorted(kept, key=lambda each: (SORTS[each.sort], each.lever)))


def _shrunk(search: Search, changes: list[Change]) -> list[Change]:
    """Each number moved only as far as it must, the others standing."""
    kept = list(changes)
    for place, change in enumerate(kept):
        if not change.steps():
            continue

        def helps(steps: int, place: int = place, change: Change = change) -> bool:
            return search.suffices([*kept[:place], change.by_steps(steps), *kept[place + 1 :]])

        if helps(change.steps() - 1):
            kept[place] = change.by_steps(fewest(helps) or change.steps())
    return kept


def _holds_another(gap: Gap, found: Iterable[tuple[Change, ...]]) -> bool:
    """Whether some other gap asks for part of this one only."""
    ours = {change.lever: change for change in gap.changes}
    return any(
        other != gap.changes
        and all(each.lever in ours and ours[each.lever].covers(each) for each in other)
        for other in found
    )
