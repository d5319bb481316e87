"""The journal, for auditors: who did what, when and why. Nobody edits it, here or anywhere."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from certifications.admin import overseeing
from certifications.admin.particulars import particulars_of
from certifications.admin.subjects import About, told
from certifications.deeds import OTHERS, STEPS, deed_says
from enterprises.admin.desk import AddressedList, ReadOnlyAdmin
from enterprises.models import JournalEntry, Posting


class DeedFilter(admin.SimpleListFilter):
    """Which deed."""

    title, parameter_name = _("操作"), "deed"
    starts_closed = True

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [(code, deed_says(code)) for code in {**STEPS, **OTHERS}]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(deed=self.value()) if self.value() else queryset


class JournalList(AddressedList):
    """The rows of a page, each with its subject in words."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        subjects = told(row.subject for row in self.result_list)
        for row in self.result_list:
            row.told = subjects[row.subject]


class JournalDesk(ReadOnlyAdmin):
    """Every entry of every chain, the latest first."""

    readers = (Posting.Role.AUDITOR,)
    list_display = ("at", "by_name", "deed_name", "about", "note")
    list_filter = (DeedFilter,)
    search_fields = ("subject", "by_name")
    search_help_text = _("事项（如 application/申请编号、enterprise/信用代码）或经手人")
    ordering = ("-id",)
    sortable_by = ()
    fields = (
        "about", "sequence", "at", "by_name", "deed_name", "note", "particulars",
        "previous_hash", "hash",
    )  # fmt: skip
    readonly_fields = ("about", "deed_name", "particulars")

    def visible(self, request: HttpRequest) -> QuerySet[JournalEntry]:
        return JournalEntry.objects.select_related("by")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[JournalList]:
        return JournalList

    def own_urls(self) -> list[URLPattern]:
        return [self.address_of("check/", self.check_view, "check")]

    def check_view(self, request: HttpRequest) -> HttpResponseBase:
        """Recompute every chain now; the result is said on the start page."""
        return require_POST(self._check)(request)

    def _check(self, request: HttpRequest) -> HttpResponse:
        if not self.may_read(request):
            raise PermissionDenied
        fits, says = overseeing.checked()
        messages.add_message(request, messages.SUCCESS if fits else messages.ERROR, says)
        return redirect("admin:index")

    @admin.display(description=_("事项"))
    def about(self, row: Any) -> str:
        """In words, leading to the whole chain; the subject itself below, as it is hashed."""
        about: About = getattr(row, "told", None) or told([row.subject])[row.subject]
        return format_html(
            '<a href="{}">{}</a><br><span class="small code">{}</span>',
            about.chain, about.says, row.subject,
        )  # fmt: skip

    @admin.display(description=_("操作"))
    def deed_name(self, row: JournalEntry) -> str:
        return deed_says(row.deed)

    @admin.display(description=_("明细"))
    def particulars(self, row: JournalEntry) -> str:
        return format_html_join("", "<div>{}</div>", particulars_of(row)) or "—"
