"""Enterprises as the city's register knows them on a day; public particulars only, no persons."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from certifications.models import Certification, Holding
from enterprises.models import Enterprise
from registry.api import shapes
from registry.api.certifications import rows_of
from registry.api.door import Door
from registry.api.labels import day_text, districts_of, industries_of, label
from registry.api.pages import page
from registry.api.slices import SLICING, lived, slice_of

EARLIEST = F("since").asc(nulls_first=True)


class Enterprises(Door):
    """Enterprises with what they hold on a day."""

    says = _("企业及其在 as_of 当日的区市、行业与所持称号。写明 scheme 时只列当日持有者。")
    words = ("as_of", *SLICING, "cursor", "page_size")
    shape = shapes.Enterprise
    envelope = ("as_of", "next")

    def get(self, request: Request) -> Response:
        day, within = self.as_of(), slice_of(self.asked)
        found = Enterprise.objects.filter(lived(within, day, "pk"))
        if within.schemes:
            held = Holding.objects.on(day).filter(scheme__code__in=within.schemes)
            found = found.filter(pk__in=held.values("enterprise"))
        listed = page(found, self.asked, request)
        return self.answer(enterprises(listed.rows, day), as_of=day.isoformat(), next=listed.next)


class OneEnterprise(Door):
    """One enterprise with its names, places and titles over time."""

    says = _("一家企业：历次名称、历次住所所在区市，以及全部称号记录（含已失效的）。")
    words = ("as_of",)
    shape = shapes.EnterpriseWithHistory
    many = False

    def get(self, request: Request, credit_code: str) -> Response:
        row = Enterprise.objects.filter(credit_code=credit_code.upper()).first()
        if row is None:
            raise Http404
        day = self.as_of()
        titles = Certification.objects.filter(enterprise=row).order_by("valid_from", "pk")
        return Response(
            {
                "as_of": day.isoformat(),
                **enterprises([row], day)[0],
                **history(row),
                "certifications": rows_of(titles, day),
            }
        )


def enterprises(rows: list[Enterprise], day: date) -> list[dict[str, Any]]:
    """The rows of a page: three more queries whatever its size."""
    ids = [row.pk for row in rows]
    places, trades = districts_of(ids, day), industries_of(ids, day)
    held = schemes_held(ids, day)
    return [
        {
            "credit_code": row.credit_code,
            "name": row.name,
            "kind": row.kind,
            "registered_on": day_text(row.registered_on),
            "district": places.get(row.pk),
            "industry": trades.get(row.pk),
            "rung": max((rung for _code, rung in held[row.pk]), default=0),
            "schemes": [code for code, _rung in held[row.pk]],
            "is_demo": row.is_demo,
        }
        for row in rows
    ]


def schemes_held(ids: Iterable[int], day: date) -> dict[int, list[tuple[str, int]]]:
    """(code, rung) of what each enterprise (by id) holds on a day, in the ladder's order."""
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    rows = Holding.objects.on(day).filter(enterprise__in=list(ids))
    ladder = rows.order_by("scheme__rung", "scheme__order")
    for enterprise, code, rung in ladder.values_list("enterprise", "scheme__code", "scheme__rung"):
        found[enterprise].append((code, rung))
    return found


def history(row: Enterprise) -> dict[str, Any]:
    names = row.names.order_by(EARLIEST)
    places = row.residences.select_related("district").order_by(EARLIEST)
    return {
        "names": [
            {"name": each.name, "since": day_text(each.since), "until": day_text(each.until)}
            for each in names
        ],
        "residences": [
            {
                "district": label(each.district),
                "since": day_text(each.since),
                "until": day_text(each.until),
            }
            for each in places
        ],
    }
