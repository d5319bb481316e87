"""The answers of a self-check: facts, figures by years back, titles held, the day of founding."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from certifications.standing import Standing
from certifications.umbrellas import under_umbrellas
from enterprises.facts import Facts, Value
from enterprises.known import lived
from enterprises.levers import whole_of
from enterprises.vocabulary import fact_label


def exceeds(part: str, whole: str) -> str:
    """Why two figures cannot both be right."""
    says = _("“%(part)s”大于“%(whole)s”，请核对这两个数。")
    return says % {"part": fact_label(part), "whole": fact_label(whole)}


@dataclass(frozen=True)
class Answers:
    """What somebody says of an enterprise on a day. Not answered is unknown, never no."""

    on: date
    known: Mapping[str, Value] = field(default_factory=dict)
    years: Mapping[int, Mapping[str, Value]] = field(default_factory=dict)
    held: frozenset[str] | None = frozenset()  # None: nobody has said
    registered_on: date | None = None

    def standing(self) -> Standing:
        """As the rules look at it; the enterprise itself is nobody."""
        founded = lived(self.registered_on, self.on) if self.registered_on else {}
        facts = Facts({**founded, **self.known}, self.years)
        held = under_umbrellas(self.held or (), self.on)
        return Standing(facts, held, on=self.on, titles_known=self.held is not None)

    def by_year(self) -> dict[int, dict[str, Value]]:
        """The figures that were answered, by calendar year."""
        last = self.on.year - 1
        return {
            last - back: {code: value for code, value in values.items() if value is not None}
            for back, values in self.years.items()
        }

    def outgrown(self) -> Iterator[tuple[str, str, int]]:
        """(part, whole, years back) of every figure that is larger than what it is a part of."""
        for back, values in self.years.items():
            for part, value in values.items():
                whole = whole_of(part)
                if not whole or value is None or (total := values.get(whole)) is None:
                    continue
                if Decimal(value) > Decimal(total):
                    yield part, whole, back

    @property
    def is_empty(self) -> bool:
        figures = [value for values in self.years.values() for value in values.values()]
        said = [*figures, *self.known.values(), self.registered_on, *(self.held or ())]
        return all(value is None for value in said)
