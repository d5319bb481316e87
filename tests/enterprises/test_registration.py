"""Who may stand in the register, under which name and where, from which day?"""

from datetime import date

import pytest

from enterprises import registration
from enterprises.models import District, Enterprise, JournalEntry
from enterprises.registration import RegistrationRefused
from tests.factories import code

pytestmark = pytest.mark.django_db
JUNE = date(2024, 6, 1)


def register(
    name: str = "青岛海晏(仪器)有限公司", credit_code: str = "", **more: object
) -> Enterprise:
    laoshan = District.objects.get(code="370212")
    return registration.register(
        credit_code or code(811).lower(),
        name,
        by=None,
        district=laoshan,
        address="科苑路1号",
        **more,
    )


def deeds(firm: Enterprise) -> list[str]:
    entries = JournalEntry.objects.filter(subject=registration.subject_of(firm))
    return [entry.deed for entry in entries.order_by("sequence")]


def test_a_registered_enterprise_has_a_name_a_residence_and_a_journal_entry():
    firm = register()

    assert (firm.credit_code, firm.name) == (code(811), "青岛海晏（仪器）有限公司")
    assert firm.names.get().name == firm.name
    assert firm.residences.get().district.code == "370212"
    assert deeds(firm) == ["register"]


def test_a_code_is_registered_once():
    register()

    with pytest.raises(RegistrationRefused, match="已登记"):
        register("青岛另一家有限公司")

    assert Enterprise.objects.count() == 1


def wrong_check() -> str:
    right = code(811)
    return right[:17] + ("1" if right[17] != "1" else "2")


def test_a_wrong_check_character_needs_a_reason():
    with pytest.raises(RegistrationRefused, match="采信理由"):
        register(credit_code=wrong_check())

    firm = register(credit_code=wrong_check(), accepted_because="营业执照原件核对无误")

    assert firm.code_accepted_because == "营业执照原件核对无误"
    assert JournalEntry.objects.get().note == "营业执照原件核对无误"


@pytest.mark.parametrize("bad", ["370212000073274", "91370212", "9137021200000000O0"])
def test_no_reason_makes_another_flaw_acceptable(bad):
    with pytest.raises(RegistrationRefused):
        register(credit_code=bad, accepted_because="就是它")

    assert not Enterprise.objects.exists()


@pytest.mark.parametrize("name", ["", "ACME", "长" * 201])
def test_a_name_must_be_one(name):
    with pytest.raises(RegistrationRefused, match="企业名称"):
        register(name)


def test_a_branch_is_known_by_its_name():
    assert register("青岛海晏有限公司城阳分公司").kind == Enterprise.Kind.BRANCH


def test_a_renamed_firm_bears_each_name_on_its_days():
    firm = register()

    registration.rename(firm, "青岛新名有限公司", on=JUNE, by=None)

    firm.refresh_from_db()
    assert (firm.name, firm.initials) == ("青岛新名有限公司", "qdxmyxgs")
    assert firm.name_on(date(2024, 5, 31)) == "青岛海晏（仪器）有限公司"
    assert firm.name_on(JUNE) == "青岛新名有限公司"
    assert deeds(firm) == ["register", "rename"]


def test_the_same_name_is_no_rename():
    firm = register()

    with pytest.raises(RegistrationRefused, match="相同"):
        registration.rename(firm, "青岛海晏(仪器)有限公司", on=JUNE, by=None)


def test_a_second_change_cannot_begin_before_the_first():
    firm = register()
    registration.rename(firm, "青岛新名有限公司", on=JUNE, by=None)

    with pytest.raises(RegistrationRefused, match="不晚于"):
        registration.rename(firm, "青岛又名有限公司", on=JUNE, by=None)

    firm.refresh_from_db()
    assert firm.name == "青岛新名有限公司"
    assert firm.names.count() == 2


def test_a_firm_that_moves_lives_in_each_district_on_its_days():
    firm = register()
    chengyang = District.objects.get(code="370214")

    registration.move(firm, chengyang, address="正阳路1号", on=JUNE, by=None)

    codes = {day: firm.residences.on(day).get().district.code for day in (date(2024, 5, 31), JUNE)}
    assert list(codes.values()) == ["370212", "370214"]
    assert deeds(firm) == ["register", "move"]


def test_nobody_moves_to_where_they_are():
    firm = register()

    with pytest.raises(RegistrationRefused, match="相同"):
        registration.move(
            firm, District.objects.get(code="370212"), address="科苑路1号", on=JUNE, by=None
        )


def test_nobody_moves_to_a_district_that_no_longer_stands():
    firm = register()

    with pytest.raises(RegistrationRefused, match="四方区"):
        registration.move(
            firm, District.objects.get(code="370205"), address="瑞昌路", on=JUNE, by=None
        )

    assert firm.residences.count() == 1
