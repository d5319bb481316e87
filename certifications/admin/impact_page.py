"""The impact of a draft as a page shows it: the figures, a row and a pair of bars for each district."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from certifications.admin.words import VERDICTS
from certifications.models import Edition, EditionDraft
from certifications.policy_desk.impact import NOWHERE
from certifications.policy_desk.weighing import is_weighed
from certifications.rules.criteria import SCORE
from certifications.rules.verdicts import Verdict
from enterprises.models import District
from enterprises.models.naming import in_language
from enterprises.punctuation import clauses

LINE = 44  # height of one district in the drawing
HALF = 50  # the middle, where losses go left and gains go right, in hundredths of the width


@dataclass(frozen=True)
class Bars:
    """One district's two bars: places and widths in hundredths, heights in pixels."""

    district: str
    gains: int
    loses: int
    words_y: int
    bar_y: int
    gain_width: str
    loss_x: str
    loss_width: str


def impact_of(draft: EditionDraft, edition: Edition) -> dict[str, Any]:
    """What is known of the impact of a draft, read as `edition`; of an earlier text nothing is."""
    found = draft.impact
    if not is_weighed(draft):
        return {"is_weighed": False, "job": draft.impact_job}
    names = {row.code: row.name for row in District.objects.all()}
    rows = [{**row, "name": _name(row["district"], names)} for row in found["by_district"]]
    says = _criteria(draft, edition)
    return {
        "is_weighed": True,
        "job": draft.impact_job,
        "whole": found,
        "as_of": date.fromisoformat(found["as_of"]),
        "rows": rows,
        "bars": bars(rows),
        "height": LINE * len(rows),
        "samples": [
            (title, [_named(each, names, says) for each in found["samples"][key]], found[key])
            for key, title in (("loses", _("不再符合的企业")), ("gains", _("新增符合的企业")))
        ],
    }


def bars(rows: list[dict[str, Any]]) -> list[Bars]:
    """Losses to the left, gains to the right of a common middle, all on one scale."""
    most = max((max(row["gains"], row["loses"]) for row in rows), default=0) or 1
    return [
        Bars(
            row["name"],
            row["gains"],
            row["loses"],
            words_y=LINE * n + 14,
            bar_y=LINE * n + 20,
            gain_width=f"{row['gains'] / most * HALF:.1f}",
            loss_x=f"{HALF - row['loses'] / most * HALF:.1f}",
            loss_width=f"{row['loses'] / most * HALF:.1f}",
        )
        for n, row in enumerate(rows)
    ]


def _name(code: str, names: Mapping[str, str]) -> str:
    return _("住所未登记区市") if code == NOWHERE else names.get(code, code)


def _criteria(draft: EditionDraft, edition: Edition) -> dict[str, str]:
    """What the criteria of both editions are called."""
    against = draft.scheme.editions.filter(code=draft.impact["against"] or "")
    listed = [each for one in (*against, edition) for each in one.rules["criteria"]]
    known = {each["code"]: in_language(each["says_zh"], each["says_en"]) for each in listed}
    return {SCORE: _("评价得分"), **known}


def _named(said: Mapping[str, Any], names: Mapping[str, str], says: Mapping[str, str]) -> Any:
    changed = clauses(
        _("%(criterion)s：%(before)s → %(after)s")
        % {
            "criterion": says.get(each["code"], each["code"]),
            "before": _found(each["before"]),
            "after": _found(each["after"]),
        }
        for each in said["changed"]
    )
    return {**said, "place": _name(said["district"], names), "changed": changed}


def _found(verdict: str | None) -> str:
    return str(VERDICTS[Verdict(verdict)]) if verdict else _("没有这一条")
