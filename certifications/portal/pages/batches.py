"""One batch: what the title is, what the rule asks, how our figures stand to it; and setting out."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from certifications import drafting
from certifications.editions import figures_asked, judging, requirements, statements_asked
from certifications.models import Application, Batch
from certifications.moves import Refused
from certifications.portal.openings import Opening, stands_to
from certifications.portal.precheck import precheck
from certifications.portal.rules import terms_of, validity_says
from certifications.portal.showing import refusal, show, status_of
from certifications.portal.timeline import stops
from certifications.portal.visitor import Visitor, members_only
from certifications.procedure import ROADS
from certifications.rules.findings import findings
from certifications.standing import standing_of
from certifications.terms import work_calendar
from enterprises.visibility import office_answering
from enterprises.vocabulary import fact_label


@require_safe
@members_only
def batch(request: HttpRequest, visitor: Visitor, code: str) -> HttpResponse:
    """The batch as this enterprise finds it today."""
    return batch_page(request, visitor, _batch(code))


@require_POST
@members_only
def start(request: HttpRequest, visitor: Visitor, code: str) -> HttpResponse:
    """Open a draft; where one is open already, go on with that."""
    found = _batch(code)
    speaking = visitor.for_enterprise(request.POST.get("enterprise", ""))
    try:
        application = drafting.open_application(
            speaking.enterprise, found, by=visitor.user, today=visitor.today
        )
    except Refused as refused:
        begun = _begun(speaking, found)
        if begun and begun.batch_id == found.pk:
            messages.info(request, _("这项申报已经开始，请继续办理。"))
            return redirect("portal:application", begun.reference)
        return batch_page(
            request, speaking, found, status=status_of(refused), context=refusal(refused)
        )
    messages.success(request, _("申请已建立。按下面的清单逐项填写，随时可以保存离开。"))
    return redirect("portal:application", application.reference)


def _batch(code: str) -> Batch:
    if "\x00" in code:  # PostgreSQL refuses to look for it
        raise Http404
    walked = Batch.objects.filter(edition__road__in=ROADS).select_related("scheme", "edition")
    return get_object_or_404(walked, code=code)


def _begun(visitor: Visitor, found: Batch) -> Application | None:
    cases = Application.objects.visible_to(visitor.user, visitor.today).still_open()
    mine = cases.filter(enterprise=visitor.enterprise, scheme=found.scheme)
    return mine.select_related("batch").first()


def _other_kind(opening: Opening, day: date) -> Batch | None:
    """Where the batch is not for this enterprise: the one for the same title that is, if open."""
    if opening.is_for_us:
        return None
    same = Batch.objects.open_on(day).filter(scheme=opening.batch.scheme)
    return same.exclude(kind=opening.batch.kind).order_by("closes_on").first()


def batch_page(
    request: HttpRequest,
    visitor: Visitor,
    found: Batch,
    *,
    status: int = 200,
    context: dict[str, object] | None = None,
) -> HttpResponse:
    """Everything a clerk wants to know before setting out."""
    day = visitor.today
    edition = judging(found, day)
    known = findings(edition, standing_of(visitor.enterprise, day), kind=found.kind)
    begun = _begun(visitor, found)
    [opening] = stands_to(
        [found], visitor.enterprise, day, work_calendar(), begun=[begun] if begun else []
    )
    return show(
        request,
        visitor,
        "batch.html",
        status=status,
        batch=found,
        edition=edition,
        is_open=found.is_open_on(day),
        opening=opening,
        other_kind=_other_kind(opening, day),
        recogniser=office_answering(found.scheme.code, "recognises", day),
        precheck=precheck(edition, known),
        stops=stops(edition.road),
        terms=terms_of(edition),
        validity=validity_says(edition),
        requirements=requirements(edition),
        figures=[(fact_label(fact), years) for fact, years in figures_asked(edition)],
        statements=[fact_label(fact) for fact in statements_asked(edition)],
        **(context or {}),
    )
