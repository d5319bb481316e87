"""Fields that read what people type and show it again as they would write it.

They are all marked as asked for, yet an empty one is kept as unknown: a form may be saved half
full, and what is missing is said on the check page (completeness), not here.
"""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from certifications.portal.numbers import WAN, read_amount, read_count, read_money, spell
from enterprises.vocabulary import LEVELS, UNITS, fact_help, fact_label, fact_unit

MOST_PEOPLE = 10_000_000
MOST_THINGS = 1_000_000
YES_NO = [("yes", _("是")), ("no", _("否"))]


class TypedField(forms.Field):
    """A line of text read by `read`; empty is unknown."""

    widget = forms.TextInput
    unit: Any = ""
    origin: Any = ""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update(inputmode="decimal", autocomplete="off", maxlength=40)

    def clean(self, value: Any) -> Any:
        if len(str(value or "")) > 40:
            raise ValidationError(_("内容过长，请只填数字。"))
        return self.read(str(value or ""))

    def read(self, raw: str) -> Any:
        raise NotImplementedError

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.clean(data) != initial)
        except ValidationError:
            return True


class WanField(TypedField):
    """A sum typed in 万元, kept in yuan."""

    def __init__(self, *, may_be_negative: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.may_be_negative = may_be_negative
        self.unit = _("万元")

    def read(self, raw: str) -> Decimal | None:
        return read_money(raw, may_be_negative=self.may_be_negative)

    def prepare_value(self, value: Any) -> Any:
        return spell(value / WAN) if isinstance(value, Decimal) else value


class CountField(TypedField):
    """A whole number of people or things."""

    def __init__(self, *, unit: str, at_most: int = MOST_THINGS, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.code_of_unit, self.at_most = unit, at_most
        self.unit = UNITS.get(unit, unit)

    def read(self, raw: str) -> int | None:
        return read_count(raw, self.code_of_unit, at_most=self.at_most)


class AmountField(CountField):
    """A number that may have decimals: points, years, a yearly mean."""

    def read(self, raw: str) -> Any:
        return read_amount(raw, self.code_of_unit, at_most=self.at_most)


class PercentField(TypedField):
    """A share typed in percent, kept as a fraction."""

    unit = "%"

    def read(self, raw: str) -> Decimal | None:
        percent = read_amount(raw, "%", at_most=100)
        return None if percent is None else percent / 100

    def prepare_value(self, value: Any) -> Any:
        return spell(value * 100) if isinstance(value, Decimal) else value


class ChosenField(forms.ChoiceField):
    """One of a few answers; none chosen is unknown."""

    widget = forms.RadioSelect
    default_error_messages = {"invalid_choice": _("请从所列的选项中选一项，“%(value)s”不在其中。")}
    origin: Any = ""

    def clean(self, value: Any) -> Any:
        if value in (None, ""):
            return None
        return super().clean(value)


def statement_field(code: str, note: str = "") -> forms.Field:
    """The field that suits a stated fact, by its unit in the vocabulary."""
    unit = fact_unit(code)
    words: dict[str, Any] = {
        "label": fact_label(code),
        "help_text": " ".join(filter(None, (fact_help(code), note))),
    }
    if unit == "yes_no":
        return ChosenField(choices=YES_NO, **words)
    if unit == "level":
        return ChosenField(choices=[(str(n), name) for n, name in LEVELS[code].items()], **words)
    if unit == "share":
        return PercentField(**words)
    if unit == "元":
        return WanField(**words)
    if unit in ("件", "名"):
        return CountField(unit=unit, **words)
    return AmountField(unit=unit, **words)
