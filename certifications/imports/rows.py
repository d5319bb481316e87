"""One row of an official list: whose title, its number, its days; and everything odd about it."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from certifications import editions
from certifications.imports.fields import ALIASES
from certifications.imports.matching import Known, Register
from certifications.models import Edition, Scheme
from enterprises import credit_code, names
from enterprises.imports.cells import DayUnreadable, is_nothing, parse_day, plain
from enterprises.imports.columns import Head
from enterprises.imports.report import Judged
from enterprises.imports.sanity import complaints
from enterprises.imports.sheets import Row
from enterprises.punctuation import labelled

FAR = date(2199, 12, 31)
LONGEST_NUMBER = 40


@dataclass
class Title(Judged):
    """A certification as the list states it; `blocked` ones are not entered."""

    known: Known | None = None
    number: str = ""
    issued_on: date | None = None
    announced_on: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    edition: Edition | None = None
    conferred_by: str = ""


@dataclass(frozen=True)
class Judge:
    """What one import judges its rows by; the days are the list's own where rows have none."""

    scheme: Scheme
    editions: tuple[Edition, ...]
    register: Register
    today: date
    issued_on: date | None = None
    announced_on: date | None = None

    def judge(self, row: Row, head: Head) -> Title:
        values = {field: plain(cell) for field, cell in head.values(row).items()}
        title = Title(row.line)
        title.name = names.main_name(values["name"])[0]
        title.credit_code = credit_code.normalise(values.get("credit_code", ""))
        for code, says, column in complaints(row, head, values):
            title.block(code, says, column)
            return title
        title.known = self.register.match(title)
        title.conferred_by = values.get("conferred_by", "")[:120] or self.scheme.recognised_by
        self._days(title, values)
        if not title.blocked:
            self._span(title)
            self._number(title, values.get("number", ""))
        return title

    def _days(self, title: Title, values: dict[str, str]) -> None:
        title.issued_on = self._day(title, values, "issued_on", self.today) or self.issued_on
        announced = self._day(title, values, "announced_on", self.today)
        title.announced_on = announced or self.announced_on
        title.issued_on = title.issued_on or title.announced_on
        title.valid_until = self._day(title, values, "valid_until", FAR)
        if title.issued_on is None and not title.blocked:
            says = _("没有发证（认定）日期，请补填，或用 --issued-on 给出整份名单的日期。")
            title.block("no_day", says, "issued_on")

    def _day(self, title: Title, values: dict[str, str], field: str, latest: date) -> date | None:
        try:
            return parse_day(values.get(field, ""), latest)
        except DayUnreadable as error:
            title.block("date", labelled(ALIASES[field][0], error), field)
            return None

    def _span(self, title: Title) -> None:
        """From the edition in force when the title was given; what the list says itself comes first."""
        issued_on = title.issued_on or self.today
        stated, computed = title.valid_until, None
        title.valid_from = issued_on
        title.edition = self._edition_on(issued_on)
        if title.edition:
            edition, announced_on = title.edition, title.announced_on
            title.valid_from = editions.valid_from(
                edition, issued_on=issued_on, announced_on=announced_on
            )
            computed = editions.valid_until(edition, issued_on=issued_on, announced_on=announced_on)
        title.valid_until = stated or computed
        if stated and stated < title.valid_from:
            title.block("ends_before", _("有效期止日早于起日，请核对。"), "valid_until")
        elif stated and computed and stated != computed:
            says = _("名单写有效期至 %(stated)s，按规则应至 %(computed)s；按名单登记，请核对。")
            words = {"stated": stated.isoformat(), "computed": computed.isoformat()}
            title.advise("span_differs", says % words, "valid_until")
        elif title.valid_until is None:
            self._without_end(title)

    def _edition_on(self, day: date) -> Edition | None:
        for edition in self.editions:
            since, until = edition.in_force_from, edition.in_force_until
            if (since is None or since <= day) and (until is None or day <= until):
                return edition
        return None

    def _without_end(self, title: Title) -> None:
        if self.editions and title.edition is None:
            says = _("发证日没有已录入的规则版本，算不出有效期，请在名单中补填“有效期至”。")
            title.block("no_edition", says, "valid_until")
        else:
            says = _("规则没有写明有效期，名单也没有，按未定期限登记。")
            title.advise("no_end", says, "valid_until")

    def _number(self, title: Title, number: str) -> None:
        title.number = "" if is_nothing(number) else number
        pattern = editions.number_pattern(title.edition) if title.edition else ""
        if len(title.number) > LONGEST_NUMBER:
            title.block("number", _("编号超过 40 字，请核对是否错列。"), "number")
        elif not title.number and self.scheme.form != Scheme.Form.LISTING:
            title.block("no_number", _("没有证书（登记）编号，请补填。"), "number")
        elif not title.number and title.issued_on:
            # Official lists are often unnumbered: the code and the day tell one listing from another.
            title.number = f"{title.credit_code}-{title.issued_on:%Y%m%d}"
        elif pattern and not re.fullmatch(pattern, title.number):
            says = _("编号“%(number)s”与规则所载格式不同，已按名单登记，请核对。")
            title.advise("number_pattern", says % {"number": title.number}, "number")
