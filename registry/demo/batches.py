"""The application windows of the demo, laid around the city's day so that each scheme has one open."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import seeds
from certifications.editions import edition_for
from certifications.models import Batch, Scheme
from registry.demo.plan import Plan

KINDS = {"new": ("申报", "applications"), "renewal": ("复核", "renewals")}
ANEW = ("重新认定", "recognition anew")  # a high-tech title is not reviewed but recognised anew


class Windows:
    """The batches by scheme and kind, earliest first."""

    def __init__(self, batches: list[Batch]) -> None:
        self.batches = batches

    def of(self, scheme: str, kind: str) -> list[Batch]:
        return [each for each in self.batches if (each.scheme.code, each.kind) == (scheme, kind)]

    def open_on(self, scheme: str, kind: str, day: date) -> Batch | None:
        return next((each for each in self.of(scheme, kind) if each.is_open_on(day)), None)


def open_windows(plan: Plan) -> Windows:
    """Write the batches of batches.yaml."""
    schemes = {scheme.code: scheme for scheme in Scheme.objects.all()}
    counted: Counter[tuple[str, str, int]] = Counter()
    made: list[Batch] = []
    for row in seeds.read("demo/batches.yaml"):
        for first, last in row["windows"]:
            opens = plan.until + timedelta(days=first)
            counted[row["scheme"], row["kind"], opens.year] += 1
            place = counted[row["scheme"], row["kind"], opens.year]
            made.append(_batch(schemes[row["scheme"]], row, place, opens, plan, last))
    Batch.objects.bulk_create(made)
    return Windows(made)


def _batch(
    scheme: Scheme, row: dict[str, Any], place: int, opens: date, plan: Plan, last: int
) -> Batch:
    anew = (scheme.code, row["kind"]) == ("high_tech", "renewal")
    word_zh, word_en = ANEW if anew else KINDS[row["kind"]]
    return Batch(
        code=f"{scheme.code}-{row['kind']}-{opens.year}-{place}-demo",
        name_zh=f"{opens.year}年第{place}批{scheme.name_zh}{word_zh}（演示）",
        name_en=f"{scheme.name_en}: {word_en}, batch {place} of {opens.year} (demo)",
        scheme=scheme,
        edition=edition_for(scheme, row["kind"], opens),
        kind=row["kind"],
        opens_on=opens,
        closes_on=plan.until + timedelta(days=last),
        is_demo=True,
    )
