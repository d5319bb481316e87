"""The queue and the start page: due first, by light, quick, and searched by any name."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from certifications import drafting, workflow
from certifications.models import Application
from certifications.states import State
from enterprises import registration
from enterprises.clock import now
from enterprises.figures import state_figures
from tests import factories

LIST = "/admin/certifications/application/"


@pytest.fixture
def hundred(db, today):
    """A hundred cases that wait at 崂山区科学技术局, written as rows: the queue's size, not its story."""
    clerk = factories.person("many", "众多")
    firm = factories.member(clerk, factories.with_figures(factories.enterprise(serial=900), 2025))
    first = factories.fill(
        drafting.open_application(
            firm.memberships.get().enterprise, factories.batch("high_tech", today),
            by=clerk, today=today,
        ),
        by=clerk, today=today,
    )  # fmt: skip
    case = workflow.advance(first, "submit", by=clerk, today=today, details={"undertaking": True})
    for serial in range(1, 100):
        other = factories.enterprise(f"青岛第{serial}传感有限公司", serial=serial)
        case.pk, case.reference, case.enterprise = None, f"REF{serial:09d}", other
        case.due_on = today + timedelta(days=serial)
        case.save(force_insert=True)
    return Application.objects.all()


def test_the_queue_of_a_hundred_asks_few_questions(
    hundred, door, laoshan_officer, django_assert_max_num_queries
):
    browser = door(laoshan_officer)
    browser.get(LIST)

    with django_assert_max_num_queries(25):
        page = browser.get(LIST, {"turn": "ours", "light": "green"}).content.decode()

    assert page.count("field-enterprise_name") > 90


def test_the_start_page_of_a_hundred_asks_few_questions(
    hundred, door, laoshan_officer, django_assert_max_num_queries
):
    browser = door(laoshan_officer)
    browser.get("/admin/")

    with django_assert_max_num_queries(25):
        page = browser.get("/admin/").content.decode()

    assert '<span class="figure">100</span>' in page


def test_the_queue_stands_due_first(hundred, door, laoshan_officer):
    page = door(laoshan_officer).get(LIST).content.decode()

    assert page.index("青岛第1传感") < page.index("青岛第2传感") < page.index("青岛第50传感")


@pytest.mark.parametrize(
    ("days", "light", "words"),
    [(0, "green", "正常"), (7, "yellow", "过半"), (8, "yellow", "过半"), (9, "overdue", "已超期")],
)
def test_a_case_shows_the_light_of_its_term(
    walked, door, laoshan_officer, settings, today, days, light, words
):
    case = walked(State.SUBMITTED)  # five working days to accept: 16, 17, 18, 22, 23 June
    settings.REGISTRY_TODAY = today + timedelta(days=days)
    browser = door(laoshan_officer)

    by_light = browser.get(LIST, {"light": light}).content.decode()
    others = browser.get(LIST, {"light": "red"}).content.decode()
    start = browser.get("/admin/").content.decode()

    assert case.reference in by_light
    assert case.reference not in others
    assert words in start


@pytest.mark.parametrize("words", ["澄明传感", "旧名仪表", "91370212MAT", "reference"])
def test_a_case_is_found_by_any_name_or_code(walked, door, laoshan_officer, firm, today, words):
    case = walked(State.SUBMITTED)
    firm.names.update(until=today - timedelta(days=1))
    firm.names.create(name=firm.name, since=today)
    firm.names.filter(until__isnull=False).update(name="青岛旧名仪表有限公司")
    asked = case.reference if words == "reference" else words

    browser = door(laoshan_officer)

    assert case.reference in browser.get(LIST, {"q": asked}).content.decode()
    assert case.reference not in browser.get(LIST, {"q": "没有这家"}).content.decode()


