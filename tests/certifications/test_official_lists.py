"""Whose title does an official list mean, and until when does it hold?"""

import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from certifications import imports
from certifications.imports import ListReport
from certifications.models import Certification, Holding, Scheme
from enterprises import registration
from enterprises.models import Enterprise, JournalEntry
from tests import factories

pytestmark = pytest.mark.django_db
HEAD = "企业名称,统一社会信用代码,证书编号,发证日期"
NAME = "青岛澄明传感技术有限公司"


@pytest.fixture
def firm() -> Enterprise:
    return factories.enterprise()


def load(
    *lines: str, head: str = HEAD, scheme: str = "high_tech", dry_run: bool = False, **more: object
) -> ListReport:
    return imports.load(
        "\n".join([head, *lines]).encode(),
        "名单.csv",
        Scheme.objects.get(code=scheme),
        today=date(2026, 6, 15),
        by=None,
        dry_run=dry_run,
        **more,
    )


def codes(report: ListReport) -> list[str]:
    return [found.code for found in report.findings]


def row(name: str = NAME, code: str = "", number: str = "GR202437100001") -> str:
    return f"{name},{code},{number},2024-11-04"


def test_a_title_found_by_code_is_entered_with_the_span_of_its_edition(firm):
    report = load(row(code=firm.credit_code.lower()))

    title = Certification.objects.get()
    assert (report.created, report.blocked) == (1, 0)
    assert (title.enterprise, title.number) == (firm, "GR202437100001")
    assert (title.valid_from, title.valid_until) == (date(2024, 11, 4), date(2027, 11, 3))
    assert title.source == Certification.Source.LIST
    assert title.source_says == "名单.csv · 第 2 行"
    assert title.conferred_by == "青岛市科学技术局"
    assert title.edition.code == "2016"


def test_what_is_entered_is_held_and_counted(firm):
    load(row())

    holding = Holding.objects.get()
    assert (holding.enterprise, holding.last_day) == (firm, date(2027, 11, 3))


def test_a_preview_enters_nothing(firm):
    assert load(row(), dry_run=True).created == 1
    assert not Certification.objects.exists()


def test_the_second_import_enters_nothing(firm):
    load(row())

    report = load(row())

    assert (report.created, report.unchanged) == (0, 1)
    assert Certification.objects.count() == 1
    assert JournalEntry.objects.filter(deed="import_certifications").count() == 1


def test_a_list_without_codes_is_matched_by_today_s_or_a_former_name(firm):
    registration.rename(firm, "青岛新名传感有限公司", on=date(2025, 5, 6), by=None)

    report = load(row(), row("青岛新名传感有限公司", number="GR202137100001"))

    assert report.created == 2
    assert set(Certification.objects.values_list("enterprise", flat=True)) == {firm.pk}


def test_a_name_that_two_firms_have_had_is_not_guessed(firm):
    factories.enterprise(serial=2)

    report = load(row())

    assert codes(report) == ["ambiguous"]
    assert firm.credit_code in report.findings[0].says


@pytest.mark.parametrize(
    ("line", "flaw"),
    [
        (row("青岛没有的公司"), "unmatched"),
        (row(code=factories.code(99)), "unmatched"),
        (row("青岛别的公司", code=factories.code(1)), "name_differs"),
        (row(number=""), "no_number"),
        (row(number="9" * 41), "number"),
        (f"{NAME},,GR202437100001,", "no_day"),
        (f"{NAME},,GR202437100001,2024-13-01", "date"),
        (f"{NAME},,GR202437100001,2026-06-16", "date"),
        (f"{NAME},,GR200937100001,2009-11-04", "no_edition"),
        (f"{NAME},,GR202437100001,2024-11-04,多出一列", "shifted"),
        (row("青岛\ufffd\ufffd公司"), "garbled"),
    ],
)
def test_a_row_without_a_sure_meaning_is_reported_and_not_entered(firm, line, flaw):
    report = load(line)

    assert flaw in codes(report)
    assert (report.created, report.blocked) == (0, 1)
    assert not Certification.objects.exists()


