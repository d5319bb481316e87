"""What the register knows about an enterprise, as its own people read it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from certifications.models import Certification
from certifications.portal.origins import says_source
from certifications.portal.showing import show
from certifications.portal.visitor import Visitor, members_only
from enterprises.models import ResearchBody, YearlyFigures
from enterprises.models.figures import FIGURES, MONEY_FIGURES
from enterprises.vocabulary import fact_label

YEARS_SHOWN = 5


@require_safe
@members_only
def register(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Names, places, industry, chains, rights, figures and titles, each with its days."""
    firm, day = visitor.enterprise, visitor.today
    years = list(_years(visitor))
    titles = Certification.objects.filter(enterprise=firm).select_related("scheme")
    return show(
        request,
        visitor,
        "register.html",
        tab="register",
        names=firm.names.order_by("-since"),
        residences=firm.residences.select_related("district", "zone").order_by("-since"),
        industries=firm.industries.select_related("industry__parent").order_by("-since"),
        chains=firm.chain_links.on(day).select_related("chain__parent", "chain__taxonomy"),
        rights=firm.property_rights.all(),
        bodies=ResearchBody.objects.on(day).filter(enterprise=firm).order_by("-level"),
        listings=firm.listings.order_by("-since"),
        years=years,
        figures=figure_rows(years, FIGURES),
        titles=[(row, row.is_held_on(day)) for row in titles.prefetch_related("documents")],
    )


def _years(visitor: Visitor) -> list[YearlyFigures]:
    latest = YearlyFigures.objects.latest_versions().filter(enterprise=visitor.enterprise)
    rows = list(latest.select_related("entered_by").order_by("-year")[:YEARS_SHOWN])
    for row in rows:
        row.source = says_source(row)
    return rows


def figure_rows(
    years: list[YearlyFigures], codes: tuple[str, ...]
) -> list[tuple[str, bool, list[object]]]:
    """A row for each figure known in any year: label, whether money, values by year."""
    rows = [(code, [getattr(row, code) for row in years]) for code in codes]
    return [
        (fact_label(code), code in MONEY_FIGURES, values)
        for code, values in rows
        if any(value is not None for value in values)
    ]
