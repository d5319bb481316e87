"""What the seed tests read: the facts, schemes and tests that an edition names."""

from collections.abc import Iterator
from typing import Any

import seeds

WALKED = [
    ("tech_sme", "2017"),
    ("srdi_sme", "2022"),
    ("srdi_sme", "2026"),
    ("high_tech", "2016"),
    ("private_benchmark", "2022"),
    ("innovative_sme", "2022"),
]
TITLES = ("holds", "not_holds", "no_kin_holds")
LIMITS = ("at_least", "at_most", "more_than", "less_than")


def mappings(data: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside, itself included."""
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from mappings(value)
    elif isinstance(data, list):
        for value in data:
            yield from mappings(value)


def parts_that_test(edition: Any) -> list[Any]:
    """The parts of an edition that test facts: criteria with their waivers, the score, the routes."""
    return [edition["criteria"], edition.get("scoring"), edition.get("direct_routes")]


def facts_named(edition: Any) -> set[str]:
    return {each["fact"] for each in mappings(edition) if "fact" in each}


def schemes_named(edition: Any) -> set[str]:
    listed = [each[key] for each in mappings(edition) for key in TITLES if key in each]
    return {scheme for schemes in listed for scheme in schemes}


def limits(edition: Any) -> Iterator[tuple[str, Any]]:
    """(fact, value) of every comparison, bands taken apart."""
    for test in mappings(edition):
        for word in (*LIMITS, "every"):
            if "fact" in test and word in test:
                values = test[word] if isinstance(test[word], list) else [{"value": test[word]}]
                yield from ((test["fact"], each["value"]) for each in values)


def every_edition() -> list[Any]:
    return [seeds.edition(*name) for name in seeds.editions()]
