"""还差什么: where an enterprise stands, what is open to it, what is missing, and what to do next."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from certifications import drafting, workflow
from certifications.models import Application, Batch, Certification, Scheme
from certifications.states import State
from enterprises.clock import now
from enterprises.figures import state_figures
from enterprises.models import IntellectualProperty
from tests import factories
from tests.certifications.portal.conftest import words

WAN = factories.WAN
OVERVIEW = reverse("portal:climb")


def page_of(scheme):
    return reverse("portal:climb_to", args=[scheme])


def holding(firm, scheme, until=date(2027, 12, 31), number="X-0001"):
    return Certification.objects.create(
        enterprise=firm, scheme=Scheme.objects.get(code=scheme), number=number, conferred_by="某局",
        issued_on=date(2025, 1, 1), valid_from=date(2025, 1, 1), valid_until=until,
        source="list", recorded_at=now(),
    )  # fmt: skip


def with_501_staff(firm):
    """One thing in the way of the tech-SME title: the ceiling is 500 people."""
    state_figures(firm, 2025, {"employees": 501, "tech_staff": 200}, by=None, at=now(), source="t")


# the ladder


def test_the_picture_says_in_words_where_the_firm_stands(browser, firm):
    holding(firm, "high_tech")

    page = browser.get(OVERVIEW).content.decode()

    described = page[page.index("<desc") : page.index("</desc>")]
    assert 'role="img"' in page
    assert "高新技术企业：已持有" in described
    assert "雏鹰企业：条件未公布" in described


def test_the_table_below_says_the_same_as_the_picture(browser, firm):
    holding(firm, "high_tech")

    read = words(browser.get(OVERVIEW))

    assert "高新技术企业 科技轨道 已持有 有效期至 2027年12月31日" in read
    assert "以科技型中小企业或创新型中小企业为前提" in read
    assert "高新技术企业可直通" in read


def test_a_title_one_step_away_says_what_the_step_is(browser, firm):
    with_501_staff(firm)

    read = words(browser.get(OVERVIEW))

    assert "只差一项 职工总数减少 1 人，降到 500 人（与 2025 年相比）" in read


def test_a_number_that_lapsed_on_the_yearly_day_awaits_its_successor(browser, firm):
    holding(firm, "tech_sme", until=date(2026, 3, 31))

    read = words(browser.get(OVERVIEW))

    assert "“科技型中小企业”：上年度入库，待更新" in read
    assert "编号 X-0001 已于 2026年3月31日 到期" in read


def test_an_umbrella_title_is_held_with_a_title_under_it(browser, firm):
    holding(firm, "innovative_sme")

    assert "科技和创新型中小企业 产业轨道 已持有 随下属称号具备" in words(browser.get(OVERVIEW))


def test_a_title_that_only_people_decide_is_not_called_within_reach(browser):
    assert "产业链链主企业 本市评选轨道 由主管部门评定" in words(browser.get(OVERVIEW))


def test_another_title_that_must_come_first_is_no_single_step(browser):
    read = words(browser.get(OVERVIEW))

    assert "重点“小巨人”企业（中央财政支持） 产业轨道 先取得前置称号" in read


def test_the_home_page_leads_to_the_ladder_and_marks_what_awaits_renewal(browser, firm):
    holding(firm, "tech_sme", until=date(2026, 3, 31))

    home = browser.get(reverse("portal:home"))

    assert f'href="{OVERVIEW}"' in home.content.decode()
    assert "上年度入库，待更新" in words(home)


# one title


def test_every_criterion_shows_value_origin_demand_and_clause(browser, firm):
    holding(firm, "tech_sme")

    read = words(browser.get(page_of("srdi_sme")))

    assert "要求：资产负债率 ≤ 80%" in read
    assert "我们掌握的：资产负债率：37.50% 企业填报" in read
    assert "证明材料：近两年审计报告" in read
    assert "依据：工信部企业〔2026〕2号 附件1" in read


def test_a_verified_and_a_conflicting_figure_are_told_apart(browser, firm):
    for state, says in (("verified", "已核实"), ("conflicting", "存在矛盾")):
        firm.figures.filter(year=2025).update(state=state)

        assert f"资产负债率：37.50% {says}" in words(browser.get(page_of("srdi_sme")))


def test_missing_figures_are_unknown_and_never_no(browser, firm):
    firm.figures.all().delete()

    read = words(browser.get(page_of("srdi_sme")))

    assert "0 项不符合" not in read  # the base title is missing: that is known
    assert "1 项不符合" in read
    assert "资产负债率：尚不知道" in read
    assert "2025 年资产总额" in read


def test_a_missing_figure_leads_to_the_field_of_the_open_draft(browser, empty_draft, firm):
    firm.figures.all().delete()

    page = browser.get(page_of("srdi_sme")).content.decode()

    field = reverse("portal:figures", args=[empty_draft.reference, 2025]) + "#id_revenue"
    assert field in page


def test_without_a_draft_a_missing_fact_leads_to_the_open_batch(browser, firm, today):
    batch = factories.batch("innovative_sme", today)

    page = browser.get(page_of("innovative_sme"))

    assert f"在批次“{batch}”开始申报后填写" in words(page)
    assert reverse("portal:batch", args=[batch.code]) in page.content.decode()


def test_the_gaps_are_listed_with_unit_and_direction(browser, firm):
    with_501_staff(firm)

    read = words(browser.get(page_of("tech_sme")))

    assert "办法 1" in read
    assert "职工总数减少 1 人，降到 500 人（与 2025 年相比）" in read
    assert "以往年度的数据只能如实填报" in read


def test_what_no_change_can_mend_is_said_first(browser, firm):
    firm.registered_on = date(1990, 1, 1)
    firm.save()

    read = words(browser.get(page_of("unicorn")))

    assert "这些条件企业自己改变不了，现在不能申报" in read
    assert read.index("这些条件企业自己改变不了") < read.index("逐条结果")


def test_the_score_stands_by_dimension_with_its_least(browser):
    read = words(browser.get(page_of("innovative_sme")))

    assert "创新能力" in read
    assert "至少 20 分" in read
    assert "看 2 项怎么得分" in read


def test_a_direct_route_says_that_the_score_is_for_information_only(browser, firm):
    holding(firm, "high_tech")

    assert "不再要求评价得分，分数只供参考" in words(browser.get(page_of("tech_sme")))


def test_a_waived_condition_is_neither_met_nor_missing(browser, srdi_draft, clerk, firm, today):
    IntellectualProperty.objects.filter(enterprise=firm).delete()
    said = {**srdi_draft.claims, "provincial_award_3y_top3": "yes"}
    drafting.save_claims(srdi_draft, said, by=clerk, today=today)

    read = words(browser.get(page_of("srdi_sme")))

    assert "免于此项 拥有 1 项以上与主导产品相关的Ⅰ类知识产权" in read
    assert "1 项免除" in read


def test_the_earliest_day_comes_with_what_is_waited_for(browser, firm, today):
    firm.registered_on = date(2026, 1, 10)
    firm.save()

    read = words(browser.get(page_of("high_tech")))

    assert "最早哪天能符合 2027年1月10日" in read


def test_what_a_draft_states_counts_for_its_own_enterprise(browser, srdi_draft):
    assert "从事特定细分市场年限：6 年 企业填报" in words(browser.get(page_of("srdi_sme")))


# what happens next


def test_an_open_batch_is_the_next_step(browser, firm, today):
    batch = factories.batch("tech_sme", today)

    page = browser.get(page_of("tech_sme"))

    assert f"批次“{batch.name}”正在接受申报" in words(page)
    assert reverse("portal:batch", args=[batch.code]) in page.content.decode()


def test_a_case_under_way_is_the_next_step(browser, srdi_draft):
    page = browser.get(page_of("srdi_sme"))

    assert "申请正在办理：填报中" in words(page)
    assert reverse("portal:application", args=[srdi_draft.reference]) in page.content.decode()


def test_a_batch_to_come_says_when_it_opens(browser, today):
    batch = factories.batch("tech_sme", today)
    Batch.objects.filter(pk=batch.pk).update(opens_on=date(2026, 9, 1), closes_on=date(2026, 9, 30))

    assert "将于 2026年9月1日开放" in words(browser.get(page_of("tech_sme")))


def test_a_title_conferred_above_leads_to_the_copy_sheet(browser):
    page = browser.get(page_of("little_giant"))

    assert "由上级机关认定，本系统不受理申请" in words(page)
    assert reverse("portal:copy_sheet", args=["little_giant"]) in page.content.decode()


def test_a_title_nobody_found_the_conditions_of_says_so(browser):
    read = words(browser.get(page_of("eaglet")))

    assert "没有可以对照的条件" in read
    assert "打开抄写单" not in read


def test_the_last_refusal_is_said_until_a_new_application_is_on(
    browser, walked, laoshan_officer, today
):
    case = walked(State.SUBMITTED)
    case = workflow.advance(
        case, "refuse_acceptance", by=laoshan_officer, today=today, note="不属于本区"
    )
    page = page_of(case.scheme.code)

    read = words(browser.get(page))
    assert "上次申请：不予受理" in read and "看上次的理由" in read

    Application.objects.filter(pk=case.pk).update(state=State.WITHDRAWN)
    assert "上次申请" not in words(browser.get(page))


def test_a_held_title_is_judged_by_the_rules_of_renewal(browser, firm):
    holding(firm, "tech_sme")
    holding(firm, "srdi_sme", number="X-0002")

    assert "下面按复核（重新认定）的条件判断" in words(browser.get(page_of("srdi_sme")))


# who sees it


def test_a_neighbour_reads_of_their_own_firm_only(at_the_door, neighbour, firm):
    holding(firm, "high_tech")
    browser = at_the_door(neighbour)

    assert "高新技术企业 科技轨道 已持有" not in words(browser.get(OVERVIEW))


@pytest.mark.parametrize("address", ["portal:climb_to", "portal:copy_sheet"])
def test_a_title_that_is_not_on_the_ladder_is_not_found(browser, address):
    assert browser.get(reverse(address, args=["no_such_title"])).status_code == 404


@pytest.mark.parametrize("scheme", ["tech_sme", "high_tech", "srdi_sme", "little_giant", "eaglet"])
def test_every_page_of_a_title_opens_for_a_firm_of_which_nothing_is_known(at_the_door, db, scheme):
    firm = factories.enterprise("青岛新设科技有限公司", 7)
    browser = at_the_door(factories.member(factories.person("fresh", "新人"), firm))

    assert browser.get(page_of(scheme)).status_code == 200


def test_the_ladder_asks_few_questions_of_the_database(
    browser, firm, django_assert_max_num_queries
):
    browser.get(OVERVIEW)

    with django_assert_max_num_queries(45):
        assert browser.get(OVERVIEW).status_code == 200


def test_a_gap_in_money_says_how_much(browser, firm):
    holding(firm, "tech_sme")
    state_figures(firm, 2025, {"rd_spend": Decimal("876_000")}, by=None, at=now(), source="t")

    read = words(browser.get(page_of("srdi_sme")))

    assert "研究开发费用再增 12.4 万元，达到 100 万元（与 2025 年相比）" in read
