"""The journal, for auditors: who did what, when and why. Nobody edits it, here or anywhere."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from certifications.deeds import OTHERS, STEPS, deed_says
from enterprises.admin.desk import ReadOnlyAdmin
from enterprises.models import JournalEntry, Posting


class DeedFilter(admin.SimpleListFilter):
    """Which deed."""

    title, parameter_name = _("操作"), "deed"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [(code, deed_says(code)) for code in {**STEPS, **OTHERS}]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(deed=self.value()) if self.value() else queryset


class JournalDesk(ReadOnlyAdmin):
    """Every entry of every chain, the latest first."""

    readers = (Posting.Role.AUDITOR,)
    list_display = ("at", "by_name", "deed_name", "subject", "note")
    list_filter = (DeedFilter,)
    search_fields = ("subject", "by_name")
    search_help_text = _("事项（如 application/申请编号、enterprise/信用代码）或经手人")
    ordering = ("-id",)
    sortable_by = ()
    fields = (
        "subject", "sequence", "at", "by_name", "deed_name", "note", "particulars",
        "previous_hash", "hash",
    )  # fmt: skip
    readonly_fields = ("deed_name", "particulars")

    def visible(self, request: HttpRequest) -> QuerySet[JournalEntry]:
        return JournalEntry.objects.select_related("by")

    @admin.display(description=_("操作"))
    def deed_name(self, row: JournalEntry) -> str:
        return deed_says(row.deed)

    @admin.display(description=_("明细"))
    def particulars(self, row: JournalEntry) -> str:
        lines = [(key, value) for key, value in row.detail.items() if value is not None]
        return format_html_join("", "<div>{} = {}</div>", lines) or "—"
