"""What somebody states of a fact, read strictly into its base unit: yuan, heads, fractions, yes or no.

Knows no page and no JSON: both doors of the self-check read through it. Nothing here is a float,
and what cannot be read is refused in a sentence, never guessed at.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from certifications.self_check.limits import BOUNDS, LONGEST, Bounds
from enterprises.facts import Value
from enterprises.models.figures import MAY_BE_NEGATIVE
from enterprises.punctuation import series
from enterprises.vocabulary import LEVELS, UNITS, fact_unit
from seeds.amounts import UNITS as UNITS_OF_FILES

PLAIN = re.compile(r"[-+]?\d+(\.\d+)?")
GROUPED = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?")
MINUSES = str.maketrans("−－–—", "----")
YES_NO = {"yes": True, "no": False}
HUNDRED = Decimal(100)
WAN = "万元"


class Unreadable(ValueError):
    """An answer that cannot be one; the sentence says what can, `allowed` lists it where it can."""

    def __init__(self, says: str, allowed: Collection[str] = ()) -> None:
        super().__init__(says)
        self.allowed = list(allowed)


def read(code: str, said: object) -> Value:
    """The value of a fact as a machine states it, None when it states none.

    A number (or its text) in the base unit, "5%", {"amount", "unit"}, yes or no, a level.
    Raises Unreadable.
    """
    unit = fact_unit(code)
    if said is None or said == "":
        return None
    if unit == "yes_no":
        return _yes_or_no(said)
    if unit == "level":
        return _level(code, said)
    return _bounded(_number(said, unit), _bounds(code, unit))


def read_typed(code: str, typed: str) -> Value:
    """The same as people type it: 万元, percent, full-width digits, the unit left behind the figure."""
    unit = fact_unit(code)
    if unit in ("yes_no", "level"):
        return read(code, typed.strip())
    text = _tidied(typed, unit)
    if not text:
        return None
    if unit == "share":
        return read(code, f"{text}%")
    return read(code, {"amount": text, "unit": WAN} if unit == "元" else text)


def shown(code: str, value: Value) -> str:
    """A value as it stands in the field it was typed in."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _plain(Decimal(value) / _typed_unit(fact_unit(code)))


def _typed_unit(unit: str) -> Decimal:
    if unit == "share":
        return 1 / HUNDRED
    return Decimal(UNITS_OF_FILES[WAN][1]) if unit == "元" else Decimal(1)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _tidied(typed: str, unit: str) -> str:
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", typed.translate(MINUSES)))
    text = text.removesuffix("万元" if unit == "元" else unit).removesuffix("%")
    return text.replace(",", "") if GROUPED.fullmatch(text) else text


def _yes_or_no(said: object) -> bool:
    if isinstance(said, bool):
        return said
    if isinstance(said, str) and said in YES_NO:
        return YES_NO[said]
    raise Unreadable(_("请写 yes（是）或 no（否）；不知道的不写。"), list(YES_NO))


def _level(code: str, said: object) -> int:
    levels = {str(level): level for level in LEVELS[code]}
    text = said if isinstance(said, str) else str(_exact(said))
    if text not in levels:
        raise Unreadable(_("请写所列级别之一：%s。") % series(levels), list(levels))
    return levels[text]


def _number(said: object, unit: str) -> Decimal:
    if isinstance(said, Mapping):
        return _amount(said, unit)
    if isinstance(said, str) and unit == "share" and said.endswith("%"):
        return _read_text(said.removesuffix("%")) / HUNDRED
    return _exact(said)


def _exact(said: object) -> Decimal:
    """A number as JSON gives it (never a float), or its text."""
    if isinstance(said, str):
        return _read_text(said)
    if isinstance(said, bool) or not isinstance(said, int | Decimal):
        raise Unreadable(_("请写一个数，或写成文本的数。"))
    number = Decimal(said)
    if not number.is_finite() or abs(number.adjusted()) > LONGEST:
        raise Unreadable(_("这个数大得或小得不合情理，请核对。"))
    return number


def _read_text(text: str) -> Decimal:
    if len(text) > LONGEST or not PLAIN.fullmatch(text) or not text.isascii():
        raise Unreadable(_("请只写数字，如 3260.5；不用科学记数法，不知道的不写。"))
    return Decimal(text)


def _amount(said: Mapping[object, object], unit: str) -> Decimal:
    """{"amount": 5000, "unit": "万元"}: the unit must be one of this fact's."""
    units = {name: by for name, (base, by) in UNITS_OF_FILES.items() if base == unit}
    if said.keys() != {"amount", "unit"} or not units:
        raise Unreadable(_("请写一个数，或 {amount: 数, unit: 单位}。"), list(units))
    unit_said = said["unit"]
    if not isinstance(unit_said, str) or unit_said not in units:
        raise Unreadable(_("单位可用：%s。") % series(units), list(units))
    return _exact(said["amount"]) * units[unit_said]


def _bounds(code: str, unit: str) -> Bounds:
    found = BOUNDS[unit]
    if unit in ("元", "美元") and code not in MAY_BE_NEGATIVE:
        return Bounds(Decimal(0), found.most, found.places)
    return found


def _bounded(number: Decimal, bounds: Bounds) -> Decimal:
    if not number.is_finite() or not bounds.least <= number <= bounds.most:
        least, most = (f"{each:,f}" for each in (bounds.least, bounds.most))
        raise Unreadable(
            _("请写 %(least)s 至 %(most)s 之间的数，并核对单位。") % {"least": least, "most": most}
        )
    try:
        exact = number.quantize(Decimal(1).scaleb(-bounds.places))
    except InvalidOperation:
        exact = None
    if exact != number:
        raise Unreadable(_finest(bounds.places))
    return number


def _finest(places: int) -> str:
    if not places:
        return _("请写整数。")
    return _("小数点后最多 %d 位。") % places


def unit_says(code: str) -> str:
    """The unit that stands behind the field of a fact."""
    unit = fact_unit(code)
    if unit == "share":
        return "%"
    return _("万元") if unit == "元" else str(UNITS.get(unit, unit))
