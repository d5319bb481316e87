"""Rules held over the whole register: what it can tell of everybody, and what waits for an application.

Whoever has not applied has not been asked: what an edition asks as a statement, and what people
judge, is left open; a direct route or a waiver that nobody has spoken of is taken not to apply.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import QuerySet

from certifications.bounds import CHUNK
from certifications.editions import statements_asked
from certifications.models import Edition
from certifications.rules.criteria import SCORE, verdicts, without_privileges
from certifications.rules.findings import BY_PEOPLE
from certifications.rules.rulebook import Rulebook, book_of
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing
from enterprises.expressions import derived
from enterprises.models import Enterprise
from enterprises.models.figures import FIGURES


@dataclass(frozen=True)
class RegisterRules:
    """One edition as a sweep holds it.

    `stated` stay open until an application states something or a person judges; `counted` are
    decided by yearly figures, which the register has.
    """

    edition: Edition
    book: Rulebook
    stated: frozenset[str]
    counted: frozenset[str]

    @property
    def scheme(self) -> str:
        return self.edition.scheme.code

    def whole(self, found: Mapping[str, Verdict]) -> Verdict:
        """Not met if any is not; else unknown if any is that the register could know."""
        if Verdict.NOT_MET in found.values():
            return Verdict.NOT_MET
        return Verdict.UNKNOWN if self.untold(found) else Verdict.MET

    def untold(self, found: Mapping[str, Verdict]) -> set[str]:
        """The criteria that stay unknown though the register could know."""
        unknown = {code for code, verdict in found.items() if verdict is Verdict.UNKNOWN}
        return unknown - self.stated

    def hold(self, standing: Standing) -> dict[str, Verdict]:
        """A verdict for each criterion, from what the register knows of one enterprise."""
        return verdicts(self.book, without_privileges(self.book, standing))


def register_rules(edition: Edition, on: date) -> RegisterRules:
    """Which criteria of an edition wait for an application, and which the figures decide."""
    book, asked = book_of(edition, on.year), set(statements_asked(edition))
    looked_at = {each.code: set(each.condition.facts()) for each in book.criteria}
    by_people = {each.code for each in book.criteria if each.kind in BY_PEOPLE}
    counted = {code for code, facts in looked_at.items() if any(map(is_counted, facts))}
    if book.scoring:
        (counted if book.scoring.computed else by_people).add(SCORE)
    waiting = {code for code, facts in looked_at.items() if facts & asked}
    return RegisterRules(edition, book, frozenset(by_people | waiting), frozenset(counted))


def is_counted(fact: str) -> bool:
    """Whether a fact is a yearly figure or follows from some."""
    return fact in FIGURES or fact in derived()


def legal_persons() -> QuerySet[Enterprise]:
    """Those that may hold a title at all; a branch may not."""
    return Enterprise.objects.filter(kind=Enterprise.Kind.LEGAL_PERSON)


def chunks() -> Iterator[list[Enterprise]]:
    """Legal persons in batches, by id, so that none is met twice or missed."""
    last = 0
    while chunk := list(islice(legal_persons().filter(pk__gt=last).order_by("pk"), CHUNK)):
        yield chunk
        last = chunk[-1].pk
