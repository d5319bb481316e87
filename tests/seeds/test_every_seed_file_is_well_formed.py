"""Every file under seeds/ is read by its function, speaks both languages, and shows its source."""

import re

import pytest
import yaml

import seeds
from tests.seeds.reading import every_edition, mappings

CHINESE = re.compile("[\u4e00-\u9fff]")


def law_files():
    """All YAML but what the demo city needs, which registry/demo reads and tests."""
    return [path for path in sorted(seeds.ROOT.rglob("*.yaml")) if path.parent.name != "demo"]


def everything():
    yield "ladder", seeds.ladder()
    yield "offices", seeds.offices()
    yield "facts", seeds.facts()
    yield "sources", seeds.sources()
    yield "chains", seeds.chains()
    yield from (("districts", row) for row in seeds.districts())
    yield from (("zones", row) for row in seeds.zones())
    yield from (("industries", row) for row in seeds.industries())
    yield from ((f"{e['scheme']}/{e['edition']}", e) for e in every_edition())
    yield from ((str(year), seeds.workdays(year)) for year in seeds.workday_years())
    yield from ((kind, seeds.letter(kind)) for kind in seeds.letters())
    for name in (2024, "2026.demo"):
        yield str(name), seeds.commitments(name)
    yield "reported", seeds.reported(2024)


def test_every_yaml_file_has_a_function_that_reads_it(monkeypatch):
    opened = set()
    from seeds import reader

    plain = reader.text_of
    monkeypatch.setattr(reader, "text_of", lambda path: opened.add(path) or plain(path))

    list(everything())

    assert opened == set(law_files())


def test_the_strict_reader_agrees_with_plain_yaml_on_every_text():
    """Nothing in the files reads otherwise to an ordinary YAML tool, numbers apart."""
    for path in law_files():
        plain = yaml.safe_load(path.read_text(encoding="utf-8"))
        ours = seeds.read(path)
        assert texts(plain) == texts(ours), path


def texts(data):
    return [v for each in mappings(data) for v in each.values() if type(v) is str and "%" not in v]


def test_names_are_given_in_both_languages():
    for name, data in everything():
        for each in mappings(data):
            for key in each:
                if key.endswith("_zh") and key.removesuffix("_zh") in ("name", "says", "reason"):
                    assert f"{key.removesuffix('_zh')}_en" in each, (name, each)


def test_english_is_english_and_chinese_is_chinese():
    for name, data in everything():
        for each in mappings(data):
            for key, value in each.items():
                if key.endswith("_en"):
                    assert value and not CHINESE.search(value), (name, key, value)
                if key in ("name_zh", "says_zh", "reason_zh", "help_zh", "title_zh"):
                    assert CHINESE.search(value), (name, key, value)


def test_what_is_marked_verified_shows_its_source():
    for name, data in everything():
        for each in mappings(data):
            if "verified" in each and {"says_zh", "kind"} <= each.keys():
                assert each.get("source"), (name, each)


def test_no_machine_path_and_no_private_number_stands_in_the_files():
    for path in seeds.ROOT.rglob("*"):
        if path.suffix in (".yaml", ".csv", ".md", ".py"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"/(work|tmp|home|root)/", text), path
            assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", text), path


@pytest.mark.parametrize("suffix", ["yaml", "csv"])
def test_files_end_with_a_newline_and_have_no_trailing_blanks(suffix):
    for path in [each for each in seeds.ROOT.rglob(f"*.{suffix}") if each.parent.name != "demo"]:
        text = path.read_text(encoding="utf-8")
        assert text.endswith("\n"), path
        assert not re.search(r"[ \t]+$", text, re.MULTILINE), path
