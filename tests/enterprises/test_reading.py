"""Days, sums, counts and shares read the way a reader of either language expects."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.utils import translation

from enterprises.templatetags import reading

MONDAY = date(2026, 11, 23)


def in_english(filter_, value):
    with translation.override("en"):
        return filter_(value)


@pytest.mark.parametrize(
    ("yuan", "zh", "en"),
    [
        (Decimal("50000000"), "5,000 万元", "50 million yuan"),
        (Decimal("123456.78"), "12.35 万元", "123,456.78 yuan"),
        (Decimal("100000000"), "1 亿元", "100 million yuan"),
        (Decimal("1000000000000"), "10,000 亿元", "1,000 billion yuan"),
        (Decimal("-20000"), "-2 万元", "-20,000 yuan"),
        (Decimal("3500.5"), "3,500.5 元", "3,500.5 yuan"),
        (Decimal("0.00"), "0 万元", "0 yuan"),
        (None, "—", "—"),
    ],
)
def test_a_sum_of_money_states_its_unit(yuan, zh, en):
    assert reading.money_wan(yuan) == zh
    assert in_english(reading.money_wan, yuan) == en


def test_a_large_count_has_thousands_separators():
    assert reading.count(8137) == "8,137"
    assert reading.count(Decimal("400.50")) == "400.5"
    assert reading.count(200) == "200"
    assert reading.count(None) == "—"


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        (Decimal("0.052"), "5.2%"),
        (Decimal("0.05"), "5%"),
        (Decimal("1"), "100%"),
        (Decimal("1.034"), "103.4%"),
        (Decimal("0"), "0%"),
        (None, "—"),
    ],
)
def test_a_share_reads_as_a_percentage(fraction, text):
    assert reading.share(fraction) == text


def test_a_target_one_enterprise_short_is_not_shown_as_met():
    assert reading.share(Decimal(8499) / Decimal(8500)) == "99.9%"
    assert reading.share(Decimal("0.99999"), 2) == "99.99%"


def test_a_day_is_spelt_in_the_readers_language():
    assert reading.day(MONDAY) == "2026年11月23日"
    assert in_english(reading.day, MONDAY) == "23 November 2026"
    assert reading.short_day(MONDAY) == "11月23日"
    assert in_english(reading.short_day, MONDAY) == "23 Nov"
    assert reading.weekday(MONDAY) == "星期一"
    assert in_english(reading.weekday, MONDAY) == "Monday"
    assert reading.day(None) == "—"


def test_a_moment_is_told_in_beijing_time():
    evening_in_london = datetime(2026, 11, 22, 18, 5, tzinfo=UTC)

    assert reading.moment(evening_in_london) == "2026年11月23日 02:05"
    assert reading.day(evening_in_london) == "2026年11月23日"
    assert reading.moment(MONDAY) == "2026年11月23日"


def test_a_bar_never_leaves_its_track():
    assert reading.bar(Decimal("0.957")) == "95.7"
    assert reading.bar(Decimal("1.2")) == "100.0"
    assert reading.bar(Decimal("-0.2")) == "0.0"
    assert reading.bar(None) == "0.0"


def test_the_pager_shows_both_ends_and_marks_the_gaps():
    page = Paginator(range(500), 10).page(25)

    assert reading.page_window(page) == [1, 0, 24, 25, 26, 0, 50]


def test_an_overdue_case_says_so_in_words():
    context = Context({"light": "overdue", "due_on": date(2026, 11, 18), "days_left": -3})

    html = Template('{% include "pieces/term.html" %}').render(context)

    assert "已超期 3 个工作日" in html
    assert "2026年11月18日（星期三）" in html
