"""Everything the case page shows of one case, gathered in a bounded number of queries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from certifications.admin.findings import FindingRow, by_requirement, finding_rows
from certifications.admin.submitted import (
    Papers,
    Row,
    figure_rows,
    paper_rows,
    statement_rows,
    years_of,
)
from certifications.completeness import item_label, judged_on
from certifications.deeds import deed_says
from certifications.differences import Differences, between
from certifications.lights import light
from certifications.models import (
    Application,
    Defect,
    Material,
    NoticeEntry,
    Objection,
    Review,
)
from certifications.paper_answer import can_be_shown
from certifications.rules.findings import Finding, findings_in
from certifications.standing import standing_handed_in
from certifications.states import CLOSED, WITH_CITY, WITH_DISTRICT, WITH_ENTERPRISE
from certifications.terms import work_calendar
from enterprises.models import JournalEntry


@dataclass(frozen=True)
class Deadline:
    """What pieces/term.html shows."""

    light: str
    days_left: int
    due_on: date | None
    provisional: bool


@dataclass(frozen=True)
class Case:
    """One case as its page shows it."""

    application: Application
    deadline: Deadline
    holder: str
    judged_on: date
    found: list[Finding]
    findings: list[FindingRow]
    years: list[int]
    figures: list[Row]
    statements: list[Row]
    papers: list[Papers]
    changed: Differences
    defects: list[dict[str, Any]]
    reviews: list[Review]
    entry: NoticeEntry | None
    objections: list[Objection]
    history: list[dict[str, Any]]

    @property
    def opens_on(self) -> Material | None:
        """The paper shown first: what was handed in anew, else the first that can be shown."""
        shown = [
            material
            for each in self.papers
            for material in each.given
            if can_be_shown(material.paper.media_type)
        ]
        new = [each for each in shown if each.paper.sha256 in self.changed.papers_added]
        return next(iter(new or shown), None)

    @property
    def given(self) -> int:
        return sum(len(each.given) for each in self.papers)


def case_of(application: Application, today: date) -> Case:
    """Gather the case; the standing is computed once and read by findings and figures alike."""
    day = judged_on(application, today)
    standing = standing_handed_in(application, day)
    found = findings_in(application, standing)
    rounds = list(application.submissions.order_by("-round")[:2])
    changed = between(*(row.contents for row in reversed(rounds))) if len(rounds) == 2 else Differences()  # fmt: skip
    given = list(application.materials.filter(removed_at=None).select_related("paper", "added_by"))
    entry = _entry(application)
    return Case(
        application=application,
        deadline=deadline_of(application, today),
        holder=holder_of(application),
        judged_on=day,
        found=found,
        findings=finding_rows(application.edition, found, standing, by_requirement(given)),
        years=years_of(application, day),
        figures=figure_rows(application, standing.facts, day, changed),
        statements=statement_rows(application, standing.facts, changed),
        papers=paper_rows(application, given, changed),
        changed=changed,
        defects=_defects(application),
        reviews=list(application.reviews.select_related("by")),
        entry=entry,
        objections=list(entry.objections.select_related("decided_by")) if entry else [],
        history=_history(application),
    )


def _entry(application: Application) -> NoticeEntry | None:
    """Its place on a public notice; before the city has the case there is none to look for."""
    if application.state in (*WITH_ENTERPRISE, *WITH_DISTRICT):
        return None
    return NoticeEntry.objects.filter(application=application).select_related("notice").first()


def deadline_of(application: Application, today: date) -> Deadline:
    calendar = work_calendar()
    due_on = application.due_on if application.is_open else None
    shines = light(application.term_from, due_on, today, calendar)
    left = calendar.days_left(today, due_on) if due_on else 0
    return Deadline(str(shines), left, due_on, application.due_is_provisional)


def holder_of(application: Application) -> str:
    """Who has the case now."""
    if application.state in CLOSED:
        return ""
    if application.state in WITH_DISTRICT:
        return str(application.district_office or "")
    return str(application.city_office or "") if application.state in WITH_CITY else _("企业")


def _defects(application: Application) -> list[dict[str, Any]]:
    rows = Defect.objects.filter(application=application).select_related("listed_by")
    return [
        {"row": row, "label": item_label(application, row.item)}
        for row in rows.order_by("-round", "id")
    ]


def _history(application: Application) -> list[dict[str, Any]]:
    entries = JournalEntry.objects.filter(subject=application.subject).order_by("-sequence")
    return [
        {"title": deed_says(row.deed), "who": row.by_name, "at": row.at, "note": row.note}
        for row in entries
    ]
