"""The questions of a self-check as a form: figures by year, facts, titles held. Empty is not known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.ladder_words import scheme_names
from certifications.self_check import values
from certifications.self_check.answers import Answers, exceeds
from certifications.self_check.asked import Asked
from certifications.self_check.limits import LONGEST
from enterprises.facts import Value
from enterprises.vocabulary import LEVELS, fact_help, fact_label, fact_unit

FOUNDED, HELD = "registered_on", "held"
YES_NO = [("yes", gettext_lazy("是")), ("no", gettext_lazy("否")), ("", gettext_lazy("不知道"))]
UNKNOWN = ("", gettext_lazy("不知道"))


class StatedField(forms.Field):
    """One fact as people type it; what cannot be read is refused beside the field."""

    def __init__(self, code: str, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.code, self.unit = code, values.unit_says(code)
        self.widget.attrs.update(inputmode="decimal", autocomplete="off", maxlength=LONGEST)

    def clean(self, value: Any) -> Value:
        try:
            return values.read_typed(self.code, str(value or "")[: LONGEST + 1])
        except values.Unreadable as error:
            raise ValidationError(str(error)) from error


class ChosenField(StatedField):
    """Yes, no or not known; a level of a few."""

    def __init__(
        self, code: str, choices: list[tuple[str, Any]], widget: Any, **kwargs: Any
    ) -> None:
        super().__init__(code, widget=widget(choices=choices), **kwargs)
        self.unit = ""
        self.widget.attrs.clear()


@dataclass(frozen=True)
class Year:
    """The figures of one year, to be filled from one annual report."""

    year: int
    is_last: bool
    fields: list[BoundField]


class AnswersForm(forms.Form):
    """The questions of an edition (or the common ones), asked as of a day."""

    use_required_attribute = False

    def __init__(self, asked: Asked, on: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.on = asked, on
        self.fields[FOUNDED] = _founded(on)
        for code, back in asked.figures:
            self.fields[self.name_of(code, back)] = _field(code, on.year - 1 - back)
        for code in asked.facts:
            self.fields[code] = _field(code)
        self.fields[HELD] = _titles(asked.titles)

    def name_of(self, code: str, back: int) -> str:
        return f"{code}-{self.on.year - 1 - back}"

    @property
    def founded(self) -> BoundField:
        return self[FOUNDED]

    @property
    def titles(self) -> BoundField | None:
        return self[HELD] if self.asked.titles else None

    def years(self) -> list[Year]:
        last = self.on.year - 1
        return [
            Year(last - back, back == 0, [self[self.name_of(code, back)] for code in codes])
            for back in self.asked.backs
            for codes in [self.asked.of_year(back)]
        ]

    def numbers(self) -> list[BoundField]:
        """Facts that are counted or measured."""
        return [self[code] for code in self.asked.facts if fact_unit(code) != "yes_no"]

    def statements(self) -> list[BoundField]:
        """Facts that are so or not."""
        return [self[code] for code in self.asked.facts if fact_unit(code) == "yes_no"]

    def clean(self) -> dict[str, Any]:
        """A part is never more than its whole: then one of the two was mistyped."""
        for part, whole, back in self._answers(self.cleaned_data).outgrown():
            self.add_error(self.name_of(part, back), exceeds(part, whole))
        return self.cleaned_data

    def answers(self) -> Answers:
        """What was answered; only after the form was found valid."""
        return self._answers(self.cleaned_data)

    def _answers(self, said: Mapping[str, Any]) -> Answers:
        years: dict[int, dict[str, Value]] = {}
        for code, back in self.asked.figures:
            years.setdefault(back, {})[code] = said.get(self.name_of(code, back))
        return Answers(
            self.on,
            {code: said[code] for code in self.asked.facts if said.get(code) is not None},
            years,
            frozenset(said.get(HELD) or ()),
            said.get(FOUNDED),
        )


def _field(code: str, year: int | None = None) -> forms.Field:
    label = fact_label(code)
    words: dict[str, Any] = {"label": label, "help_text": fact_help(code)}
    if year is not None:
        words = {"label": _("%(year)d 年%(fact)s") % {"year": year, "fact": label}}
    unit = fact_unit(code)
    if unit == "yes_no":
        return ChosenField(code, list(YES_NO), forms.RadioSelect, **words)
    if unit == "level":
        levels = [(str(level), name) for level, name in LEVELS[code].items()]
        return ChosenField(code, [UNKNOWN, *levels], forms.Select, **words)
    field = StatedField(code, **words)
    field.short = label  # type: ignore[attr-defined]
    return field


def _founded(on: date) -> forms.Field:
    wrong = gettext_lazy("请写成立日期，如 2015-03-02，不晚于今天。")
    picker = forms.DateInput(attrs={"type": "date", "max": on.isoformat()}, format="%Y-%m-%d")
    return FoundedField(
        on,
        label=gettext_lazy("成立日期"),
        help_text=gettext_lazy("营业执照上的成立日期；不写则与年限有关的条件判断不了。"),
        required=False,
        widget=picker,
        error_messages={"invalid": wrong},
    )


class FoundedField(forms.DateField):
    """A day that has come."""

    def __init__(self, last: date, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.last = last

    def clean(self, value: Any) -> date | None:
        found: date | None = super().clean(value)
        if found and found > self.last:
            raise ValidationError(self.error_messages["invalid"])
        return found


def _titles(codes: Iterable[str]) -> forms.Field:
    listed = list(codes)
    return forms.MultipleChoiceField(
        label=gettext_lazy("现在持有、仍在有效期内的称号"),
        help_text=gettext_lazy("没有勾选的按未持有对照。"),
        choices=list(zip(listed, scheme_names(listed), strict=True)),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("请从所列的称号中选择。")},
    )
