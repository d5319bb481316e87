"""Public notices: who is proposed for what, until when, and how to object."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from certifications.models import Notice, NoticeEntry, Objection, Scheme
from certifications.moves import Refused
from certifications.notices import object_to
from enterprises.clock import today
from registry.query import Words

PAGE_SIZE = 30
LAST_PAGE = 10_000


class ObjectionForm(forms.Form):
    """异议: with a real name and a way to be reached; neither is ever published."""

    enterprise = forms.ChoiceField(label=_lazy("对哪家企业有异议"))
    by_kind = forms.ChoiceField(
        label=_lazy("以谁的名义"), choices=Objection.By.choices, widget=forms.RadioSelect
    )
    by_name = forms.CharField(
        label=_lazy("真实姓名或单位全称"),
        max_length=120,
        help_text=_lazy("个人须实名；单位须写全称，书面材料加盖公章后另行送达。"),
    )
    contact = forms.CharField(
        label=_lazy("联系电话或邮箱"),
        max_length=120,
        help_text=_lazy("仅用于核实，不公开，也不告知被公示企业。"),
    )
    says = forms.CharField(
        label=_lazy("事实与理由"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_lazy("请写明具体事实和依据，最多 2000 字。"),
    )

    def __init__(self, entries: QuerySet[NoticeEntry], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = {entry.application.enterprise.credit_code: entry for entry in entries}
        self.fields["enterprise"].choices = [("", _("请选择"))] + [  # type: ignore[attr-defined]
            (code, entry.application.enterprise.name) for code, entry in self.entries.items()
        ]

    def particulars(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("by_kind", "by_name", "contact", "says")}


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """Those that run today on top, then those that have run."""
    words, now = Words(request.GET, ("scheme", "page")), today()
    schemes = Scheme.objects.filter(notices__isnull=False).distinct()
    every = Scheme.objects.order_by("rung", "order").values_list("code", flat=True)
    scheme = words.choice("scheme", list(every))
    listed = announced(now).annotate(number=Count("entries")).order_by("-starts_on", "-pk")
    if scheme:
        listed = listed.filter(scheme__code=scheme)
    past = Paginator(listed.filter(ends_on__lt=now), PAGE_SIZE)
    context = {
        "running": listed.filter(ends_on__gte=now),
        "page": past.get_page(words.number("page", first=1, last=LAST_PAGE) or 1),
        "schemes": schemes.order_by("rung", "order"),
        "scheme": scheme,
    }
    return render(request, "public/notices.html", context)


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
    if request.method == "POST" and form.is_valid() and _objected(request, form, now):
        messages.success(request, _("异议已收到，受理部门将核实并与您联系。"))
        return redirect("notice", key)
    context = {
        "notice": found,
        "entries": entries,
        "form": form,
        "is_running": found.is_running_on(now),
    }
    return render(request, "public/notice.html", context, status=400 if form.errors else 200)


def _objected(request: HttpRequest, form: ObjectionForm, now: date) -> bool:
    entry = form.entries[form.cleaned_data["enterprise"]]
    try:
        object_to(entry, **form.particulars(), today=now)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
