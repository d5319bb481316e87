"""Districts (today's and former) and zones from seeds/districts.csv and zones.csv."""

from collections.abc import Mapping
from typing import Any

import seeds
from enterprises.loading.tally import Tally, day, set_fields, upsert
from enterprises.models import District, Zone

SAME = ("code", "name_zh", "name_en")


def load_districts() -> Tally:
    """Rows first, then who belongs to whom: a successor may stand further down in the file."""
    tally, listed = Tally("districts"), seeds.districts()
    rows = [_district(row) for row in listed]
    by_code = upsert(tally, District, rows, key=("code",))
    for row in listed:
        links = {
            f"{link}_id": by_code[(row[link],)].pk if row[link] else None
            for link in ("parent", "successor")
        }
        set_fields(tally, (row["code"],), by_code[(row["code"],)], links)
    return tally


def _district(row: Mapping[str, str]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in SAME},
        "level": row["level"],
        "since": day(row["since"]),
        "until": day(row["until"]),
    }


def load_zones() -> Tally:
    tally, listed = Tally("zones"), seeds.zones()
    same = (*SAME, "stat_code", "verified")
    rows = [{name: row[name] for name in same} for row in listed]
    by_code = upsert(tally, Zone, rows, key=("code",))
    districts = dict(District.objects.values_list("code", "pk"))
    for row in listed:
        zone = by_code[(row["code"],)]
        wanted = {districts[code] for code in row["districts"].split("|")}
        if wanted != set(zone.districts.values_list("pk", flat=True)):
            zone.districts.set(wanted)
            tally.updated.add((row["code"],))
    return tally
