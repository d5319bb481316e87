"""Stating yearly figures: a correction is a new version with who, when and why.

A version that departs from one an officer had verified is conflicting until it is verified too.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from enterprises.models import Enterprise, User, YearlyFigures
from enterprises.models.figures import FIGURES


@transaction.atomic
def state_figures(
    enterprise: Enterprise,
    year: int,
    values: Mapping[str, Any],
    *,
    by: User | None,
    at: datetime,
    source: str,
    reason: str = "",
) -> bool:
    """Keep figures (yuan, heads; None is unknown) of a year as a new version if they differ.

    Figures not named keep their latest value. Returns whether a version was made.
    """
    Enterprise.objects.select_for_update().get(pk=enterprise.pk)
    latest = (
        YearlyFigures.objects.latest_versions().filter(enterprise=enterprise, year=year).first()
    )
    merged = {code: getattr(latest, code, None) for code in FIGURES} | dict(values)
    if latest and all(getattr(latest, code) == merged[code] for code in FIGURES):
        return False
    if latest:
        YearlyFigures.objects.filter(pk=latest.pk).update(is_latest=False)
    YearlyFigures.objects.create(
        enterprise=enterprise,
        year=year,
        version=latest.version + 1 if latest else 1,
        state=_state_after(latest),
        entered_by=by,
        entered_at=at,
        source=source,
        reason=reason,
        **merged,
    )
    return True


def _state_after(latest: YearlyFigures | None) -> YearlyFigures.State:
    """Claimed, unless it departs from what somebody had verified."""
    if latest is None or latest.state == YearlyFigures.State.CLAIMED:
        return YearlyFigures.State.CLAIMED
    return YearlyFigures.State.CONFLICTING


def verify_figures(enterprise: Enterprise, versions: Iterable[tuple[int, int]]) -> int:
    """Mark these (year, version) as verified; return how many were not before.

    A version made since then stays claimed: nobody has seen it.
    """
    which = Q(pk__in=[])
    for year, version in versions:
        which |= Q(year=year, version=version)
    seen = YearlyFigures.objects.filter(which, enterprise=enterprise)
    return seen.exclude(state=YearlyFigures.State.VERIFIED).update(
        state=YearlyFigures.State.VERIFIED
    )
