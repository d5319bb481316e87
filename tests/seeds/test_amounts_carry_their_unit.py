"""Amounts: exact, in base units, and never without a unit."""

from decimal import Decimal

import pytest

import seeds

AMOUNTS = [
    ("{amount: 5000, unit: 万元}", Decimal(50_000_000), "元"),
    ("{amount: 2, unit: 亿元}", Decimal(200_000_000), "元"),
    ("{amount: 0.5, unit: 万元}", Decimal(5000), "元"),
    ("{amount: 10000, unit: 亿元}", Decimal(1_000_000_000_000), "元"),
    ("{amount: 1000, unit: 万千升}", Decimal(10_000_000), "千升"),
    ("{amount: 8500, unit: 家}", Decimal(8500), "家"),
    ("{amount: 1.3, unit: 倍}", Decimal("1.3"), "倍"),
    ("5%", Decimal("0.05"), "share"),
    ('"5%"', Decimal("0.05"), "share"),
    ("2.5%", Decimal("0.025"), "share"),
]


@pytest.mark.parametrize(("text", "number", "unit"), AMOUNTS)
def test_an_amount_becomes_a_decimal_in_its_base_unit(text, number, unit):
    value = seeds.parse(f"value: {text}\n")["value"]

    assert seeds.amount(value, "value") == number
    assert type(seeds.amount(value, "value")) is Decimal
    assert seeds.base_unit(value, "value") == unit


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("5000", "缺少单位"),
        ("0.05", "缺少单位"),
        ("true", "缺少单位"),
        ("很多", "缺少单位"),
        ("{amount: 5000}", "缺少这个键"),
        ("{amount: 5000, unit: 万圆}", "不认识的单位"),
        ("{amount: 5000, unit: [元]}", "不认识的单位"),
        ('{amount: "5000", unit: 万元}', "不是数"),
        ("{amount: true, unit: 万元}", "不是数"),
        ("{amount: 5, unit: 元, per: 年}", "不认识的键"),
    ],
)
def test_a_number_without_its_unit_is_refused(text, problem):
    value = seeds.parse(f"value: {text}\n")["value"]

    with pytest.raises(seeds.SeedError, match=problem):
        seeds.amount(value, "criteria[0].at_least")
