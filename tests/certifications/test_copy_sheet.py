"""The copy sheet: what a national platform asks, in its order, with what the register knows."""

from decimal import Decimal

import pytest

from certifications import drafting, workflow
from certifications.copy_sheet import plain, sheet, unit_says
from certifications.models import Application, Scheme
from enterprises.clock import now
from enterprises.figures import state_figures
from tests import factories

WAN = factories.WAN


def entries(firm, scheme, today):
    found = sheet(firm, Scheme.objects.get(code=scheme), today)
    return {(entry.fact, entry.year): entry for entry in found.entries}


def test_the_fields_stand_in_the_order_of_the_edition(firm, today):
    found = sheet(firm, Scheme.objects.get(code="little_giant"), today)

    asked = found.edition.rules["system_of_record"]["fields"]
    assert list(dict.fromkeys(entry.fact for entry in found.entries)) == [
        field["fact"] for field in asked
    ]


def test_a_yearly_figure_stands_there_once_for_each_year_that_is_asked(firm, today):
    found = entries(firm, "little_giant", today)

    assert [year for fact, year in found if fact == "revenue"] == [2025, 2024, 2023]
    assert found["revenue", 2025].plain == "3000"
    assert found["revenue", 2025].unit == "万元"


def test_what_nobody_filled_in_is_marked_and_not_guessed(firm, today):
    entry = entries(firm, "little_giant", today)["niche_years", None]

    assert entry.is_missing
    assert (entry.plain, entry.says, entry.origin_says) == ("", "未填写", "")


def test_a_figure_of_zero_is_a_figure(firm, today):
    state_figures(firm, 2025, {"new_equity": Decimal(0)}, by=None, at=now(), source="test")

    entry = entries(firm, "srdi_sme", today)["new_equity", 2025]

    assert not entry.is_missing
    assert entry.plain == "0"


def test_statements_of_the_draft_are_copied_before_it_is_handed_in(srdi_draft, firm, today):
    entry = entries(firm, "srdi_sme", today)["niche_years", None]

    assert (entry.plain, entry.unit, entry.origin_says) == ("6", "年", "企业填报")


def test_a_statement_made_for_one_title_is_not_asked_again_for_another(
    srdi_draft, firm, clerk, today
):
    workflow.advance(srdi_draft, "submit", by=clerk, today=today, details={"undertaking": True})

    assert entries(firm, "little_giant", today)["niche_years", None].plain == "6"


def test_the_titles_own_draft_goes_before_what_was_stated_elsewhere(srdi_draft, firm, clerk, today):
    handed_in = workflow.advance(
        srdi_draft, "submit", by=clerk, today=today, details={"undertaking": True}
    )
    workflow.advance(handed_in, "withdraw", by=clerk, today=today)
    again = drafting.open_application(
        firm, factories.batch("srdi_sme", today), by=clerk, today=today
    )
    drafting.save_claims(again, {**again.claims, "niche_years": "8"}, by=clerk, today=today)

    assert entries(firm, "srdi_sme", today)["niche_years", None].plain == "8"


def test_an_emptied_answer_does_not_hide_what_was_stated_before(srdi_draft, firm, clerk, today):
    handed_in = workflow.advance(
        srdi_draft, "submit", by=clerk, today=today, details={"undertaking": True}
    )
    workflow.advance(handed_in, "withdraw", by=clerk, today=today)
    again = drafting.open_application(
        firm, factories.batch("srdi_sme", today), by=clerk, today=today
    )
    Application.objects.filter(pk=again.pk).update(claims={"niche_years": ""})

    assert entries(firm, "srdi_sme", today)["niche_years", None].plain == "6"


def test_what_the_district_verified_says_so(walked, firm, today):
    walked("expert_review")

    assert entries(firm, "high_tech", today)["revenue", 2025].origin_says == "已核实"


def test_registered_rights_come_from_the_register(firm, today):
    assert entries(firm, "little_giant", today)["ip_class_1_own", None].origin_says == "登记信息"


def test_a_title_that_is_recorded_with_us_has_no_sheet(firm, today):
    assert sheet(firm, Scheme.objects.get(code="private_benchmark"), today) is None


def test_the_order_was_not_seen_and_the_sheet_knows_it(firm, today):
    found = sheet(firm, Scheme.objects.get(code="little_giant"), today)

    assert not found.platform.order_is_seen


@pytest.mark.parametrize(
    ("fact", "value", "text"),
    [
        ("revenue", Decimal("32605000.00"), "3260.5"),
        ("revenue", Decimal("-120000"), "-12"),
        ("employees", 60, "60"),
        ("rd_share", Decimal("0.0299"), "2.99"),
        ("ip_in_use", "yes", "是"),
        ("on_abnormal_list", False, "否"),
        ("niche_years", "6", "6"),
        ("niche_years", "约六年", "约六年"),
    ],
)
def test_a_value_is_copied_without_separators_and_unit(fact, value, text):
    assert plain(fact, value) == text


@pytest.mark.parametrize(
    ("fact", "unit"),
    [("revenue", "万元"), ("rd_share", "%"), ("employees", "人"), ("ip_in_use", "")],
)
def test_the_unit_stands_beside_it(fact, unit):
    assert unit_says(fact) == unit
