"""Holds facts against an edition: a finding for each criterion, the score last.

It knows no case; what a person must judge stays unknown until somebody does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from certifications.models import Edition
from certifications.scoring import Score, mark_says, score
from certifications.standing import Standing
from certifications.verdicts import Test, Verdict, facts_named, verdict_of
from enterprises.models.naming import in_language


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
    looked_at: dict[str, Any]
    by_route: str = ""

    @property
    def says(self) -> str:
        return in_language(self.says_zh, self.says_en)

    @property
    def is_met(self) -> bool:
        return self.verdict is Verdict.MET

    @property
    def is_judged(self) -> bool:
        """Someone decides this one; no figure can."""
        return self.kind in ("judged", "external_score") and self.verdict is Verdict.UNKNOWN


def findings(edition: Edition, standing: Standing) -> list[Finding]:
    """One finding for each criterion of the edition, in its order, the score last."""
    rules = edition.rules
    route = _direct_route(rules.get("direct_routes"), standing)
    replaced = _replaced(rules.get("direct_routes")) if route else set()
    found = [
        _finding(item, standing, route if item["code"] in replaced else "")
        for item in rules["criteria"]
    ]
    if rules.get("scoring"):
        found.append(
            _score_finding(rules["scoring"], standing, route if "score" in replaced else "")
        )
    return found


def unmet(found: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.verdict is Verdict.NOT_MET]


def _finding(item: Test, standing: Standing, route: str) -> Finding:
    verdict = Verdict.MET if route else verdict_of(item, standing)
    return Finding(
        code=item["code"],
        kind=item["kind"],
        verdict=verdict,
        says_zh=item["says_zh"],
        says_en=item["says_en"],
        source=item["source"],
        verified=item["verified"],
        looked_at={code: standing[code] for code in facts_named(item)},
        by_route=route,
    )


def _direct_route(routes: Test | None, standing: Standing) -> str:
    """The code of the first direct route that is met, or nothing."""
    for route in (routes or {}).get("any", []):
        if verdict_of(route, standing) is Verdict.MET:
            return str(route["code"])
    return ""


def _replaced(routes: Test | None) -> set[str]:
    replaces = (routes or {}).get("replaces", [])
    return {replaces} if isinstance(replaces, str) else set(replaces)


def _score_finding(scoring: Test, standing: Standing, route: str) -> Finding:
    computed = bool(scoring["computed"])
    result = score(scoring, standing) if computed else Score({}, Verdict.UNKNOWN)
    return Finding(
        code="score",
        kind="score" if computed else "judged",
        verdict=Verdict.MET if route else result.passes,
        says_zh=f"评价得分{mark_says(scoring, '达到 {} 分', '超过 {} 分')}",
        says_en=f"The score is {mark_says(scoring, 'at least {}', 'more than {}')}",
        source=scoring.get("source", scoring["items"][0]["source"] if scoring["items"] else ""),
        verified=scoring.get("verified", "yes"),
        looked_at={"score": result.total, **result.points} if computed else {},
        by_route=route,
    )
