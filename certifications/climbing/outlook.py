"""How an enterprise stands to every title: held, within reach, or what keeps it from it.

For orientation; it decides nothing. What is unknown stays unknown until somebody supplies it.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from certifications.bars import bar_on
from certifications.climbing.earliest import Earliest, earliest_day, outgrown_on
from certifications.climbing.gaps import Gap, blocked, gaps
from certifications.editions import NoEdition, edition_for
from certifications.ladder import Position
from certifications.models import Edition, Scheme
from certifications.rules.criteria import NEW, without_privileges
from certifications.rules.findings import Finding, Judgement, findings
from certifications.rules.rulebook import book_of
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing
from enterprises.models import Enterprise


class Reach(StrEnum):
    """How far a title is."""

    HELD = "held"
    AWAITING = "awaiting"
    ELIGIBLE = "eligible"
    NEAR = "near"
    FAR = "far"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Outlook:
    """One title as one enterprise stands to it on a day."""

    scheme: Scheme
    edition: Edition
    state: Reach
    judgement: Judgement
    gaps: list[Gap] = field(default_factory=list)
    blocked: list[Finding] = field(default_factory=list)
    earliest: Earliest | None = None

    @property
    def judged(self) -> int:
        """How many conditions people decide, whatever the figures."""
        return sum(each.is_judged for each in self.judgement.findings)

    @property
    def unknown(self) -> list[str]:
        """The facts that are missing, once each."""
        named = [code for each in self.judgement.findings for code in each.lacking]
        return list(dict.fromkeys(named))


def outlooks(
    enterprise: Enterprise, standing: Standing, stands: Position, on: date
) -> list[Outlook]:
    """Every title that has rules on the day; gaps of a single change only (see `outlook`)."""
    found = []
    for scheme in Scheme.objects.order_by("rung", "order"):
        try:
            edition = edition_for(scheme, NEW, on)
        except NoEdition:
            continue
        if edition.rules["criteria"]:
            found.append(_outlook(enterprise, edition, standing, stands, on, most=1))
    return found


def outlook(
    enterprise: Enterprise,
    scheme: Scheme,
    standing: Standing,
    stands: Position,
    on: date,
    kind: str = NEW,
) -> Outlook:
    """One title with all that is missing. Raises NoEdition where none is in force.

    The standing is what the reader may know: the enterprise its own drafts too, offices not.
    """
    edition = edition_for(scheme, kind, on)
    return _outlook(enterprise, edition, standing, stands, on, kind=kind)


def _outlook(
    enterprise: Enterprise,
    edition: Edition,
    standing: Standing,
    stands: Position,
    on: date,
    *,
    kind: str = NEW,
    most: int | None = None,
) -> Outlook:
    book = book_of(edition, on.year)
    judgement = Judgement(edition, on, kind, findings(book, standing, kind=kind))
    plain = without_privileges(book, standing)
    limits = {} if most is None else {"most": most}
    missing = gaps(book, plain, kind, **limits)
    shut = [] if missing else blocked(book, plain, kind)
    past = outgrown_on(book, plain, shut, on, kind) if shut else None
    ends_somewhere = past or not shut
    barred = bar_on(edition, enterprise, on) is not None
    return Outlook(
        edition.scheme,
        edition,
        _reach(edition.scheme, judgement, stands, missing, bool(shut) or barred),
        judgement,
        missing,
        [each for each in judgement.findings if each.code in shut],
        earliest_day(edition, enterprise, missing[0] if missing else None, on, past=past)
        if ends_somewhere
        else None,
    )


def _reach(
    scheme: Scheme, judgement: Judgement, stands: Position, missing: list[Gap], shut: bool
) -> Reach:
    if any(row.scheme_id == scheme.pk for row in stands.certifications):
        return Reach.HELD
    if any(row.scheme_id == scheme.pk for row in stands.awaiting):
        return Reach.AWAITING
    if judgement.verdict is Verdict.MET and not shut:
        return Reach.ELIGIBLE
    if judgement.verdict is Verdict.UNKNOWN:
        return Reach.UNKNOWN
    if shut:
        return Reach.BLOCKED
    return Reach.NEAR if missing and len(missing[0].changes) == 1 else Reach.FAR
