"""What an enterprise has stated so far: in the cases it handed in, and in those it is filling now.

A statement belongs to the enterprise, not to a title: it is made once and read wherever it is asked
for. What stands in a case that is being filled is for the enterprise alone; offices never read it.
"""

from datetime import date

from certifications.models import Application
from certifications.standing import latest_claims
from certifications.states import EDITABLE
from enterprises.facts import Value
from enterprises.models import Enterprise

Claims = dict[str, Value]


def being_filled(enterprise: Enterprise) -> Claims:
    """The answers in the cases that are with the enterprise, the case opened last above all."""
    rows = Application.objects.filter(enterprise=enterprise, state__in=EDITABLE)
    return {
        code: value
        for claims in rows.order_by("opened_at").values_list("claims", flat=True)
        for code, value in claims.items()
        if value not in (None, "")
    }


def stated_by(enterprise: Enterprise, on: date) -> Claims:
    """The same, over what was handed in before."""
    return {**latest_claims([enterprise.pk], on).get(enterprise.pk, {}), **being_filled(enterprise)}
