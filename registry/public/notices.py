"""Public notices: who is proposed for what, until when, and how to object."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certifications.models import Notice, Objection, Scheme
from certifications.moves import Refused
from certifications.notices import object_to
from enterprises.addresses import too_often
from enterprises.clock import today
from registry.public.objecting import ObjectionForm, keep, receipt
from registry.query import Words

PAGE_SIZE = 30
LAST_PAGE = 10_000
OBJECTIONS_AN_HOUR = 6  # from one address; each one holds a recognition up until it is decided


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """Those that run today on top, then those that have run."""
    words, now = Words(request.GET, ("scheme", "page")), today()
    schemes = Scheme.objects.filter(notices__isnull=False).distinct()
    every = Scheme.objects.order_by("rung", "order").values_list("code", flat=True)
    scheme = words.choice("scheme", list(every))
    listed = announced(now).annotate(number=Count("entries"))
    if scheme:
        listed = listed.filter(scheme__code=scheme)
    past = Paginator(listed.filter(ends_on__lt=now).order_by("-ends_on", "-pk"), PAGE_SIZE)
    page = past.get_page(words.number("page", first=1, last=LAST_PAGE) or 1)
    context = {
        "running": listed.filter(ends_on__gte=now).order_by("ends_on", "pk"),
        "page": page,
        "months": by_month(page.object_list),
        "schemes": schemes.order_by("rung", "order"),
        "scheme": scheme,
    }
    return render(request, "public/notices.html", context)


def by_month(ended: Iterable[Notice]) -> list[tuple[date, list[Notice]]]:
    """Ended notices under the month they ended in."""
    months = groupby(ended, key=lambda row: row.ends_on.replace(day=1))
    return [(month, list(rows)) for month, rows in months]


def announced(now: date) -> QuerySet[Notice]:
    """Notices that have begun; one prepared for a later day is not public yet."""
    return Notice.objects.filter(starts_on__lte=now).select_related("scheme", "office")


@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest, key: str) -> HttpResponse:
    """One notice with its enterprises; a POST objects to one of them."""
    Words(request.GET, ())
    now = today()
    found = announced(now).filter(key=key).first()
    if found is None:
        raise Http404
    entries = found.entries.select_related("application__enterprise").order_by("pk")
    form = ObjectionForm(entries, request.POST or None)
    if request.method == "POST" and form.is_valid():
        objection = _objection(request, form, now)
        if objection:
            keep(request, objection)
            return redirect(reverse("notice", args=[key]) + "#received")
    context = {
        "notice": found,
        "entries": entries,
        "form": form,
        "receipt": receipt(request, found) if request.method == "GET" else None,
        "is_running": found.is_running_on(now),
    }
    return render(request, "public/notice.html", context, status=400 if form.errors else 200)


def _objection(request: HttpRequest, form: ObjectionForm, now: date) -> Objection | None:
    """Raised, or refused with the sentence in the form."""
    if too_often(request, "objection", at_most=OBJECTIONS_AN_HOUR, seconds=60 * 60):
        form.add_error(
            None, _("同一网络一小时内提出的异议过多，请稍后再试；您填写的内容都已保留。")
        )
        return None
    entry = form.entries[form.cleaned_data["enterprise"]]
    try:
        return object_to(entry, **form.particulars(), today=now)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
