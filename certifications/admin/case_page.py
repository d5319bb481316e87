"""The case page and the deeds done on it: find the case, one call, and what was refused in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from certifications import notices, workflow
from certifications.admin.case import Case, case_of
from certifications.admin.cases import cases_of, our_turn
from certifications.admin.objection_form import ObjectionForm
from certifications.admin.return_form import ROWS, ReturnForm, typed_rows
from certifications.admin.step_form import StepForm, mistakes_in
from certifications.admin.step_forms import form_for
from certifications.models import Application, Objection
from certifications.moves import NotReady, Refused, Role, WrongMoment, WrongPerson
from certifications.procedure import ROADS
from enterprises.admin.desk import officer
from enterprises.clock import today

STATUSES: Mapping[type[Refused], int] = {WrongPerson: 403, WrongMoment: 409, NotReady: 422}
INCOMPLETE = 422
ONWARD = ("accept", "recommend", "record_review", "open_notice", "recognise")
ENDINGS = ("refuse_acceptance", "not_recommend", "decline", "decline_after_objection")


@dataclass(frozen=True)
class Deed:
    """A step as the page offers it."""

    code: str
    says: str | Promise
    form: StepForm
    is_open: bool

    @property
    def ends_it(self) -> bool:
        return self.code in ENDINGS

    @property
    def is_return(self) -> bool:
        return isinstance(self.form, ReturnForm)


@dataclass(frozen=True)
class Answer:
    """What came of a deed that was not done: the form as sent, the sentences, the status."""

    code: str = ""
    form: Any = None
    sentences: Sequence[str] = ()
    status: int = 200

    @property
    def mistakes(self) -> list[tuple[str, str, str]]:
        """What is wrong field by field, where the form itself was refused."""
        if self.form is None or self.status != INCOMPLETE:
            return []
        return self.form.mistakes() if isinstance(self.form, StepForm) else mistakes_in(self.form)


def show(
    request: HttpRequest, site: AdminSite, application: Application, answer: Answer | None = None
) -> TemplateResponse:
    """The page; after a refusal with the sentences on top and everything typed still there."""
    answer = answer or Answer()
    case = case_of(application, today())
    deeds, objections = _deeds(request, case, answer), _objections(case, answer)
    context = {
        **site.each_context(request),
        "title": f"{application.enterprise} · {application.scheme}",
        "case": case,
        "application": application,
        "deeds": deeds,
        "objections": objections,
        "answered": _answered(deeds, objections, answer),
        "sentences": answer.sentences,
        "mistakes": answer.mistakes,
        "preview": case.opens_on,
        "has_errors": answer.status >= 400,
        "following": following(request, application),
    }
    return TemplateResponse(
        request, "admin/certifications/case.html", context, status=answer.status
    )


def take(
    request: HttpRequest, site: AdminSite, application: Application, code: str
) -> HttpResponse:
    """One step; the workflow says whether it may be, and why not."""
    case = case_of(application, today())
    if "more" in request.POST and code == "return_for_correction":
        form = form_for(code, application, today(), case.found, typed=_with_room(request))
        form.initial["note"] = request.POST.get(f"{code}-note", "")
        return show(request, site, application, Answer(code, form))
    form = form_for(code, application, today(), case.found, request.POST)
    offered = {choice.step.code for choice in _choices(request, application)}
    if not form.is_valid() and code in offered:
        return show(request, site, application, _incomplete(code, form))
    try:
        application = workflow.advance(
            application,
            code,
            by=officer(request),
            today=today(),
            note=form.says(),
            details=form.details(),
        )
    except Refused as refusal:
        status = STATUSES[type(refusal)]
        return show(request, site, application, Answer(code, form, refusal.sentences, status))
    says = _("“%(step)s”已办理：%(case)s 现在是“%(state)s”。")
    step = ROADS[application.edition.road].step(code)
    messages.success(
        request,
        says % {"step": step.says, "case": application, "state": application.get_state_display()},
    )
    return redirect(address_of(application))


def decide(
    request: HttpRequest, site: AdminSite, application: Application, objection: Objection
) -> HttpResponse:
    """An objection is upheld or dismissed, with reasons."""
    form = ObjectionForm(request.POST, prefix=f"objection-{objection.pk}")
    code = f"objection-{objection.pk}"
    if not form.is_valid():
        return show(request, site, application, _incomplete(code, form))
    try:
        notices.decide_objection(objection, by=officer(request), today=today(), **form.details())
    except Refused as refusal:
        status = STATUSES[type(refusal)]
        return show(request, site, application, Answer(code, form, refusal.sentences, status))
    messages.success(request, _("异议已处理，处理意见已记入日志。"))
    return redirect(address_of(application))


def address_of(application: Application) -> str:
    return reverse("admin:certifications_application_case", args=[application.reference])


def following(request: HttpRequest, application: Application) -> Application | None:
    """The next case of this person's queue, due first."""
    queue = cases_of(request).filter(our_turn(request)).exclude(pk=application.pk)
    row: Application | None = queue.filter(due_on__isnull=False).order_by("due_on", "pk").first()
    return row


def paper_gone(
    request: HttpRequest, site: AdminSite, application: Application, says: str
) -> TemplateResponse:
    """The row of a paper stands and its file does not: said in a sentence, with what to do."""
    context = {**site.each_context(request), "title": _("这份文件现在打不开"), "says": says}
    more = {"application": application}
    page = "admin/certifications/paper_gone.html"
    return TemplateResponse(request, page, context | more, status=404)


def _incomplete(code: str, form: Any) -> Answer:
    """A form that was not filled rightly: each mistake once; one sentence where no field has any."""
    answer = Answer(code, form, status=INCOMPLETE)
    if answer.mistakes:
        return answer
    return replace(answer, sentences=[_("有的内容没有填对，请核对后重新提交。")])


def _answered(
    deeds: Sequence[Deed], objections: Sequence[tuple[Objection, Any]], answer: Answer
) -> str:
    """Where the form that was refused stands, still filled; nowhere when it is no longer offered."""
    offered = {deed.code for deed in deeds if deed.is_open}
    offered |= {f"objection-{row.pk}" for row, form in objections if form is not None}
    return answer.code if answer.code in offered else ""


def _choices(request: HttpRequest, application: Application) -> list[workflow.Choice]:
    """Steps of offices; what belongs to the enterprise is done in the portal."""
    found = workflow.choices(application, by=officer(request), today=today())
    return [choice for choice in found if choice.step.by is not Role.SUBMITTER]


def _deeds(request: HttpRequest, case: Case, answer: Answer) -> list[Deed]:
    deeds = []
    choices = _choices(request, case.application)
    for choice in sorted(choices, key=lambda choice: choice.step.code not in ONWARD):
        code = choice.step.code
        is_answered = code == answer.code and answer.form is not None
        form = (
            answer.form
            if is_answered
            else form_for(choice.step, case.application, today(), case.found)
        )
        deeds.append(Deed(code, choice.step.says, form, is_answered))
    return deeds


def _objections(case: Case, answer: Answer) -> list[tuple[Objection, ObjectionForm | None]]:
    rows: list[tuple[Objection, ObjectionForm | None]] = []
    for objection in case.objections:
        code = f"objection-{objection.pk}"
        form = answer.form if code == answer.code else ObjectionForm(prefix=code)
        rows.append((objection, form if objection.state == Objection.State.OPEN else None))
    return rows


def _with_room(request: HttpRequest) -> list[dict[str, str]]:
    """The rows typed so far; the form adds its empty ones below."""
    return typed_rows(request.POST.dict())[: 60 - ROWS]
