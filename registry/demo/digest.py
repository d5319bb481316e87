"""One fingerprint of the invented city, over what does not depend on when it was built."""

import hashlib
from collections.abc import Iterable
from typing import Any

from certifications.models import Application, Certification
from enterprises.models import Enterprise, IntellectualProperty, Residence, YearlyFigures


def of_city() -> str:
    """The same seed, size and day give the same fingerprint."""
    seen = hashlib.sha256()
    for rows in _tables():
        for row in rows:
            seen.update(repr(row).encode())
    return seen.hexdigest()


def _tables() -> Iterable[Iterable[tuple[Any, ...]]]:
    code = "enterprise__credit_code"
    yield (
        Enterprise.objects.filter(is_demo=True)
        .order_by("credit_code")
        .values_list("credit_code", "name", "registered_on", "kind")
        .iterator()
    )
    yield (
        Residence.objects.filter(enterprise__is_demo=True)
        .order_by(code, "since")
        .values_list(code, "district__code", "since", "until")
        .iterator()
    )
    yield (
        Certification.objects.filter(enterprise__is_demo=True)
        .order_by("scheme__code", "number")
        .values_list("scheme__code", "number", code, "valid_from", "valid_until", "ended_on")
        .iterator()
    )
    yield (
        YearlyFigures.objects.filter(enterprise__is_demo=True, year__gte=2025)
        .order_by(code, "year")
        .values_list(code, "year", "employees", "rd_staff")
        .iterator()
    )
    yield (
        IntellectualProperty.objects.filter(enterprise__is_demo=True)
        .order_by("number")
        .values_list(code, "number", "granted_on")
        .iterator()
    )
    yield (
        Application.objects.filter(is_demo=True)
        .order_by(code, "scheme__code")
        .values_list(code, "scheme__code", "state", "submitted_on", "due_on")
        .iterator()
    )
