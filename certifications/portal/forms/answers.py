"""Answers to the listed defects: each changed, explained or disagreed with, and in what words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.models import Defect
from certifications.portal.forms.fields import ChosenField

MOST = 300


class AnswerForm(forms.Form):
    """The answer to one defect; it may be left open until later."""

    use_required_attribute = False
    answer = ChosenField(choices=Defect.Answer.choices, label=gettext_lazy("答复"))
    says = forms.CharField(
        label=gettext_lazy("说明"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("选择“已说明”或“有不同意见”时必填，不超过 300 字。"),
    )

    def __init__(self, defect: Defect, number: int, data: Any = None) -> None:
        kept = {"answer": defect.answer, "says": defect.answer_says}
        super().__init__(data, prefix=f"d{number}", initial=kept)
        self.defect = defect

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        answer, says = cleaned.get("answer"), (cleaned.get("says") or "").strip()
        if answer and answer != Defect.Answer.CHANGED and not says:
            self.add_error("says", _("请写明说明或不同意见的内容。"))
        if says and not answer and not self.errors:
            self.add_error("answer", _("写了说明，还没有选择答复，请选一项。"))
        return cleaned


def answer_forms(defects: Iterable[Defect], data: Any = None) -> list[AnswerForm]:
    """One form for each defect, numbered as listed."""
    return [AnswerForm(defect, number, data) for number, defect in enumerate(defects, start=1)]
