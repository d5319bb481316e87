"""What the register is searched by, and the lines it answers with."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from certifications.models import Certification, Holding, Scheme
from enterprises import credit_code
from enterprises.models import Chain, District, Enterprise, Industry, NameSpan, Residence
from enterprises.names import clean
from registry.counting import Slice, had, held
from registry.indicators import INDICATORS, Indicator, find
from registry.public.day import as_of
from registry.query import Words

WORDS = (
    "q", "scheme", "district", "industry", "chain", "rung", "indicator", "standing", "as_of", "page",
)  # fmt: skip
STANDINGS = ("now", "ever")
RUNGS = ("1", "2", "3", "4")


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
