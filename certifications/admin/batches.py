"""Batches: announced by the recognising office or an administrator; judged by the edition in force."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from certifications import batches
from certifications.admin.step_form import day_input
from certifications.models import Batch, Scheme
from certifications.moves import Refused
from certifications.procedure import ROADS
from enterprises.admin.desk import is_of_the_city, officer
from enterprises.admin.entry import EntryAdmin
from enterprises.clock import today
from enterprises.models import Posting
from enterprises.visibility import WORKING


class NewBatchForm(forms.Form):
    """Title, kind, name and window; which edition judges it is not a choice."""

    scheme = forms.ModelChoiceField(
        label=_("称号"),
        queryset=Scheme.objects.filter(editions__road__in=ROADS).distinct(),
        to_field_name="code",
    )
    kind = forms.ChoiceField(label=_("种类"), choices=Batch.Kind.choices)
    code = forms.CharField(
        label=_("代码"),
        max_length=40,
        help_text=_("小写字母、数字和连字符，如 high-tech-2026-1。"),
        validators=[
            RegexValidator(r"^[a-z0-9_-]+$", _("代码只用小写字母、数字、下划线和连字符。"))
        ],
    )
    name_zh = forms.CharField(label=_("名称"), max_length=120)
    name_en = forms.CharField(label=_("英文名称"), max_length=200, required=False)
    opens_on = forms.DateField(label=_("开始"), widget=day_input())
    closes_on = forms.DateField(
        label=_("截止"), widget=day_input(), help_text=_("最后一天，含当日 24:00。")
    )


class BatchDesk(EntryAdmin):
    """申报批次: a published one is not edited; the next is another row."""

    address = "code"
    keepers = (Posting.Role.ADMINISTRATOR, *WORKING)
    entry_form = NewBatchForm
    entry_title = _("开启申报批次")
    entry_says = _("按开始日施行中的规则版本受理和审核；开启后企业即可在申报期内建立申请。")
    refusals = (Refused,)
    list_display = ("name", "scheme", "kind", "opens_on", "closes_on", "standing", "edition")
    list_filter = ("scheme", "kind")
    search_fields = ("name_zh", "code")
    ordering = ("-opens_on", "code")
    fields = ("name_zh", "name_en", "code", "scheme", "edition", "kind", "opens_on", "closes_on")

    def visible(self, request: HttpRequest) -> QuerySet[Batch]:
        return Batch.objects.select_related("scheme", "edition")

    def may_keep(self, request: HttpRequest) -> bool:
        """Administrators, and those who work at an office of the city."""
        return super().may_keep(request) and is_of_the_city(request)

    def enter(self, request: HttpRequest, told: Mapping[str, Any]) -> Batch:
        facts = {**told}
        scheme, kind = facts.pop("scheme"), facts.pop("kind")
        return batches.announce(scheme, kind, **facts, by=officer(request), today=today())

    @admin.display(description=_("今日"))
    def standing(self, row: Batch) -> str:
        if row.is_open_on(today()):
            words = {"state": "valid", "label": _("申报中")}
        elif today() < row.opens_on:
            words = {"state": "submitted", "label": _("未开始")}
        else:
            words = {"state": "ended", "label": _("已截止")}
        return render_to_string("pieces/state.html", words)
