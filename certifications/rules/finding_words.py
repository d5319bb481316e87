"""Findings read aloud, for every door: what was looked at, whence it comes, what was asked, what stood in.

It knows no page: which of this is shown, and how, is for the door.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from certifications.editions import requirements
from certifications.models import Edition
from certifications.rules.conditions import Condition, Judged
from certifications.rules.criteria import SCORE
from certifications.rules.findings import Finding
from certifications.rules.wording import says
from enterprises.facts import Origin
from enterprises.models.naming import in_language
from enterprises.punctuation import labelled
from enterprises.vocabulary import fact_label, says_fact, words

ORIGINS: dict[Origin, Promise] = {
    Origin.REGISTERED: pgettext_lazy("origin", "登记信息"),
    Origin.VERIFIED: gettext_lazy("已核实"),
    Origin.CLAIMED: gettext_lazy("企业填报"),
    Origin.CONFLICTING: gettext_lazy("存在矛盾"),
}


@dataclass(frozen=True)
class Known:
    """One fact that a criterion looked at: its name, its value in words, and where that comes from."""

    code: str
    label: str
    value: str
    origin: Origin | None

    @property
    def origin_says(self) -> str:
        """Nothing for what is unknown: it comes from nowhere."""
        return str(ORIGINS[self.origin]) if self.origin else ""

    @property
    def is_conflicting(self) -> bool:
        return self.origin is Origin.CONFLICTING

    def __str__(self) -> str:
        return labelled(self.label, self.value)


def known(finding: Finding) -> list[Known]:
    """The facts that a criterion looked at; none for the score, whose trace says them."""
    return [
        Known(
            code,
            fact_label(code),
            says_fact(code, value),
            None if value in (None, "") else finding.origins.get(code),
        )
        for code, value in finding.looked_at.items()
        if code in words()
    ]


def asked(finding: Finding) -> str:
    """What the criterion asks for, operator and unit kept; nothing where a person judges."""
    condition: Condition | None = finding.condition
    return "" if condition is None or isinstance(condition, Judged) else says(condition)


def evidence(edition: Edition, finding: Finding) -> list[str]:
    """The papers that prove it, by their names in the edition."""
    names = {each.code: each.says for each in requirements(edition)}
    return [names[code] for code in finding.evidence if code in names]


def stood_in(edition: Edition, finding: Finding) -> str:
    """The direct route or the waiver by which a criterion need not be met itself; else nothing."""
    if finding.by_waiver:
        return _("可免于此项：%(waiver)s") % {"waiver": _waiver(edition, finding)}
    if not finding.by_route:
        return ""
    says = _("按直通条件认可：%(route)s")
    if finding.code == SCORE:
        says = _("按直通条件认可：%(route)s。不再要求评价得分，分数只供参考。")
    return says % {"route": _route(edition, finding.by_route)}


def _route(edition: Edition, code: str) -> str:
    routes = (edition.rules.get("direct_routes") or {}).get("any", ())
    return _called(routes, code)


def _waiver(edition: Edition, finding: Finding) -> str:
    for criterion in edition.rules["criteria"]:
        if criterion["code"] == finding.code:
            return _called(criterion.get("waived_by", ()), finding.by_waiver)
    return finding.by_waiver


def _called(rows: Any, code: str) -> str:
    """The words of the row of a rule with this code."""
    for row in rows:
        if row["code"] == code:
            return in_language(row["says_zh"], row["says_en"])
    return code
