"""How figures of the city are written: units that people say, shares as per cent, no floats."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

# base unit: (how many of it, the larger unit said in Chinese, how many in English, its unit)
LARGER = {
    "元": (100_000_000, "亿元", 100_000_000, "100 million yuan"),
    "千升": (10_000, "万千升", 1_000, "thousand kl"),
    "辆": (10_000, "万辆", 1_000, "thousand vehicles"),
}
ENGLISH = {
    "家": "enterprises",
    "项": "items",
    "个": "units",
    "元": "yuan",
    "倍": "times",
    "人": "persons",
    "件": "pieces",
    "千升": "kl",
    "辆": "vehicles",
    "share": "",
}


def say(value: Decimal | int, unit: str) -> tuple[str, str]:
    """The number and the unit as read aloud: ``("10,000", "亿元")``, ``("15", "%")``."""
    value = Decimal(value)
    if unit == "share":
        return plain(value * 100), "%"
    english = (get_language() or "").startswith("en")
    if unit in LARGER:
        zh_size, zh_unit, en_size, en_unit = LARGER[unit]
        size, larger = (en_size, en_unit) if english else (zh_size, zh_unit)
        if abs(value) >= size:
            return plain(value / size), larger
    return plain(value), ENGLISH.get(unit, unit) if english else unit


def plain(value: Decimal) -> str:
    """Thousands apart, at most two decimals, none that say nothing."""
    rounded = value.quantize(Decimal("0.01"))
    whole = rounded == rounded.to_integral_value()
    text = number_format(rounded, decimal_pos=0 if whole else 2, use_l10n=True, force_grouping=True)
    return text if whole else text.rstrip("0")


def sentence(value: Decimal | int, unit: str) -> str:
    """Number and unit in one: ``8,500 家``, ``15%``."""
    number, spoken = say(value, unit)
    return f"{number}{spoken}" if spoken == "%" else f"{number} {spoken}".strip()


def signed(value: Decimal | int, unit: str) -> str:
    """With its sign: ``+763 家``; a true minus sign, so that it is not read as a dash."""
    text = sentence(abs(Decimal(value)), unit)
    if not value:
        return _("持平")
    return f"+{text}" if value > 0 else f"−{text}"
