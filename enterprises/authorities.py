"""Authorities that confer titles: recorded by their Chinese name, read in the reader's language."""

from functools import cache

import seeds
from enterprises.models.naming import in_language


@cache
def _english() -> dict[str, str]:
    """The English of every office and higher authority that the seeds name."""
    higher = (scheme["recognised_by"] for scheme in seeds.ladder()["schemes"])
    return {office["name_zh"]: office["name_en"] for office in seeds.offices()} | {
        each["authority_zh"]: each["authority_en"] for each in higher if "authority_zh" in each
    }


def authority(name_zh: str) -> str:
    """青岛市科学技术局, or its English name; an authority nobody translated keeps its Chinese."""
    return in_language(name_zh, _english().get(name_zh, ""))
