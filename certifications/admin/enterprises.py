"""The officers' page of one enterprise: names, places, figures, titles, cases, letters, journal."""

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from certifications.admin.backtest import (
    backtest,
    chosen,
    editions_to_try,
    standing_for_offices,
    years_known,
)
from certifications.admin.cases import cases_of
from certifications.admin.handed_in import figures_table
from certifications.admin.letters import letters_before
from certifications.climbing import outlook
from certifications.climbing.reach_words import Step, steps
from certifications.deeds import deed_says
from certifications.ladder import Position, graph, position
from certifications.models import Certification
from enterprises.admin.desk import ReadOnlyAdmin, officer
from enterprises.clock import today
from enterprises.models import Enterprise, JournalEntry, Residence
from enterprises.registration import subject_of
from enterprises.visibility import WORKING, enterprises_visible_to


class EnterpriseDesk(ReadOnlyAdmin):
    """Enterprises that live in the officer's district (all, for the city) or have a case there."""

    readers = WORKING
    address = "credit_code"
    list_display = ("name", "credit_code", "district", "kind", "registered_on")
    list_filter = ("kind",)
    search_fields = ("name",)
    search_help_text = _("企业名称（含曾用名）或统一社会信用代码")
    ordering = ("credit_code",)
    list_per_page = 100

    def visible(self, request: HttpRequest) -> QuerySet[Enterprise]:
        living = enterprises_visible_to(officer(request), today()).values("pk")
        asking = cases_of(request).values("enterprise")
        residences = Residence.objects.on(today()).select_related("district")
        return Enterprise.objects.filter(Q(pk__in=living) | Q(pk__in=asking)).prefetch_related(
            Prefetch("residences", residences, to_attr="living_in")
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        if not search_term.strip():
            return queryset, False
        found = Enterprise.objects.named(search_term).values("pk")
        return queryset.filter(pk__in=found), False

    @admin.display(description=_("区市"))
    def district(self, row: Any) -> str:
        return str(row.living_in[0].district or "—") if row.living_in else "—"

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The designed page stands where Django's form would."""
        enterprise = self.get_object(request, object_id)
        assert isinstance(enterprise, Enterprise)  # noqa: S101 - this desk's model
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": enterprise.name,
            **page_of(request, enterprise),
        }
        return TemplateResponse(request, "admin/certifications/enterprise.html", context)

    def own_urls(self) -> list[URLPattern]:
        return [self.address_of("<str:credit_code>/backtest/", self.backtest_view, "backtest")]

    def backtest_view(self, request: HttpRequest, credit_code: str) -> HttpResponse:
        """回测: looking only; nothing is stored and nothing follows."""
        return require_safe(self._backtest)(request, credit_code)

    def _backtest(self, request: HttpRequest, credit_code: str) -> HttpResponse:
        enterprise = self.get_object(request, credit_code)
        assert isinstance(enterprise, Enterprise)  # noqa: S101 - this desk's model
        edition, year = chosen(enterprise, request.GET)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("回测"),
            "enterprise": enterprise,
            "editions": editions_to_try(),
            "years": years_known(enterprise),
            "edition": edition,
            "year": year,
            "found": backtest(enterprise, edition, year, today()) if edition and year else None,
        }
        return TemplateResponse(request, "admin/certifications/enterprise_backtest.html", context)


def page_of(request: HttpRequest, enterprise: Enterprise) -> dict[str, Any]:
    """What the page shows; cases and letters only as far as this officer may see them."""
    journal = JournalEntry.objects.filter(subject=subject_of(enterprise)).order_by("-sequence")
    standing: Position = position(enterprise, today())
    return {
        "enterprise": enterprise,
        "names": enterprise.names.order_by("-since"),
        "residences": enterprise.residences.select_related("district", "zone").order_by("-since"),
        "industries": enterprise.industries.select_related("industry").order_by("-since"),
        "listings": enterprise.listings.all(),
        "figures": figures_table(enterprise),
        "standing": standing,
        "climb": climb_of(enterprise, standing),
        "held": {row.pk for row in standing.certifications},
        "certifications": Certification.objects.filter(enterprise=enterprise).select_related(
            "scheme"
        ),
        "cases": cases_of(request).filter(enterprise=enterprise).select_related("scheme", "batch"),
        "letters": letters_before(request).filter(enterprise=enterprise)[:20],
        "history": [
            {"title": deed_says(row.deed), "who": row.by_name, "at": row.at, "note": row.note}
            for row in journal[:30]
        ],
    }


def climb_of(enterprise: Enterprise, stands: Position) -> list[Step]:
    """Every title as the enterprise stands to it, for an officer to advise; it decides nothing."""
    seen = standing_for_offices(enterprise, today())
    found = {each.scheme.code: each for each in outlook.outlooks(enterprise, seen, stands, today())}
    listed = steps(graph(), stands, found, today())
    return sorted(listed, key=lambda step: (step.title.rung, step.title.order))
