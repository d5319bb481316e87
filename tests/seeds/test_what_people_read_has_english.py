"""The seeds say in English what they say in Chinese: names, sentences, letters, questions."""

import pytest

import seeds
from tests.english_pages import CHINESE

READ_ABROAD = ("name_zh", "says_zh", "title_zh", "subject_zh", "body_zh", "help_zh", "label_zh")


def bilingual(value, where=""):
    """Every mapping of the seeds that says something in Chinese, with its place."""
    if isinstance(value, dict):
        yield where, value
        for key, part in value.items():
            yield from bilingual(part, f"{where}.{key}")
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from bilingual(part, f"{where}[{number}]")


def seed_files():
    return sorted(
        path.relative_to(seeds.ROOT).as_posix()
        for path in seeds.ROOT.rglob("*.yaml")
        if path.parent.name not in ("demo", "workdays")
    )


@pytest.mark.parametrize("name", seed_files())
def test_what_people_read_in_the_seeds_has_english(name):
    silent = [
        f"{where}.{key}"
        for where, row in bilingual(seeds.read(name), name)
        for key in READ_ABROAD
        if row.get(key) and not str(row.get(key.replace("_zh", "_en")) or "").strip()
    ]

    assert silent == []


@pytest.mark.parametrize("rows", [seeds.districts, seeds.zones, seeds.industries])
def test_every_place_and_industry_has_an_english_name(rows):
    assert [
        row["code"] for row in rows() if not row["name_en"] or CHINESE.search(row["name_en"])
    ] == []
