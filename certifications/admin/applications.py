"""The officers' queue, and the way from it to one case."""

from typing import Any

from django.contrib import admin
from django.db.models import F, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from certifications.admin import case_page
from certifications.admin.case import Deadline, holder_of
from certifications.admin.cases import cases_of
from certifications.admin.filters import (
    BatchFilter,
    LightFilter,
    SchemeFilter,
    StageFilter,
    TurnFilter,
)
from certifications.admin.findings import flags
from certifications.admin.stages import badge_of
from certifications.lights import light
from certifications.models import Application, Material, Objection, Submission
from certifications.paper_answer import answer_with
from certifications.terms import WorkCalendar, work_calendar
from enterprises.admin.desk import AddressedList, ReadOnlyAdmin
from enterprises.clock import today
from enterprises.models import Enterprise
from enterprises.papers import PaperMissing
from enterprises.visibility import WORKING

LOOKING = ("GET", "HEAD")


class CaseList(AddressedList):
    """The list of cases: each row leads to its case page."""

    def url_for_result(self, result: Any) -> str:
        return case_page.address_of(result)

    def get_results(self, request: HttpRequest) -> None:
        """The rows of this page, each with the light of its term."""
        super().get_results(request)
        calendar = work_calendar()
        self.result_list = list(self.result_list)
        for row in self.result_list:
            row.deadline = _deadline(row, calendar)


def _deadline(row: Application, calendar: WorkCalendar) -> Deadline:
    due_on = row.due_on if row.is_open else None
    shines = light(row.term_from, due_on, today(), calendar)
    left = calendar.days_left(today(), due_on) if due_on else 0
    return Deadline(str(shines), left, due_on, row.due_is_provisional)


class ApplicationDesk(ReadOnlyAdmin):
    """Cases of the officer's own offices, due first."""

    readers = WORKING
    address = "reference"
    list_display = (
        "due", "enterprise_name", "scheme", "stage", "checks", "returned", "with_whom",
    )  # fmt: skip
    list_display_links = ("enterprise_name",)
    list_filter = (TurnFilter, StageFilter, LightFilter, SchemeFilter, BatchFilter)
    list_per_page = 100
    search_fields = ("reference",)
    search_help_text = _("企业名称（含曾用名）、统一社会信用代码或申请编号")
    sortable_by = ("due", "enterprise_name", "returned")

    def visible(self, request: HttpRequest) -> QuerySet[Application]:
        rounds = Submission.objects.order_by("-round")
        return (
            cases_of(request)
            .with_everything()
            .select_related("notice_entry__notice")
            .prefetch_related(Prefetch("submissions", rounds, to_attr="rounds"))
        )

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        return [F("due_on").asc(nulls_last=True), "id"]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[CaseList]:
        return CaseList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        words = search_term.strip()
        if not words:
            return queryset, False
        named = Enterprise.objects.named(words).values("pk")
        return queryset.filter(Q(reference=words.upper()) | Q(enterprise__in=named)), False

    @admin.display(description=_("期限"), ordering="due_on")
    def due(self, row: Any) -> str:
        deadline: Deadline = row.deadline
        return render_to_string("pieces/term.html", vars(deadline))

    @admin.display(description=_("企业"), ordering="enterprise__name")
    def enterprise_name(self, row: Application) -> str:
        return row.enterprise.name

    @admin.display(description=_("环节"))
    def stage(self, row: Application) -> str:
        return render_to_string("pieces/state.html", badge_of(row, today()))

    @admin.display(description=_("自动核验"))
    def checks(self, row: Any) -> str:
        """As found when the case was last handed in; the case page checks anew."""
        verdicts = row.rounds[0].contents["findings"] if row.rounds else {}
        unmet, unknown = flags(row.edition, verdicts)
        if unmet:
            says = ngettext("%(n)d 项不符合", "%(n)d 项不符合", unmet) % {"n": unmet}
            return render_to_string("pieces/state.html", {"state": "not_met", "label": says})
        if unknown:
            says = ngettext("%(n)d 项数据不足", "%(n)d 项数据不足", unknown) % {"n": unknown}
            return render_to_string("pieces/state.html", {"state": "attention", "label": says})
        return render_to_string("pieces/state.html", {"state": "met", "label": _("数据均符合")})

    @admin.display(description=_("退回"), ordering="times_returned")
    def returned(self, row: Application) -> str:
        return str(row.times_returned) if row.times_returned else "—"

    @admin.display(description=_("现由谁办理"))
    def with_whom(self, row: Application) -> str:
        return holder_of(row) or "—"

    def own_urls(self) -> list[URLPattern]:
        case = "<str:reference>/case/"
        return [
            self.address_of(case, self.case_view, "case"),
            self.address_of(f"{case}objections/<int:objection>/", self.objection_view, "objection"),
            self.address_of(f"{case}papers/<str:sha256>/", self.paper_view, "paper"),
            self.address_of(f"{case}<slug:step>/", self.step_view, "step"),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Django's own page of a row is not used: the case page is."""
        self.get_object(request, object_id)
        return redirect(reverse("admin:certifications_application_case", args=[object_id]))

    def case_view(self, request: HttpRequest, reference: str) -> HttpResponseBase:
        return require_safe(self._show)(request, reference)

    def step_view(self, request: HttpRequest, reference: str, step: str) -> HttpResponseBase:
        if request.method in LOOKING:
            return self._to_the_case(request, reference)
        return require_POST(self._take)(request, reference, step)

    def objection_view(
        self, request: HttpRequest, reference: str, objection: int
    ) -> HttpResponseBase:
        if request.method in LOOKING:
            return self._to_the_case(request, reference)
        return require_POST(self._decide)(request, reference, objection)

    def paper_view(self, request: HttpRequest, reference: str, sha256: str) -> HttpResponseBase:
        application = self._case(request, reference)
        given = Material.objects.filter(application=application, paper__sha256=sha256)
        material = given.select_related("paper").order_by("-added_at").first()
        if material is None:
            raise Http404
        try:
            return answer_with(material, to_keep="download" in request.GET)
        except PaperMissing as missing:
            return case_page.paper_gone(request, self.admin_site, application, str(missing))

    def _to_the_case(self, request: HttpRequest, reference: str) -> HttpResponse:
        """A deed is never done by looking: whoever reloads after a refusal stands at the case again."""
        return redirect(case_page.address_of(self._case(request, reference)))

    def _show(self, request: HttpRequest, reference: str) -> HttpResponse:
        return case_page.show(request, self.admin_site, self._case(request, reference))

    def _take(self, request: HttpRequest, reference: str, step: str) -> HttpResponse:
        return case_page.take(request, self.admin_site, self._case(request, reference), step)

    def _decide(self, request: HttpRequest, reference: str, objection: int) -> HttpResponse:
        application = self._case(request, reference)
        row = get_object_or_404(Objection, pk=objection, entry__application=application)
        return case_page.decide(request, self.admin_site, application, row)

    def _case(self, request: HttpRequest, reference: str) -> Application:
        """The case if it may be seen; 404 otherwise, whoever asks."""
        if not self.may_read(request):
            raise Http404
        rows = cases_of(request).with_everything()
        return get_object_or_404(rows, reference=reference)
