"""The public register: who holds what on a day, found by name, former name, code or number."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from certifications.models import Certification, Holding, NoticeEntry, Scheme
from enterprises import credit_code
from enterprises.clock import today
from enterprises.models import Chain, District, Enterprise, Industry, NameSpan, Residence
from enterprises.names import clean
from registry.counting import Slice, had, held
from registry.indicators import INDICATORS, Indicator, find
from registry.public.day import as_of
from registry.public.verify import Found, verdict
from registry.query import Words

WORDS = (
    "q", "scheme", "district", "industry", "chain", "rung", "indicator", "standing", "as_of", "page",
)  # fmt: skip
STANDINGS = ("now", "ever")
RUNGS = ("1", "2", "3", "4")
PAGE_SIZE = 50
LAST_PAGE = 100_000


@dataclass(frozen=True)
class Search:
    """What is looked for, and on which day."""

    text: str
    within: Slice
    day: date
    indicator: Indicator | None
    standing: str

    def enterprises(self) -> QuerySet[Enterprise]:
        """The same query that counts, narrowed by what was typed."""
        return _typed(self._listed(), self.text).order_by("initials", "name", "pk")

    def _listed(self) -> QuerySet[Enterprise]:
        if self.indicator:
            return self.indicator.counted(self.day, self.within).enterprises()
        counted = had if self.standing == "ever" else held
        return counted(self.within, self.day).enterprises()


@dataclass(frozen=True)
class Row:
    """A line of the list: the enterprise, where it was, what it held."""

    enterprise: Enterprise
    district: District | None
    schemes: list[Scheme]
    once_called: str


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    words = Words(request.GET, WORDS)
    search = read(words, today())
    pages = Paginator(search.enterprises(), PAGE_SIZE)
    page = pages.get_page(words.number("page", first=1, last=LAST_PAGE) or 1)
    context = {
        "words": words.given,
        "search": search,
        "as_of": search.day,
        "page": page,
        "rows": rows(page, search),
        **choices(),
    }
    return render(request, "public/register.html", context)


def read(words: Words, now: date) -> Search:
    code = words.choice("indicator", [each.code for each in INDICATORS.values() if each.is_counted])
    rung = words.choice("rung", RUNGS)
    scheme = words.choice("scheme", _codes(Scheme.objects.order_by("rung", "order")))
    within = Slice(
        schemes=(scheme,) if scheme else (),
        rung=int(rung) if rung else None,
        district=words.choice("district", _codes(District.objects.all())),
        industry=words.choice("industry", _codes(Industry.objects.all())),
        chain=words.choice("chain", _codes(Chain.objects.all())),
    )
    return Search(
        text=words.text("q"),
        within=within,
        day=as_of(words, now),
        indicator=find(code) if code else None,
        standing=words.choice("standing", STANDINGS) or "now",
    )


def _codes(rows: QuerySet[Any]) -> list[str]:
    return list(rows.values_list("code", flat=True))


def _typed(listed: QuerySet[Enterprise], text: str) -> QuerySet[Enterprise]:
    """Part of a name or former name, the start of a code, or a whole number."""
    if not text:
        return listed
    name, code = clean(text), credit_code.normalise(text)
    return listed.filter(
        Q(name__contains=name)
        | Q(credit_code__startswith=code)
        | Q(pk__in=NameSpan.objects.filter(name__contains=name).values("enterprise"))
        | Q(pk__in=Certification.objects.filter(number__in={text, code}).values("enterprise"))
    )


def rows(page: Page[Enterprise], search: Search) -> list[Row]:
    """The lines of one page: where each was and what it held on the day, in three queries."""
    listed = list(page)
    places = {
        row.enterprise_id: row.district
        for row in Residence.objects.on(search.day)
        .filter(enterprise__in=listed)
        .select_related("district")
    }
    titles = defaultdict(list)
    holdings = Holding.objects.on(search.day).filter(enterprise__in=listed)
    for holding in holdings.select_related("scheme").order_by("scheme__rung", "scheme__order"):
        titles[holding.enterprise_id].append(holding.scheme)
    former = _former_names(listed, clean(search.text)) if search.text else {}
    return [
        Row(each, places.get(each.pk), titles[each.pk], former.get(each.pk, "")) for each in listed
    ]


def _former_names(listed: Iterable[Enterprise], text: str) -> dict[int, str]:
    """The former name by which an enterprise was found."""
    spans = NameSpan.objects.filter(enterprise__in=list(listed), name__contains=text)
    return {
        span.enterprise_id: span.name
        for span in spans.select_related("enterprise")
        if text not in span.enterprise.name
    }


def choices() -> dict[str, object]:
    """What the filters offer: today's districts and the titles of the ladder."""
    return {
        "schemes": Scheme.objects.exclude(form=Scheme.Form.NONE).order_by("rung", "order"),
        "districts": District.objects.exclude(level="city").filter(until=None).order_by("code"),
        "sections": Industry.objects.filter(level="section").order_by("code"),
    }


@require_safe
def enterprise(request: HttpRequest, code: str) -> HttpResponse:
    """One enterprise as the public may see it: names, places, decided titles, running notices."""
    Words(request.GET, ())
    if code != credit_code.normalise(code):
        return redirect("enterprise", credit_code.normalise(code))
    found = known_to_the_public().filter(credit_code=code).first()
    if found is None:
        raise Http404
    now = today()
    context = {
        "enterprise": found,
        "titles": titles(found, now),
        "names": found.names.order_by("since"),
        "residences": found.residences.select_related("district", "zone").order_by("since"),
        "industry": found.industries.on(now).select_related("industry").last(),
        "notices": NoticeEntry.objects.filter(
            application__enterprise=found, notice__starts_on__lte=now, notice__ends_on__gte=now
        ).select_related("notice__scheme"),
    }
    return render(request, "public/enterprise.html", context)


def known_to_the_public() -> QuerySet[Enterprise]:
    """Those with a title, now or once, or on a notice; other files are nobody's business."""
    on_notice = NoticeEntry.objects.values("application__enterprise")
    certified = Certification.objects.values("enterprise")
    return Enterprise.objects.filter(Q(pk__in=certified) | Q(pk__in=on_notice))


def titles(found: Enterprise, now: date) -> list[Found]:
    """Its certifications, newest first, each with what holds today."""
    listed = found.certifications.select_related("scheme").prefetch_related("documents")
    return [Found(row, verdict(row, now)) for row in listed.order_by("-valid_from", "pk")]
