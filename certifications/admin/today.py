"""What an officer finds on the start page: the queue by stage and light, and what moved since yesterday."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Count, Value
from django.db.models.functions import Concat
from django.http import HttpRequest

from certifications.admin.cases import cases_of, our_turn
from certifications.admin.stages import ENDS_ON, STAGES, badge_of, stage_of, stage_says
from certifications.deeds import deed_says
from certifications.lights import Light, light
from certifications.models import Notice, Objection
from certifications.terms import work_calendar
from enterprises.admin.desk import working_offices
from enterprises.clock import morning_of, today
from enterprises.models import JournalEntry

SHOWN = 12


@dataclass
class Stage:
    """One stage of the queue: how many cases, by light."""

    state: str
    says: Any
    by_light: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return sum(self.by_light.values())

    @property
    def cells(self) -> list[tuple[str, int]]:
        return [(str(each), self.by_light[str(each)]) for each in Light]


def page_of(request: HttpRequest) -> dict[str, Any]:
    """The working part of the start page; empty for somebody who works on no cases."""
    if not working_offices(request):
        return {}
    day = today()
    stages = queue(request, day)
    lights = Counter[str]()
    for stage in stages:
        lights.update(stage.by_light)
    return {
        "stages": stages,
        "lights": [(str(each), each.label, lights[str(each)]) for each in Light],
        "waiting": sum(lights.values()),
        "urgent": urgent(request, day),
        "changes": changes(request, day),
        "notices": notices(request, day),
        "objections": objections(request),
    }


def queue(request: HttpRequest, day: date) -> list[Stage]:
    """Cases that wait for this person's offices, counted in one query."""
    calendar = work_calendar()
    stages: dict[str, Stage] = {}
    rows = (
        cases_of(request)
        .filter(our_turn(request))
        .order_by()
        .values("state", "term_from", "due_on", ENDS_ON)
        .annotate(n=Count("pk"))
    )
    for row in rows:
        code = stage_of(row["state"], row[ENDS_ON], day)
        stage = stages.setdefault(code, Stage(code, stage_says(code)))
        shines = light(row["term_from"], row["due_on"], day, calendar)
        stage.by_light[str(shines)] += row["n"]
    return sorted(stages.values(), key=lambda stage: STAGES.index(stage.state))


def urgent(request: HttpRequest, day: date) -> list[Any]:
    """The few that are due first, with their lights."""
    calendar = work_calendar()
    rows = cases_of(request).filter(our_turn(request), due_on__isnull=False)
    found: list[Any] = list(
        rows.select_related("enterprise", "scheme", "notice_entry__notice").order_by(
            "due_on", "pk"
        )[:8]
    )
    for row in found:
        row.stage = badge_of(row, day)["label"]
        row.light = str(light(row.term_from, row.due_on, day, calendar))
        row.days_left = calendar.days_left(day, row.due_on)
    return found


def changes(request: HttpRequest, day: date) -> list[dict[str, Any]]:
    """Deeds of others on this person's cases since yesterday morning."""
    since = morning_of(day - timedelta(days=1))
    subjects = cases_of(request).annotate(
        subject_text=Concat(Value("application/"), "reference", output_field=CharField())
    )
    entries = JournalEntry.objects.filter(
        at__gte=since, subject__in=subjects.values("subject_text")
    ).exclude(by=request.user.pk)
    rows = list(entries.order_by("-at")[:SHOWN])
    references = {row.subject.partition("/")[2] for row in rows}
    cases = {
        case.reference: case
        for case in cases_of(request).filter(reference__in=references).select_related("enterprise")
    }
    return [
        {"says": deed_says(row.deed), "at": row.at, "who": row.by_name, "case": case}
        for row in rows
        if (case := cases.get(row.subject.partition("/")[2]))
    ]


def notices(request: HttpRequest, day: date) -> list[Any]:
    """Notices of this person's offices that run or ended within the week."""
    rows = Notice.objects.filter(
        office__in=working_offices(request), ends_on__gte=day - timedelta(days=7)
    )
    found: list[Any] = list(
        rows.select_related("scheme").annotate(count=Count("entries")).order_by("ends_on")[:SHOWN]
    )
    for row in found:
        row.has_run = row.has_run_by(day)
    return found


def objections(request: HttpRequest) -> list[Objection]:
    """Objections that wait for a decision of this person's offices."""
    rows = Objection.objects.filter(
        state=Objection.State.OPEN, entry__notice__office__in=working_offices(request)
    )
    return list(
        rows.select_related("entry__application__enterprise", "entry__application__scheme")[:SHOWN]
    )
