"""J2: what to correct is said first, answered item by item, and handed in again."""

from certifications.states import State
from tests import factories
from tests.certifications.portal.conftest import words


def test_the_status_and_every_defect_come_first(browser, returned):
    page = words(browser.get(f"/portal/applications/{returned.reference}/"))

    assert page.index("待补正") < page.index("补正通知：共 2 项") < page.index("要完成的事")
    # Ten working days from 16 June, without 19 June (Dragon Boat), end on the 30th; today counts too.
    assert "还剩 11 个工作日" in page and "2026年6月30日（星期二）前" in page
    assert "第 3 页模糊" in page and "请重新扫描" in page
    assert "2025 年营业收入" in page
    assert page.count("需补正") >= 3


def test_the_officers_note_stands_where_it_is_corrected(browser, returned):
    base = f"/portal/applications/{returned.reference}/"

    assert "与审计报告不一致" in words(browser.get(base + "figures/2025/"))
    assert "与审计报告不一致" not in words(browser.get(base + "figures/2024/"))
    assert "第 3 页模糊" in words(browser.get(base + "materials/"))


def test_a_case_is_corrected_answered_and_handed_in_again(browser, returned):
    base = f"/portal/applications/{returned.reference}/"
    browser.post(
        base + "materials/",
        {"rd_audit": factories.upload("审计重扫.pdf", factories.PDF + b"again")},
    )
    changed = {
        "revenue": "3100", "net_assets": "2500", "rd_spend": "240", "rd_spend_domestic": "240",
        "hightech_income": "2400", "total_income": "3150", "employees": "60", "tech_staff": "18",
        "seen": "1",
    }  # fmt: skip
    browser.post(base + "figures/2025/", changed)
    before = words(browser.get(base + "defects/"))

    first = browser.post(base + "defects/", {"d1-answer": "changed"}, follow=True)
    last = browser.post(
        base + "defects/",
        {"d1-answer": "changed", "d2-answer": "explained", "d2-says": "已按审计报告更正"},
        follow=True,
    )
    done = browser.post(base + "check/", {}, follow=True)

    assert "3,000.00 万元" in before and "3,100.00 万元" in before and "（已改动）" in before
    assert "还有 1 项没有答复" in words(first)
    assert last.redirect_chain[-1][0] == base + "check/"
    assert "已收到您的补正" in words(done)
    returned.refresh_from_db()
    assert returned.state == State.DISTRICT_REVIEW


def test_an_explanation_needs_its_words_and_keeps_the_other_answers(browser, returned):
    response = browser.post(
        f"/portal/applications/{returned.reference}/defects/",
        {"d1-answer": "disagreed", "d1-says": "", "d2-answer": "", "d2-says": "稍后"},
    )

    page = words(response)
    assert response.status_code == 422
    assert "请写明说明或不同意见的内容" in page
    assert "还没有选择答复" in page and "稍后" in page
    assert not returned.defects.exclude(answer="").exists()


def test_it_is_not_handed_in_with_a_defect_unanswered(browser, returned):
    base = f"/portal/applications/{returned.reference}/"

    response = browser.post(base + "check/", {})

    assert response.status_code == 422
    assert "还有 2 项补正没有答复" in words(response)
    assert "还有 2 项补正没有答复" in words(browser.get(base + "check/"))


def test_a_case_that_was_not_returned_has_nothing_to_answer(browser, draft):
    base = f"/portal/applications/{draft.reference}/"

    assert browser.get(base + "defects/").url == base
