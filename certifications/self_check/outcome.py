"""What the rules find of the answers of a self-check. It decides nothing and keeps nothing."""

from dataclasses import dataclass
from datetime import date

from certifications.bounds import MOST_CHANGES
from certifications.climbing.earliest import Earliest, earliest_day
from certifications.climbing.gaps import Gap, blocked, gaps
from certifications.models import Edition
from certifications.rules.findings import Finding, Judgement, findings
from certifications.rules.rulebook import Rulebook, book_of
from certifications.rules.scoring import Score
from certifications.rules.verdicts import Verdict
from certifications.self_check.answers import Answers


@dataclass(frozen=True)
class Outcome:
    """The findings with what is missing, what cannot be mended, and the earliest day."""

    book: Rulebook
    judgement: Judgement
    gaps: list[Gap]
    blocked: list[str]
    earliest: Earliest | None

    @property
    def edition(self) -> Edition:
        return self.judgement.edition

    @property
    def on(self) -> date:
        return self.judgement.on

    @property
    def findings(self) -> list[Finding]:
        return self.judgement.findings

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict

    @property
    def score(self) -> Score | None:
        return next((each.score for each in self.findings if each.score), None)

    @property
    def route(self) -> str:
        """The code of the direct route taken, or nothing."""
        return next((each.by_route for each in self.findings if each.by_route), "")

    def count(self, verdict: Verdict) -> int:
        """How many criteria came out so; those that people judge stand apart."""
        return sum(each.verdict is verdict and not each.is_judged for each in self.findings)

    @property
    def met(self) -> int:
        return self.count(Verdict.MET) + self.count(Verdict.WAIVED)

    @property
    def not_met(self) -> int:
        return self.count(Verdict.NOT_MET)

    @property
    def unknown(self) -> int:
        return self.count(Verdict.UNKNOWN)

    @property
    def judged(self) -> int:
        return sum(each.is_judged for each in self.findings)


def check(edition: Edition, answers: Answers, kind: str, *, most: int = MOST_CHANGES) -> Outcome:
    """Hold answers against an edition; gaps of at most so many changes."""
    book, standing = book_of(edition, answers.on.year), answers.standing()
    judgement = Judgement(edition, answers.on, kind, findings(book, standing, kind=kind))
    holds = edition.scheme.code in (answers.held or ())
    wanting = judgement.verdict is Verdict.NOT_MET and not holds
    missing = gaps(book, standing, kind, most=most) if wanting else []
    shut = blocked(book, standing, kind) if wanting and not missing else []
    return Outcome(book, judgement, missing, shut, _earliest(judgement, missing))


def _earliest(judgement: Judgement, missing: list[Gap]) -> Earliest | None:
    """Unknown while figures are, and where no change would do."""
    if judgement.verdict is Verdict.UNKNOWN:
        return None
    if judgement.verdict is Verdict.NOT_MET and not missing:
        return None
    return earliest_day(judgement.edition, None, missing[0] if missing else None, judgement.on)
