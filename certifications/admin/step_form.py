"""What every step's form has in common: the case it stands on, a note, the particulars."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certifications.models import Application
from certifications.rules.findings import Finding


def day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def mistakes_in(form: forms.Form) -> list[tuple[str, str, str]]:
    return [
        (bound.id_for_label or bound.auto_id, str(bound.label), str(sentence))
        for bound in form
        for sentence in bound.errors
    ]


class StepForm(forms.Form):
    """A step with nothing but a note. Whether the step may be taken is the workflow's to say."""

    note = forms.CharField(
        label=_("办理意见"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    not_yet = ""  # why the step would be refused today, where that is known beforehand

    def __init__(
        self,
        *args: Any,
        application: Application,
        today: date,
        found: Sequence[Finding] = (),
        **kwargs: Any,
    ) -> None:
        self.application, self.today, self.found = application, today, found
        super().__init__(*args, **kwargs)

    def details(self) -> dict[str, Any]:
        """The particulars as workflow.advance wants them."""
        return {}

    def mistakes(self) -> list[tuple[str, str, str]]:
        """(id of the field, its label, what is wrong) of every field, for the summary on top."""
        return mistakes_in(self)

    def says(self) -> str:
        """The note as typed."""
        return str(self.cleaned_data.get("note", "")).strip()
