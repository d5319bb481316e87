"""The facts that are missing before anything can be said, and where each of them is filled in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from certifications.climbing.outlook import Outlook
from certifications.editions import statements_asked
from certifications.models import Application, Edition
from certifications.portal.addresses import address_of
from certifications.portal.openings import Opening
from certifications.portal.years import figures_by_year
from certifications.procedure import ROADS
from certifications.standing import Standing
from certifications.states import EDITABLE
from enterprises.expressions import derived
from enterprises.levers import is_figure
from enterprises.vocabulary import fact_label, words

REGISTERED = "enterprise"
Base = tuple[str, int]  # a fact, and how many years back


@dataclass(frozen=True)
class Lacking:
    """One missing fact: its name, and the page where it is supplied (none: nowhere now)."""

    says: str
    where: str
    address: str = ""


def lacking(
    outlook: Outlook,
    standing: Standing,
    on: date,
    *,
    cases: Iterable[Application],
    openings: Iterable[Opening],
) -> list[Lacking]:
    """Every recorded fact without which some criterion stays unknown, once each."""
    editable = [each for each in cases if each.state in EDITABLE]
    batches = list(openings)
    bases = [base for code in outlook.unknown for base in _bases(code, standing)]
    return [_lacking(base, on, editable, batches, outlook.edition) for base in dict.fromkeys(bases)]


def _bases(code: str, standing: Standing) -> Iterator[Base]:
    """What somebody would fill in: of a derived fact, the figures that are missing."""
    if code in derived():
        for figure, back in derived()[code].figures:
            if back < standing.facts.fiscal_years(back + 1) and (
                standing.facts.of_year(figure, back) is None
            ):
                yield figure, back
    else:
        yield code, 0


def _lacking(
    base: Base,
    on: date,
    cases: list[Application],
    openings: list[Opening],
    edition: Edition,
) -> Lacking:
    code, back = base
    year = on.year - 1 - back
    says = _says(code, year)
    if words()[code]["kind"] == REGISTERED and code not in statements_asked(edition):
        return Lacking(says, _("登记信息有误或不全的，请联系主管部门"), reverse("portal:register"))
    for case in cases:
        if _asks(case, code, year, on):
            item = f"{code}-{year}" if is_figure(code) else code
            where = _("在“%(scheme)s”申请中填写") % {"scheme": case.scheme}
            return Lacking(says, where, address_of(case, item))
    for opening in openings:
        if opening.is_for_us and not opening.begun:
            where = _("在批次“%(batch)s”开始申报后填写") % {"batch": opening.batch}
            return Lacking(says, where, reverse("portal:batch", args=[opening.batch.code]))
    if edition.road not in ROADS:
        where = _("这项称号不在本系统申报；可到自测页试算")
        return Lacking(says, where, reverse("self_check_title", args=[edition.scheme.code]))
    return Lacking(says, _("申报时填写"))


def _says(code: str, year: int) -> str:
    if not is_figure(code):
        return fact_label(code)
    return _("%(year)s 年%(fact)s") % {"year": year, "fact": fact_label(code)}


def _asks(case: Application, code: str, year: int, on: date) -> bool:
    if is_figure(code):
        return code in figures_by_year(case, on).get(year, ())
    return code in statements_asked(case.edition)
