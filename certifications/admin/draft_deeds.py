"""The deeds on a draft: each is one call, and what was refused stands on the page with all that was typed."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.admin import draft_page
from certifications.admin.case_page import INCOMPLETE, STATUSES
from certifications.admin.draft_forms import TextForm, WeighForm
from certifications.admin.step_form import mistakes_in
from certifications.models import EditionDraft
from certifications.moves import Refused
from certifications.policy_desk import edition_drafts, publishing
from enterprises.admin.desk import officer
from enterprises.clock import today


def show(
    request: HttpRequest,
    site: AdminSite,
    row: EditionDraft,
    sentences: Sequence[str] = (),
    status: int = 200,
) -> TemplateResponse:
    """The page of a draft; after a refusal with the sentences on top."""
    context = {
        **site.each_context(request),
        "opts": EditionDraft._meta,
        "title": str(row),
        "sentences": sentences,
        "has_errors": bool(sentences),
        **draft_page.page_of(request, row),
    }
    page = "admin/certifications/edition_draft.html"
    return TemplateResponse(request, page, context, status=status)


def bring(request: HttpRequest, site: AdminSite, draft: EditionDraft | None) -> HttpResponse:
    """A text for a new draft, or in place of the text of one."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TextForm(*sent, initial={"text": draft.text} if draft else {})
    if sent and form.is_valid():
        brought, by = form.cleaned_data["brought"], officer(request)
        try:
            kept = edition_drafts.bring(brought, by=by, today=today(), draft=draft)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("已上传并自检：%(draft)s。") % {"draft": kept})
            return redirect(address_of(kept))
    return _form(request, site, form, draft)


def weigh(request: HttpRequest, site: AdminSite, row: EditionDraft) -> HttpResponse:
    """The impact anew, as of the day that was typed."""
    form = WeighForm(request.POST)
    if not form.is_valid():
        sentences = [sentence for _id, _label, sentence in mistakes_in(form)]
        return show(request, site, row, sentences, INCOMPLETE)
    on, by = form.cleaned_data["on"], officer(request)

    def deed() -> str:
        edition_drafts.weigh(row, on=on, by=by, today=today())
        return _("已排队测算影响，完成后可在本页查看。")

    return _do(request, site, row, deed)


def drop(request: HttpRequest, site: AdminSite, row: EditionDraft) -> HttpResponse:
    by = officer(request)

    def deed() -> str:
        edition_drafts.drop(row, by=by, today=today())
        return _("草案已放弃，仍可查阅。")

    return _do(request, site, row, deed)


def publish(request: HttpRequest, site: AdminSite, row: EditionDraft) -> HttpResponse:
    """Publish exactly the text that was read: its digest comes with the button."""
    digest, by = request.POST.get("text_digest", ""), officer(request)

    def deed() -> str:
        done = publishing.publish(row, digest=digest, by=by, today=today())
        says, n = _("已发布：%(edition)s。"), done.moved
        moved = ngettext("%(n)d 件填报中的申请改用新规则。", "%(n)d 件填报中的申请改用新规则。", n)
        return says % {"edition": done.edition} + (moved % {"n": n} if n else "")

    return _do(request, site, row, deed)


def _do(
    request: HttpRequest, site: AdminSite, row: EditionDraft, deed: Callable[[], str]
) -> HttpResponse:
    """One deed; what came of it is said on the draft's page."""
    try:
        messages.success(request, deed())
    except Refused as refusal:
        row.refresh_from_db()
        return show(request, site, row, refusal.sentences, STATUSES[type(refusal)])
    return redirect(address_of(row))


def _form(
    request: HttpRequest, site: AdminSite, form: TextForm, draft: EditionDraft | None
) -> TemplateResponse:
    title = _("更换文本") if draft else _("上传规则草案")
    context = {**site.each_context(request), "opts": EditionDraft._meta, "title": title}
    page = "admin/certifications/edition_draft_form.html"
    status = INCOMPLETE if form.errors else 200
    return TemplateResponse(request, page, context | {"form": form, "draft": draft}, status=status)


def address_of(draft: EditionDraft) -> str:
    return reverse("admin:certifications_editiondraft_change", args=[draft.pk])
