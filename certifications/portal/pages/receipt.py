"""The receipt of a submission, to print and keep; and taking an application back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certifications import workflow
from certifications.editions import requirements
from certifications.models import Application
from certifications.moves import Refused
from certifications.portal.deadlines import deadline_of
from certifications.portal.pages.application import may_withdraw
from certifications.portal.showing import UNREADABLE, refusal, show, status_of
from certifications.portal.timeline import holder, road_ahead, what_next
from certifications.portal.visitor import Visitor, about_a_case
from certifications.states import State
from certifications.terms import work_calendar


@require_safe
@about_a_case
def receipt(request: HttpRequest, visitor: Visitor, case: Application) -> HttpResponse:
    """What was handed in last, when, with which digest; and what comes next, by when."""
    submission = case.submissions.select_related("by").order_by("-round").first()
    if submission is None:
        messages.info(request, _("本申请还没有提交，提交后才有回执。"))
        return redirect("portal:application", case.reference)
    names = {each.code: each.says for each in requirements(case.edition)}
    return show(
        request,
        visitor,
        "receipt.html",
        application=case,
        submission=submission,
        materials=[
            (names.get(row["requirement"], row["requirement"]), row["file"], row["sha256"][:16])
            for row in submission.contents["materials"]
        ],
        deadline=deadline_of(case, visitor.today, work_calendar()),
        holder=holder(case),
        what_next=what_next(case),
        stops=road_ahead(case),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_case
def withdraw(request: HttpRequest, visitor: Visitor, case: Application) -> HttpResponse:
    """Say what follows, ask for a tick, take the case back."""
    if request.method != "POST":
        return _ask(request, visitor, case)
    is_draft = case.state == State.DRAFT
    if request.POST.get("sure") != "yes":
        says = [_unsure(is_draft)]
        return _ask(request, visitor, case, UNREADABLE, {"has_errors": True, "sentences": says})
    note = request.POST.get("note", "").replace("\x00", "").strip()[:300]
    try:
        workflow.advance(case, "withdraw", by=visitor.user, today=visitor.today, note=note)
    except Refused as refused:
        return _ask(request, visitor, case, status_of(refused), refusal(refused))
    done = _("已放弃填报，记录中保留为“已撤回”。填过的内容和材料仍可查看。")
    messages.success(request, done if is_draft else _("申请已撤回。填过的内容和材料仍可查看。"))
    return redirect("portal:application", case.reference)


def _unsure(is_draft: bool) -> str:
    if is_draft:
        return _("请先勾选“我确认放弃”，再按“放弃填报”。")
    return _("请先勾选“我确认撤回”，再按“撤回申请”。")


def _ask(
    request: HttpRequest,
    visitor: Visitor,
    case: Application,
    status: int = 200,
    context: dict[str, object] | None = None,
) -> HttpResponse:
    return show(
        request,
        visitor,
        "withdraw.html",
        status=status,
        application=case,
        may_withdraw=may_withdraw(case, visitor),
        is_draft=case.state == State.DRAFT,
        note=request.POST.get("note", ""),
        **(context or {}),
    )
