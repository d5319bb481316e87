"""What does a list of enterprises do to the register, row by row?"""

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from enterprises import journal
from enterprises.credit_code import check_character
from enterprises.models import Enterprise, JournalEntry, NameSpan, Residence
from tests.enterprises.lists import codes, content, line, load
from tests.factories import code

pytestmark = pytest.mark.django_db


def test_a_good_row_becomes_an_enterprise_with_name_and_residence():
    report = load(content(line(scope="仪器制造")))

    firm = Enterprise.objects.get(credit_code=code(801))
    assert (report.rows, report.created, report.blocked) == (1, 1, 0)
    assert firm.name == "青岛海晏仪器有限公司"
    assert firm.initials == "qdhyyqyxgs"
    assert firm.registered_on == date(2015, 3, 2)
    assert (firm.capital, firm.capital_currency) == (Decimal(5_000_000), "人民币")
    assert firm.source == "名单.csv · 2"
    assert firm.names.get().name == firm.name
    assert firm.residences.get().district.code == "370212"


def test_a_preview_writes_nothing():
    report = load(content(line()), dry_run=True)

    assert report.created == 1
    assert not Enterprise.objects.exists()
    assert not JournalEntry.objects.exists()


def test_the_second_import_of_a_file_writes_nothing():
    raw = content(line(), line("青岛另一家有限公司", code(802)))
    load(raw)
    before = rows_written()

    report = load(raw)

    assert (report.created, report.unchanged) == (0, 2)
    assert rows_written() == before


def rows_written() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Enterprise, NameSpan, Residence, JournalEntry))


def test_one_import_is_one_journal_entry_with_the_hash_of_the_file():
    raw = content(line(), line("青岛另一家有限公司", code(802)))
    load(raw)

    entry = JournalEntry.objects.get(deed="import_enterprises")
    assert entry.detail["sha256"] == hashlib.sha256(raw).hexdigest()
    assert entry.detail["created"] == 2
    assert not list(journal.broken_links())


def trader() -> str:
    first = "92370212MATEXT001"
    return first + check_character(first)


BAD_ROWS = {
    "check_character": line(credit_code=code(801)[:17] + ("1" if code(801)[17] != "1" else "2")),
    "old_number": line(credit_code="370212000073274"),
    "spreadsheet_number": line(credit_code="9.13702E+17"),
    "length": line(credit_code="无"),
    "individual_trader": line(credit_code=trader()),
    "no_name": line(name=""),
    "no_chinese_name": line(name="ACME LTD"),
    "garbled": line(name="青岛\ufffd\ufffd有限公司"),
    "control_characters": line(scope="仪器\0制造"),
    "shifted": line().replace('"500万元"', "1,000万元"),
    "too_long": line(address="路" * 301),
}


@pytest.mark.parametrize("flaw", BAD_ROWS)
def test_nothing_of_a_bad_row_is_stored_and_its_neighbours_are(flaw):
    report = load(content(BAD_ROWS[flaw], line("青岛邻居有限公司", code(802))))

    assert flaw in codes(report, 2)
    assert report.blocked == 1
    assert [firm.name for firm in Enterprise.objects.all()] == ["青岛邻居有限公司"]


def test_a_date_column_that_holds_words_shows_that_columns_shifted():
    report = load(content(line(day="有限责任公司")))

    assert codes(report, 2) == ["shifted"]
    assert not Enterprise.objects.exists()


ODD_ROWS = {
    "capital": line(capital="5()"),
    "date": line(day="2015-02-30"),
    "no_district": line(address="青岛市香港中路20号"),
    "former_district": line(address="青岛市四方区瑞昌路168号"),
    "two_names": line("青岛海晏仪器有限公司(原青岛仪器厂)"),
    "private_characters": line("青岛\ue000晏仪器有限公司"),
    "other_city": line().replace('"青岛"', '"烟台"'),
    "branch": line("青岛海晏仪器有限公司城阳分公司"),
}


@pytest.mark.parametrize("flaw", ODD_ROWS)
def test_an_odd_row_is_stored_and_somebody_is_told(flaw):
    report = load(content(ODD_ROWS[flaw]))

    assert flaw in codes(report, 2)
    assert report.created == 1


def test_what_cannot_be_read_stays_empty_instead_of_guessed():
    load(content(line(capital="5()", day="2015-02-30", address="青岛市香港中路20号")))

    firm = Enterprise.objects.get()
    assert (firm.capital, firm.capital_currency, firm.registered_on) == (None, "", None)
    assert firm.residences.get().district is None


def test_a_branch_is_registered_as_one():
    load(content(line("青岛海晏仪器有限公司城阳分公司")))

    assert Enterprise.objects.get().kind == Enterprise.Kind.BRANCH
