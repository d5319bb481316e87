"""Offices and the dated schemes each answers for, from seeds/offices.yaml."""

from collections.abc import Iterator
from typing import Any

import seeds
from enterprises.loading.tally import Tally, upsert
from enterprises.models import District, Mandate, Office


def load_offices() -> list[Tally]:
    """Offices by code; mandates by office, scheme, duty and first day."""
    offices, mandates = Tally("offices"), Tally("mandates")
    listed = seeds.offices()
    districts = dict(District.objects.values_list("code", "pk"))
    rows = [_office(row, districts) for row in listed]
    by_code = upsert(offices, Office, rows, key=("code",))
    answers = [answer for row in listed for answer in _answers(row, by_code[(row["code"],)].pk)]
    upsert(mandates, Mandate, answers, key=("office_id", "scheme_code", "duty", "since"))
    return [offices, mandates]


def _office(row: dict[str, Any], districts: dict[str, int]) -> dict[str, Any]:
    same = ("code", "name_zh", "name_en", "level", "since", "until", "verified")
    return {
        **{name: row[name] for name in same},
        "district_id": districts[row["district"]] if row["district"] else None,
        "phone": row["phone"] or "",
    }


def _answers(row: dict[str, Any], office_id: int) -> Iterator[dict[str, Any]]:
    for answer in row["answers_for"]:
        yield {
            "office_id": office_id,
            "scheme_code": answer["scheme"],
            "duty": answer["duty"],
            "since": answer["since"],
            "until": answer.get("until"),
            "source": answer["source"],
            "verified": answer["verified"],
        }
