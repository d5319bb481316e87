"""Reads numbers as people type them: full-width digits, separators, a unit left behind the figure."""

import re
import unicodedata
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MINUSES = str.maketrans("−－–—", "----")
PLAIN = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)")
GROUPED = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d*)?")
OTHER_UNITS = ("亿元", "亿", "千元", "元", "RMB", "￥", "¥")
WAN = Decimal(10_000)
LARGEST_SUM = Decimal(10) ** 15


def read_number(raw: str, *units: str) -> Decimal | None:
    """The number in a text, None when empty. Raises ValidationError with a sentence.

    Source: journeys.md J1-3, J1-5 (full-width accepted; the unit may stand behind the figure).
    """
    text = unicodedata.normalize("NFKC", raw.translate(MINUSES)).strip()
    text = re.sub(r"\s", "", text)
    for unit in sorted(units, key=len, reverse=True):
        text = text.removesuffix(unit)
    if not text:
        return None
    if GROUPED.fullmatch(text):
        text = text.replace(",", "")
    _refuse_what_is_no_number(text)
    return Decimal(text)


def _refuse_what_is_no_number(text: str) -> None:
    if "," in text:
        raise ValidationError(_("逗号的位置不像千位分隔（如 1,234.5），请去掉逗号再填。"))
    if re.fullmatch(r"[-+]?[\d.]+e[-+]?\d+", text, re.IGNORECASE):
        raise ValidationError(_("请填写完整数字，不要用科学记数法。"))
    if any(text.endswith(unit) or text.startswith(unit) for unit in OTHER_UNITS):
        raise ValidationError(_("单位与本栏不同，请按本栏单位换算后只填数字。"))
    if not PLAIN.fullmatch(text):
        raise ValidationError(_("请只填数字，例如 3260.5；不知道的先留空，不要填“无”或“/”。"))


def read_money(raw: str, *, may_be_negative: bool) -> Decimal | None:
    """万元 as typed, in yuan."""
    wan = read_number(raw, "万元", "万")
    if wan is None:
        return None
    if wan < 0 and not may_be_negative:
        raise ValidationError(_("本栏不能是负数，请核对。"))
    yuan = wan * WAN
    if abs(yuan) >= LARGEST_SUM:
        raise ValidationError(_("数额过大：本栏单位是万元，请核对是否按元填写。"))
    if yuan != yuan.quantize(Decimal("0.01")):
        raise ValidationError(_("最多精确到分：以万元为单位时，小数点后不超过六位。"))
    return yuan.quantize(Decimal("0.01"))


def read_count(raw: str, unit: str, *, at_most: int) -> int | None:
    """A whole number that is not negative."""
    number = read_number(raw, unit)
    if number is None:
        return None
    if number < 0 or number != number.to_integral_value():
        raise ValidationError(_("请填写不小于 0 的整数。"))
    if number > at_most:
        raise ValidationError(_("数字过大，请核对。最大为 %(most)s。") % {"most": f"{at_most:,}"})
    return int(number)


def read_amount(raw: str, unit: str, *, at_most: int) -> Decimal | None:
    """A number that is not negative, with at most two decimals."""
    number = read_number(raw, unit)
    if number is None:
        return None
    if not 0 <= number <= at_most:
        raise ValidationError(_("请填写 0 至 %(most)s 之间的数。") % {"most": f"{at_most:,}"})
    if number != number.quantize(Decimal("0.01")):
        raise ValidationError(_("小数点后最多两位。"))
    return number


def spell(number: Decimal) -> str:
    """Without exponent and trailing zeros, as it stands in an input."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
