"""Check your answers and hand in. A second click is harmless: it lands on the receipt."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certifications import workflow
from certifications.completeness import Lack, judged_on, lacks
from certifications.editions import requirements
from certifications.models import Application
from certifications.moves import Refused, WrongMoment
from certifications.portal.addresses import address_of
from certifications.portal.answers import figure_table, findings_then, statements_in_words
from certifications.portal.deadlines import deadline_of
from certifications.portal.pages.materials import given_by_requirement
from certifications.portal.precheck import precheck
from certifications.portal.showing import show, status_of
from certifications.portal.tasklist import open_defects
from certifications.portal.visitor import SUBMITTING, Visitor, about_a_case
from certifications.rules.findings import findings_in
from certifications.standing import standing_in
from certifications.states import EDITABLE, State
from certifications.terms import work_calendar
from enterprises.models import Membership

SUBMIT = {State.DRAFT: "submit", State.CORRECTION: "resubmit"}
TICKED = "yes"


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_case
def check(request: HttpRequest, visitor: Visitor, case: Application) -> HttpResponse:
    """Everything on one page; a POST hands it in."""
    if request.method != "POST":
        return _page(request, visitor, case)
    ticked = request.POST.get("undertaking") == TICKED
    try:
        workflow.advance(
            case,
            SUBMIT.get(State(case.state), "submit"),
            by=visitor.user,
            today=visitor.today,
            details={"undertaking": ticked},
        )
    except WrongMoment as refused:
        return _not_now(request, case, refused)
    except Refused as refused:
        return _page(
            request, visitor, case, refused, status=status_of(refused), ticked=ticked,
            has_errors=True,
        )  # fmt: skip
    return redirect("portal:receipt", case.reference)


def _not_now(request: HttpRequest, case: Application, refused: WrongMoment) -> HttpResponse:
    if case.submissions.exists():
        messages.info(request, _("本申请已经提交，不必重复提交。以下是提交回执。"))
        return redirect("portal:receipt", case.reference)
    messages.error(request, str(refused))
    return redirect("portal:application", case.reference)


def _page(
    request: HttpRequest,
    visitor: Visitor,
    case: Application,
    refused: Refused | None = None,
    **context: Any,
) -> HttpResponse:
    day = visitor.today
    missing = lacks(case, day)
    unanswered = sum(not defect.answer for defect in open_defects(case))
    contents = _handed_in(case)
    found = findings_in(case, standing_in(case, judged_on(case, day)))
    if contents:
        found = findings_then(found, contents)
    given = given_by_requirement(case)
    return show(
        request,
        visitor,
        "check.html",
        application=case,
        is_editable=case.state in EDITABLE,
        is_draft=case.state == State.DRAFT,
        deadline=deadline_of(case, day, work_calendar()),
        lacking=len(missing) + unanswered,
        summary=_summary(case, missing, unanswered, refused),
        figures=figure_table(case, day, contents),
        statements=statements_in_words(case, contents),
        materials=[(each, given.get(each.code, [])) for each in requirements(case.edition)],
        precheck=precheck(case.edition, found),
        submitters=[] if visitor.may_submit else submitters(visitor),
        **context,
    )


def _handed_in(case: Application) -> dict[str, Any]:
    """What was handed in last, once the case can no longer be changed; nothing before."""
    last = None if case.state in EDITABLE else case.submissions.order_by("-round").first()
    return dict(last.contents) if last else {}


Summary = list[tuple[str, str]]


def _summary(
    case: Application, missing: list[Lack], unanswered: int, refused: Refused | None
) -> Summary:
    """What stands in the way, each with where it is put right."""
    lines = [(lack.says, address_of(case, lack.item, "check")) for lack in missing]
    if refused:
        return [*lines, *_refused(case, refused, " ".join(lack.says for lack in missing))]
    if unanswered:
        says = _("还有 %(n)d 项补正没有答复。") % {"n": unanswered}
        lines.append((says, reverse("portal:defects", args=[case.reference])))
    return lines


def _refused(case: Application, refused: Refused, lacks_said: str) -> Summary:
    """The refusal's own sentences; the one that repeats what is lacking is already told line by line."""
    where = ""
    if case.state == State.CORRECTION:
        where = reverse("portal:defects", args=[case.reference])
    return [(sentence, where) for sentence in refused.sentences if sentence != lacks_said]


def submitters(visitor: Visitor) -> list[str]:
    """Colleagues who may hand in, for somebody who may only fill."""
    members = Membership.objects.on(visitor.today).filter(
        enterprise=visitor.enterprise, role__in=SUBMITTING, user__is_active=True
    )
    return [str(each.user) for each in members.select_related("user")]
