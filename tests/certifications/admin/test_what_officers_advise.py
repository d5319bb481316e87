"""What officers read of findings, of the way up, and of rules held against another year's figures."""

from datetime import date

import pytest
from django.urls import reverse

from certifications import drafting, workflow
from certifications.models import Application, Certification, Edition, Prospect, Scheme
from certifications.states import State
from enterprises.clock import now
from enterprises.models import IntellectualProperty, JournalEntry
from tests import factories
from tests.certifications.portal.conftest import words


def page_of(firm):
    return reverse("admin:enterprises_enterprise_change", args=[firm.credit_code])


def backtest_of(firm):
    return reverse("admin:enterprises_enterprise_backtest", args=[firm.credit_code])


def edition(scheme, code):
    return Edition.objects.get(scheme__code=scheme, code=code)


def holding(firm, scheme, **more):
    words = {
        "number": "X-0001", "conferred_by": "某局", "issued_on": date(2025, 1, 1),
        "valid_from": date(2025, 1, 1), "valid_until": date(2027, 12, 31), "source": "list",
        "recorded_at": now(),
    }  # fmt: skip
    return Certification.objects.create(
        enterprise=firm, scheme=Scheme.objects.get(code=scheme), **(words | more)
    )


# findings of a case


def test_a_finding_shows_demand_value_and_origin(walked, door, case_url, laoshan_officer):
    case = walked(State.DISTRICT_REVIEW)

    read = words(door(laoshan_officer).get(case_url(case)))

    assert "要求：科技人员占比 ≥ 10%" in read
    assert "科技人员占比 30.00% 企业填报" in read


def test_after_the_recommendation_the_value_is_verified(walked, door, case_url, city_officer):
    case = walked(State.EXPERT_REVIEW)

    assert "科技人员占比 30.00% 已核实" in words(door(city_officer).get(case_url(case)))


def test_a_finding_leads_to_the_papers_that_prove_it(walked, door, case_url, laoshan_officer):
    case = walked(State.DISTRICT_REVIEW)
    proof = case.materials.get(requirement="licence")

    page = door(laoshan_officer).get(case_url(case)).content.decode()

    findings = page[page.index('id="findings"') : page.index('id="papers"')]
    assert case_url(case, "paper", proof.paper.sha256) in findings
    assert "证明材料" in findings


def test_a_paper_that_was_not_handed_in_is_missing_beside_its_finding(
    srdi_draft, clerk, door, case_url, laoshan_industry_officer, today
):
    case = workflow.advance(
        srdi_draft, "submit", by=clerk, today=today, details={"undertaking": True}
    )

    read = words(door(laoshan_industry_officer).get(case_url(case)))

    assert "股权融资到账凭证（如适用） 未提供" in read


def test_the_score_of_a_case_stands_by_dimension(walked, door, case_url, laoshan_officer):
    case = walked(State.DISTRICT_REVIEW)

    read = words(door(laoshan_officer).get(case_url(case)))

    assert "知识产权" in read
    assert "看 5 项怎么得分" in read


def test_a_waived_condition_names_what_waives_it(
    srdi_draft, clerk, door, case_url, laoshan_industry_officer, firm, today
):
    IntellectualProperty.objects.filter(enterprise=firm).delete()
    said = {**srdi_draft.claims, "provincial_award_3y_top3": "yes"}
    drafting.save_claims(srdi_draft, said, by=clerk, today=today)
    case = workflow.advance(
        Application.objects.get(pk=srdi_draft.pk), "submit", by=clerk, today=today,
        details={"undertaking": True},
    )  # fmt: skip

    read = words(door(laoshan_industry_officer).get(case_url(case)))

    assert "免于此项" in read
    assert "可免于此项：" in read


# the way up, on the enterprise's page


def test_the_page_of_an_enterprise_shows_its_way_up(firm, door, laoshan_officer):
    holding(firm, "high_tech")

    read = words(door(laoshan_officer).get(page_of(firm)))

    assert "高新技术企业 已持有 有效期至 2027年12月31日" in read
    assert "专精特新中小企业 先取得前置称号" in read
    assert "不作为认定依据" in read


