"""Whose title does an official list mean, and until when does it hold?"""

import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from certifications.models import Certification, Holding
from enterprises import registration
from enterprises.models import Enterprise, JournalEntry
from tests import factories
from tests.certifications.lists import HEAD, NAME, codes, load, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Enterprise:
    return factories.enterprise()


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


def test_a_title_whose_rules_name_no_term_has_no_known_end(firm):
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


def test_the_command_previews_in_words(firm, tmp_path):
    path = tmp_path / "名单.csv"
    path.write_text("\n".join([HEAD, row()]))
    out = io.StringIO()

    call_command("import_certifications", path, "--scheme", "high_tech", "--dry-run", stdout=out)

    assert "预览：可登记 1 项称号" in out.getvalue()
    assert not Certification.objects.exists()
