"""Home, letters, the register's data, a batch; a case in each state; never more than 25 queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certifications import workflow
from certifications.models import Application
from certifications.procedure import ROADS
from certifications.states import State
from enterprises.models import Letter
from tests import factories
from tests.certifications.portal.conftest import words

MOST_QUERIES = 25


def test_home_says_first_what_waits_for_us(browser, returned):
    page = words(browser.get("/portal/"))

    assert "补正“高新技术企业”申请" in page
    assert page.index("现在要办的事") < page.index("我们站在哪一级") < page.index("在办申请")
    assert "已有" not in page


def test_home_shows_the_rung_held_and_the_next(browser, walked, city_officer, today):
    case = walked(State.PUBLIC_NOTICE)
    end = factories.notice_end(case)
    workflow.advance(
        case, "recognise", by=city_officer, today=end + timedelta(days=1),
        details={"number": "GR202637100001", "issued_on": today, "announced_on": None},
    )  # fmt: skip

    page = words(browser.get("/portal/"))

    assert "高新技术企业 GR202637100001" in page
    assert "有效期至 2029年6月14日" in page
    assert "下一级" in page


def test_home_lists_open_batches_with_working_days_left(browser, today):
    batch = factories.batch("tech_sme", today)
    batch.closes_on = today + timedelta(days=3)
    batch.save()

    page = words(browser.get("/portal/"))

    assert "2026年科技型中小企业申报" in page
    assert "还剩 4 个工作日（含今天）" in page
    assert "国科发政〔2017〕115号" in page


def test_an_unverified_edition_says_so(browser, today):
    batch = factories.batch("private_benchmark", today)

    assert not batch.edition.is_verified
    assert "依据未经官方文本核对" in words(browser.get("/portal/"))
    assert "依据未经官方文本核对" in words(browser.get(f"/portal/batches/{batch.code}/"))


def test_a_batch_shows_each_criterion_with_its_finding_and_its_clause(browser, today):
    batch = factories.batch("high_tech", today)

    page = words(browser.get(f"/portal/batches/{batch.code}/"))

    assert "国科发火〔2016〕32号 第十一条（四）" in page
    assert "科技人员占比：30.00%" in page
    assert "尚不知道" in page and "由审核人判断" in page and "符合" in page


def test_a_batch_says_what_is_not_met(browser, firm, today):
    factories.with_figures(firm, today.year - 1, tech_staff=3)
    batch = factories.batch("high_tech", today)

    page = words(browser.get(f"/portal/batches/{batch.code}/"))

    assert "不符合" in page and "科技人员占比：5.00%" in page


def test_the_register_shows_figures_with_state_and_version(browser, firm):
    page = words(browser.get("/portal/enterprise/"))

    assert firm.credit_code in page and "崂山区" in page
    assert "营业收入" in page and "3,000.00" in page
    assert "企业填报" in page and "第 1 版" in page
    assert "一种传感方法" in page


def test_opening_a_letter_marks_it_read_once(browser, returned):
    letter = Letter.objects.get(kind="returned_for_correction")
    address = f"/portal/letters/{letter.kind}/{letter.due_on}/{letter.about}/"
    assert address in browser.get("/portal/letters/").content.decode()

    browser.get(address)
    letter.refresh_from_db()
    first_read = letter.read_at
    page = browser.get(address)

    letter.refresh_from_db()
    assert first_read is not None and letter.read_at == first_read
    assert "补正" in words(page)
    assert f'href="/portal/applications/{returned.reference}/"' in page.content.decode()


def test_the_address_in_a_letter_is_a_link_in_words(browser, returned):
    letter = Letter.objects.get(kind="returned_for_correction")
    page = browser.get(f"/portal/letters/{letter.kind}/{letter.due_on}/{letter.about}/")

    assert letter.link in letter.body
    assert f'<a href="{letter.link}">查看申请</a>' in page.content.decode()
    assert letter.link not in words(page)


def test_a_letter_does_not_bring_tags_to_the_page(browser, returned):
    letter = Letter.objects.get(kind="returned_for_correction")
    Letter.objects.filter(pk=letter.pk).update(body_zh=f"<b>粗</b> {letter.link}")

    page = browser.get(f"/portal/letters/{letter.kind}/{letter.due_on}/{letter.about}/")

    assert "&lt;b&gt;粗&lt;/b&gt;" in page.content.decode()


def test_a_neighbours_letter_is_not_found(at_the_door, neighbour, returned):
    letter = Letter.objects.get(kind="returned_for_correction")
    door = at_the_door(neighbour)

    for on in (letter.due_on, "never"):
        address = f"/portal/letters/{letter.kind}/{on}/{letter.about}/"
        assert door.get(address).status_code == 404
    letter.refresh_from_db()
    assert letter.read_at is None


def test_the_course_names_offices_and_never_officers(browser, returned):
    page = words(browser.get(f"/portal/applications/{returned.reference}/"))

    assert "崂山区科学技术局" in page
    assert "李科" not in page
    assert "两处需补正" in page


def test_an_officers_own_note_is_not_shown(browser, walked, laoshan_officer, today):
    case = walked(State.DISTRICT_REVIEW)
    workflow.advance(case, "recommend", by=laoshan_officer, today=today, note="内部意见")

    assert "内部意见" not in words(browser.get(f"/portal/applications/{case.reference}/"))


def test_a_case_on_public_notice_says_from_when_to_when(browser, walked):
    case = walked(State.PUBLIC_NOTICE)

    page = browser.get(f"/portal/applications/{case.reference}/")

    assert "公示期 2026年6月15日至 2026年6月29日" in words(page)
    assert f'href="/notices/{case.notice_entry.notice.key}/"' in page.content.decode()


def test_a_person_of_two_enterprises_chooses_which_to_speak_for(browser, clerk):
    other = factories.enterprise("青岛海晏新材料股份有限公司", 2)
    factories.member(clerk, other)

    asked = words(browser.get("/portal/"))
    browser.post("/portal/choose/", {"enterprise": other.credit_code})

    assert "为哪家企业办事" in asked and other.name in asked
    assert "现在要办的事" in words(browser.get("/portal/"))
    assert other.name in words(browser.get("/portal/enterprise/")).split("登记系统掌握的信息")[0]
    stranger = browser.post("/portal/choose/", {"enterprise": "91370212000000000X"})
    assert stranger.status_code == 404


def test_an_enterprise_of_which_nothing_is_known_still_reads_well(at_the_door, neighbour):
    door = at_the_door(neighbour)

    assert "没有等您办理的事" in words(door.get("/portal/"))
    assert "还没有年度数据" in words(door.get("/portal/enterprise/"))
    assert "还没有信件" in words(door.get("/portal/letters/"))


@pytest.mark.parametrize("code", ["tech_sme", "srdi_sme", "high_tech", "private_benchmark"])
def test_every_walked_scheme_can_be_opened_and_filled(browser, firm, today, code):
    batch = factories.batch(code, today)
    browser.post(f"/portal/batches/{batch.code}/start/", {"enterprise": firm.credit_code})
    case = Application.objects.get()

    for page in ("", "figures/2025/", "statements/", "materials/", "check/"):
        assert browser.get(f"/portal/applications/{case.reference}/{page}").status_code == 200
    assert case.edition.road in ROADS


@pytest.mark.parametrize(
    "page",
    [
        "",
        "figures/2025/",
        "statements/",
        "materials/",
        "defects/",
        "check/",
        "receipt/",
        "withdraw/",
    ],
)
def test_a_page_of_a_case_asks_the_database_little(browser, returned, page):
    address = f"/portal/applications/{returned.reference}/{page}"

    with CaptureQueriesContext(connection) as queries:
        assert browser.get(address).status_code == 200

    assert len(queries) <= MOST_QUERIES, [query["sql"][:120] for query in queries]


@pytest.mark.parametrize("page", ["", "letters/", "enterprise/", "batches/high_tech-2026/"])
def test_a_page_of_the_door_asks_the_database_little(browser, returned, page):
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(f"/portal/{page}").status_code == 200

    assert len(queries) <= MOST_QUERIES, [query["sql"][:120] for query in queries]


def test_every_page_can_be_read_in_english(at_the_door, clerk, returned):
    clerk.language = "en"
    clerk.save()
    door = at_the_door(clerk)

    for page in (
        "",
        "figures/2025/",
        "statements/",
        "materials/",
        "defects/",
        "check/",
        "receipt/",
    ):
        response = door.get(f"/portal/applications/{returned.reference}/{page}")
        assert response.status_code == 200
        assert '<html lang="en"' in response.content.decode()
