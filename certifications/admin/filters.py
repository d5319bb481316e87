"""How a list of cases is narrowed: whose turn, stage, light, title, batch. Each stands in the address."""

from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from certifications.admin.cases import cases_of, our_turn
from certifications.admin.stages import STAGES, at_stage, stage_says
from certifications.lights import Light, shining
from certifications.models import Batch, Scheme
from certifications.procedure import ROADS
from certifications.states import CLOSED, OPEN, WITH_ENTERPRISE
from certifications.terms import work_calendar
from enterprises.clock import today

Choices = list[tuple[str, Any]]


class TurnFilter(SimpleListFilter):
    """Whose turn it is."""

    title, parameter_name = _("轮到谁"), "turn"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        return [
            ("ours", _("待我单位办理")),
            ("enterprise", _("待企业补正")),
            ("open", _("全部在办")),
            ("closed", _("已办结")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "ours":
            return queryset.filter(our_turn(request))
        states = {"enterprise": WITH_ENTERPRISE, "open": OPEN, "closed": CLOSED}
        wanted = states.get(self.value() or "")
        return queryset.filter(state__in=wanted) if wanted else queryset


class StageFilter(SimpleListFilter):
    """Where the case is."""

    title, parameter_name = _("环节"), "stage"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        return [(code, stage_says(code)) for code in STAGES]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        code = self.value()
        return queryset.filter(at_stage(code, today())) if code else queryset


class LightFilter(SimpleListFilter):
    """How pressing it is."""

    title, parameter_name = _("期限"), "light"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        return [(str(light), light.label) for light in Light]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in Light.values:
            return queryset
        open_ones = queryset.filter(state__in=OPEN)
        terms = open_ones.order_by().values_list("term_from", "due_on").distinct()
        return open_ones.filter(shining(str(self.value()), terms, today(), work_calendar()))


class SchemeFilter(SimpleListFilter):
    """Which title is asked for."""

    title, parameter_name = _("称号"), "scheme"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        asked = Scheme.objects.filter(editions__road__in=ROADS).distinct()
        return [(scheme.code, scheme.name) for scheme in asked]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(scheme__code=self.value()) if self.value() else queryset


class BatchFilter(SimpleListFilter):
    """Which batch it came in: of the batches that this person has cases of."""

    title, parameter_name = _("批次"), "batch"
    starts_closed = True

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        batches = Batch.objects.filter(pk__in=cases_of(request).values("batch"))
        return [(batch.code, batch.name) for batch in batches]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(batch__code=self.value()) if self.value() else queryset
