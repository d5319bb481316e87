"""Amounts carry their unit in the file; here they become Decimals in the base unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from seeds.scalars import SHARE, Share, share
from seeds.tables import keys, refuse_here

# unit in the file: (base unit, how many base units)
UNITS: dict[str, tuple[str, int]] = {
    "元": ("元", 1),
    "万元": ("元", 10_000),
    "亿元": ("元", 100_000_000),
    "美元": ("美元", 1),
    "亿美元": ("美元", 100_000_000),
    "千升": ("千升", 1),
    "万千升": ("千升", 10_000),
    "辆": ("辆", 1),
    "万辆": ("辆", 10_000),
} | {unit: (unit, 1) for unit in ("人", "家", "项", "件", "年", "天", "分", "倍", "级", "名")}

MOST_OF: dict[str, int] = {"年": 200, "天": 80_000}  # beyond a calendar it is a slip of the pen
MOST_AT_ALL = 10**13


def amount(value: Any, where: str) -> Decimal:
    """Return an amount in its base unit (yuan, persons, …) or a share as a fraction.

    ``{amount: 5000, unit: 万元}`` is ``Decimal(50000000)``; ``5%`` is ``Decimal("0.05")``.
    A bare number is refused: a number without a unit is how 5000 became 5000 yuan.
    """
    if (fraction := _share(value)) is not None:
        return fraction
    number, unit = _number_and_unit(value, where)
    return Decimal(number) * UNITS[unit][1]


def base_unit(value: Any, where: str) -> str:
    """Return the base unit of an amount (``元``, ``人``, …), or ``share`` for a percentage."""
    if _share(value) is not None:
        return "share"
    return UNITS[_number_and_unit(value, where)[1]][0]


def _share(value: Any) -> Decimal | None:
    if isinstance(value, Share):
        return Decimal(value)
    if isinstance(value, str) and SHARE.fullmatch(value):
        return Decimal(share(value))
    return None


def _number_and_unit(value: Any, where: str) -> tuple[int | Decimal, str]:
    if not isinstance(value, dict):
        refuse_here(where, f"{value!r} 缺少单位，请写 {{amount: 数, unit: 单位}} 或百分数")
    keys(value, required={"amount", "unit"}, where=where)
    number, unit = value["amount"], value["unit"]
    if isinstance(number, bool) or not isinstance(number, (int, Decimal)):
        refuse_here(f"{where}.amount", f"{number!r} 不是数，请写不带引号的数")
    if not isinstance(unit, str) or unit not in UNITS:
        refuse_here(f"{where}.unit", f"不认识的单位 {unit!r}，可用：{'、'.join(UNITS)}")
    if abs(Decimal(number)) > MOST_OF.get(unit, MOST_AT_ALL):
        refuse_here(f"{where}.amount", f"{number} {unit}过大，请核对")
    return number, unit