def test_the_list_is_narrowed_by_stage_turn_scheme_and_batch(walked, door, laoshan_officer):
    case = walked(State.EXPERT_REVIEW)
    browser = door(laoshan_officer)

    shown = {
        f"{word}={value}": case.reference in browser.get(LIST, {word: value}).content.decode()
        for word, value in [
            ("turn", "ours"), ("turn", "open"), ("turn", "closed"), ("turn", "enterprise"),
            ("stage", "expert_review"), ("stage", "correction"),
            ("scheme", "high_tech"), ("scheme", "srdi_sme"), ("batch", "high_tech-2026"),
        ]
    }  # fmt: skip

    assert [word for word, is_shown in shown.items() if is_shown] == [
        "turn=open", "stage=expert_review", "scheme=high_tech", "batch=high_tech-2026"
    ]  # fmt: skip


def test_an_unmet_criterion_is_flagged_in_the_queue(draft, clerk, door, laoshan_officer, today):
    drafting.save_figures(draft, 2025, {"tech_staff": 2}, by=clerk, today=today)
    workflow.advance(draft, "submit", by=clerk, today=today, details={"undertaking": True})

    page = door(laoshan_officer).get(LIST).content.decode()

    assert "1 项不符合" in page


def test_the_start_page_tells_what_others_did_since_yesterday(walked, door, laoshan_officer):
    walked(State.SUBMITTED)

    page = door(laoshan_officer).get("/admin/").content.decode()

    assert "王晓" in page and "提交" in page


def test_notices_and_objections_stand_on_the_city_officers_start_page(
    walked, door, city_officer, laoshan_officer, today
):
    case = walked(State.PUBLIC_NOTICE)
    case.notice_entry.objections.create(
        by_kind="person", by_name="赵某", contact="1", says="争议", raised_on=today
    )

    page = door(city_officer).get("/admin/").content.decode()

    assert "#objection-" in page and "1 家，" in page
    assert "#objection-" not in door(laoshan_officer).get("/admin/").content.decode()


def test_a_statistician_finds_no_case_on_the_start_page(walked, door, statistician):
    walked(State.SUBMITTED)

    browser = door(statistician)
    page = browser.get("/admin/").content.decode()

    assert "青岛澄明传感技术有限公司" not in page and "我的待办" not in page
    assert browser.get(LIST).status_code == 403


def test_the_enterprise_page_shows_what_is_known_and_only_visible_cases(
    walked, srdi_draft, clerk, door, laoshan_officer, laoshan_industry_officer, firm, today
):
    case = walked(State.SUBMITTED)
    other = workflow.advance(
        srdi_draft, "submit", by=clerk, today=today, details={"undertaking": True}
    )
    workflow.advance(case, "accept", by=laoshan_officer, today=today)
    registration.rename(firm, "青岛澄明智能传感有限公司", on=today, by=None)
    url = f"/admin/enterprises/enterprise/{firm.credit_code}/change/"

    page = door(laoshan_officer).get(url).content.decode()
    neighbours = door(laoshan_industry_officer).get(url).content.decode()

    assert "青岛澄明传感技术有限公司" in page and "青岛澄明智能传感有限公司" in page
    assert "3,000.00 万元" in page and "变更名称" in page and "崂山区" in page
    assert case.reference in page and other.reference not in page
    assert other.reference in neighbours and case.reference not in neighbours
    assert "/admin/enterprises/letter/" in page and "/admin/enterprises/letter/" not in neighbours


def test_the_enterprise_page_says_who_entered_a_years_figures_and_why(
    door, firm, clerk, laoshan_officer
):
    state_figures(
        firm, 2025, {"employees": 61}, by=clerk, at=now(), source="年报", reason="漏报一人"
    )
    url = f"/admin/enterprises/enterprise/{firm.credit_code}/change/"

    page = door(laoshan_officer).get(url).content.decode()

    assert "2025 · 第 " in page and str(clerk) in page and "更正理由：漏报一人" in page


def test_an_enterprise_of_another_district_is_not_found(door, firm, jimo_officer, city_officer):
    url = f"/admin/enterprises/enterprise/{firm.credit_code}/change/"

    assert door(jimo_officer).get(url).status_code == 404
    assert door(city_officer).get(url).status_code == 200