def test_what_awaits_the_years_list_is_said_to_officers_too(firm, door, laoshan_officer):
    holding(firm, "tech_sme", valid_until=date(2026, 3, 31))

    assert "科技型中小企业：上年度入库，待更新" in words(door(laoshan_officer).get(page_of(firm)))


def test_statements_of_a_draft_are_not_read_by_offices(
    srdi_draft, door, laoshan_industry_officer, firm
):
    """Without them the SRDI title lacks data; with them it would be within reach."""
    holding(firm, "tech_sme")

    read = words(door(laoshan_industry_officer).get(page_of(firm)))

    assert "专精特新中小企业 数据不全" in read


# 回测


def test_a_backtest_is_labelled_and_names_rules_and_day(firm, door, laoshan_officer, today):
    asked = {"edition": edition("srdi_sme", "2026").pk, "year": "2024"}

    read = words(door(laoshan_officer).get(backtest_of(firm), asked))

    assert "回测，不作为决定依据" in read
    assert "在 2025年6月15日 并不判断这一称号的申请" in read
    assert "2024 年度数据" in read


def test_rules_in_force_on_that_day_are_still_no_decision(firm, door, laoshan_officer):
    asked = {"edition": edition("srdi_sme", "2026").pk, "year": "2025"}

    read = words(door(laoshan_officer).get(backtest_of(firm), asked))

    assert "回测，不作为决定依据" in read
    assert "是否符合仍以申请的审核为准" in read


def test_a_backtest_reads_the_figures_of_the_year_that_was_asked_for(firm, door, laoshan_officer):
    firm.figures.filter(year=2024).update(total_liabilities=3_600 * factories.WAN)
    asked = {"edition": edition("srdi_sme", "2026").pk}

    browser = door(laoshan_officer)

    assert "资产负债率 90.00%" in words(browser.get(backtest_of(firm), {**asked, "year": "2024"}))
    assert "资产负债率 37.50%" in words(browser.get(backtest_of(firm), {**asked, "year": "2025"}))


def test_figures_typed_into_a_draft_are_not_tested(draft, clerk, door, laoshan_officer, today):
    drafting.save_figures(draft, 2025, {"employees": 59}, by=clerk, today=today)
    asked = {"edition": edition("high_tech", "2016").pk, "year": "2025"}

    read = words(door(laoshan_officer).get(backtest_of(draft.enterprise), asked))

    assert "科技人员占比 30.00%" in read


def test_a_backtest_leaves_nothing_behind(firm, door, laoshan_officer):
    before = JournalEntry.objects.count(), Prospect.objects.count(), Application.objects.count()
    asked = {"edition": edition("high_tech", "2016").pk, "year": "2025"}

    answer = door(laoshan_officer).get(backtest_of(firm), asked)

    assert answer.status_code == 200
    after = JournalEntry.objects.count(), Prospect.objects.count(), Application.objects.count()
    assert after == before


@pytest.mark.parametrize(
    "asked",
    [{}, {"edition": "0", "year": "2025"}, {"edition": "x", "year": "2025"}, {"edition": "٣"},
     {"edition": "9" * 40, "year": "2025"}, {"edition": "1", "year": "1999"}],
)  # fmt: skip
def test_a_backtest_of_what_is_not_offered_only_asks(firm, door, laoshan_officer, asked):
    answer = door(laoshan_officer).get(backtest_of(firm), asked)

    assert answer.status_code == 200
    assert "回测，不作为决定依据" not in words(answer)


def test_a_backtest_cannot_be_sent(firm, door, laoshan_officer):
    assert door(laoshan_officer).post(backtest_of(firm)).status_code == 405


def test_an_officer_of_another_district_finds_no_such_enterprise(firm, door, jimo_officer):
    assert door(jimo_officer).get(backtest_of(firm)).status_code == 404


def test_an_enterprise_without_figures_says_that_nothing_can_be_tested(door, laoshan_officer, db):
    bare = factories.enterprise("青岛新设科技有限公司", 8)

    read = words(door(laoshan_officer).get(backtest_of(bare)))

    assert "没有可以回测的年度数据" in read
