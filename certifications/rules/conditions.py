"""The tests of a rule, read once from its JSON into a small tree that is held against a standing.

The tree says all that the law needs and nothing more: a comparison that keeps its operator,
all and any, titles held or not held (by the enterprise or its kin), and what a person judges.
Nothing in a rule is evaluated as code, and no number stands here.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from certifications.editions import limit
from certifications.rules.verdicts import Verdict, all_of, any_of, yes
from certifications.standing import Standing

Said = Mapping[str, Any]

COMPARISONS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "at_least": lambda value, bound: value >= bound,
    "at_most": lambda value, bound: value <= bound,
    "more_than": lambda value, bound: value > bound,
    "less_than": lambda value, bound: value < bound,
}


@dataclass(frozen=True)
class Condition(ABC):
    """A test that a standing meets, does not meet, or leaves unknown."""

    @abstractmethod
    def verdict(self, standing: Standing) -> Verdict:
        """What a standing makes of the test."""

    def parts(self) -> "tuple[Condition, ...]":
        return ()

    def leaves(self) -> "Iterator[Condition]":
        """The tests at the ends of the tree, in order."""
        if not self.parts():
            yield self
        for part in self.parts():
            yield from part.leaves()

    def facts(self) -> list[str]:
        """Every fact it looks at, once each, in order."""
        return list(dict.fromkeys(code for leaf in self.leaves() for code in leaf.facts()))


@dataclass(frozen=True)
class Always(Condition):
    """The last band or step, for all other cases."""

    def verdict(self, standing: Standing) -> Verdict:
        return Verdict.MET

    def facts(self) -> list[str]:
        return []


@dataclass(frozen=True)
class All(Condition):
    of: tuple[Condition, ...]

    def verdict(self, standing: Standing) -> Verdict:
        return all_of(part.verdict(standing) for part in self.of)

    def parts(self) -> tuple[Condition, ...]:
        return self.of


@dataclass(frozen=True)
class Any_(Condition):
    of: tuple[Condition, ...]

    def verdict(self, standing: Standing) -> Verdict:
        return any_of(part.verdict(standing) for part in self.of)

    def parts(self) -> tuple[Condition, ...]:
        return self.of


@dataclass(frozen=True)
class Step:
    """One step of a limit that depends on another fact (sales to 5,000万元: 5 %)."""

    when: Condition
    value: Decimal


@dataclass(frozen=True)
class Compare(Condition):
    """A fact against a limit; the operator is the law's own."""

    fact: str
    word: str
    steps: tuple[Step, ...]

    def verdict(self, standing: Standing) -> Verdict:
        value = standing.number(self.fact)
        bound = self.bound(standing)
        if value is None or bound is None:
            return Verdict.UNKNOWN
        return yes(COMPARISONS[self.word](value, bound))

    def bound(self, standing: Standing) -> Decimal | None:
        """The limit that applies: of the first step that is met; None while that is unknown.

        Where no step fits, the law sets no limit, and nothing is invented.
        """
        for step in self.steps:
            found = step.when.verdict(standing)
            if found is Verdict.MET:
                return step.value
            if found is Verdict.UNKNOWN:
                return None
        return None

    def facts(self) -> list[str]:
        named = [code for step in self.steps for code in step.when.facts()]
        return list(dict.fromkeys([self.fact, *named]))


@dataclass(frozen=True)
class Is(Condition):
    """A yes-or-no fact that must be one or the other."""

    fact: str
    wanted: bool

    def verdict(self, standing: Standing) -> Verdict:
        value = standing[self.fact]
        if value is None or value == "":
            return Verdict.UNKNOWN
        return yes((value in (True, "yes")) is self.wanted)

    def facts(self) -> list[str]:
        return [self.fact]


@dataclass(frozen=True)
class Holds(Condition):
    """Any of these titles, valid on the day, is held (or none of them is)."""

    schemes: tuple[str, ...]
    wanted: bool = True

    def verdict(self, standing: Standing) -> Verdict:
        held = standing.holds_any(self.schemes)
        if not held and not standing.titles_known:
            return Verdict.UNKNOWN
        return yes(held is self.wanted)

    def facts(self) -> list[str]:
        return []


@dataclass(frozen=True)
class NoKinHolds(Condition):
    """No enterprise tied to this one by control or group holds any of these titles."""

    schemes: tuple[str, ...]

    def verdict(self, standing: Standing) -> Verdict:
        return yes(standing.kin_held.isdisjoint(self.schemes))

    def facts(self) -> list[str]:
        return []


@dataclass(frozen=True)
class Judged(Condition):
    """A person decides; no figure can."""

    def verdict(self, standing: Standing) -> Verdict:
        return Verdict.UNKNOWN

    def facts(self) -> list[str]:
        return []


READERS: dict[str, Callable[[Said], Condition]] = {
    "all": lambda said: All(tuple(read(part) for part in said["all"])),
    "any": lambda said: Any_(tuple(read(part) for part in said["any"])),
    "holds": lambda said: Holds(tuple(said["holds"])),
    "not_holds": lambda said: Holds(tuple(said["not_holds"]), wanted=False),
    "no_kin_holds": lambda said: NoKinHolds(tuple(said["no_kin_holds"])),
    "judged": lambda said: Judged(),
    "fact": lambda said: _of_fact(said),
}


def read(said: Said) -> Condition:
    """The condition that a mapping of a rule carries; without one, it is for all other cases."""
    opening = next((opening for opening in READERS if opening in said), None)
    return READERS[opening](said) if opening else Always()


def _of_fact(said: Said) -> Condition:
    if "is" in said:
        return Is(said["fact"], said["is"] == "yes")
    word = next(word for word in COMPARISONS if word in said)
    steps = said[word] if isinstance(said[word], list) else [{"value": said[word]}]
    return Compare(
        said["fact"],
        word,
        tuple(Step(read(step.get("when", {})), limit(step["value"])) for step in steps),
    )
