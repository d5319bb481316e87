"""The forms of a draft: the text (a file or pasted), the day to weigh it on, a row's official text."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certifications.admin.step_form import day_input
from certifications.models import Edition
from certifications.moves import NotReady
from certifications.policy_desk.rule_text import MOST_BYTES, text_of


class TextForm(forms.Form):
    """A rule file: uploaded, or typed into the page; one of the two."""

    file = forms.FileField(
        label=_("规则文件"),
        required=False,
        help_text=_(
            "YAML，UTF-8 编码，不超过 50 万字。写法见仓库 seeds/README.md，可从现行版本的文件改起。"
        ),
    )
    text = forms.CharField(
        label=_("或直接粘贴全文"),
        required=False,
        strip=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false", "class": "code"}),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        file, typed = told.get("file"), told.get("text", "").replace("\r\n", "\n")
        if not file and not typed.strip():
            raise forms.ValidationError(_("请选择规则文件，或粘贴全文。"))
        try:
            told["brought"] = text_of(file.read(MOST_BYTES + 1)) if file else typed
        except NotReady as refusal:
            self.add_error("file", str(refusal))
        return told


class WeighForm(forms.Form):
    """The day whose facts and whose edition in force the draft is held against."""

    on = forms.DateField(label=_("以哪一天的数据和现行规则为准"), widget=day_input())


class ConfirmForm(forms.Form):
    """The official text, new or attached before, and where the row stands in it."""

    paper = forms.FileField(
        label=_("官方文本"), required=False, help_text=_("PDF，取自发文机关网站或正式印发件。")
    )
    says = forms.CharField(
        label=_("核对到哪一条"),
        max_length=300,
        help_text=_("写明条款和页码，如“附件1 第二条（三），第 5 页”。"),
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        texts = dict(_texts(edition))
        self.fields["paper"].required = not texts
        if texts:
            choices = [("", _("另传一份")), *texts.items()]
            self.fields["there"] = forms.ChoiceField(
                label=_("已附过的官方文本"), required=False, choices=choices
            )
            self.order_fields(("there", "paper", "says"))

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("paper") and not told.get("there") and "paper" not in self.errors:
            self.add_error("paper", _("请附官方文本的 PDF，或选一份已附过的。"))
        return told


def _texts(edition: Edition) -> Iterator[tuple[str, str]]:
    """Each official text that was attached to the edition, once, by its hash."""
    rows = edition.confirmations.order_by("-pk")
    return iter(rows.values_list("paper__sha256", "file_name"))
