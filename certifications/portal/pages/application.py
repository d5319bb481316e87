"""One application: its status first, what is to be corrected, the tasks, the course so far."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from certifications.completeness import item_label
from certifications.models import Application, Certification, Defect, Notice
from certifications.moves import Role
from certifications.portal.addresses import address_of
from certifications.portal.deadlines import Deadline, deadline, deadline_of
from certifications.portal.moved import moved
from certifications.portal.showing import show
from certifications.portal.tasklist import task_list
from certifications.portal.timeline import holder, road_ahead, timeline, what_next
from certifications.portal.visitor import Visitor, about_a_case
from certifications.procedure import ROADS
from certifications.states import EDITABLE
from certifications.terms import WorkCalendar, work_calendar


@require_safe
@about_a_case
def application(request: HttpRequest, visitor: Visitor, case: Application) -> HttpResponse:
    """The task list while the case is with the enterprise; what became of it afterwards."""
    calendar = work_calendar()
    tasks = task_list(case, visitor.today)
    course = timeline(case)
    return show(
        request,
        visitor,
        "application.html",
        application=case,
        is_editable=case.state in EDITABLE,
        may_withdraw=may_withdraw(case, visitor),
        deadline=deadline_of(case, visitor.today, calendar),
        holder=holder(case),
        what_next=what_next(case),
        stops=road_ahead(case),
        tasks=tasks,
        defects=[defect_line(case, defect) for defect in tasks.defects],
        timeline=course,
        reason=course[0].note if course else "",
        moved=moved(case),
        notice=_notice(case, visitor, calendar),
        certification=Certification.objects.filter(application=case).first(),
        submission=case.submissions.order_by("-round").first(),
    )


def may_withdraw(case: Application, visitor: Visitor) -> bool:
    """Whether withdrawing is offered: by the road, from here, to a person who may submit."""
    leaving = ROADS[case.edition.road].leaving(case.state)
    offered = any(step.code == "withdraw" and step.by is Role.SUBMITTER for step in leaving)
    return offered and visitor.may_submit


def defect_line(case: Application, defect: Defect, back: str = "") -> dict[str, object]:
    """A defect with what its item is called and where it is corrected."""
    return {
        "defect": defect,
        "label": item_label(case, defect.item),
        "address": address_of(case, defect.item, back),
    }


def _notice(
    case: Application, visitor: Visitor, calendar: WorkCalendar
) -> tuple[Notice, Deadline] | None:
    """The public notice the case stands on, with the days it still runs."""
    found = Notice.objects.filter(entries__application=case).first()
    if found is None:
        return None
    today = visitor.today
    runs = deadline(
        found.starts_on, found.ends_on, today, calendar, provisional=found.is_provisional
    )
    return found, runs