def test_an_old_number_in_the_code_column_falls_back_to_the_name(firm):
    report = load(row(code="370212000073274"))

    assert (report.created, codes(report)) == (1, ["code_not_used"])


def test_a_branch_holds_no_title(firm):
    Enterprise.objects.filter(pk=firm.pk).update(kind=Enterprise.Kind.BRANCH)

    assert codes(load(row())) == ["branch"]


def test_a_number_of_another_pattern_is_entered_with_a_word_of_caution(firm):
    report = load(row(number="XX-1"))

    assert (report.created, codes(report)) == (1, ["number_pattern"])


def test_one_number_for_two_firms_is_entered_for_neither(firm):
    factories.enterprise("青岛另一家有限公司", serial=2)

    report = load(row(), row("青岛另一家有限公司"))

    assert codes(report) == ["number_of_two", "number_of_two"]
    assert not Certification.objects.exists()


def test_a_number_that_another_firm_holds_is_not_entered_again(firm):
    factories.enterprise("青岛另一家有限公司", serial=2)
    load(row())

    report = load(row("青岛另一家有限公司"))

    assert codes(report) == ["number_taken"]
    assert Certification.objects.get().enterprise == firm


def test_other_days_for_an_entered_number_change_nothing_and_are_reported(firm):
    load(row())

    report = load(f"{NAME},,GR202437100001,2024-11-05")

    assert (report.unchanged, codes(report)) == (1, ["days_differ"])
    assert Certification.objects.get().issued_on == date(2024, 11, 4)


def test_the_list_s_own_last_day_comes_first_and_a_difference_is_reported(firm):
    line = f"{NAME},GR202437100001,2024-11-04,2027-11-04"

    report = load(line, head="企业名称,编号,认定日期,有效期至")

    assert codes(report) == ["span_differs"]
    assert Certification.objects.get().valid_until == date(2027, 11, 4)


def test_a_title_cannot_end_before_it_begins(firm):
    line = f"{NAME},GR202437100001,2024-11-04,2023-11-04"

    assert codes(load(line, head="企业名称,编号,认定日期,有效期至")) == ["ends_before"]


def test_a_tech_sme_number_ends_on_31_march_of_the_next_year(firm):
    head = "企业名称,入库登记编号,公告日期"

    load(f"{NAME},202437021208000001,2024-06-05", head=head, scheme="tech_sme")

    assert Certification.objects.get().valid_until == date(2025, 3, 31)


def test_an_unnumbered_list_takes_its_day_from_the_announcement(firm):
    report = load(NAME, NAME, head="企业名称", scheme="srdi_sme", announced_on=date(2025, 7, 1))

    title = Certification.objects.get()
    assert (report.created, report.repeated) == (1, 1)
    assert title.number == f"{firm.credit_code}-20250701"
    assert title.valid_until == date(2028, 6, 30)


def test_a_title_without_known_rules_has_no_known_end(firm):
    report = load(NAME, head="企业名称", scheme="unicorn", issued_on=date(2023, 5, 4))

    assert codes(report) == ["no_end"]
    assert Certification.objects.get().valid_until is None


def test_the_command_says_what_it_did(firm, tmp_path):
    path = tmp_path / "名单.csv"
    path.write_text("\n".join([HEAD, row(), row("青岛没有的公司", number="GR202437100002")]))
    out = io.StringIO()

    call_command(
        "import_certifications", path, "--scheme", "high_tech", "--format", "json", stdout=out
    )

    said = json.loads(out.getvalue())
    assert (said["created"], said["blocked"]) == (1, 1)
    assert said["lines"][0]["line"] == 3


def test_the_command_names_the_schemes_there_are(tmp_path):
    path = tmp_path / "名单.csv"
    path.write_text(HEAD)

    with pytest.raises(CommandError, match=r"没有称号“high-tech”.*high_tech"):
        call_command("import_certifications", path, "--scheme", "high-tech")
