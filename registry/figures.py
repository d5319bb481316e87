"""How figures of the city are said aloud: in the unit that people use, with its sign if it moves."""

from decimal import Decimal

from django.utils.translation import gettext as _

from enterprises.templatetags.reading import in_english, plain

# base unit: (how many make the larger unit, the larger unit), in Chinese and in English
LARGER_ZH = {
    "元": (Decimal(100_000_000), "亿元"),
    "千升": (Decimal(10_000), "万千升"),
    "辆": (Decimal(10_000), "万辆"),
}
LARGER_EN = {"元": (Decimal(1_000_000_000), "billion yuan")}
ENGLISH = {
    "家": "",
    "项": "",
    "个": "",
    "件": "",
    "元": "yuan",
    "倍": "times",
    "人": "persons",
    "千升": "kilolitres",
    "辆": "vehicles",
}


def say(value: Decimal | int, unit: str) -> tuple[str, str]:
    """The number and the unit as read aloud: ``("10,000", "亿元")``, ``("15", "%")``."""
    value = Decimal(value)
    if unit == "share":
        return plain(value * 100), "%"
    size, larger = (LARGER_EN if in_english() else LARGER_ZH).get(unit, (None, unit))
    if size is not None and abs(value) >= size:
        return plain(value / size), larger
    return plain(value), ENGLISH.get(unit, unit) if in_english() else unit


def sentence(value: Decimal | int, unit: str) -> str:
    """Number and unit in one: ``8,500 家``, ``15%``."""
    number, spoken = say(value, unit)
    return f"{number}{spoken}" if spoken == "%" else f"{number} {spoken}".strip()


def difference(value: Decimal | int, unit: str) -> str:
    """How far apart two figures are; two percentages differ in points: ``0.8 个百分点``."""
    if unit != "share":
        return sentence(value, unit)
    return _("%s 个百分点") % plain(Decimal(value) * 100)


def signed(value: Decimal | int, unit: str) -> str:
    """With its sign: ``+763 家``; a true minus sign, so that it is not read as a dash."""
    if not value:
        return _("持平")
    text = difference(abs(Decimal(value)), unit)
    return f"+{text}" if value > 0 else f"−{text}"
