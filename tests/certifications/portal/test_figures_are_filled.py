"""Figures of a year: read as people type them, refused with a sentence, kept with their origin."""

from decimal import Decimal

import pytest

from enterprises.clock import now
from enterprises.figures import state_figures
from enterprises.models import YearlyFigures
from tests.certifications.portal.conftest import words


def latest(firm, year=2025):
    return YearlyFigures.objects.latest_versions().get(enterprise=firm, year=year)


@pytest.fixture
def address(empty_draft):
    return f"/portal/applications/{empty_draft.reference}/figures/2025/"


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("3260.5", "32605000.00"),
        ("3,260.5", "32605000.00"),
        ("３２６０．５", "32605000.00"),
        (" 3 260.5 万元", "32605000.00"),
        ("3，260", "32600000.00"),
        ("0", "0.00"),
    ],
)
def test_a_sum_is_typed_in_ten_thousands_and_kept_in_yuan(browser, address, firm, typed, yuan):
    response = browser.post(address, {"revenue": typed, "seen": "1"})

    assert response.status_code == 302
    assert latest(firm).revenue == Decimal(yuan)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("很多", "请只填数字"),
        ("1e5", "不要用科学记数法"),
        ("12,34", "去掉逗号"),
        ("3.2亿元", "按本栏单位换算"),
        ("-5", "不能是负数"),
        ("999999999999", "请核对是否按元填写"),
        ("0.0000001", "最多精确到分"),
        ("/", "不要填“无”或“/”"),
    ],
)
def test_what_is_no_sum_is_refused_and_the_other_values_stay(
    browser, address, firm, typed, sentence
):
    response = browser.post(address, {"revenue": typed, "rd_spend": "３２１", "seen": "1"})

    assert response.status_code == 422
    page = response.content.decode()
    assert sentence in page
    assert "错误：" in page.split("</title>")[0]
    assert 'href="#id_revenue"' in page
    assert 'value="３２１"' in page and typed in page
    assert latest(firm).version == 1


def test_a_part_larger_than_its_whole_is_refused(browser, address, firm):
    response = browser.post(
        address, {"revenue": "100", "main_revenue": "101", "main_product_revenue": "5", "seen": "1"}
    )

    assert response.status_code == 422
    assert "“主营业务收入”大于“营业收入”" in words(response)
    assert latest(firm).version == 1


def test_an_emptied_figure_becomes_unknown_not_zero(browser, address, firm):
    browser.post(address, {"revenue": "", "seen": "1"})

    assert latest(firm).revenue is None


def test_people_are_whole_numbers(browser, draft, firm):
    address = f"/portal/applications/{draft.reference}/figures/2025/"

    response = browser.post(address, {"employees": "60.5", "tech_staff": "十八", "seen": "1"})

    assert response.status_code == 422
    assert "请填写不小于 0 的整数" in words(response)
    assert "请只填数字" in words(response)


def test_a_value_is_shown_with_the_version_that_brought_it(browser, address, firm, empty_draft):
    browser.post(address, {**_as_typed(firm), "rd_spend": "250", "seen": "1"})

    page = words(browser.get(address))

    assert f"申请 {empty_draft.reference}（王晓 填报） · 第 2 版" in page
    assert "test · 第 1 版" in page


def _as_typed(firm):
    row = latest(firm)
    codes = ("revenue", "main_revenue", "main_product_revenue", "rd_spend", "total_assets")
    codes += ("total_liabilities", "new_equity")
    return {code: str(getattr(row, code) / 10_000) for code in codes}


def test_a_colleagues_later_version_is_not_overwritten_unseen(browser, address, firm, filler):
    state_figures(
        firm, 2025, {"revenue": Decimal(50_000_000)}, by=filler, at=now(), source="colleague"
    )

    response = browser.post(address, {**_as_typed(firm), "revenue": "5555", "seen": "1"})

    assert response.status_code == 409
    assert "小赵保存了第 2 版" in words(response)
    assert "现存：5,000.00 万元" in words(response)
    assert 'value="5555"' in response.content.decode()
    assert latest(firm).revenue == Decimal(50_000_000)
    again = browser.post(address, {**_as_typed(firm), "revenue": "5555", "seen": "2"})
    assert again.status_code == 302
    assert latest(firm).revenue == Decimal(55_550_000)


def test_saving_the_same_twice_makes_one_version(browser, address, firm):
    typed = {**_as_typed(firm), "revenue": "5555"}
    browser.post(address, {**typed, "seen": "1"})

    again = browser.post(address, {**typed, "seen": "1"})

    assert again.status_code == 302
    assert latest(firm).version == 2


def test_figures_of_a_case_under_review_are_locked(browser, walked, firm):
    case = walked("submitted")
    address = f"/portal/applications/{case.reference}/figures/2025/"

    response = browser.post(address, {"revenue": "5555", "seen": "1"})

    assert response.status_code == 409
    assert "内容已经锁定" in words(response)
    assert 'value="5555"' in response.content.decode()
    assert "内容已锁定" in words(browser.get(address))


def test_a_figure_reached_from_the_check_page_leads_back_to_it(browser, address, firm, empty_draft):
    response = browser.post(f"{address}?back=check", {**_as_typed(firm), "seen": "1"})

    assert response.url == f"/portal/applications/{empty_draft.reference}/check/"
