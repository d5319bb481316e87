"""The letter that sends a case back: one letter, every item with what is wrong and what is wanted."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.admin.step_form import StepForm, mistakes_in
from certifications.completeness import judged_on
from certifications.editions import figures_asked, requirements, statements_asked
from certifications.models import Application
from enterprises.vocabulary import fact_label

ROWS = 3
PARTS = ("item", "says", "remedy")
WRONG = (
    gettext_lazy("扫描件模糊，关键内容无法辨认"),
    gettext_lazy("缺页或页序颠倒"),
    gettext_lazy("未盖章或签字不全"),
    gettext_lazy("与申请书所填数据不一致"),
    gettext_lazy("分项相加与总数不符"),
    gettext_lazy("文件不是所要求的材料"),
    gettext_lazy("材料已过有效期"),
)
WANTED = (
    gettext_lazy("请重新扫描后上传，分辨率不低于 300 dpi"),
    gettext_lazy("请补齐后重新上传完整文件"),
    gettext_lazy("请加盖公章后重新上传"),
    gettext_lazy("请核对后更正数据，或说明差异原因"),
    gettext_lazy("请更换为所要求的材料"),
)


class DefectForm(forms.Form):
    """One thing to correct."""

    item = forms.ChoiceField(
        label=gettext_lazy("所在项"),
        error_messages={"required": gettext_lazy("请选择所在项。")},
    )
    says = forms.CharField(
        label=gettext_lazy("问题"),
        error_messages={"required": gettext_lazy("请写明什么问题。")},
        max_length=300,
        widget=forms.TextInput(attrs={"list": "reasons-wrong"}),
    )
    remedy = forms.CharField(
        label=gettext_lazy("要求"),
        error_messages={"required": gettext_lazy("请写明怎样改正。")},
        max_length=300,
        widget=forms.TextInput(attrs={"list": "reasons-wanted"}),
    )

    def __init__(self, *args: Any, items: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared three lines above
        field.choices = items


class Rows(BaseFormSet):
    """Rows that may stay empty: each is judged only once something is typed into it."""

    def initial_form_count(self) -> int:
        return 0 if self.is_bound else super().initial_form_count()


class ReturnForm(StepForm):
    """The rows of the letter, and a note of the office's own."""

    wrong, wanted = WRONG, WANTED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        typed: list[dict[str, str]] = kwargs.pop("typed", [])
        super().__init__(*args, **kwargs)
        rows = formset_factory(DefectForm, formset=Rows, extra=ROWS, max_num=60, absolute_max=60)
        self.defects = rows(
            self.data if self.is_bound else None,
            prefix="defects",
            initial=typed,
            form_kwargs={"items": items_of(self.application, self.today)},
        )

    def is_valid(self) -> bool:
        return super().is_valid() and self.defects.is_valid()

    def mistakes(self) -> list[tuple[str, str, str]]:
        own = super().mistakes()
        return own + [
            (field, _("第 %(n)d 项 · %(label)s") % {"n": number, "label": label}, sentence)
            for number, row in enumerate(self.defects.forms, start=1)
            for field, label, sentence in mistakes_in(row)
        ]

    def details(self) -> dict[str, Any]:
        told = [getattr(row, "cleaned_data", {}) for row in self.defects.forms]
        return {
            "defects": [{part: each[part] for part in PARTS} for each in told if len(each) == 3]
        }


def typed_rows(data: Mapping[str, str]) -> list[dict[str, str]]:
    """The rows typed so far, to be shown again with more room below."""
    count = data.get("defects-TOTAL_FORMS", "0")
    rows = [
        {part: data.get(f"defects-{number}-{part}", "") for part in PARTS}
        for number in range(min(int(count) if count.isdecimal() else 0, 60))
    ]
    return [row for row in rows if any(row.values())]


def items_of(application: Application, today: Any) -> list[tuple[str, Any]]:
    """Everything that can be wrong: papers, figures by year, statements."""
    edition, last = application.edition, judged_on(application, today).year - 1
    papers = [(need.code, need.says) for need in requirements(edition)]
    figures = [
        (f"{code}-{last - back}", f"{last - back} {fact_label(code)}")
        for code, years in figures_asked(edition)
        for back in range(years)
    ]
    statements = [(code, fact_label(code)) for code in statements_asked(edition)]
    return [
        ("", _("请选择")),
        (_("材料"), papers),
        (_("年度数据"), figures),
        (_("申报情况"), statements),
    ]
