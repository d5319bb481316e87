"""What an edition has to be told in a self-check: figures by year, facts, titles."""

from collections.abc import Iterator
from dataclasses import dataclass

from certifications.climbing.ways import members
from certifications.models import Edition
from certifications.rules.conditions import Condition, Holds
from certifications.rules.findings import JUDGED
from certifications.rules.rulebook import Rulebook
from enterprises.expressions import derived
from enterprises.levers import is_figure
from enterprises.vocabulary import words

SINCE_FOUNDED = ("registered_days", "age_years")  # answered by the day of founding


@dataclass(frozen=True)
class Asked:
    """Questions of one edition (or of several), each once and in order."""

    figures: tuple[tuple[str, int], ...]  # (code, years back)
    facts: tuple[str, ...]
    titles: tuple[str, ...]

    def of_year(self, back: int) -> list[str]:
        return [code for code, years in self.figures if years == back]

    @property
    def backs(self) -> list[int]:
        """The years asked for: 0 is last year."""
        return sorted({back for _code, back in self.figures})


def asked_by(book: Rulebook) -> Asked:
    """Everything that the rules look at, down to what is recorded or stated."""
    order = list(words())
    figures: dict[tuple[str, int], None] = {}
    facts: dict[str, None] = {}
    for code in book.facts():
        if code in derived():
            figures.update(dict.fromkeys(derived()[code].figures))
        elif is_figure(code):
            figures[code, 0] = None
        elif code not in SINCE_FOUNDED:
            facts[code] = None
    return Asked(
        tuple(sorted(figures, key=lambda each: (each[1], order.index(each[0])))),
        tuple(sorted(facts, key=order.index)),
        tuple(dict.fromkeys(title for each in _conditions(book) for title in _titles(each))),
    )


def _conditions(book: Rulebook) -> Iterator[Condition]:
    for criterion in book.criteria:
        yield criterion.condition
        yield from (waiver.condition for waiver in criterion.waived_by)
    yield from (route.condition for route in book.routes)
    for item in book.scoring.items if book.scoring else ():
        yield from (band.condition for bands in item.bands for band in bands)


def _titles(condition: Condition) -> list[str]:
    """Titles that are looked for; an umbrella stands for those under it."""
    return [
        title
        for leaf in condition.leaves()
        if isinstance(leaf, Holds)
        for title in members(leaf.schemes)
    ]


def is_open_to_check(edition: Edition) -> bool:
    """Whether figures can tell anything: its conditions are known, and not all left to people."""
    return any(said["kind"] != JUDGED for said in edition.rules["criteria"])
