"""Answering what the officer listed: each defect with its place, its remedy, then and now."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certifications import drafting
from certifications.models import Application, Defect
from certifications.moves import Refused
from certifications.portal.deadlines import deadline_of
from certifications.portal.forms.answers import AnswerForm, answer_forms
from certifications.portal.handed_in import then_and_now
from certifications.portal.kept import typed_data
from certifications.portal.pages.application import defect_line
from certifications.portal.showing import UNREADABLE, refusal, show, status_of
from certifications.portal.tasklist import open_defects
from certifications.portal.visitor import Visitor, about_a_case
from certifications.terms import work_calendar


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_case
def defects(request: HttpRequest, visitor: Visitor, case: Application) -> HttpResponse:
    """Answer all or some now; what is left open stays open."""
    listed = open_defects(case)
    if not listed:
        messages.info(request, _("本案现在没有需要答复的补正事项。"))
        return redirect("portal:application", case.reference)
    forms = answer_forms(listed, typed_data(request))
    if request.method != "POST":
        return _page(request, visitor, case, forms)
    refused = [form for form in forms if not form.is_valid()]
    if refused:
        return _page(request, visitor, case, forms, status=UNREADABLE, has_errors=True)
    try:
        _save([form for form in forms if form.cleaned_data["answer"]], visitor)
    except Refused as no:
        return _page(request, visitor, case, forms, status=status_of(no), **refusal(no))
    return _saved(request, case)


@transaction.atomic
def _save(answered: list[AnswerForm], visitor: Visitor) -> None:
    for form in answered:
        drafting.answer_defect(
            form.defect,
            answer=form.cleaned_data["answer"],
            says=form.cleaned_data["says"],
            by=visitor.user,
            today=visitor.today,
        )


def _saved(request: HttpRequest, case: Application) -> HttpResponse:
    left = sum(not defect.answer for defect in open_defects(case))
    if left:
        messages.success(request, _("答复已保存，还有 %(n)d 项没有答复。") % {"n": left})
        return redirect("portal:application", case.reference)
    messages.success(request, _("全部补正事项都已答复。请核对全部内容后重新提交。"))
    return redirect("portal:check", case.reference)


def _page(
    request: HttpRequest,
    visitor: Visitor,
    case: Application,
    forms: list[AnswerForm],
    **context: Any,
) -> HttpResponse:
    changes = then_and_now(case, [form.defect for form in forms], visitor.today)
    lines = [_line(case, form, changes) for form in forms]
    return show(
        request,
        visitor,
        "defects.html",
        application=case,
        lines=lines,
        deadline=deadline_of(case, visitor.today, work_calendar()),
        **context,
    )


def _line(
    case: Application, form: AnswerForm, changes: dict[str, tuple[str, str]]
) -> dict[str, object]:
    defect: Defect = form.defect
    then, now = changes.get(defect.item, ("", ""))
    return {**defect_line(case, defect, "defects"), "form": form, "then": then, "now": now}
