"""Holdings: certifications of one scheme that overlap or adjoin become one span."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from django.db import transaction

from certifications.models import Certification, Holding

Spans = list[tuple[date, date | None]]


def coalesce(spans: Iterable[tuple[date, date | None]]) -> Spans:
    """Merge spans (first day, last day inclusive; None is open) that overlap or adjoin."""
    merged: Spans = []
    for first, last in sorted(spans, key=lambda span: span[0]):
        if merged and _touches(merged[-1][1], first):
            merged[-1] = (merged[-1][0], _later(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _touches(last: date | None, first: date) -> bool:
    return last is None or first <= last + timedelta(days=1)


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def refold(scheme_id: int, enterprise_ids: Iterable[int] | None = None) -> int:
    """Fold a scheme's certifications into holdings anew; return how many holdings there are.

    In the caller's transaction, after certifications of these enterprises changed.
    """
    certifications = Certification.objects.filter(scheme=scheme_id)
    holdings = Holding.objects.filter(scheme=scheme_id)
    if enterprise_ids is not None:
        ids = list(enterprise_ids)
        certifications = certifications.filter(enterprise__in=ids)
        holdings = holdings.filter(enterprise__in=ids)
    with transaction.atomic():
        holdings.delete()
        fresh = _folded(scheme_id, certifications.order_by("enterprise", "valid_from"))
        Holding.objects.bulk_create(fresh, batch_size=2000)
    return len(fresh)


def _folded(scheme_id: int, certifications: Iterable[Certification]) -> list[Holding]:
    return [
        Holding(enterprise_id=enterprise_id, scheme_id=scheme_id, first_day=first, last_day=last)
        for enterprise_id, group in groupby(certifications, key=lambda row: row.enterprise_id)
        for first, last in coalesce(
            (row.valid_from, row.last_day)
            for row in group
            if row.last_day is None or row.last_day >= row.valid_from
        )
    ]
