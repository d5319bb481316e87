"""What does a list of enterprises do to the register, row by row?"""

import csv
import hashlib
import io
import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from enterprises import imports, journal, registration
from enterprises.credit_code import check_character
from enterprises.models import Enterprise, JournalEntry, NameSpan, Residence
from tests.enterprises.lists import content, line, shared
from tests.factories import code

pytestmark = pytest.mark.django_db


def load(raw: bytes, *, dry_run: bool = False) -> imports.Report:
    return imports.load(raw, "名单.csv", today=date(2026, 6, 15), by=None, dry_run=dry_run)


def codes(report: imports.Report, line_number: int) -> list[str]:
    """What was found on a line; that invented codes name no organisation is left out."""
    found = [each.code for each in report.findings if each.line == line_number]
    return [code for code in found if code != "organisation_code"]


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


@pytest.mark.parametrize(
    ("address", "district"),
    [
        ("青岛市四方区瑞昌路168号", "370203"),
        ("青岛胶南市王台镇", "370211"),
        ("青岛市即墨市通济街道", "370215"),
        ("青岛西海岸新区滨海大道", "370211"),
        ("青岛市北区延安路1号", "370203"),
        ("山东省青岛市黄岛区（原胶南市）珠海街道", "370211"),
        ("青岛市崂山县沙子口", "370212"),
        ("青岛市城阳区四方区路", "370214"),
    ],
)
def test_the_district_is_the_one_that_the_address_names_today(address, district):
    load(content(line(address=address, credit_code=code(801, "370282"))))

    assert Residence.objects.get().district.code == district


def test_the_district_is_never_read_from_the_credit_code():
    load(content(line(address="青岛市香港中路20号", credit_code=code(801, "370202"))))

    assert Residence.objects.get().district is None


def test_a_zone_is_noted_beside_the_district():
    load(content(line(address="青岛市城阳区高新技术产业开发区火炬路")))

    assert Residence.objects.get().zone.code == "high_tech_zone"


def test_a_code_of_two_firms_blocks_both_and_shows_both():
    report = load(content(line(), line("青岛另一家有限公司", code(801))))

    assert codes(report, 2) == codes(report, 3) == ["code_of_two_firms"]
    assert any("青岛另一家有限公司" in found.says for found in report.findings)
    assert not Enterprise.objects.exists()


def test_a_repeated_row_is_registered_once():
    report = load(content(line(), line()))

    assert (report.created, report.repeated, report.blocked) == (1, 1, 0)
    assert codes(report, 3) == ["repeated"]


def test_a_repeat_in_lower_case_and_other_brackets_is_a_repeat():
    lower = line("青岛海晏(集团)有限公司", code(801).lower())
    report = load(content(line("青岛海晏（集团）有限公司"), lower))

    assert (report.created, report.repeated) == (1, 1)


def test_one_name_with_two_codes_gives_two_enterprises_and_a_word_of_caution():
    report = load(content(line(), line(credit_code=code(802))))

    assert report.created == 2
    assert codes(report, 3) == ["name_of_two_codes"]


def test_a_known_code_with_another_name_is_a_conflict_and_the_name_on_record_stays():
    load(content(line()))

    report = load(content(line("青岛新名仪器有限公司")))

    assert codes(report, 2) == ["renamed"]
    assert (report.created, report.blocked) == (0, 1)
    assert Enterprise.objects.get().name == "青岛海晏仪器有限公司"


def test_a_list_that_uses_a_former_name_changes_nothing():
    load(content(line()))
    firm = Enterprise.objects.get()
    registration.rename(firm, "青岛新名仪器有限公司", on=date(2024, 5, 6), by=None)

    report = load(content(line()))

    assert codes(report, 2) == ["former_name"]
    assert (report.unchanged, report.blocked) == (1, 0)
    assert Enterprise.objects.get().name == "青岛新名仪器有限公司"


def test_the_command_prints_json_and_writes_the_report(tmp_path):
    path, report = tmp_path / "名单.csv", tmp_path / "report.csv"
    path.write_bytes(content(line("=HYPERLINK(1)", "9.13702E+17"), line()))
    out = io.StringIO()

    call_command("import_enterprises", path, "--report", report, "--format", "json", stdout=out)

    said = json.loads(out.getvalue())
    assert (said["rows"], said["created"], said["blocked"]) == (2, 1, 1)
    listed = list(csv.reader(report.read_text(encoding="utf-8-sig").splitlines()))
    assert listed[1][0] == "2"
    assert listed[1][5].startswith("'=")


def test_the_command_previews_in_words(tmp_path):
    path = tmp_path / "名单.csv"
    path.write_bytes(content(line(), line("青岛坏码有限公司", "无")))
    out = io.StringIO()

    call_command("import_enterprises", path, "--dry-run", stdout=out)

    assert "预览：可新增 1 家" in out.getvalue()
    assert "第 3 行 [未导入] 青岛坏码有限公司" in out.getvalue()


def test_the_command_fails_on_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(CommandError, match="打不开文件"):
        call_command("import_enterprises", tmp_path / "nowhere.csv")


def test_the_real_firms_of_1980_to_1999_are_all_registered_and_only_once():
    raw = shared("qingdao_firms_1980_1999.csv").read_bytes()

    first, second = load(raw), load(raw)

    assert (first.rows, first.created, first.blocked) == (7825, 7825, 0)
    assert (second.created, second.unchanged) == (0, 7825)
    assert Enterprise.objects.filter(kind=Enterprise.Kind.BRANCH).count() >= 858
    without = Residence.objects.filter(district=None).count()
    assert without == first.by_code()["no_district"] < 800
    assert not Residence.objects.filter(district__until__isnull=False).exists()


def test_irregular_real_names_pass_the_import_without_a_false_alarm():
    with shared("names_irregular_dev.csv").open("rb") as file:
        report = load(file.read())

    blocked = [found for found in report.findings if found.severity == "blocking"]
    assert {found.code for found in blocked} <= {"code_of_two_firms"}
