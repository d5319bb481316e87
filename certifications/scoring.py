"""Scores: points by the bands of an edition, and whether they pass even where facts are unknown."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from certifications.models import Edition
from certifications.standing import Standing
from certifications.verdicts import Test, Verdict, facts_named, verdict_of


@dataclass(frozen=True)
class Score:
    """Points by item and in all; an item whose facts are unknown has None."""

    points: dict[str, int | None]
    passes: Verdict

    @property
    def total(self) -> int:
        return sum(point or 0 for point in self.points.values())


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


def mark_says(scoring: Test, at_least: str, more_than: str) -> str:
    mark = scoring["pass"]
    return (
        more_than.format(mark["more_than"])
        if "more_than" in mark
        else at_least.format(mark["at_least"])
    )


def pass_mark_says(edition: Edition) -> str:
    """The pass mark in the reader's language: 达到 60 分, 超过 70 分."""
    scoring = edition.rules["scoring"]
    return mark_says(scoring, _("达到 {} 分"), _("超过 {} 分"))
