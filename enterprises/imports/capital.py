"""Registered capital as real registers write it (93 ways): an amount, its currency, or a refusal."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from enterprises.imports.cells import is_nothing, plain

CENT = Decimal("0.01")
MOST = Decimal(10) ** 16
SCALES = {"万": 10_000, "亿": 100_000_000}
NUMBER = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>[^\d,.]*)")
RENMINBI = "人民币"
# What is left of a unit once 万, 亿, 元 and brackets are gone.
CURRENCIES = {
    "": RENMINBI,
    "人民币": RENMINBI,
    "美": "美元",
    "港": "港元",
    "香港": "港元",
    "港币": "港元",
    "日": "日元",
    "欧": "欧元",
    "英镑": "英镑",
    "澳大利亚": "澳大利亚元",
    "加拿大": "加拿大元",
    "新加坡": "新加坡元",
    "德国马克": "德国马克",
    "法国法郎": "法国法郎",
    "瑞士法郎": "瑞士法郎",
    "丹麦克郎": "丹麦克朗",
    "丹麦克朗": "丹麦克朗",
}


class Capital(NamedTuple):
    """An amount in whole units of its currency (yuan for 人民币), to the cent."""

    amount: Decimal
    currency: str


class CapitalUnreadable(ValueError):
    """The cell is not an amount with a unit; the sentence quotes it."""


def parse(text: str, unit: str = "") -> Capital | None:
    """Read `1,286.5(万元人民币)`; None for an empty cell; `unit` is what the column's head says.

    Raises CapitalUnreadable: a number without a unit is how 500 became 500 yuan.
    """
    text = plain(text)
    if is_nothing(text):
        return None
    found = NUMBER.fullmatch(text.replace(" ", ""))
    if found is None:
        raise CapitalUnreadable(_("注册资本“%(text)s”不是金额，未采用。") % {"text": text[:40]})
    written = re.sub(r"[()]", "", found["unit"]) or plain(unit)
    if not written:
        raise CapitalUnreadable(_("注册资本“%(text)s”没有写单位，未采用。") % {"text": text[:40]})
    return _in_base_units(Decimal(found["number"].replace(",", "")), written)


def _in_base_units(number: Decimal, unit: str) -> Capital:
    scale = SCALES.get(unit[0], 1)
    currency = CURRENCIES.get((unit if scale == 1 else unit[1:]).replace("元", ""))
    if currency is None:
        raise CapitalUnreadable(_("不认识注册资本的单位“%(unit)s”，未采用。") % {"unit": unit[:20]})
    amount = (number * scale).quantize(CENT, ROUND_HALF_UP)
    if amount >= MOST:
        raise CapitalUnreadable(
            _("注册资本 %(number)s%(unit)s 过大，未采用。") % {"number": number, "unit": unit}
        )
    return Capital(amount, currency)
