"""The automatic checks as the case page shows them: verdict, words, values looked at, clause, mark."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from certifications.admin.words import VERDICTS, is_a_fact, says_verified
from certifications.criteria import Finding
from certifications.models import Edition
from certifications.scoring import is_scored_by_experts
from certifications.verdicts import Verdict
from certifications.wording import says_points
from enterprises.models.naming import in_language
from enterprises.vocabulary import fact_label, says_fact

BY_PEOPLE = ("judged", "external_score")


@dataclass(frozen=True)
class FindingRow:
    """One criterion with everything an officer needs to agree or not."""

    code: str
    state: str
    verdict: str
    says: str
    source: str
    mark: str
    looked_at: list[tuple[str, str]]
    route: str


def finding_rows(edition: Edition, found: Iterable[Finding]) -> list[FindingRow]:
    return [
        FindingRow(
            code=finding.code,
            state=_state(finding),
            verdict=_("待人工判断") if finding.is_judged else str(VERDICTS[finding.verdict]),
            says=finding.says,
            source=finding.source,
            mark=says_verified(finding.verified),
            looked_at=_looked_at(edition, finding),
            route=_route(edition, finding.by_route),
        )
        for finding in found
    ]


def flags(edition: Edition, verdicts: Mapping[str, str]) -> tuple[int, int]:
    """How many criteria are not met, how many lack data; what people judge is no flag."""
    by_people = judged_by_people(edition)
    listed = [verdict for code, verdict in verdicts.items() if code not in by_people]
    return listed.count(Verdict.NOT_MET), listed.count(Verdict.UNKNOWN)


def judged_by_people(edition: Edition) -> set[str]:
    """The criteria that no figure decides."""
    codes = {item["code"] for item in edition.rules["criteria"] if item["kind"] in BY_PEOPLE}
    return codes | ({"score"} if is_scored_by_experts(edition) else set())


def _state(finding: Finding) -> str:
    return "attention" if finding.verdict is Verdict.UNKNOWN else str(finding.verdict)


def _looked_at(edition: Edition, finding: Finding) -> list[tuple[str, str]]:
    if finding.score:
        return [
            *((_item_name(edition, code), says_points(p)) for code, p in finding.score.points.items()),
            (_("合计"), says_points(finding.score.total)),
        ]
    return [
        (fact_label(code), says_fact(code, value))
        for code, value in finding.looked_at.items()
        if is_a_fact(code)
    ]


def _item_name(edition: Edition, code: str) -> str:
    item = next(item for item in edition.rules["scoring"]["items"] if item["code"] == code)
    return in_language(item["says_zh"], item["says_en"])


def _route(edition: Edition, code: str) -> str:
    """The words of the direct route by which a criterion counts as met."""
    for route in (edition.rules.get("direct_routes") or {}).get("any", []):
        if route["code"] == code:
            return in_language(route["says_zh"], route["says_en"])
    return ""
