"""What happens when rows contradict each other or the register?"""

from datetime import date

import pytest

from enterprises import registration
from enterprises.models import Enterprise
from tests.enterprises.lists import codes, content, line, load
from tests.factories import code

pytestmark = pytest.mark.django_db


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
