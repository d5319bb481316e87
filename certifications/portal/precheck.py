"""Findings in words: what the rule says, what is known, and whether that is met, not, or unknown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from certifications.criteria import Finding
from certifications.models import Edition
from certifications.verdicts import Verdict
from enterprises.models.naming import in_language
from enterprises.punctuation import labelled
from enterprises.vocabulary import fact_label, says_fact, words


@dataclass(frozen=True)
class Line:
    """One criterion as the enterprise reads it."""

    code: str
    says: str
    state: str
    state_says: str
    known: list[str]
    source: str
    is_verified: bool
    note: str = ""


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


def precheck(edition: Edition, found: Iterable[Finding]) -> Precheck:
    """Read the findings aloud."""
    return Precheck([_line(edition, finding) for finding in found])


def _line(edition: Edition, finding: Finding) -> Line:
    state, says = _state(finding)
    return Line(
        finding.code,
        finding.says,
        state,
        says,
        _known(edition, finding),
        finding.source,
        finding.verified == "yes",
        _route(edition, finding) if finding.by_route else "",
    )


def _state(finding: Finding) -> tuple[str, str]:
    if finding.is_judged:
        return "judged", _("由审核人判断")
    return {
        Verdict.MET: ("met", _("符合")),
        Verdict.NOT_MET: ("not_met", _("不符合")),
        Verdict.UNKNOWN: ("unknown", _("尚不知道")),
    }[finding.verdict]


def _known(edition: Edition, finding: Finding) -> list[str]:
    """What the criterion looked at: facts by name, or the points of each scored item."""
    if finding.code == "score":
        return _points(edition, finding.looked_at)
    return [
        labelled(fact_label(code), says_fact(code, value))
        for code, value in finding.looked_at.items()
        if code in words()
    ]


def _points(edition: Edition, looked_at: dict[str, Any]) -> list[str]:
    if not looked_at:
        return []
    items = [
        _("%(item)s：%(points)s / %(most)s 分")
        % {
            "item": in_language(item["says_zh"], item["says_en"]),
            "points": "—" if looked_at[item["code"]] is None else looked_at[item["code"]],
            "most": item["max"],
        }
        for item in edition.rules["scoring"]["items"]
    ]
    return [*items, _("按已知数据合计 %(total)s 分") % {"total": looked_at["score"]}]


def _route(edition: Edition, finding: Finding) -> str:
    """That a direct route stands in for the criterion; where that is the score, none is needed."""
    for route in edition.rules["direct_routes"]["any"]:
        if route["code"] == finding.by_route:
            words = {"route": in_language(route["says_zh"], route["says_en"])}
            if finding.code != "score":
                return _("按直通条件认可：%(route)s") % words
            return _("按直通条件认可：%(route)s。不再要求评价得分，分数只供参考。") % words
    return ""
