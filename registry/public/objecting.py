"""An objection as the public raises it: its form, and the receipt only the objector sees."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from certifications.models import Notice, NoticeEntry, Objection

KEPT = "objection_just_raised"  # in the session: the row, never its words


def _or_says(empty: Promise, wrong: Promise) -> dict[str, Any]:
    return {"required": empty, "max_length": wrong, "invalid_choice": wrong}


class ObjectionForm(forms.Form):
    """异议: with a real name and a way to be reached; neither is ever published."""

    enterprise = forms.ChoiceField(
        label=_lazy("对哪家企业有异议"),
        error_messages=_or_says(
            _lazy("请选择有异议的企业。"), _lazy("这家企业不在本次公示名单中，请重新选择。")
        ),
    )
    by_kind = forms.ChoiceField(
        label=_lazy("以谁的名义"),
        choices=Objection.By.choices,
        widget=forms.RadioSelect,
        error_messages=_or_says(
            _lazy("请选择以个人还是以单位的名义提出。"), _lazy("请选择“个人”或“单位”。")
        ),
    )
    by_name = forms.CharField(
        label=_lazy("真实姓名或单位全称"),
        max_length=120,
        help_text=_lazy("个人须实名；单位须写全称，书面材料加盖公章后另行送达。"),
        error_messages=_or_says(
            _lazy("请填写您的真实姓名或单位全称。"), _lazy("姓名或单位全称最多 120 字。")
        ),
    )
    contact = forms.CharField(
        label=_lazy("联系电话或邮箱"),
        max_length=120,
        help_text=_lazy("仅用于核实，不公开，也不告知被公示企业。"),
        error_messages=_or_says(
            _lazy("请填写能联系到您的电话或邮箱。"), _lazy("联系方式最多 120 字。")
        ),
    )
    says = forms.CharField(
        label=_lazy("事实与理由"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_lazy("请写明具体事实和依据，最多 2000 字。"),
        error_messages=_or_says(
            _lazy("请写明具体事实和依据。"), _lazy("事实与理由最多 2000 字，请压缩后再提交。")
        ),
    )

    def __init__(self, entries: QuerySet[NoticeEntry], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = {entry.application.enterprise.credit_code: entry for entry in entries}
        self.fields["enterprise"].choices = [("", _("请选择"))] + [  # type: ignore[attr-defined]
            (code, entry.application.enterprise.name) for code, entry in self.entries.items()
        ]

    def particulars(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("by_kind", "by_name", "contact", "says")}


@dataclass(frozen=True)
class Receipt:
    """What was received, under a number that the office finds again: notice, day, place in it."""

    objection: Objection
    number: str


def keep(request: HttpRequest, objection: Objection) -> None:
    """Remember whose browser raised it, until the receipt is shown."""
    request.session[KEPT] = objection.pk


def receipt(request: HttpRequest, notice: Notice) -> Receipt | None:
    """The receipt of the objection this browser has just raised; shown once, to nobody else."""
    key = request.session.get(KEPT)
    raised = Objection.objects.filter(entry__notice=notice)
    found = raised.select_related("entry__application__enterprise").filter(pk=key).first()
    if found is None:
        return None
    del request.session[KEPT]
    place = raised.filter(pk__lte=found.pk).count()
    return Receipt(found, f"{notice.key}-{found.raised_on:%Y%m%d}-{place:02d}")
