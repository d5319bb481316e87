"""A draft on one page: what the check found, what would change and for whom, and what comes next."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.admin.draft_forms import WeighForm
from certifications.admin.edition_page import grouped, shown_sections
from certifications.admin.impact_page import impact_of
from certifications.catalogue.edition_differences import between
from certifications.deeds import deed_says
from certifications.loading import edition_before
from certifications.models import Edition, EditionDraft
from certifications.moves import NotReady
from certifications.policy_desk import edition_checks
from certifications.policy_desk.edition_drafts import is_ready
from certifications.policy_desk.impact import in_force
from certifications.policy_desk.weighing import is_weighed
from enterprises.admin.desk import officer
from enterprises.clock import today
from enterprises.models import Job, JournalEntry
from enterprises.models.naming import in_language

LINE = re.compile(r"第 (\d+) 行")
OUTCOMES = {"met": "met", "not_met": "not_met", "unknown": "attention"}


@dataclass(frozen=True)
class Problem:
    """One sentence of the check, and the line of the text that it is about."""

    says: str
    line: str


@dataclass(frozen=True)
class Case:
    """One of the edition's own cases as it came out."""

    says: str
    expects: str
    wrong: list[str]


def page_of(request: HttpRequest, draft: EditionDraft) -> dict[str, Any]:
    """Everything that the page of a draft shows."""
    edition = edition_in(draft)
    problems = problems_of(draft)
    return {
        "draft": draft,
        "edition": edition,
        "is_open": draft.state == EditionDraft.State.PREPARING,
        "is_ready": is_ready(draft),
        "is_weighed": is_weighed(draft),
        "next": next_says(request, draft),
        "may_publish": may_publish(request, draft),
        "problems": problems,
        "cases": [_case(each) for each in draft.report.get("cases", ())],
        "most_points": draft.report.get("most_points"),
        "lines": lines_of(draft.text, {each.line for each in problems}),
        "impact": impact_of(draft, edition) if edition else {},
        "weigh_form": WeighForm(initial={"on": today()}),
        "history": history(draft),
        **_against(edition),
    }


def lines_of(text: str, wrong: set[str]) -> list[tuple[int, str, bool]]:
    """(number, line, whether a problem is about it) of the whole text."""
    lines = enumerate(text.split("\n"), start=1)
    return [(number, line, str(number) in wrong) for number, line in lines]


def edition_in(draft: EditionDraft) -> Edition | None:
    """The edition that the text would become; None while the text is not well formed."""
    if draft.edition or not is_ready(draft):
        return draft.edition
    try:
        return edition_checks.edition_of(edition_checks.read(draft.text), draft.scheme)
    except NotReady:
        return None


def _against(edition: Edition | None) -> dict[str, Any]:
    """The rules row by row, and what differs from the edition before."""
    if edition is None:
        return {}
    before = edition_before(edition) or in_force(edition.scheme, today())
    lines = between(before, edition) if before else []
    sections = list(shown_sections(edition))
    return {"before": before, "differences": grouped(lines), "sections": sections}


def may_publish(request: HttpRequest, draft: EditionDraft) -> bool:
    """Whether the button stands there; the deed judges anew."""
    if draft.state != EditionDraft.State.PREPARING or draft.prepared_by_id == officer(request).pk:
        return False
    return is_ready(draft) and is_weighed(draft)


def next_says(request: HttpRequest, draft: EditionDraft) -> tuple[str, str]:
    """(kind of remark, what comes next and who does it)."""
    if draft.state == EditionDraft.State.PUBLISHED:
        return "ok", _("已发布，不能再改；法规变更时另起草新版本。")
    if draft.state == EditionDraft.State.DROPPED:
        return "info", _("已放弃。需要时可重新上传同一版次。")
    if problems := len(draft.report.get("problems", ())):
        says = ngettext("自检发现 %(n)d 处问题", "自检发现 %(n)d 处问题", problems) % {
            "n": problems
        }
        return "bad", says + _("，请按下面所列逐处改好，再更换文本。")
    if not is_weighed(draft):
        return _weighing(draft.impact_job)
    if draft.prepared_by_id == officer(request).pk:
        return "warn", _(
            "自检通过，影响已测算。现有文本由您上传，须由另一位规则管理人员阅读后发布。"
        )
    return "ok", _("自检通过，影响已测算。请通读差异、影响和全文，确认无误后发布。")


def _weighing(job: Job | None) -> tuple[str, str]:
    if job and job.state == Job.State.FAILED:
        return "bad", job.result.get("says", "")
    if job and job.state == Job.State.RUNNING:
        says = _("正在测算影响：已核对 %(done)d 家，共 %(total)d 家。稍后刷新本页查看。")
        return "info", says % {"done": job.done, "total": job.total}
    return "info", _("自检通过，已排队测算影响。稍后刷新本页查看。")


def problems_of(draft: EditionDraft) -> list[Problem]:
    """What the check found, from the first line to the last."""
    found = [(says, LINE.search(says)) for says in draft.report.get("problems", ())]
    problems = [Problem(says, line[1] if line else "") for says, line in found]
    return sorted(problems, key=lambda each: int(each.line or 0))


def _case(said: dict[str, Any]) -> Case:
    words = in_language(said["says_zh"], said["says_en"])
    return Case(words, OUTCOMES.get(said["expects"], ""), said["wrong"])


def history(draft: EditionDraft) -> list[dict[str, Any]]:
    """The deeds on this edition, the latest first."""
    subject = f"edition/{draft.scheme.code}/{draft.code}"
    entries = JournalEntry.objects.filter(subject=subject).order_by("-sequence")
    return [
        {"title": deed_says(row.deed), "who": row.by_name, "at": row.at, "note": row.note}
        for row in entries
    ]
