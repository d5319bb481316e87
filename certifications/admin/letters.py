"""Letters: an officer reads those about the cases of their own offices, and those about no case."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from certifications.admin.cases import cases_of
from enterprises.admin.desk import ReadOnlyAdmin, officer
from enterprises.clock import today
from enterprises.models import Letter
from enterprises.visibility import WORKING, enterprises_visible_to

ABOUT_A_CASE = "application/"


def letters_before(request: HttpRequest) -> QuerySet[Letter]:
    """Letters this officer may read; a letter names its case only in `about`."""
    about = ExpressionWrapper(OuterRef("about"), output_field=CharField())
    ours = (
        cases_of(request)
        .filter(enterprise=OuterRef("enterprise"))
        .annotate(
            subject_text=Concat(Value(ABOUT_A_CASE), "reference", Value("/")), of_letter=about
        )
        .filter(of_letter__startswith=F("subject_text"))
    )
    living = enterprises_visible_to(officer(request), today()).values("pk")
    other = ~Q(about__startswith=ABOUT_A_CASE) & Q(enterprise__in=living)
    return Letter.objects.filter(Exists(ours) | other).select_related("enterprise")


class LetterDesk(ReadOnlyAdmin):
    """What was written to enterprises, and whether it was read."""

    readers = WORKING
    list_display = ("subject", "enterprise", "channel", "written_at", "read_at")
    list_filter = ("channel", "kind")
    search_fields = ("subject_zh", "enterprise__name", "enterprise__credit_code")
    search_help_text = _("标题、企业名称或统一社会信用代码")
    ordering = ("-written_at", "-id")
    fields = ("subject", "enterprise", "body", "channel", "due_on", "written_at", "read_at")
    readonly_fields = ("subject", "body")

    def visible(self, request: HttpRequest) -> QuerySet[Letter]:
        return letters_before(request)
