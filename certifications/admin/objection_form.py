"""Deciding an objection: upheld or not, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

UPHELD, DISMISSED = "upheld", "dismissed"


class ObjectionForm(forms.Form):
    """The decision and its reasons."""

    decision = forms.ChoiceField(
        label=_("处理结论"),
        choices=[(UPHELD, _("异议成立")), (DISMISSED, _("异议不成立"))],
        error_messages={"required": _("请选择异议是否成立。")},
        widget=forms.RadioSelect,
    )
    says = forms.CharField(
        label=_("处理意见"),
        error_messages={"required": _("请写明处理意见。")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def details(self) -> dict[str, Any]:
        return {
            "upheld": self.cleaned_data["decision"] == UPHELD,
            "says": self.cleaned_data["says"],
        }
