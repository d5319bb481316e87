"""Findings in words: what the rule says, what is known, and whether that is met, not, or unknown."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from certifications.catalogue.edition_rows import item_of_finding
from certifications.models import Edition
from certifications.policy_desk.confirming import mark_of
from certifications.rules import finding_words
from certifications.rules.finding_words import Known
from certifications.rules.findings import Finding
from certifications.rules.verdicts import Verdict
from certifications.score_trace import ScoreTrace, trace
from certifications.standing import Standing


@dataclass(frozen=True)
class Line:
    """One criterion as the enterprise reads it."""

    code: str
    says: str
    state: str
    state_says: str
    known: list[Known]
    source: str
    mark: str
    note: str = ""
    asked: str = ""
    evidence: list[str] = field(default_factory=list)
    score: ScoreTrace | None = None


@dataclass(frozen=True)
class Precheck:
    """All lines, counted by verdict."""

    lines: list[Line]

    def _count(self, state: str) -> int:
        return sum(line.state == state for line in self.lines)

    @property
    def met(self) -> int:
        return self._count("met")

    @property
    def not_met(self) -> int:
        return self._count("not_met")

    @property
    def unknown(self) -> int:
        return self._count("unknown")

    @property
    def judged(self) -> int:
        return self._count("judged")

    @property
    def waived(self) -> int:
        return self._count("waived")

    @property
    def score(self) -> ScoreTrace | None:
        return next((line.score for line in self.lines if line.score), None)


def precheck(
    edition: Edition, found: Iterable[Finding], standing: Standing | None = None
) -> Precheck:
    """Read the findings aloud; with the standing they came from, the score says why."""
    return Precheck([_line(edition, finding, standing) for finding in found])


def _line(edition: Edition, finding: Finding, standing: Standing | None) -> Line:
    state, says = _state(finding)
    return Line(
        finding.code,
        finding.says,
        state,
        says,
        finding_words.known(finding),
        finding.source,
        mark_of(edition, item_of_finding(finding.code), finding.verified),
        finding_words.stood_in(edition, finding),
        finding_words.asked(finding),
        finding_words.evidence(edition, finding),
        _score(edition, finding, standing),
    )


def _state(finding: Finding) -> tuple[str, str]:
    if finding.is_judged:
        return "judged", _("由审核人判断")
    return {
        Verdict.MET: ("met", _("符合")),
        Verdict.NOT_MET: ("not_met", _("不符合")),
        Verdict.UNKNOWN: ("unknown", _("尚不知道")),
        Verdict.WAIVED: ("waived", _("免于此项")),
    }[finding.verdict]


def _score(edition: Edition, finding: Finding, standing: Standing | None) -> ScoreTrace | None:
    if finding.score is None:
        return None
    year = standing.on.year if standing and standing.on else 0
    return trace(edition, finding.score, standing, year)
