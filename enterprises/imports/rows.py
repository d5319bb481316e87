"""One row of a list of enterprises: what would be registered, and everything odd about it.

A blocking finding means that nothing of the row is stored; the row's neighbours do not matter here
(see neighbours.py).
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from enterprises import credit_code, names
from enterprises.imports import capital
from enterprises.imports.cells import DayUnreadable, is_nothing, parse_day, plain
from enterprises.imports.columns import Head
from enterprises.imports.places import Place, Places
from enterprises.imports.report import Judged
from enterprises.imports.sanity import complaints
from enterprises.imports.sheets import Row

INDIVIDUAL_TRADER = "92"
CITY = "青岛"


@dataclass
class Candidate(Judged):
    """A row as it would be registered; `blocked` rows are not stored."""

    is_branch: bool = False
    registered_on: date | None = None
    capital: Decimal | None = None
    currency: str = ""
    scope: str = ""
    address: str = ""
    place: Place = field(default_factory=Place)


def judge(row: Row, head: Head, places: Places, today: date) -> Candidate:
    """Everything that one row says, in the register's own spelling."""
    candidate = Candidate(row.line)
    values = head.values(row)
    candidate.name, other = names.main_name(values["name"])
    candidate.credit_code = credit_code.normalise(plain(values["credit_code"]))
    for code, says, column in complaints(row, head, values):
        candidate.block(code, says, column)
        return candidate
    _name(candidate, other)
    _code(candidate)
    if candidate.blocked:
        return candidate
    _registration(candidate, values, today)
    _capital(candidate, values, head)
    _address(candidate, values, places)
    _kind(candidate, values)
    return candidate


def _name(candidate: Candidate, other: str) -> None:
    if not candidate.name:
        candidate.block("no_name", _("没有企业名称，请补填。"), "name")
    elif not names.has_chinese(candidate.name):
        says = _("企业名称“%(name)s”没有汉字，可能错位或乱码，请核对。")
        candidate.block("no_chinese_name", says % {"name": candidate.name[:40]}, "name")
    if other:
        says = _("一格中有两个名称，按“%(name)s”登记；另一名称是“%(other)s”。")
        candidate.advise("two_names", says % {"name": candidate.name, "other": other}, "name")
    if names.has_private_characters(candidate.name):
        candidate.advise(
            "private_characters", _("名称含有造字，别处可能显示不出，请核对。"), "name"
        )


def _code(candidate: Candidate) -> None:
    flaw = credit_code.flaw(candidate.credit_code)
    if flaw and flaw.name == credit_code.CHECK_CHARACTER:
        says = flaw.says + _("确属登记机关所发的，可由主管部门注明理由后单独登记。")
        candidate.block(flaw.name, says, "credit_code")
    elif flaw:
        candidate.block(flaw.name, flaw.says, "credit_code")
    elif candidate.credit_code.startswith(INDIVIDUAL_TRADER):
        says = _("个体工商户不是企业，不能取得称号，未登记。")
        candidate.block("individual_trader", says, "credit_code")
    elif odd := credit_code.advice(candidate.credit_code):
        candidate.advise(odd.name, odd.says, "credit_code")


def _registration(candidate: Candidate, values: dict[str, str], today: date) -> None:
    try:
        candidate.registered_on = parse_day(values.get("registered_on", ""), today)
    except DayUnreadable as error:
        candidate.advise("date", str(error) + _("注册日期留空。"), "registered_on")


def _capital(candidate: Candidate, values: dict[str, str], head: Head) -> None:
    try:
        found = capital.parse(values.get("capital", ""), head.notes.get("capital", ""))
    except capital.CapitalUnreadable as error:
        candidate.advise("capital", str(error), "capital")
    else:
        candidate.capital, candidate.currency = found or (None, "")


def _address(candidate: Candidate, values: dict[str, str], places: Places) -> None:
    city = plain(values.get("city", ""))
    if not is_nothing(city) and CITY not in city:
        says = _("名单写的地区是“%(city)s”，不在本市，请核对是否应由本市登记。")
        candidate.advise("other_city", says % {"city": city[:20]}, "city")
    scope, address = plain(values.get("scope", "")), plain(values.get("address", ""))
    candidate.scope = "" if is_nothing(scope) else scope
    candidate.address = "" if is_nothing(address) else address
    candidate.place = places.find(f"{candidate.address} {plain(values.get('district', ''))}")
    if candidate.place.district is None:
        says = _("地址没有写明区市，区市留空，请由工作人员核定。")
        candidate.advise("no_district", says, "address")
    elif candidate.place.district.name_zh != candidate.place.named:
        says = _("地址写的是“%(named)s”，按现行区划归%(district)s。")
        words = {"named": candidate.place.named, "district": candidate.place.district.name_zh}
        candidate.advise("former_district", says % words, "address")


def _kind(candidate: Candidate, values: dict[str, str]) -> None:
    candidate.is_branch = names.is_branch(candidate.name, values.get("registered_type", ""))
    if candidate.is_branch:
        candidate.advise("branch", _("是分支机构，登记在册但不能取得称号。"), "name")
