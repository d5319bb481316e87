"""The copy sheet as an enterprise finds it: a page to print, and a workbook that computes nothing."""

import io
import zipfile

import pytest
import python_calamine
from django.urls import reverse

from certifications.models import Edition
from enterprises.models import Enterprise
from tests.certifications.portal.conftest import words

PAGE = reverse("portal:copy_sheet", args=["little_giant"])
SHEET = "xl/worksheets/sheet1.xml"
BOOK = reverse("portal:copy_sheet_xlsx", args=["little_giant"])


def rows_of(answer):
    book = python_calamine.load_workbook(io.BytesIO(answer.content))
    return book.get_sheet_by_index(0).to_python()


def test_the_page_says_platform_address_and_that_the_order_was_not_seen(browser):
    read = words(browser.get(PAGE))

    assert "在优质中小企业梯度培育平台填报时照抄" in read
    assert "zjtx.miit.gov.cn" in read
    assert "平台的实际次序没有核实" in read


def test_an_order_that_was_seen_says_so(browser):
    for edition in Edition.objects.filter(scheme__code="little_giant"):
        edition.rules["system_of_record"]["order_verified"] = "yes"
        Edition.objects.filter(pk=edition.pk).update(rules=edition.rules)

    assert "与平台一致（已核对）" in words(browser.get(PAGE))


def test_a_value_stands_with_year_unit_and_origin(browser):
    assert "营业收入 2025 3000 万元 企业填报" in words(browser.get(PAGE))


def test_a_missing_value_is_marked_and_counted(browser):
    read = words(browser.get(PAGE))

    assert "从事特定细分市场年限 — 未填写" in read
    assert "项还没有数据，表中写着“未填写”" in read


def test_the_page_says_how_the_outcome_comes_back(browser):
    assert "公布的名单由主管部门导入本系统，称号自动记到企业名下" in words(browser.get(PAGE))


def test_the_workbook_has_the_same_rows_as_the_page(browser):
    rows = rows_of(browser.get(BOOK))

    heads = next(row for row in rows if row[0] == "项目")
    assert heads == ["项目", "年度", "填写值（可直接复制）", "单位", "读法", "来源"]
    assert ["营业收入", "2025", "3000", "万元", "3,000.00 万元", "企业填报"] in rows
    assert ["从事特定细分市场年限", "", "", "年", "未填写", ""] in rows


def test_the_workbook_names_enterprise_platform_and_day(browser, firm):
    above = " ".join(str(cell) for row in rows_of(browser.get(BOOK))[:5] for cell in row)

    assert firm.name in above
    assert firm.credit_code in above
    assert "2026-06-15" in above
    assert "平台实际次序未核实" in above


@pytest.mark.parametrize("name", ["=HYPERLINK(0)", "+1", "@SUM(A1)", "-2+3", "\t=1"])
def test_a_name_that_looks_like_a_formula_stays_a_name(browser, firm, name):
    Enterprise.objects.filter(pk=firm.pk).update(name=name)

    answer = browser.get(BOOK)

    cells = [str(cell) for row in rows_of(answer) for cell in row]
    assert f"企业：{name}".strip() in [cell.strip() for cell in cells]
    assert "<f>" not in zipfile.ZipFile(io.BytesIO(answer.content)).read(SHEET).decode()


def test_the_file_is_given_to_keep_under_a_chinese_name(browser):
    answer = browser.get(BOOK)

    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")


def test_a_title_that_is_recorded_with_us_has_nothing_to_copy(browser):
    for address in ("portal:copy_sheet", "portal:copy_sheet_xlsx"):
        assert browser.get(reverse(address, args=["private_benchmark"])).status_code == 404


def test_a_neighbour_gets_their_own_sheet(at_the_door, neighbour, firm):
    read = words(at_the_door(neighbour).get(PAGE))

    assert firm.credit_code not in read
    assert "营业收入 2025 未填写" in read
