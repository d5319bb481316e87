"""Pages, tables and the words around the rows."""

import csv
import io

import pytest
import python_calamine

from registry.api.formats import cell, table


def test_pages_follow_each_other_without_gap_or_repeat(town, ask):
    numbers, address, pages = [], "enterprises/?page_size=2", 0
    while address:
        answer = ask(address).json()
        numbers += [row["credit_code"] for row in answer["results"]]
        address = answer["next"] and answer["next"].split("/api/v1/")[1]
        pages += 1

    assert pages == 2
    assert len(set(numbers)) == len(numbers) == 4


def test_an_enterprise_registered_meanwhile_comes_last_and_disturbs_no_page(town, ask):
    first = ask("enterprises/", page_size=2).json()
    town.enterprise("青岛后来科技有限公司")

    rows = ask(first["next"].split("/api/v1/")[1].replace("page_size=2", "page_size=9")).json()
    assert [row["name"] for row in rows["results"]][-1] == "青岛后来科技有限公司"
    assert len(rows["results"]) == 3


def test_the_last_page_says_that_nothing_follows(town, ask):
    assert ask("enterprises/", page_size=4).json()["next"] is None


def test_the_next_address_keeps_the_question(town, ask):
    following = ask("certifications/", scheme="high_tech", page_size=1).json()["next"]

    assert "scheme=high_tech" in following


def test_a_table_opens_in_a_chinese_excel_and_names_its_columns(town, ask):
    answer = ask("certifications/", format="csv")

    text = answer.content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer["Content-Type"].startswith("text/csv")
    assert {line["district.name_zh"] for line in lines} == {"崂山区"}
    assert lines[0]["enterprise.name"]


def test_a_workbook_holds_the_same_rows(town, ask):
    answer = ask("certifications/", format="xlsx")

    book = python_calamine.load_workbook(io.BytesIO(answer.content))
    sheet = book.get_sheet_by_index(0).to_python()
    assert sheet[0][0] == "number"
    assert {row[0] for row in sheet[1:]} == {"GR202437100001", "SRDI-1", "GR202537100002"}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"), ("@cmd", "'@cmd"), ("-2+3", "'-2+3"), ("+86 532", "'+86 532"),
        ("-2.5", "-2.5"), ("8500", "8500"), (None, ""), (True, True), (3, 3), ("青岛", "青岛"),
    ],
)  # fmt: skip
def test_text_that_looks_like_a_formula_is_marked_as_text(value, written):
    assert cell(value) == written


def test_rows_of_different_columns_share_one_header():
    assert table([{"a": 1}, {"b": {"c": [1, 2]}}]) == [["a", "b.c"], [1, ""], ["", "1 2"]]


def test_an_empty_table_is_an_empty_table(ask, db):
    assert ask("certifications/", format="csv").status_code == 200


@pytest.mark.parametrize("path", ["schemes/high_tech/", "indicators/srdi_smes/"])
def test_a_single_object_is_a_table_of_one_row(ask, db, path):
    lines = ask(path, format="csv").content.decode("utf-8-sig").splitlines()

    assert lines[0].startswith("code,")
    assert lines[1].split(",")[0] == path.split("/")[1]
