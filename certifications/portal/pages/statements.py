"""What the enterprise states: yes or no, a number; kept as it is answered."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certifications import drafting
from certifications.models import Application
from certifications.moves import Refused
from certifications.portal.forms.statements import StatementsForm, typed
from certifications.portal.kept import typed_data
from certifications.portal.returning import after_saving, notes
from certifications.portal.showing import UNREADABLE, refusal, show, status_of
from certifications.portal.visitor import Visitor, about_a_case
from certifications.states import EDITABLE


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_case
def statements(request: HttpRequest, visitor: Visitor, case: Application) -> HttpResponse:
    """Answer what figures cannot tell."""
    data = typed_data(request)
    form = StatementsForm(case.edition, data)
    form.initial = typed(case.claims, form)
    if request.method != "POST":
        return _page(request, visitor, case, form)
    if not form.is_valid():
        return _page(request, visitor, case, form, status=UNREADABLE)
    try:
        drafting.save_claims(case, form.claims(), by=visitor.user, today=visitor.today)
    except Refused as refused:
        return _page(request, visitor, case, form, status=status_of(refused), **refusal(refused))
    messages.success(request, _("申报情况已保存。"))
    return redirect(after_saving(request, case))


def _page(
    request: HttpRequest, visitor: Visitor, case: Application, form: StatementsForm, **context: Any
) -> HttpResponse:
    return show(
        request,
        visitor,
        "statements.html",
        application=case,
        form=form,
        is_editable=case.state in EDITABLE,
        notes=notes(case, form.fields),
        back=request.GET.get("back", ""),
        **context,
    )
