"""The figures of one year: money in 万元, people; a part is never more than its whole."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.portal.forms.fields import MOST_PEOPLE, CountField, WanField
from enterprises.models.figures import HEAD_COUNTS, MAY_BE_NEGATIVE
from enterprises.vocabulary import fact_help, fact_label

# A loss, and debts above assets, are real; a negative revenue is a slip of the pen.
PARTS = (
    ("main_revenue", "revenue"),
    ("main_product_revenue", "revenue"),
    ("hightech_income", "total_income"),
    ("rd_spend_domestic", "rd_spend"),
    ("tech_staff", "employees"),
    ("rd_staff", "employees"),
)
EXAMPLES = {True: gettext_lazy("例：62"), False: gettext_lazy("例：3260.5（即 3,260.5 万元）")}


class FiguresForm(forms.Form):
    """One line for each figure that the edition asks for in this year."""

    use_required_attribute = False

    def __init__(
        self,
        codes: Iterable[str],
        *args: Any,
        origins: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for code in codes:
            self.fields[code] = _field(code)
            self.fields[code].origin = (origins or {}).get(code, "")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for part, whole in PARTS:
            smaller, larger = cleaned.get(part), cleaned.get(whole)
            if smaller is not None and larger is not None and smaller > larger:
                says = _("“%(part)s”大于“%(whole)s”，请核对其中一项。")
                self.add_error(part, says % {"part": fact_label(part), "whole": fact_label(whole)})
        return cleaned


def _field(code: str) -> forms.Field:
    is_head_count = code in HEAD_COUNTS
    words: dict[str, Any] = {
        "label": fact_label(code),
        "help_text": f"{fact_help(code)} {EXAMPLES[is_head_count]}",
    }
    if is_head_count:
        return CountField(unit="人", at_most=MOST_PEOPLE, **words)
    return WanField(may_be_negative=code in MAY_BE_NEGATIVE, **words)
