"""How the cultivation pool is narrowed: by title, by how far, by district; each stands in the address."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from certifications.models import Prospect, Scheme
from enterprises.admin.desk import officer
from enterprises.clock import today
from enterprises.models import District, Residence
from enterprises.visibility import enterprises_visible_to


def looked_after(request: HttpRequest) -> QuerySet[Any]:
    """The enterprises (by id) that this officer looks after."""
    return enterprises_visible_to(officer(request), today()).values("pk")


class PoolScheme(SimpleListFilter):
    """Which title could be climbed to."""

    title, parameter_name = gettext_lazy("可去的称号"), "scheme"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        found = Scheme.objects.filter(pk__in=Prospect.objects.values("scheme"))
        return [(scheme.code, scheme.name) for scheme in found]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(scheme__code=self.value()) if self.value() else queryset


class PoolOutlook(SimpleListFilter):
    """Qualified already, or one thing away."""

    title, parameter_name = gettext_lazy("情形"), "outlook"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(Prospect.Outlook.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        known = self.value() in Prospect.Outlook.values
        return queryset.filter(outlook=self.value()) if known else queryset


class PoolDistrict(SimpleListFilter):
    """Where the enterprise lives today."""

    title, parameter_name = gettext_lazy("区市"), "district"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        seen = Prospect.objects.filter(enterprise__in=looked_after(request)).values("enterprise")
        living = Residence.objects.on(today()).filter(enterprise__in=seen).values("district")
        return [(each.code, each.name) for each in District.objects.filter(pk__in=living)]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if not self.value():
            return queryset
        living = Residence.objects.on(today()).filter(district__code=self.value())
        return queryset.filter(enterprise__in=living.values("enterprise"))
