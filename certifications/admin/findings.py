"""The automatic checks as officers read them: verdict, words, values and whence, clause, papers, score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from certifications.admin.words import VERDICTS
from certifications.catalogue.edition_row import item_of_finding
from certifications.editions import Requirement, requirements
from certifications.models import Edition, Material
from certifications.policy_desk.confirming import mark_of
from certifications.rules import finding_words
from certifications.rules.criteria import SCORE
from certifications.rules.finding_words import Known
from certifications.rules.findings import BY_PEOPLE, Finding
from certifications.rules.scoring import is_scored_by_experts
from certifications.rules.verdicts import Verdict
from certifications.score_trace import ScoreTrace, trace
from certifications.standing import Standing

Given = Mapping[str, list[Material]]  # the papers of a case by the requirement they answer


@dataclass(frozen=True)
class Proof:
    """One paper that proves a criterion: what the edition asks for, and what was handed in for it."""

    requirement: Requirement
    given: list[Material] = field(default_factory=list)


@dataclass(frozen=True)
class FindingRow:
    """One criterion with everything an officer needs to agree or not."""

    code: str
    state: str
    verdict: str
    says: str
    source: str
    mark: str
    asked: str
    looked_at: list[Known]
    stood_in: str
    proofs: list[Proof]
    score: ScoreTrace | None


def finding_rows(
    edition: Edition,
    found: Iterable[Finding],
    standing: Standing | None = None,
    given: Given | None = None,
) -> list[FindingRow]:
    """Every finding; with the standing the score says why, with the papers each has its proof."""
    needs = {each.code: each for each in requirements(edition)}
    return [
        FindingRow(
            code=finding.code,
            state=_state(finding),
            verdict=_("待人工判断") if finding.is_judged else str(VERDICTS[finding.verdict]),
            says=finding.says,
            source=finding.source,
            mark=mark_of(edition, item_of_finding(finding.code), finding.verified),
            asked=finding_words.asked(finding),
            looked_at=finding_words.known(finding),
            stood_in=finding_words.stood_in(edition, finding),
            proofs=[
                Proof(needs[code], (given or {}).get(code, []))
                for code in finding.evidence
                if code in needs
            ],
            score=_score(edition, finding, standing),
        )
        for finding in found
    ]


def by_requirement(given: Iterable[Material]) -> dict[str, list[Material]]:
    """The papers of a case by the requirement they answer."""
    found: dict[str, list[Material]] = {}
    for material in given:
        found.setdefault(material.requirement, []).append(material)
    return found


def flags(edition: Edition, verdicts: Mapping[str, str]) -> tuple[int, int]:
    """How many criteria are not met, how many lack data; what people judge is no flag."""
    by_people = judged_by_people(edition)
    listed = [verdict for code, verdict in verdicts.items() if code not in by_people]
    return listed.count(Verdict.NOT_MET), listed.count(Verdict.UNKNOWN)


def judged_by_people(edition: Edition) -> set[str]:
    """The criteria that no figure decides."""
    codes = {item["code"] for item in edition.rules["criteria"] if item["kind"] in BY_PEOPLE}
    return codes | ({SCORE} if is_scored_by_experts(edition) else set())


def _state(finding: Finding) -> str:
    looks = {Verdict.UNKNOWN: "attention", Verdict.WAIVED: "met"}
    return looks.get(finding.verdict, str(finding.verdict))


def _score(edition: Edition, finding: Finding, standing: Standing | None) -> ScoreTrace | None:
    if finding.score is None:
        return None
    year = standing.on.year if standing and standing.on else 0
    return trace(edition, finding.score, standing, year)
