"""One row of an edition that rests on a source, and the name under which it can be confirmed.

`criteria.revenue`, `scoring.ip`, `terms.acceptance`, `validity`, `edition`: what a page shows of a
rule, and what a confirmation is about.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from enterprises.models.naming import in_language

Said = Mapping[str, Any]
LONGEST_ITEM = 80
SCORE = "score"  # as certifications.rules.criteria calls the finding of the scoring table
KINDS: dict[str, Promise] = {
    "hard": gettext_lazy("必备条件"),
    "veto": gettext_lazy("一票否决"),
    "judged": gettext_lazy("人工判断"),
    "prerequisite": gettext_lazy("前置称号"),
    "external_score": gettext_lazy("外部评分"),
    "tax": gettext_lazy("税收"),
    "subsidy": gettext_lazy("补助"),
    "finance": gettext_lazy("金融"),
    "other": gettext_lazy("其他"),
}
TERMS: dict[str, Promise] = {
    "acceptance": pgettext_lazy("term", "受理"),
    "district_review": gettext_lazy("区市审核"),
    "on_site_check": gettext_lazy("现场核查"),
    "correction": gettext_lazy("企业补正"),
    "city_review": gettext_lazy("市级审查"),
    "expert_review": gettext_lazy("专家或第三方评审"),
    "recognition": pgettext_lazy("term", "认定"),
    "objection": gettext_lazy("异议核查"),
}
DUTIES: dict[str, Promise] = {
    "upkeep": gettext_lazy("每年更新与报告"),
    "revocation": gettext_lazy("撤销情形"),
    "windows": gettext_lazy("申报期"),
    "preferences": gettext_lazy("优先情形"),
}


@dataclass(frozen=True)
class Row:
    """One line of the rules as people read it: words, further words, source, how far checked."""

    item: str
    says: str
    kind: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""
    verified: str = "yes"


def item_of(*parts: str) -> str:
    """The name of a row, no longer than the column that keeps it."""
    return ".".join(parts)[:LONGEST_ITEM]


def item_of_finding(code: str) -> str:
    """The row that a finding of `certifications.rules.criteria` is about."""
    return "scoring" if code == SCORE else item_of("criteria", code)


def row(item: str, said: Said, *notes: str, kind: object = "", says: str = "") -> Row:
    """A row of the file with its own words (or others), what else is to be said, and its note."""
    return Row(
        item,
        says or in_language(said.get("says_zh", ""), said.get("says_en", "")),
        str(kind),
        tuple(note for note in (*notes, _note(said)) if note),
        said.get("source", ""),
        said.get("verified", "yes"),
    )


def _note(said: Said) -> str:
    return in_language(said.get("note_zh", said.get("note", "")), said.get("note_en", ""))
