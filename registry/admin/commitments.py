"""The city's promises, to be read: every sentence of the report and how it was understood."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from enterprises.admin.desk import ReadOnlyAdmin
from registry import figures
from registry.indicators import INDICATORS
from registry.models import Commitment


class CommitmentDesk(ReadOnlyAdmin):
    """承诺; they come from seeds/commitments."""

    list_display = ("says", "year", "paragraph", "reading", "indicator_name", "goal", "responsible")
    list_filter = ("year", "reading", "verified")
    search_fields = ("says_zh", "code")
    ordering = ("-year", "order")
    sortable_by = ()
    fields = (
        "year", "paragraph", "says_zh", "says_en", "reading", "reason_zh", "indicator_name",
        "goal", "measure", "comparison_word", "period", "responsible", "source", "verified",
    )  # fmt: skip
    readonly_fields = ("paragraph", "indicator_name", "goal")

    def visible(self, request: HttpRequest) -> QuerySet[Commitment]:
        return Commitment.objects.select_related("responsible")

    @admin.display(description=_("报告原文"))
    def says(self, row: Commitment) -> str:
        return row.says

    @admin.display(description=_("段落"))
    def paragraph(self, row: Commitment) -> str:
        return row.paragraph

    @admin.display(description=_("指标"))
    def indicator_name(self, row: Commitment) -> str:
        known = INDICATORS.get(row.indicator)
        return known.name if known else "—"

    @admin.display(description=_("目标"))
    def goal(self, row: Commitment) -> str:
        return figures.sentence(row.value, row.unit) if row.value is not None else "—"
