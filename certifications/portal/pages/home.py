"""The first page of an enterprise: where it stands, what is under way, what it may apply for."""

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from certifications.ladder import position
from certifications.models import Application
from certifications.portal.deadlines import deadline_of
from certifications.portal.openings import openings
from certifications.portal.rungs import rungs
from certifications.portal.showing import show
from certifications.portal.timeline import holder
from certifications.portal.visitor import CHOSEN, Visitor, members_only
from certifications.states import EDITABLE
from certifications.terms import WorkCalendar, work_calendar

LATEST = 5


@require_safe
@members_only
def home(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The ladder, the cases, the batches, the letters."""
    if visitor.has_several and CHOSEN not in request.session:
        return _ask_which(request, visitor)
    day, calendar = visitor.today, work_calendar()
    seen = Application.objects.visible_to(visitor.user, day).with_everything()
    mine = list(seen.filter(enterprise=visitor.enterprise).order_by("-opened_at"))
    stands = position(visitor.enterprise, day)
    batches = openings(visitor.enterprise, day, calendar, begun=mine)
    steps = rungs(stands, day, applications=mine, openings=batches)
    cases = [_case(each, visitor, calendar) for each in mine if each.is_open]
    return show(
        request,
        visitor,
        "home.html",
        tab="home",
        rungs=steps,
        todo=_todo(cases),
        ending=[title for step in steps for title in step.titles if title.ends_soon],
        cases=cases,
        closed=[each for each in mine if not each.is_open],
        openings=[each for each in batches if each.is_for_us or each.application],
        others=[each for each in batches if not each.is_for_us and not each.application],
        letters=visitor.letters()[:LATEST],
    )


def _ask_which(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Somebody of several enterprises says first for which; what waits in each stands beside it."""
    mine = [membership.enterprise_id for membership in visitor.memberships]
    waiting = Application.objects.filter(enterprise__in=mine, state__in=EDITABLE)
    unread = visitor.all_letters().filter(read_at=None)
    open_cases, letters = _by_enterprise(waiting), _by_enterprise(unread)
    lines = [
        (each, open_cases[each.enterprise_id], letters[each.enterprise_id])
        for each in visitor.memberships
    ]
    lines.sort(key=lambda line: -line[1])
    return show(request, visitor, "choose.html", lines=lines)


def _by_enterprise(rows: QuerySet[Any]) -> Counter[int]:
    """How many rows each enterprise has."""
    return Counter(rows.values_list("enterprise", flat=True))


def _case(application: Application, visitor: Visitor, calendar: WorkCalendar) -> dict[str, Any]:
    return {
        "application": application,
        "deadline": deadline_of(application, visitor.today, calendar),
        "holder": holder(application),
    }


def _todo(cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cases that wait for the enterprise, the most pressing first."""
    ours = [case for case in cases if case["application"].state in EDITABLE]
    return sorted(ours, key=lambda case: case["deadline"].due_on or date.max)


@require_POST
@members_only
def choose(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Remember which of their enterprises the visitor speaks for."""
    chosen = visitor.for_enterprise(request.POST.get("enterprise", ""))
    request.session[CHOSEN] = chosen.enterprise.credit_code
    return redirect("portal:home")
