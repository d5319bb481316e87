"""Confirming one row of a rule: the official text, where it stands there, one call."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from certifications.admin.case_page import INCOMPLETE
from certifications.admin.draft_forms import ConfirmForm
from certifications.catalogue.edition_rows import rows_of
from certifications.models import Edition
from certifications.moves import Refused
from certifications.policy_desk import confirming
from enterprises import papers
from enterprises.admin.desk import officer
from enterprises.clock import today
from enterprises.models import Paper, User


def answer(request: HttpRequest, site: AdminSite, edition: Edition, item: str) -> HttpResponse:
    """The form, or the deed and then the edition with the row's mark gone."""
    row = rows_of(edition).get(item)
    if row is None:
        raise Http404
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ConfirmForm(*sent, edition=edition)
    if sent and form.is_valid() and _confirmed(request, edition, item, form):
        messages.success(request, _("已核对：%(row)s") % {"row": row.says})
        return redirect(f"{address_of(edition)}#{item}")
    context = {
        **site.each_context(request),
        "opts": Edition._meta,
        "title": _("对照官方文本核对"),
        "edition": edition,
        "row": row,
        "form": form,
    }
    page = "admin/certifications/edition_confirm.html"
    status = INCOMPLETE if form.errors else 200
    return TemplateResponse(request, page, context, status=status)


def _confirmed(request: HttpRequest, edition: Edition, item: str, form: ConfirmForm) -> bool:
    """One call; a refusal is said on the form."""
    told, by = form.cleaned_data, officer(request)
    try:
        paper, name = _text(edition, told, by)
        confirming.confirm(
            edition, item, paper=paper, file_name=name, says=told["says"], by=by, today=today()
        )
    except (Refused, papers.PaperRefused) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _text(edition: Edition, told: dict[str, Any], by: User) -> tuple[Paper, str]:
    """The official text: one that was attached to the edition before, or the one that came along."""
    there = edition.confirmations.filter(paper__sha256=told.get("there")).select_related("paper")
    if before := there.first():
        return before.paper, before.file_name
    return papers.store(told["paper"], by=by), told["paper"].name


def text_gone(
    request: HttpRequest, site: AdminSite, edition: Edition, says: str
) -> TemplateResponse:
    """The row of a text stands and its file does not."""
    context = {**site.each_context(request), "title": _("这份文件现在打不开"), "says": says}
    page = "admin/certifications/text_gone.html"
    return TemplateResponse(request, page, context | {"edition": edition}, status=404)


def address_of(edition: Edition) -> str:
    return reverse("admin:certifications_edition_change", args=[edition.pk])
