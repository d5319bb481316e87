"""Holds facts against an edition: a finding for each criterion, met, not met or unknown.

Missing figures are unknown, never no. Numbers come from the edition; this module holds none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from certifications.editions import limit
from certifications.models import Edition
from certifications.standing import Standing
from enterprises.models.naming import in_language

Test = Mapping[str, Any]


class Verdict(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


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


@dataclass(frozen=True)
class Score:
    """Points by item and in all; an item whose facts are unknown has None."""

    points: dict[str, int | None]
    passes: Verdict

    @property
    def total(self) -> int:
        return sum(point or 0 for point in self.points.values())


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


def verdict_of(test: Test, standing: Standing) -> Verdict:
    """Three-valued: all is no at the first no, any is yes at the first yes, else unknown counts."""
    if "all" in test:
        return _all(verdict_of(part, standing) for part in test["all"])
    if "any" in test:
        return _any(verdict_of(part, standing) for part in test["any"])
    if "holds" in test:
        return _yes(standing.holds_any(test["holds"]))
    if "not_holds" in test:
        return _yes(not standing.holds_any(test["not_holds"]))
    if "judged" in test:
        return Verdict.UNKNOWN
    return _compare(test, standing)


def _yes(held: bool) -> Verdict:
    return Verdict.MET if held else Verdict.NOT_MET


def _all(parts: Iterable[Verdict]) -> Verdict:
    seen = list(parts)
    if Verdict.NOT_MET in seen:
        return Verdict.NOT_MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in seen else Verdict.MET


def _any(parts: Iterable[Verdict]) -> Verdict:
    seen = list(parts)
    if Verdict.MET in seen:
        return Verdict.MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in seen else Verdict.NOT_MET


COMPARISONS = {
    "at_least": lambda value, bound: value >= bound,
    "at_most": lambda value, bound: value <= bound,
    "more_than": lambda value, bound: value > bound,
    "less_than": lambda value, bound: value < bound,
}


def _compare(test: Test, standing: Standing) -> Verdict:
    value = standing[test["fact"]]
    if value is None or value == "":
        return Verdict.UNKNOWN
    if "is" in test:
        return _yes((value in (True, "yes")) == (test["is"] == "yes"))
    word = next(word for word in COMPARISONS if word in test)
    bound = bound_of(test[word], standing)
    if bound is None:
        return Verdict.UNKNOWN
    return _yes(COMPARISONS[word](Decimal(value), bound))


def bound_of(value: Any, standing: Standing) -> Decimal | None:
    """The limit that applies: the first band whose `when` is met; None while that is unknown."""
    if not isinstance(value, list):
        return limit(value)
    for band in value:
        verdict = verdict_of(band["when"], standing) if "when" in band else Verdict.MET
        if verdict is Verdict.UNKNOWN:
            return None
        if verdict is Verdict.MET:
            return limit(band["value"])
    return None


def facts_named(test: Any) -> list[str]:
    """Every fact a test looks at, once each, in order."""
    if isinstance(test, list):
        named = [code for part in test for code in facts_named(part)]
    elif isinstance(test, Mapping):
        own = [test["fact"]] if isinstance(test.get("fact"), str) else []
        named = own + [
            code for key, part in test.items() if key != "fact" for code in facts_named(part)
        ]
    else:
        named = []
    return list(dict.fromkeys(named))


def score(scoring: Test, standing: Standing) -> Score:
    """The computed score: points of each item from its bands, and whether it passes."""
    points = {item["code"]: _points(item, standing) for item in scoring["items"]}
    return Score(points, _passes(scoring, points))


def _points(item: Test, standing: Standing) -> int | None:
    """An item's points, the better of alternatives; None while its facts are unknown."""
    if "best_of" in item:
        known = [
            found for bands in item["best_of"] if (found := _band(bands, standing)) is not None
        ]
        return max(known, default=None)
    return _band(item.get("bands", []), standing)


def _band(bands: list[Test], standing: Standing) -> int | None:
    for band in bands:
        bare = {key: part for key, part in band.items() if key not in ("points", "grade")}
        verdict = (
            verdict_of(bare, standing) if facts_named(bare) or "holds" in bare else Verdict.MET
        )
        if verdict is Verdict.UNKNOWN:
            return None
        if verdict is Verdict.MET:
            points = band["points"]
            return int(points[-1] if isinstance(points, list) else points)
    return 0 if bands else None


def _passes(scoring: Test, points: Mapping[str, int | None]) -> Verdict:
    """Passes when even the worst reading of what is unknown does; fails when even the best fails."""
    maxima = {item["code"]: int(item["max"]) for item in scoring["items"]}
    least = {code: point or 0 for code, point in points.items()}
    most = {code: maxima[code] if point is None else point for code, point in points.items()}
    if _clears(scoring, least):
        return Verdict.MET
    return Verdict.UNKNOWN if _clears(scoring, most) else Verdict.NOT_MET


def _clears(scoring: Test, points: Mapping[str, int]) -> bool:
    return _reaches(scoring["pass"], sum(points.values())) and all(
        _reaches(also, _part(scoring, points, also)) for also in scoring.get("also", [])
    )


def _part(scoring: Test, points: Mapping[str, int], also: Test) -> int:
    if "item" in also:
        return points[also["item"]]
    return sum(
        points[item["code"]]
        for item in scoring["items"]
        if item.get("dimension") == also["dimension"]
    )


def _reaches(mark: Test, points: int | Decimal) -> bool:
    if "more_than" in mark:
        return points > Decimal(str(mark["more_than"]))
    return points >= Decimal(str(mark["at_least"]))


def reaches_pass_mark(edition: Edition, points: Decimal) -> bool:
    """Whether a score that experts gave passes (〔2016〕32号 第十一条（七）: more than 70)."""
    return _reaches(edition.rules["scoring"]["pass"], points)


def is_scored_by_experts(edition: Edition) -> bool:
    scoring = edition.rules.get("scoring")
    return bool(scoring) and not scoring["computed"]


def _score_finding(scoring: Test, standing: Standing, route: str) -> Finding:
    computed = bool(scoring["computed"])
    result = score(scoring, standing) if computed else Score({}, Verdict.UNKNOWN)
    return Finding(
        code="score",
        kind="score" if computed else "judged",
        verdict=Verdict.MET if route else result.passes,
        says_zh=f"评价得分{_mark_says(scoring, '达到 {} 分', '超过 {} 分')}",
        says_en=f"The score is {_mark_says(scoring, 'at least {}', 'more than {}')}",
        source=scoring.get("source", scoring["items"][0]["source"] if scoring["items"] else ""),
        verified=scoring.get("verified", "yes"),
        looked_at={"score": result.total, **result.points} if computed else {},
        by_route=route,
    )


def _mark_says(scoring: Test, at_least: str, more_than: str) -> str:
    mark = scoring["pass"]
    return (
        more_than.format(mark["more_than"])
        if "more_than" in mark
        else at_least.format(mark["at_least"])
    )
