"""What an enterprise would have to change: figures of a year, statements, titles, or only time.

A set of changes can be laid over a standing; whether that helps is for the rules to say.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum

from certifications.standing import Standing
from certifications.umbrellas import under_umbrellas
from enterprises.facts import Value
from enterprises.levers import grows, is_figure, parts_of, step_of, whole_of


class Sort(StrEnum):
    """What kind of change it is; the order is how soon one comes to it."""

    WAIT = "wait"
    FIGURE = "figure"
    COUNT = "count"
    STATEMENT = "statement"
    TITLE = "title"


Lever = tuple[str, int]  # a fact (or a title) and how many years back


@dataclass(frozen=True)
class Change:
    """One lever moved from a value to a value (base units; a title from not held to held)."""

    lever: Lever
    before: Value
    after: Value
    is_title: bool = False

    @property
    def code(self) -> str:
        return self.lever[0]

    @property
    def years_back(self) -> int:
        return self.lever[1]

    @property
    def sort(self) -> Sort:
        if self.is_title:
            return Sort.TITLE
        if isinstance(self.after, bool):
            return Sort.STATEMENT
        if grows(self.code):
            return Sort.WAIT
        return Sort.FIGURE if is_figure(self.code) else Sort.COUNT

    @property
    def amount(self) -> Decimal:
        """By how much it moves, signed; nothing for what is not a number."""
        if self.is_title or isinstance(self.after, bool):
            return Decimal(0)
        return Decimal(self.after or 0) - Decimal(self.before or 0)

    def steps(self) -> int:
        """How many smallest steps it moves; none for what is not a number."""
        if not self.amount:
            return 0
        step = step_of(self.code).copy_sign(self.amount)
        return int((Decimal(self.after or 0) - grid(self.before, step)) / step)

    def by_steps(self, steps: int) -> "Change":
        """The same lever moved the same way, by so many smallest steps."""
        step = step_of(self.code).copy_sign(self.amount)
        return Change(self.lever, self.before, grid(self.before, step) + step * steps)

    def farther(self, again: "Change") -> "Change":
        """This move, and another of the same lever that began where it ended."""
        return Change(self.lever, self.before, again.after)

    def covers(self, other: "Change") -> bool:
        """Whether it moves the same lever the same way, as far or farther."""
        same_way = self.amount.is_signed() == other.amount.is_signed()
        return self.is_title == other.is_title and same_way and self.steps() >= other.steps()


Changes = Mapping[Lever, Change]


def grid(before: Value, step: Decimal) -> Decimal:
    """The round number from which steps are counted: a target is always one (830.22 万元)."""
    whole = Decimal(before or 0) / step
    return whole.to_integral_value(rounding=ROUND_FLOOR) * step


def laid_over(standing: Standing, changes: Iterable[Change]) -> Standing:
    """The standing, had these changes been made."""
    figures: dict[Lever, Value] = {}
    known: dict[str, Value] = {}
    titles: set[str] = set()
    for change in changes:
        if change.is_title:
            titles.add(change.code)
        elif is_figure(change.code):
            figures[change.lever] = change.after
        else:
            known[change.code] = change.after
    facts = standing.facts.with_figures(figures) if figures else standing.facts
    facts = facts.with_known(known) if known else facts
    held = under_umbrellas(standing.held | titles, standing.on or date.max)
    return standing.had(facts, held)


def outgrown(standing: Standing, changes: Iterable[Change]) -> list[tuple[Lever, Decimal]]:
    """Figures that must follow a changed one, since no part exceeds its whole; each with its goal.

    A whole comes up to a part that grew; a part comes down to a whole that shrank.
    """
    found: list[tuple[Lever, Decimal]] = []
    for change in changes:
        if not is_figure(change.code):
            continue
        whole, grew = whole_of(change.code), change.amount > 0
        pairs = [(change.code, whole)] if whole and grew else []
        pairs += [] if grew else [(part, change.code) for part in parts_of(change.code)]
        for part, whole in pairs:
            small, large = (
                standing.facts.number(each, change.years_back) for each in (part, whole)
            )
            if small is not None and large is not None and small > large:
                follows, goal = (whole, small) if change.code == part else (part, large)
                found.append(((follows, change.years_back), goal))
    return found


def value_at(standing: Standing, lever: Lever) -> Value:
    """What a lever stands at today."""
    code, back = lever
    if not is_figure(code):
        return standing[code]
    return standing.facts.of_year(code, back)
