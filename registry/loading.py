"""Brings the city's promises and the figures that other bureaus reported from seeds/ into rows.

Loading twice changes nothing. A promise follows its file; a reported figure that changed becomes
a new version, because what was stated before stays readable.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

import seeds
from enterprises.models import Office
from registry.indicators import find
from registry.models import Commitment, ReportedFigure

DEMO = ".demo"


class UnknownOffice(LookupError):
    """A promise names an office that offices.yaml does not know."""


@transaction.atomic
def load(*, now: datetime, with_demo: bool = False) -> dict[str, int]:
    """Load every year on file; demo promises only for a demo. Returns rows written, by kind."""
    counts = {"commitments": 0, "reported_figures": 0}
    for name in years_on_file(with_demo=with_demo):
        found = seeds.commitments(name)
        for row in found["rows"]:
            counts["commitments"] += _commitment(found, row)
            counts["reported_figures"] += _outcome(found, row, now)
    for year in _numbers("reported"):
        for row in seeds.reported(year):
            counts["reported_figures"] += _reported(row, now)
    return counts


def years_on_file(*, with_demo: bool) -> list[str]:
    """The names of the commitment files: ``2024``, ``2026.demo``."""
    names = sorted(path.stem for path in (seeds.ROOT / "commitments").glob("*.yaml"))
    return [name for name in names if with_demo or not name.endswith(DEMO)]


def _numbers(folder: str) -> list[int]:
    return sorted(int(path.stem) for path in (seeds.ROOT / folder).glob("*.yaml"))


def _commitment(file: dict[str, Any], row: dict[str, Any]) -> int:
    """Write one promise if it is new or was changed in its file."""
    wanted = {**_words(file, row), **_promise(row)}
    found = Commitment.objects.filter(year=file["year"], code=row["code"]).first()
    if found and all(getattr(found, field) == value for field, value in wanted.items()):
        return 0
    Commitment.objects.update_or_create(year=file["year"], code=row["code"], defaults=wanted)
    return 1


def _words(file: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    plain = ("paragraph_zh", "paragraph_en", "says_zh", "says_en", "reading", "order", "sentence")
    return {
        **{key: row[key] for key in (*plain, "source", "verified")},
        "reason_zh": row.get("reason_zh", ""),
        "reason_en": row.get("reason_en", ""),
        "responsible": _office(row["responsible"]),
        "is_demo": file["demo"],
    }


def _promise(row: dict[str, Any]) -> dict[str, Any]:
    """The measurable part; empty for a sentence without a number."""
    if row["reading"] != Commitment.Reading.QUANTIFIED:
        empty = dict.fromkeys(("indicator", "measure", "comparison", "unit", "period"), "")
        return {**empty, "comparison_word": "", "value": None}
    return {
        "indicator": find(row["indicator"]).code,
        "measure": row["measure"],
        "comparison": row["comparison"],
        "comparison_word": row["word_zh"],
        "period": row["period"],
        "value": Decimal(seeds.amount(row["value"], row["code"])),
        "unit": seeds.base_unit(row["value"], row["code"]),
    }


def _office(code: str | None) -> Office | None:
    if code is None:
        return None
    found: Office | None = Office.objects.filter(code=code).first()
    if found is None:
        raise UnknownOffice(_("承诺的责任部门“%s”不在 offices.yaml 中，请先登记该部门。") % code)
    return found


def _outcome(file: dict[str, Any], row: dict[str, Any], now: datetime) -> int:
    """A promise's known outcome is a reported figure of its year."""
    if "outcome" not in row or not row.get("indicator"):
        return 0
    stated = {**row["outcome"], "indicator": row["indicator"], "period": str(file["year"])}
    return _reported(stated, now)


def _reported(row: dict[str, Any], now: datetime) -> int:
    """Enter a figure that is not yet the latest version of its indicator and period."""
    wanted = _statement(row)
    key = {"indicator": find(row["indicator"]).code, "period": str(row["period"])}
    latest = ReportedFigure.objects.filter(**key).order_by("version").last()
    if latest and all(getattr(latest, field) == value for field, value in wanted.items()):
        return 0
    version = latest.version + 1 if latest else 1
    ReportedFigure.objects.create(**key, **wanted, version=version, entered_at=now)
    return 1


def _statement(row: dict[str, Any]) -> dict[str, Any]:
    day: date = row["on"]
    return {
        "value": Decimal(seeds.amount(row["value"], row["indicator"])),
        "unit": seeds.base_unit(row["value"], row["indicator"]),
        "as_of": day,
        "source": row["source"],
        "note_zh": row.get("note_zh", ""),
        "note_en": row.get("note_en", ""),
        "verified": row["verified"],
    }
