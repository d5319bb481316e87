"""Holds a standing against an edition: a finding for each criterion, the score last.

It knows no case; what a person must judge stays unknown until somebody does.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from certifications.conditions import Condition
from certifications.editions import judges
from certifications.models import Application, Edition
from certifications.rulebook import Clause, Criterion, Rulebook, Scoring, book_of
from certifications.scoring import Score, score
from certifications.standing import Standing
from certifications.verdicts import Verdict
from enterprises.facts import Origin
from enterprises.models.naming import in_language

BY_PEOPLE = ("judged", "external_score")
SCORE = "score"
NEW = "new"


@dataclass(frozen=True)
class Finding:
    """What one criterion found: the verdict, the words of the rule, and what it looked at."""

    code: str
    kind: str
    verdict: Verdict
    says_zh: str
    says_en: str
    source: str
    verified: str
    condition: Condition | None = None
    looked_at: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    by_route: str = ""
    by_waiver: str = ""
    score: Score | None = None

    @property
    def says(self) -> str:
        return in_language(self.says_zh, self.says_en)

    @property
    def is_met(self) -> bool:
        return self.verdict in (Verdict.MET, Verdict.WAIVED)

    @property
    def is_judged(self) -> bool:
        """Someone decides this one; no figure can."""
        return self.kind in BY_PEOPLE and self.verdict is Verdict.UNKNOWN


@dataclass(frozen=True)
class Judgement:
    """The findings of one edition on one day; a back-test is labelled so and decides nothing."""

    edition: Edition
    on: date
    kind: str
    findings: list[Finding]

    @property
    def is_backtest(self) -> bool:
        """回测: facts of a day held against rules that did not judge on that day."""
        return not judges(self.edition, self.kind, self.on)

    @property
    def verdict(self) -> Verdict:
        return overall(self.findings)


def judge(edition: Edition, standing: Standing, on: date, kind: str = NEW) -> Judgement:
    """Judge a standing of a day by an edition, whether or not it was in force then."""
    return Judgement(edition, on, kind, findings(edition, standing, kind=kind))


def findings(rules: Edition | Rulebook, standing: Standing, *, kind: str = NEW) -> list[Finding]:
    """One finding for each criterion that applies to the kind, in order, the score last."""
    book = rules if isinstance(rules, Rulebook) else book_of(rules, _year(standing))
    route = _first_met(book.routes, standing)
    replaced = book.replaced if route else frozenset()
    found = [
        _finding(each, standing, route if each.code in replaced else "")
        for each in book.criteria
        if kind in each.applies_to
    ]
    if book.scoring:
        found.append(score_finding(book.scoring, standing, route if SCORE in replaced else ""))
    return found


def verdicts(book: Rulebook, standing: Standing, kind: str = NEW) -> dict[str, Verdict]:
    """The verdicts alone, by criterion, the score last: what a search or a sweep asks for."""
    replaced = book.replaced if _first_met(book.routes, standing) else frozenset()
    found = {
        each.code: Verdict.MET if each.code in replaced else _verdict(each, standing)
        for each in book.criteria
        if kind in each.applies_to
    }
    if book.scoring:
        met = SCORE in replaced
        found[SCORE] = Verdict.MET if met else score(book.scoring, standing).passes
    return found


def _verdict(criterion: Criterion, standing: Standing) -> Verdict:
    own = criterion.condition.verdict(standing)
    if own is Verdict.MET or not criterion.waived_by:
        return own
    return Verdict.WAIVED if _first_met(criterion.waived_by, standing) else own


def findings_in(application: Application, standing: Standing) -> list[Finding]:
    """The findings of a case, by its own edition and the kind of its batch."""
    return findings(application.edition, standing, kind=application.batch.kind)


def overall(found: Iterable[Finding]) -> Verdict:
    """Not met if any is not; else unknown if any is; what people judge is left to them."""
    verdicts = {each.verdict for each in found if not each.is_judged}
    if Verdict.NOT_MET in verdicts:
        return Verdict.NOT_MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts else Verdict.MET


def unmet(found: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.verdict is Verdict.NOT_MET]


def _year(standing: Standing) -> int:
    return standing.on.year if standing.on else 0


def _finding(criterion: Criterion, standing: Standing, route: str) -> Finding:
    verdict = Verdict.MET if route else _verdict(criterion, standing)
    waived = verdict is Verdict.WAIVED
    named = criterion.condition.facts()
    return Finding(
        criterion.code,
        criterion.kind,
        verdict,
        criterion.says_zh,
        criterion.says_en,
        criterion.source,
        criterion.verified,
        criterion.condition,
        {code: standing[code] for code in named},
        {code: standing.facts.origin(code) for code in named},
        criterion.evidence,
        route,
        _first_met(criterion.waived_by, standing) if waived else "",
    )


def _first_met(clauses: Iterable[Clause], standing: Standing) -> str:
    """The code of the first clause that is met, or nothing."""
    for clause in clauses:
        if clause.condition.verdict(standing) is Verdict.MET:
            return clause.code
    return ""


def score_finding(scoring: Scoring, standing: Standing, route: str = "") -> Finding:
    """The finding of the scoring table; experts decide where the law leaves the points to them."""
    result = score(scoring, standing)
    mark = scoring.passes
    return Finding(
        SCORE,
        SCORE if scoring.computed else BY_PEOPLE[0],
        Verdict.MET if route else result.passes,
        f"评价得分{'超过' if mark.exceed else '达到'} {mark.points} 分",
        f"The score is {'more than' if mark.exceed else 'at least'} {mark.points}",
        scoring.source,
        scoring.verified,
        by_route=route,
        score=result,
    )
