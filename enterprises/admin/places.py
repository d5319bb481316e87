"""Districts, zones, trades, chains and working calendars: read here, written in seeds/."""

from django.db.models import QuerySet
from django.http import HttpRequest

from enterprises.admin.desk import ReadOnlyAdmin
from enterprises.models import CalendarDay, Chain, District


class DistrictDesk(ReadOnlyAdmin):
    """区市, today's and former, by their GB/T 2260 codes."""

    address = "code"
    list_display = ("code", "name_zh", "name_en", "level", "successor", "since", "until")
    list_filter = ("level",)
    search_fields = ("code", "name_zh", "name_en")
    fields = ("code", "name_zh", "name_en", "level", "parent", "successor", "since", "until")

    def visible(self, request: HttpRequest) -> QuerySet[District]:
        return District.objects.select_related("successor", "parent")


class ZoneDesk(ReadOnlyAdmin):
    """Functional zones, which overlap districts."""

    address = "code"
    list_display = ("code", "name_zh", "name_en", "stat_code", "verified")
    search_fields = ("code", "name_zh", "name_en")
    fields = ("code", "name_zh", "name_en", "stat_code", "districts", "verified")


class IndustryDesk(ReadOnlyAdmin):
    """Sections and divisions of GB/T 4754-2017."""

    address = "code"
    list_display = ("code", "name_zh", "name_en", "level", "parent")
    list_filter = ("level",)
    list_select_related = ("parent",)
    search_fields = ("code", "name_zh", "name_en")
    fields = ("code", "name_zh", "name_en", "level", "parent")


class ChainDesk(ReadOnlyAdmin):
    """The city's own lists of industries and chains."""

    list_display = ("name_zh", "name_en", "taxonomy", "parent", "verified")
    list_filter = ("taxonomy", "verified")
    search_fields = ("name_zh", "name_en", "code")
    fields = ("taxonomy", "parent", "code", "name_zh", "name_en", "verified")

    def visible(self, request: HttpRequest) -> QuerySet[Chain]:
        return Chain.objects.select_related("taxonomy", "parent")


class CalendarDayDesk(ReadOnlyAdmin):
    """The days on which the State Council's notice departs from the plain week."""

    list_display = ("day", "is_workday", "year")
    list_filter = ("year", "is_workday")
    ordering = ("-day",)
    fields = ("day", "is_workday", "year")

    def visible(self, request: HttpRequest) -> QuerySet[CalendarDay]:
        return CalendarDay.objects.select_related("year")
