"""Numbers of invented titles, each scheme in its own pattern, each number once."""

from collections import Counter
from datetime import date

OLD_SRDI_UNTIL = date(2022, 7, 31)
PREFIXES = {
    "innovative_sme": "QDCXX",
    "srdi_sme": "QDZJTX",
    "little_giant": "XJR",
    "gazelle": "SDDL",
    "eaglet": "QDCY",
    "unicorn": "SDDJS",
    "single_champion": "DXGJ",
    "chain_leader": "QDLZ",
    "tech_leading": "SDKJLJ",
}


class Numbers:
    """Counts within scheme and year."""

    def __init__(self) -> None:
        self.given: Counter[tuple[str, int]] = Counter()

    def next(self, scheme: str, day: date, *, district: str = "", by_route: bool = False) -> str:
        """The next number of a scheme for a title announced (or dated) on a day."""
        self.given[scheme, day.year] += 1
        count = self.given[scheme, day.year]
        if scheme == "high_tech":
            return f"GR{day.year}371{count:05d}"
        if scheme == "tech_sme":
            return f"{day.year}{district}0{'C' if by_route else '8'}{count:06d}"
        if scheme == "private_benchmark":
            return f"QDMYBG{day.year}{count:03d}"
        if scheme == "srdi_sme" and day <= OLD_SRDI_UNTIL:
            return f"SDZJTX{day.year}{count:04d}"
        return f"{PREFIXES[scheme]}{day.year}{count:04d}"
