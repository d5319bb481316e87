"""Titles and their rules, to be read; a row that was not fully checked can be confirmed by the policy desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from certifications.admin import confirm_page
from certifications.admin.edition_page import page_of
from certifications.models import Edition, Scheme
from certifications.paper_answer import answer_with
from certifications.policy_desk import keepers
from enterprises.admin.desk import ReadOnlyAdmin, officer
from enterprises.clock import today
from enterprises.papers import PaperMissing


class SchemeDesk(ReadOnlyAdmin):
    """The rungs of the ladder."""

    address = "code"
    list_display = ("name", "rung", "nature_says", "form", "recognised_by", "verified")
    list_filter = ("rung", "verified")
    ordering = ("rung", "order")
    sortable_by = ()
    fields = ("name_zh", "name_en", "code", "rung", "form", "recognised_by", "verified", "rules")
    readonly_fields = ("rules",)

    NATURES = {
        "evaluation": _("评价"), "recognition": pgettext_lazy("term", "认定"), "umbrella": _("统称"),
        "funding": _("资助"), "selection": _("评选"), "designation": _("指定"),
    }  # fmt: skip

    @admin.display(description=_("性质"))
    def nature_says(self, row: Scheme) -> str:
        return str(self.NATURES.get(row.nature, row.nature))

    @admin.display(description=_("规则版本"))
    def rules(self, row: Scheme) -> str:
        lines = [
            format_html('<a href="{}">{}</a>', edition_address(edition), edition)
            for edition in row.editions.all()
        ]
        return _joined(lines) if lines else "—"


def _joined(lines: list[Any]) -> str:
    return format_html("{}" * len(lines), *(format_html("<div>{}</div>", line) for line in lines))


def edition_address(edition: Edition) -> str:
    return reverse("admin:certifications_edition_change", args=[edition.pk])


class EditionDesk(ReadOnlyAdmin):
    """Published rules: nobody changes one; a change of law is a new edition."""

    list_display = (
        "name", "scheme", "code", "in_force_from", "in_force_until", "verified", "confirmed_rows",
    )  # fmt: skip
    list_filter = ("scheme", "verified")
    ordering = ("scheme__rung", "scheme__order", "-in_force_from")
    sortable_by = ()

    def visible(self, request: HttpRequest) -> QuerySet[Edition]:
        rows = Edition.objects.select_related("scheme")
        return rows.annotate(confirmations_given=Count("confirmations"))

    @admin.display(description=_("已核对条数"))
    def confirmed_rows(self, row: Any) -> str:
        return str(row.confirmations_given or "—")

    def own_urls(self) -> list[URLPattern]:
        return [
            self.address_of("<int:edition>/confirm/<str:item>/", self.confirm_view, "confirm"),
            self.address_of("<int:edition>/text/<str:sha256>/", self.text_view, "text"),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        edition = self._edition(request, object_id)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": edition.name,
            **page_of(edition, may_confirm=self._keeps(request, edition)),
        }
        return TemplateResponse(request, "admin/certifications/edition.html", context)

    def confirm_view(self, request: HttpRequest, edition: int, item: str) -> HttpResponse:
        """The form for one row; 404 for whoever does not keep the scheme's rules."""
        row = self._edition(request, edition)
        if not self._keeps(request, row):
            raise Http404
        return confirm_page.answer(request, self.admin_site, row, item)

    def text_view(self, request: HttpRequest, edition: int, sha256: str) -> HttpResponseBase:
        """The official text that a confirmation rests on, for every officer."""
        return require_safe(self._text)(request, edition, sha256)

    def _text(self, request: HttpRequest, edition: int, sha256: str) -> HttpResponseBase:
        row = self._edition(request, edition)
        given = row.confirmations.filter(paper__sha256=sha256).select_related("paper").first()
        if given is None:
            raise Http404
        try:
            return answer_with(given)
        except PaperMissing as missing:
            return confirm_page.text_gone(request, self.admin_site, row, str(missing))

    def _keeps(self, request: HttpRequest, edition: Edition) -> bool:
        return keepers.keeps(officer(request), edition.scheme, today())

    def _edition(self, request: HttpRequest, pk: object) -> Edition:
        edition = self.get_object(request, str(pk))
        assert isinstance(edition, Edition)  # noqa: S101 - this desk's model
        return edition