def test_nothing_is_uploaded_or_edited_through_a_reading_page(door, firm, city_officer):
    url = f"/admin/enterprises/enterprise/{firm.credit_code}/change/"

    door(city_officer).post(url, {"name": "改名", "file": SimpleUploadedFile("a.pdf", b"x")})

    firm.refresh_from_db()
    assert firm.name == "青岛澄明传感技术有限公司"


def test_an_enterprise_is_found_by_a_part_of_its_name(door, firm, laoshan_officer):
    browser = door(laoshan_officer)

    assert (
        firm.credit_code
        in browser.get("/admin/enterprises/enterprise/", {"q": "澄明"}).content.decode()
    )
    assert (
        firm.credit_code
        not in browser.get("/admin/enterprises/enterprise/", {"q": "没有这家"}).content.decode()
    )


def test_a_notice_shows_how_it_stands_today(walked, door, city_officer, settings, today):
    walked(State.PUBLIC_NOTICE)
    browser, url = door(city_officer), "/admin/certifications/notice/"

    running = browser.get(url).content.decode()
    settings.REGISTRY_TODAY = today + timedelta(days=60)
    over = browser.get(url).content.decode()

    assert "公示中" in running and "已结束" in over


@pytest.mark.parametrize(("on", "words"), [(0, "申报中"), (-200, "未开始"), (300, "已截止")])
def test_a_batch_shows_how_it_stands_today(draft, door, city_officer, settings, today, on, words):
    settings.REGISTRY_TODAY = today + timedelta(days=on)

    assert words in door(city_officer).get("/admin/certifications/batch/").content.decode()


def test_a_notice_that_has_run_is_told_from_one_that_runs(
    walked, door, city_officer, settings, today
):
    case = walked(State.PUBLIC_NOTICE)
    browser = door(city_officer)

    def found(stage: str) -> bool:
        return case.reference in browser.get(LIST, {"stage": stage}).content.decode()

    running = [found("notice_running"), found("notice_over"), found("public_notice")]
    listed, start = browser.get(LIST).content.decode(), browser.get("/admin/").content.decode()
    settings.REGISTRY_TODAY = factories.notice_end(case) + timedelta(days=1)
    over = [found("notice_running"), found("notice_over"), found("public_notice")]

    assert (running, over) == ([True, False, True], [False, True, True])
    assert "公示至 " in listed and "stage=notice_running" in start
    assert "公示已满" in browser.get("/admin/").content.decode()
    assert "stage=notice_over" in browser.get("/admin/").content.decode()


def test_a_filter_that_is_asked_for_the_unknown_names_what_it_knows(walked, door, laoshan_officer):
    case = walked(State.SUBMITTED)

    page = door(laoshan_officer).get(LIST, {"light": "purple"}).content.decode()

    assert "没有“purple”这个选项，没有按它筛选" in page and "临期 (red)" in page
    assert case.reference in page


def test_the_batch_filter_is_folded_and_offers_only_batches_with_cases(
    walked, door, laoshan_officer, today
):
    walked(State.SUBMITTED)
    other = factories.batch("tech_sme", today)
    browser = door(laoshan_officer)

    folded = browser.get(LIST).content.decode()
    chosen = browser.get(LIST, {"batch": "high_tech-2026"}).content.decode()

    assert 'data-filter-title="批次">' in folded
    assert 'data-filter-title="批次" open>' in chosen
    assert other.code not in folded


def test_a_list_counts_its_rows_once_and_leads_back_to_todays_work(walked, door, laoshan_officer):
    walked(State.SUBMITTED)
    browser = door(laoshan_officer)

    page = browser.get(LIST).content.decode()
    offices = browser.get("/admin/enterprises/office/").content.decode()

    assert page.count("共 1 条") == 1 and "1 申请" not in page
    for each in (page, offices):
        assert '<a href="/admin/">今日待办</a> ›' in each and "首页" not in each


def test_the_reference_stands_beside_the_enterprise_on_the_start_page(
    walked, door, laoshan_officer
):
    case = walked(State.SUBMITTED)

    page = door(laoshan_officer).get("/admin/").content.decode()
    urgent, _between, changes = page.partition('id="changes"')

    for part in (urgent, changes):
        assert f'code">{case.reference}</span>' in part
