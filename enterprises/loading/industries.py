"""GB/T 4754 sections and divisions, and the city's own dated lists of industries and chains."""

from typing import Any

import seeds
from enterprises.loading.tally import Tally, set_fields, upsert
from enterprises.models import Chain, Industry, Taxonomy

NAMED = ("code", "name_zh", "name_en")
DATED = (*NAMED, "since", "until", "verified")


def load_industries() -> Tally:
    tally, listed = Tally("industries"), seeds.industries()
    rows = [{name: row[name] for name in (*NAMED, "level")} for row in listed]
    by_code = upsert(tally, Industry, rows, key=("code",))
    for row in listed:
        parent = by_code[(row["parent"],)].pk if row["parent"] else None
        set_fields(tally, (row["code"],), by_code[(row["code"],)], {"parent_id": parent})
    return tally


def load_chains() -> list[Tally]:
    """Taxonomies, their groups, and the groups' members (industries and chains)."""
    taxonomies, chains = Tally("taxonomies"), Tally("chains")
    listed = seeds.chains()
    rows = [{name: row[name] for name in DATED} for row in listed]
    by_code = upsert(taxonomies, Taxonomy, rows, key=("code",))
    groups = {
        (by_code[(row["code"],)].pk, None, group["code"]): (group, row["verified"])
        for row in listed
        for group in row["groups"]
    }
    key = ("taxonomy_id", "parent_id", "code")
    wanted = [_chain(natural, *group) for natural, group in groups.items()]
    parents = upsert(chains, Chain, wanted, key=key)
    members = [
        _chain((natural[0], parents[natural].pk, member["code"]), member, member["verified"])
        for natural, (group, _verified) in groups.items()
        for member in group["members"]
    ]
    chains.kept = 0
    upsert(chains, Chain, members, key=key)
    return [taxonomies, chains]


def _chain(natural: tuple[Any, ...], named: dict[str, Any], verified: str) -> dict[str, Any]:
    taxonomy, parent, code = natural
    return {
        "taxonomy_id": taxonomy,
        "parent_id": parent,
        "code": code,
        "name_zh": named["name_zh"],
        "name_en": named["name_en"],
        "verified": verified,
    }
