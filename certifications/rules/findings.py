"""Findings: each verdict with the words of the rule, what was looked at, and where that came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from certifications.editions import judges
from certifications.models import Application, Edition
from certifications.rules.conditions import Condition
from certifications.rules.criteria import NEW, SCORE, first_met, verdicts
from certifications.rules.rulebook import Criterion, Rulebook, Scoring, book_of
from certifications.rules.scoring import Score, score
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing
from enterprises.facts import Origin
from enterprises.models.naming import in_language

JUDGED = "judged"
BY_PEOPLE = (JUDGED, "external_score")


@dataclass(frozen=True)
class Finding:
    """What one criterion found: the verdict, the words of the rule, and what it looked at.

    `lacking` are the facts that keep an unknown one unknown, those of waivers and routes included.
    """

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
    lacking: tuple[str, ...] = ()

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
    route = first_met(book.routes, standing)
    said = {each.code: each for each in book.criteria}
    return [
        _finding(
            said.get(code) or book.scoring, verdict, book, standing,
            route if code in book.replaced else "",
        )
        for code, verdict in verdicts(book, standing, kind).items()
    ]  # fmt: skip


def findings_in(application: Application, standing: Standing) -> list[Finding]:
    """The findings of a case, by its own edition and the kind of its batch."""
    return findings(application.edition, standing, kind=application.batch.kind)


def overall(found: Iterable[Finding]) -> Verdict:
    """Not met if any is not; else unknown if any is; what people judge is left to them.

    A score that others give is not theirs to judge: while it is missing, the whole is unknown.
    """
    verdicts_found = {
        each.verdict for each in found if not (each.is_judged and each.kind == JUDGED)
    }
    if Verdict.NOT_MET in verdicts_found:
        return Verdict.NOT_MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts_found else Verdict.MET


def unmet(found: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.verdict is Verdict.NOT_MET]


def _year(standing: Standing) -> int:
    return standing.on.year if standing.on else 0


def _finding(
    said: Criterion | Scoring | None,
    verdict: Verdict,
    book: Rulebook,
    standing: Standing,
    route: str,
) -> Finding:
    if isinstance(said, Criterion):
        return _of_criterion(said, verdict, book, standing, route)
    assert said  # noqa: S101 - a verdict without a criterion is the score's
    return _of_score(said, verdict, book, standing, route)


def _of_criterion(
    said: Criterion, verdict: Verdict, book: Rulebook, standing: Standing, route: str
) -> Finding:
    named = said.condition.facts()
    return Finding(
        said.code,
        said.kind,
        verdict,
        said.says_zh,
        said.says_en,
        said.source,
        said.verified,
        said.condition,
        {code: standing[code] for code in named},
        {code: standing.facts.origin(code) for code in named},
        said.evidence,
        by_route=route,
        by_waiver=first_met(said.waived_by, standing) if verdict is Verdict.WAIVED else "",
        lacking=_lacking(said.code, verdict, book, standing),
    )


def _of_score(
    said: Scoring, verdict: Verdict, book: Rulebook, standing: Standing, route: str
) -> Finding:
    """The finding of the scoring table; experts decide where the law leaves the points to them."""
    mark = said.passes
    return Finding(
        SCORE,
        SCORE if said.computed else JUDGED,
        verdict,
        f"评价得分{'超过' if mark.exceed else '达到'} {mark.points} 分",
        f"The score is {'more than' if mark.exceed else 'at least'} {mark.points}",
        said.source,
        said.verified,
        by_route=route,
        score=score(said, standing),
        lacking=_lacking(SCORE, verdict, book, standing),
    )


def _lacking(code: str, verdict: Verdict, book: Rulebook, standing: Standing) -> tuple[str, ...]:
    if verdict is not Verdict.UNKNOWN:
        return ()
    return tuple(fact for fact in book.facts_behind(code) if standing[fact] in (None, ""))
