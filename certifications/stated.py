"""What an enterprise has stated so far: in the cases it handed in, and in those it is filling now.

A statement belongs to the enterprise, not to a title: it is made once and read wherever it is asked
for. What stands in a case that is being filled is for the enterprise alone; offices never read it.
"""

from datetime import date

from certifications.models import Application, Scheme
from certifications.standing import latest_claims, shared
from certifications.states import EDITABLE
from enterprises.facts import Value
from enterprises.models import Enterprise

Claims = dict[str, Value]


def being_filled(enterprise: Enterprise) -> Claims:
    """The shared answers in the cases that are with the enterprise, the one opened last above all."""
    rows = Application.objects.filter(enterprise=enterprise, state__in=EDITABLE)
    return {
        code: value
        for claims in rows.order_by("opened_at").values_list("claims", flat=True)
        for code, value in shared(claims).items()
        if value not in (None, "")
    }


def stated_by(enterprise: Enterprise, on: date) -> Claims:
    """The same, over what was handed in before."""
    return {**latest_claims([enterprise.pk], on).get(enterprise.pk, {}), **being_filled(enterprise)}


def stated_for(enterprise: Enterprise, scheme: Scheme, on: date) -> Claims:
    """What is stated for one title: the same, and the answers of its own open case above all."""
    own = Application.objects.filter(enterprise=enterprise, scheme=scheme).still_open().first()
    said = {code: value for code, value in (own.claims if own else {}).items() if value != ""}
    return {**stated_by(enterprise, on), **said}
