"""Figures of other bureaus: the versions that were told, and the form to tell a new one."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from certifications.admin.step_form import day_input
from enterprises import papers
from enterprises.admin.desk import is_of_the_city, officer
from enterprises.admin.entry import EntryAdmin
from enterprises.clock import now
from enterprises.models import Paper
from enterprises.punctuation import bracketed
from registry import figures, reporting
from registry.indicators import INDICATORS
from registry.models import ReportedFigure

# In what unit each base unit is typed, and how many base units that is.
TYPED_IN = {
    "元": (_("亿元"), Decimal(100_000_000)),
    "share": ("%", Decimal("0.01")),
    "千升": (_("万千升"), Decimal(10_000)),
}


def told_indicators() -> list[tuple[str, str]]:
    """The indicators that are told, each with the unit to type in."""
    return [
        (code, f"{each.name}{bracketed(TYPED_IN.get(each.unit, (each.unit, 1))[0])}")
        for code, each in INDICATORS.items()
        if not each.is_counted
    ]


class FigureForm(forms.Form):
    """A figure with its period, day and source."""

    indicator = forms.ChoiceField(
        label=_("指标"), choices=told_indicators, help_text=_("括号内是填写数值所用的单位。")
    )
    period = forms.CharField(
        label=_("期间"), max_length=7, help_text=_("年度（如 2024）或月份（如 2024-11）。")
    )
    value = forms.DecimalField(
        label=_("数值"),
        max_digits=16,
        decimal_places=4,
        help_text=_("按所选指标括号内的单位填写。"),
    )
    as_of = forms.DateField(label=_("数据日期"), widget=day_input())
    source = forms.CharField(
        label=_("来源"), max_length=200, help_text=_("哪个部门的哪份文件或哪期公报。")
    )
    note = forms.CharField(
        label=_("说明"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    paper = forms.FileField(
        label=_("来源文件"), required=False, help_text=_("PDF、图片、DOCX 或 XLSX，可不传。")
    )


class ReportedFigureDesk(EntryAdmin):
    """填报数: a correction is a new version; the earlier ones stay readable."""

    keepers = reporting.REPORTERS
    entry_form = FigureForm
    entry_title = _("填报数据")
    entry_says = _(
        "本系统不统计的指标由主管部门填报；同一指标、同一期间再次填报即为新版，旧版保留。"
    )
    refusals = (reporting.FigureRefused, papers.PaperRefused)
    list_display = (
        "indicator_name", "period", "version", "says", "as_of", "source", "verified", "entered_by",
    )  # fmt: skip
    list_filter = ("indicator", "verified")
    search_fields = ("indicator", "source")
    ordering = ("indicator", "-period", "-version")
    sortable_by = ()
    fields = (
        "indicator_name", "period", "version", "says", "as_of", "source", "note_zh", "verified",
        "entered_by", "entered_at",
    )  # fmt: skip
    readonly_fields = ("indicator_name", "says")

    def visible(self, request: HttpRequest) -> QuerySet[ReportedFigure]:
        return ReportedFigure.objects.select_related("entered_by")

    def may_keep(self, request: HttpRequest) -> bool:
        return super().may_keep(request) and is_of_the_city(request)

    def enter(self, request: HttpRequest, told: Mapping[str, Any]) -> ReportedFigure:
        unit = INDICATORS[told["indicator"]].unit
        with transaction.atomic():
            kept = papers.store(told["paper"], by=officer(request)) if told["paper"] else None
            return self._report(request, told, unit, kept)

    def _report(
        self, request: HttpRequest, told: Mapping[str, Any], unit: str, kept: Paper | None
    ) -> ReportedFigure:
        return reporting.report(
            told["indicator"],
            told["period"].strip(),
            told["value"] * TYPED_IN.get(unit, (unit, Decimal(1)))[1],
            as_of=told["as_of"],
            source=told["source"],
            note=told["note"],
            paper=kept,
            by=officer(request),
            at=now(),
        )

    @admin.display(description=_("指标"))
    def indicator_name(self, row: ReportedFigure) -> str:
        known = INDICATORS.get(row.indicator)
        return known.name if known else row.indicator

    @admin.display(description=_("数值"))
    def says(self, row: ReportedFigure) -> str:
        return figures.sentence(row.value, row.unit)
