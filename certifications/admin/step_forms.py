"""A form for each step that officers take: what it asks, and the particulars it hands to the workflow."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.admin.return_form import ReturnForm
from certifications.admin.step_form import StepForm, day_input
from certifications.editions import notice_days, valid_until
from certifications.models import Application, Edition, Review
from certifications.moves import Step
from certifications.rules.findings import Finding
from certifications.rules.scoring import is_scored_by_experts, pass_mark_says
from certifications.terms import work_calendar


class ReasonForm(StepForm):
    """A refusal: the reason goes to the enterprise word for word."""

    note = forms.CharField(
        label=gettext_lazy("理由"),
        error_messages={"required": gettext_lazy("请写明理由：它会原样告知企业，并记入日志。")},
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("会原样告知企业，并记入日志。"),
    )


class ReviewForm(StepForm):
    """What the city's examination concluded: outcome, score where experts give one, judgements."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("结论"),
        choices=Review.Outcome.choices,
        error_messages={"required": gettext_lazy("请选择结论：通过或不通过。")},
        widget=forms.RadioSelect,
    )
    score = forms.CharField(
        label=gettext_lazy("专家综合得分"),
        error_messages={"required": gettext_lazy("请填写专家综合得分（0 至 100 的数）。")},
        max_length=6,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.judged = [found for found in self.found if found.is_judged and found.code != "score"]
        for finding in self.judged:
            field = forms.BooleanField(label=finding.says, required=False)
            field.help_text = finding.source
            self.fields[f"judged_{finding.code}"] = field
        if is_scored_by_experts(self.application.edition):
            self.fields["score"].help_text = _says_score(self.application.edition)
        else:
            del self.fields["score"]
        self.order_fields([name for name in self.fields if name != "note"])

    def details(self) -> dict[str, Any]:
        told = self.cleaned_data
        return {
            "outcome": told.get("outcome"),
            "score": told.get("score", "").strip(),
            "judgements": {
                finding.code: bool(told.get(f"judged_{finding.code}")) for finding in self.judged
            },
        }


def _says_score(edition: Edition) -> str:
    """What may be typed, and what passes, as the edition says."""
    says = _("0 至 100 的数，可有两位小数；须%(mark)s。")
    return says % {"mark": pass_mark_says(edition)}


class NoticeForm(StepForm):
    """From which day the notice runs; the day itself is its first."""

    starts_on = forms.DateField(
        label=gettext_lazy("公示开始日"),
        widget=day_input(),
        error_messages={"required": gettext_lazy("请填写公示开始日，不得早于今天。")},
    )

    field_order = ("starts_on", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].initial = self.today
        days = notice_days(self.application.edition)
        if days is not None:
            last = work_calendar().last_day(self.today, days)
            says = _("公示 %(days)d 个工作日，开始日算第一天；今天开始则到 %(last)s 截止。")
            self.fields["starts_on"].help_text = says % {"days": days, "last": last.on.isoformat()}

    def details(self) -> dict[str, Any]:
        return {"starts_on": self.cleaned_data.get("starts_on")}


class RecognitionForm(StepForm):
    """Number and days of the title; its last day follows from the edition and is shown."""

    number = forms.CharField(
        label=gettext_lazy("编号"),
        max_length=40,
        error_messages={"required": gettext_lazy("请填写编号。")},
    )
    issued_on = forms.DateField(
        label=gettext_lazy("发证（入库）日期"),
        widget=day_input(),
        error_messages={"required": gettext_lazy("请填写发证（入库）日期。")},
    )
    announced_on = forms.DateField(
        label=gettext_lazy("公布日期"), required=False, widget=day_input()
    )

    field_order = ("number", "issued_on", "announced_on", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = self.application.edition.rules.get("number") or {}
        if rules.get("example"):
            self.fields["number"].help_text = _("应如 %(example)s") % {"example": rules["example"]}
        self.fields["issued_on"].initial = self.fields["announced_on"].initial = self.today
        self.fields["issued_on"].help_text = self._last_day()
        entry = getattr(self.application, "notice_entry", None)
        notice = entry.notice if entry else None
        if notice and not notice.has_run_by(self.today):
            says = _("公示期到 %(ends)s 结束，结束后的次日才能认定；今天办理会被退回。")
            self.not_yet = says % {"ends": notice.ends_on}

    def _last_day(self) -> str:
        last = valid_until(self.application.edition, issued_on=self.today, announced_on=self.today)
        if last is None:
            return _("这项称号没有规定有效期。")
        return _("若今天发证并公布，称号有效至 %(last)s（含当日）。") % {"last": last.isoformat()}

    def details(self) -> dict[str, Any]:
        names = ("number", "issued_on", "announced_on")
        return {name: self.cleaned_data.get(name) for name in names} | {
            "number": self.cleaned_data.get("number", "").strip()
        }


FORMS: dict[str, type[StepForm]] = {
    "refuse_acceptance": ReasonForm,
    "return_for_correction": ReturnForm,
    "not_recommend": ReasonForm,
    "record_review": ReviewForm,
    "decline": ReasonForm,
    "open_notice": NoticeForm,
    "recognise": RecognitionForm,
    "decline_after_objection": ReasonForm,
}


def form_for(
    step: Step | str,
    application: Application,
    today: date,
    found: Sequence[Finding],
    data: Any = None,
    **more: Any,
) -> StepForm:
    """The form of a step, filled with what was sent if anything was."""
    code = step if isinstance(step, str) else step.code
    return FORMS.get(code, StepForm)(
        data, prefix=code, application=application, today=today, found=found, **more
    )
