"""Which part of the city a question is about: scheme, district, industry, chain, each by its code."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from certifications.models import Scheme
from enterprises.models import Chain, ChainLink, District, Industry, IndustrySpan, Residence
from registry.counting import Slice
from registry.query import Words

SLICING = ("scheme", "district", "industry", "chain")


def slice_of(asked: Words) -> Slice:
    """The slice; a code that nothing has is refused with the codes there are."""
    scheme = choice(asked, "scheme", Scheme.objects.values_list("code", flat=True))
    districts = District.objects.exclude(level=District.Level.CITY)
    return Slice(
        schemes=(scheme,) if scheme else (),
        district=choice(asked, "district", districts.values_list("code", flat=True)),
        industry=choice(asked, "industry", Industry.objects.values_list("code", flat=True)),
        chain=choice(asked, "chain", Chain.objects.values_list("code", flat=True)),
    )


def choice(asked: Words, word: str, codes: Iterable[str]) -> str | None:
    """The code given for a word; the list of codes is only read when one was given."""
    if not asked.text(word):
        return None
    return asked.choice(word, sorted(set(codes)))


def lived(within: Slice, day: date, enterprise: str) -> Q:
    """Rows whose enterprise (by the name of the field) was in the slice's place and trade."""
    where = Q()
    if within.district:
        living = Residence.objects.on(day).filter(district__code=within.district)
        where &= Q(**{f"{enterprise}__in": living.values("enterprise")})
    if within.industry:
        code = within.industry
        trade = Q(industry__code=code) | Q(industry__parent__code=code)
        working = IndustrySpan.objects.on(day).filter(trade)
        where &= Q(**{f"{enterprise}__in": working.values("enterprise")})
    if within.chain:
        linked = ChainLink.objects.on(day).filter(chain__code=within.chain)
        where &= Q(**{f"{enterprise}__in": linked.values("enterprise")})
    return where
