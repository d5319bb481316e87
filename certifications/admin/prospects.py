"""培育库: whom the offices could help to climb, as the last nightly sweep found it; and as a file.

A district's officers see the enterprises of their district, the city's officers all. It is for
orientation: nothing is decided by it.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import URLPattern, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from certifications.admin.prospect_counts import counts
from certifications.admin.prospect_filters import (
    PoolDistrict,
    PoolOutlook,
    PoolScheme,
    looked_after,
)
from certifications.climbing import gap_words, prospects
from certifications.models import Prospect
from certifications.spreadsheet import CSV, XLSX, Leaf, as_csv, as_xlsx
from enterprises.admin.desk import AddressedList, ReadOnlyAdmin
from enterprises.clock import today
from enterprises.models import Enterprise, Residence
from enterprises.punctuation import clauses
from enterprises.visibility import WORKING

FILES = {"csv": (CSV, as_csv), "xlsx": (XLSX, as_xlsx)}
WIDTHS = (22, 34, 14, 26, 12, 46, 12, 30)
LOOKS = {Prospect.Outlook.ELIGIBLE: "met", Prospect.Outlook.NEAR: "notice"}


class PoolList(AddressedList):
    """The pool: each row leads to the page of its enterprise."""

    def url_for_result(self, result: Any) -> str:
        return page_of(result.enterprise)


class ProspectDesk(ReadOnlyAdmin):
    """The cultivation pool of the officer's district (of the city, for the city)."""

    readers = WORKING
    change_list_template = "admin/certifications/prospects.html"
    list_display = ("enterprise_name", "district", "scheme", "outlook_says", "lacks", "as_of")
    list_display_links = ("enterprise_name",)
    list_filter = (PoolScheme, PoolOutlook, PoolDistrict)
    search_fields = ("enterprise__name",)
    search_help_text = gettext_lazy("企业名称（含曾用名）或统一社会信用代码")
    ordering = ("scheme__rung", "scheme__order", "outlook", "enterprise__credit_code")
    sortable_by = ()

    def visible(self, request: HttpRequest) -> QuerySet[Prospect]:
        residences = Residence.objects.on(today()).select_related("district")
        living = Prefetch("enterprise__residences", residences, to_attr="living_in")
        rows = Prospect.objects.filter(enterprise__in=looked_after(request))
        return rows.select_related("enterprise", "scheme", "edition").prefetch_related(living)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[PoolList]:
        return PoolList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        if not search_term.strip():
            return queryset, False
        named = Enterprise.objects.named(search_term).values("pk")
        return queryset.filter(enterprise__in=named), False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        more = {
            "counts": counts(
                Prospect.objects.filter(enterprise__in=looked_after(request)), today()
            ),
            "last_sweep": prospects.last_sweep(),
            "chosen": request.GET.urlencode(),
        }
        return super().changelist_view(request, {**more, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """A row has no page of its own: the enterprise has."""
        row = self.get_object(request, object_id)
        assert isinstance(row, Prospect)  # noqa: S101 - this desk's model
        return redirect(page_of(row.enterprise))

    def own_urls(self) -> list[URLPattern]:
        return [self.address_of("download/<slug:kind>/", self.download_view, "download")]

    def download_view(self, request: HttpRequest, kind: str) -> HttpResponse:
        return require_safe(self._download)(request, kind)

    def _download(self, request: HttpRequest, kind: str) -> HttpResponse:
        """The whole list as it is filtered, not one page of it."""
        if kind not in FILES or not self.may_read(request):
            raise Http404
        media_type, writes = FILES[kind]
        rows = self.get_changelist_instance(request).queryset
        answer = HttpResponse(writes(leaf_of(rows)), content_type=media_type)
        name = f"{_('培育库')}-{today().isoformat()}.{kind}"
        answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
        return answer

    @admin.display(description=gettext_lazy("企业"))
    def enterprise_name(self, row: Prospect) -> str:
        return row.enterprise.name

    @admin.display(description=gettext_lazy("区市"))
    def district(self, row: Prospect) -> str:
        return district_of(row.enterprise) or "—"

    @admin.display(description=gettext_lazy("情形"))
    def outlook_says(self, row: Prospect) -> str:
        words = {"state": LOOKS[Prospect.Outlook(row.outlook)], "label": row.get_outlook_display()}
        return render_to_string("pieces/state.html", words)

    @admin.display(description=gettext_lazy("差什么"))
    def lacks(self, row: Prospect) -> str:
        return lacks_of(row) or "—"


def lacks_of(row: Prospect) -> str:
    """The one thing that is missing, and how many conditions nobody has spoken of yet."""
    left = ngettext(
        "另有 %(n)d 项待申报时说明或由人判断", "另有 %(n)d 项待申报时说明或由人判断", row.left_open
    ) % {"n": row.left_open}
    said = [gap_words.says_kept(row.gap, row.as_of), left if row.left_open else ""]
    return clauses(filter(None, said))


def page_of(enterprise: Enterprise) -> str:
    address = reverse("admin:enterprises_enterprise_change", args=[enterprise.credit_code])
    return f"{address}#climb"


def district_of(enterprise: Any) -> str:
    return str(enterprise.living_in[0].district or "") if enterprise.living_in else ""


def leaf_of(rows: QuerySet[Prospect]) -> Leaf:
    """The pool as a sheet: a line for each enterprise and title."""
    heads = (
        _("统一社会信用代码"), _("企业"), _("区市"), _("可去的称号"), _("情形"), _("差什么"),
        _("截至"), _("规则版本"),
    )  # fmt: skip
    return Leaf(_("培育库"), heads, _lines(rows), widths=WIDTHS)


def _lines(rows: QuerySet[Prospect]) -> Iterator[tuple[str, ...]]:
    for row in rows.iterator(chunk_size=2000):
        yield (
            row.enterprise.credit_code,
            row.enterprise.name,
            district_of(row.enterprise),
            row.scheme.name,
            str(row.get_outlook_display()),
            lacks_of(row),
            row.as_of.isoformat(),
            row.edition.name,
        )
