"""What the register is searched by, and the lines it answers with."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from certifications.models import Certification, Holding, Scheme
from enterprises import credit_code
from enterprises.models import Chain, District, Enterprise, Industry, NameSpan, Residence
from enterprises.names import clean
from registry.counting import Slice, had, held
from registry.indicators import INDICATORS, Indicator, find
from registry.public.day import as_of
from registry.query import Words

WORDS = (
    "q", "scheme", "district", "industry", "chain", "rung", "indicator", "standing", "as_of", "order",
    "page",
)  # fmt: skip
STANDINGS = ("now", "ever")
ORDERS = ("name", "until")
RUNGS = ("1", "2", "3", "4")


@dataclass(frozen=True)
class Search:
    """What is looked for, and on which day."""

    text: str
    within: Slice
    day: date
    indicator: Indicator | None
    standing: str
    order: str = "name"

    def enterprises(self) -> QuerySet[Enterprise]:
        """The same query that counts, narrowed by what was typed."""
        found = _typed(self._listed(), self.text)
        if self.order == "until":
            found = found.annotate(until=self._first_to_end()).order_by(
                F("until").asc(nulls_last=True), "pk"
            )
        else:
            found = found.order_by("initials", "name", "pk")
        return found

    def _first_to_end(self) -> Subquery:
        """The last day of the title that ends first, among those looked for."""
        held = Holding.objects.on(self.day).filter(enterprise=OuterRef("pk"))
        if self.within.schemes:
            held = held.filter(scheme__code__in=self.within.schemes)
        return Subquery(held.order_by(F("last_day").asc(nulls_last=True)).values("last_day")[:1])

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
        order=words.choice("order", ORDERS) or "name",
    )


def _codes(rows: QuerySet[Any]) -> list[str]:
    return list(rows.values_list("code", flat=True))


def _typed(listed: QuerySet[Enterprise], text: str) -> QuerySet[Enterprise]:
    """Every word is part of a name or former name, the start of a code, or a whole number."""
    for word in text.split():
        name, code = clean(word), credit_code.normalise(word)
        listed = listed.filter(
            Q(name__contains=name)
            | Q(credit_code__startswith=code)
            | Q(pk__in=NameSpan.objects.filter(name__contains=name).values("enterprise"))
            | Q(pk__in=Certification.objects.filter(number__in={word, code}).values("enterprise"))
        )
    return listed


def titles_meant(text: str) -> list[Scheme]:
    """Titles that a typed word names or shortens: 高新 means 高新技术企业, not a firm's name."""
    words = [word for word in text.split() if len(word) > 1]
    titles = Scheme.objects.exclude(form=Scheme.Form.NONE).order_by("rung", "order")
    return [
        title
        for title in titles
        if any(word in title.name_zh or word.lower() in title.name_en.lower() for word in words)
    ]


def rows(listed: list[Enterprise], search: Search) -> list[Row]:
    """The lines of one page: where each was and what it held on the day, in three queries."""
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
    former = _former_names(listed, [clean(word) for word in search.text.split()])
    return [
        Row(each, places.get(each.pk), titles[each.pk], former.get(each.pk, "")) for each in listed
    ]


def _former_names(listed: Iterable[Enterprise], words: list[str]) -> dict[int, str]:
    """The former name by which an enterprise was found."""
    called = Q()
    for word in words:
        called |= Q(name__contains=word)
    if not words:
        return {}
    spans = NameSpan.objects.filter(called, enterprise__in=list(listed))
    return {
        span.enterprise_id: span.name
        for span in spans.select_related("enterprise")
        if any(word in span.name and word not in span.enterprise.name for word in words)
    }
