"""Does a cell mean what it seems to mean: amounts, dates, mojibake?"""

import csv
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from enterprises.imports import capital
from enterprises.imports.cells import DayUnreadable, cell_text, is_garbled, parse_day, plain
from tests.enterprises.lists import shared

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1,286.5000(万)", "12865000", "人民币"),
        ("640万元", "6400000", "人民币"),
        ("60万人民币", "600000", "人民币"),
        ("183.8000(万人民币元)", "1838000", "人民币"),
        ("3,700(万元(人民币))", "37000000", "人民币"),
        ("600（万元）", "6000000", "人民币"),
        ("1.5亿元", "150000000", "人民币"),
        ("1854元人民币", "1854", "人民币"),
        ("500(万美元)", "5000000", "美元"),
        ("25,220(万香港元)", "252200000", "港元"),
        ("270万港币", "2700000", "港元"),
        ("300,000(万日元)", "3000000000", "日元"),
        ("2,124(万德国马克)", "21240000", "德国马克"),
        ("３.１０００（万元）", "31000", "人民币"),
    ],
)
def test_capital_is_read_with_its_unit_and_currency(text, amount, currency):
    assert capital.parse(text) == (Decimal(amount), currency)


@pytest.mark.parametrize("text", ["N/A", "", "无", " - "])
def test_no_capital_is_no_capital(text):
    assert capital.parse(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "5()",
        "6",
        "梁祝贵",
        "万人民币",
        "1E-06万人民币",
        "1,2万元",
        "-5万元",
        "500(万卢布)",
        "9" * 15 + "万元",
    ],
)
def test_what_is_no_amount_with_a_unit_is_refused(text):
    with pytest.raises(capital.CapitalUnreadable):
        capital.parse(text)


def test_the_head_of_a_column_may_give_the_unit():
    assert capital.parse("500", unit="万元") == (Decimal(5_000_000), "人民币")


def test_of_a_million_real_amounts_only_nonsense_is_refused():
    refused = 0
    with shared("capital_formats.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        try:
            capital.parse(row["example"])
        except capital.CapitalUnreadable:
            refused += int(row["count"])

    assert refused < 0.001 * sum(int(row["count"]) for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "2015-03-02",
        "2015/3/2",
        "2015.03.02",
        "2015年3月2日",
        "20150302",
        "2015-03-02 00:00:00",
        "42065",
    ],
)
def test_a_day_is_read_in_every_usual_spelling(text):
    assert parse_day(text, TODAY) == date(2015, 3, 2)


@pytest.mark.parametrize("text", ["2015-02-30", "昨天", "2026-06-16", "1799-01-01", "15-3-2"])
def test_what_is_no_day_or_lies_ahead_is_refused(text):
    with pytest.raises(DayUnreadable):
        parse_day(text, TODAY)


def test_numbers_of_a_spreadsheet_become_the_text_that_people_see():
    assert cell_text(640.0) == "640"
    assert cell_text(640.5) == "640.5"
    assert cell_text(913702001635621638.0) == "9.13702E+17"
    assert cell_text(datetime(2015, 3, 2, tzinfo=UTC)) == "2015-03-02"
    assert cell_text(None) == ""
    assert plain('="91370203163561902G"') == "91370203163561902G"
    assert plain("'91370203163561902G") == "91370203163561902G"


def test_mojibake_is_noticed_and_chinese_is_not_suspected():
    name = "青岛海晏仪器有限公司"

    assert is_garbled(name.encode("utf-8").decode("gb18030", errors="replace"))
    assert is_garbled("青岛\ufffd仪器")
    assert not is_garbled(name)
    assert not is_garbled("1-2号楼")
