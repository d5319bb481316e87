"""The district and zone that an address names. Only what is written counts, never the credit code.

Former districts (四方区, 胶南市, 即墨市) lead to the one that took them over. An address that names
none has no district: an officer sets it later.
"""

import re
import unicodedata
from dataclasses import dataclass

from enterprises.models import District, Zone

# Other words by which addresses mean a district: the new area has the district's own bounds.
OTHER_NAMES = {"西海岸新区": "370211", "西海岸经济新区": "370211"}
ZONE_WORDS = {
    "西海岸": "west_coast",
    "高新技术产业开发区": "high_tech_zone",
    "高新区": "high_tech_zone",
    "红岛经济区": "high_tech_zone",
    "保税港区": "bonded_zone",
    "保税区": "bonded_zone",
    "蓝色硅谷": "blue_valley",
    "蓝谷": "blue_valley",
    "上合示范区": "sco_area",
    "临空经济": "airport_area",
}
NOT_A_STREET = r"(?![路街巷])"


@dataclass(frozen=True)
class Place:
    """What an address says; `named` is the district's word in it, perhaps a former name."""

    district: District | None = None
    zone: Zone | None = None
    named: str = ""


class Places:
    """Today's districts by every name they have had, and the zones; read once for an import."""

    def __init__(self) -> None:
        districts = {district.pk: district for district in District.objects.all()}
        self.by_name = {
            district.name_zh: _today(district, districts)
            for district in sorted(districts.values(), key=lambda each: each.until is None)
            if district.level != District.Level.CITY
        }
        codes = {district.code: district for district in districts.values()}
        for name, code in OTHER_NAMES.items():
            if code in codes:
                self.by_name[name] = codes[code]
        names = sorted(self.by_name, key=len, reverse=True)
        self.pattern = re.compile(f"({'|'.join(map(re.escape, names))}){NOT_A_STREET}")
        self.zones = {
            zone.code: (zone, {district.pk for district in zone.districts.all()})
            for zone in Zone.objects.prefetch_related("districts")
        }

    def find(self, address: str) -> Place:
        """The district named first in the address, and a zone that does not contradict it."""
        address = unicodedata.normalize("NFKC", address)
        found = self.pattern.search(address) if self.by_name else None
        district = self.by_name[found[1]] if found else None
        return Place(district, self._zone(address, district), found[1] if found else "")

    def _zone(self, address: str, district: District | None) -> Zone | None:
        for word, code in ZONE_WORDS.items():
            if word in address and code in self.zones:
                zone, districts = self.zones[code]
                if district is None or district.pk in districts:
                    return zone
        return None


def _today(district: District, districts: dict[int, District]) -> District:
    """Whoever took the district over, and over again; itself when it still stands."""
    seen: set[int] = set()
    while district.successor_id and district.pk not in seen:
        seen.add(district.pk)
        district = districts[district.successor_id]
    return district
