"""Titles of a list held against each other and against what is entered, then entered in bulk."""

from django.utils.translation import gettext as _

from certifications import holdings
from certifications.imports.rows import Title
from certifications.models import Certification, Scheme
from enterprises.clock import now

SOURCE_LENGTH = 160


def distinct(titles: list[Title]) -> list[Title]:
    """One title for each number; a number that two enterprises bear blocks both."""
    by_number: dict[str, Title] = {}
    for title in titles:
        if title.blocked:
            continue
        first = by_number.setdefault(title.number, title)
        if first is title:
            continue
        if first.credit_code == title.credit_code:
            says = _("与第 %(line)d 行是同一称号，只登记一次。") % {"line": first.line}
            title.advise("repeated", says, "number")
            continue
        for one, other in ((first, title), (title, first)):
            says = _("编号与第 %(line)d 行的另一家企业相同，均未登记，请核对。")
            one.block("number_of_two", says % {"line": other.line}, "number")
    return [title for title in by_number.values() if not title.blocked]


def not_yet_entered(scheme: Scheme, titles: list[Title]) -> list[Title]:
    """Titles whose number is new; another holder of the number blocks, other days advise."""
    entered = {row.number: row for row in Certification.objects.filter(scheme=scheme).iterator()}
    fresh = []
    for title in titles:
        there = entered.get(title.number)
        if there is None:
            fresh.append(title)
        elif title.known and there.enterprise_id != title.known.pk:
            says = _("编号已登记在另一家企业名下，未登记，请核对。")
            title.block("number_taken", says, "number")
        elif (there.issued_on, there.valid_until) != (title.issued_on, title.valid_until):
            says = _("该编号已登记（%(issued)s 至 %(until)s），日期不同；未改动，请核对。")
            words = {"issued": there.issued_on, "until": there.valid_until or _("未定")}
            title.advise("days_differ", says % words, "issued_on")
    return fresh


def enter(scheme: Scheme, titles: list[Title], file: str) -> None:
    """Enter the titles and fold the holdings of their enterprises anew."""
    recorded_at = now()
    entered = [
        Certification(
            enterprise_id=title.known.pk,
            scheme=scheme,
            edition=title.edition,
            number=title.number,
            conferred_by=title.conferred_by,
            issued_on=title.issued_on,
            announced_on=title.announced_on,
            valid_from=title.valid_from,
            valid_until=title.valid_until,
            source=Certification.Source.LIST,
            source_says=_source(file, title.line),
            recorded_at=recorded_at,
        )
        for title in titles
        if title.known and title.issued_on and title.valid_from
    ]
    Certification.objects.bulk_create(entered, batch_size=1000)
    holdings.refold(scheme.pk, {row.enterprise_id for row in entered})


def _source(file: str, line: int) -> str:
    where = _(" · 第 %(line)d 行") % {"line": line}
    return file[: SOURCE_LENGTH - len(where)] + where
