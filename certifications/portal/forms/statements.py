"""What the enterprise states in the application itself; kept as text, as rules read it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from certifications.models import Edition
from certifications.portal.forms.fields import PercentField, WanField, statement_field
from certifications.portal.numbers import spell
from enterprises.models.naming import in_language


class StatementsForm(forms.Form):
    """One question for each statement that the edition asks for."""

    use_required_attribute = False

    def __init__(self, edition: Edition, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item in edition.rules["statements"]:
            note = in_language(item.get("note_zh", ""), item.get("note_en", ""))
            self.fields[item["fact"]] = statement_field(item["fact"], note)

    def claims(self) -> dict[str, str]:
        """The answers as the application keeps them: text, empty where unanswered."""
        return {code: _kept(value) for code, value in self.cleaned_data.items()}


def _kept(value: Any) -> str:
    if value is None:
        return ""
    return spell(value) if isinstance(value, Decimal) else str(value)


def typed(claims: Mapping[str, Any], form: StatementsForm) -> dict[str, Any]:
    """What was kept, as the form's fields show it."""
    return {
        code: _shown(claims.get(code), form.fields[code]) for code in form.fields if code in claims
    }


def _shown(value: Any, field: forms.Field) -> Any:
    if isinstance(field, PercentField | WanField) and value not in (None, ""):
        return Decimal(str(value))
    return value
