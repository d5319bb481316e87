"""Which rows of an official list are not entered, or only with a word of caution?"""

from datetime import date

import pytest

from certifications.models import Certification
from enterprises.models import Enterprise
from tests import factories
from tests.certifications.lists import NAME, codes, load, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Enterprise:
    return factories.enterprise()


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
        (f"{NAME},,GR200737100001,2007-11-04", "no_edition"),
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
