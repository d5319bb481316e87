"""Certifications (称号记录): what is held on a day, or what began in a period."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from certifications.models import Certification
from registry.api import shapes
from registry.api.door import Door
from registry.api.labels import day_text, districts_of, label
from registry.api.pages import page
from registry.api.slices import SLICING, lived, slice_of
from registry.query import BadQuery


class Certifications(Door):
    """Certifications, page by page."""

    says = _(
        "称号记录。写 as_of（默认今天）列当日有效的；写 period（2024 或 2024-11）列期内开始的，"
        "含后来失效的。两者择一。区市按 as_of 当日（period 时按期末日）的住所。"
    )
    words = ("as_of", "period", *SLICING, "cursor", "page_size")
    shape = shapes.Certification
    envelope = ("as_of", "next")

    def get(self, request: Request) -> Response:
        within, (day, found) = slice_of(self.asked), self.asked_for()
        found = found.filter(lived(within, day, "enterprise"))
        if within.schemes:
            found = found.filter(scheme__code__in=within.schemes)
        listed = page(found, self.asked, request)
        return self.answer(rows_of(listed.rows, day), as_of=day.isoformat(), next=listed.next)

    def asked_for(self) -> tuple[date, QuerySet[Certification]]:
        """The day whose places count, and the certifications of the day or period."""
        period = self.period()
        if period is None:
            day = self.as_of()
            return day, Certification.objects.held_on(day).select_related(*BESIDE)
        if self.asked.text("as_of"):
            raise BadQuery("period", gettext("参数 as_of 与 period 只能写一个：时点或期间。"))
        begun = Certification.objects.filter(valid_from__range=(period.first, period.last))
        return min(period.last, self.today), begun.select_related(*BESIDE)


BESIDE = ("enterprise", "scheme", "edition")


def rows_of(found: Iterable[Certification], day: date) -> list[dict[str, Any]]:
    """The rows, each with the district of its enterprise on the day."""
    rows = list(found.select_related(*BESIDE) if isinstance(found, QuerySet) else found)
    places = districts_of({row.enterprise_id for row in rows}, day)
    return [certification(row, places.get(row.enterprise_id), day) for row in rows]


def certification(row: Certification, district: Any, day: date) -> dict[str, Any]:
    return {
        "number": row.number,
        "scheme": label(row.scheme),
        "edition": row.edition.code if row.edition else None,
        "enterprise": {"credit_code": row.enterprise.credit_code, "name": row.enterprise.name},
        "district": district,
        "conferred_by": row.conferred_by,
        "issued_on": day_text(row.issued_on),
        "announced_on": day_text(row.announced_on),
        "valid_from": day_text(row.valid_from),
        "valid_until": day_text(row.valid_until),
        "ended_on": day_text(row.ended_on),
        "ended_because": row.ended_because,
        "held": row.is_held_on(day),
        "source": row.source,
        "source_says": row.source_says,
        "recorded_at": row.recorded_at.isoformat(),
    }
