"""Letters: both languages, and only placeholders that the post can fill."""

from string import Formatter

import pytest

import seeds

ALWAYS = {"enterprise", "scheme", "number", "ends_on", "days_left", "link"}
OF_A_STEP = ALWAYS | {"reason"}
OF_A_MOVE = OF_A_STEP | {"edition"}
KINDS = [
    *("accepted", "moved_office", "not_recognised", "notice_opened", "recognised"),
    *("returned_for_correction", "rules_changed", "title_ending"),
]


def placeholders(text):
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


def test_all_kinds_have_a_wording():
    assert seeds.letters() == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_uses_only_what_the_post_knows(kind):
    letter = seeds.letter(kind)
    told = {"returned_for_correction": OF_A_STEP, "not_recognised": OF_A_STEP}
    allowed = {**told, "rules_changed": OF_A_MOVE}.get(kind, ALWAYS)

    for key in ("subject_zh", "subject_en", "body_zh", "body_en"):
        assert placeholders(letter[key]) <= allowed, key


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_say_the_same_things(kind):
    letter = seeds.letter(kind)

    assert placeholders(letter["subject_zh"]) == placeholders(letter["subject_en"])
    assert placeholders(letter["body_zh"]) == placeholders(letter["body_en"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_can_be_filled_in(kind):
    letter = seeds.letter(kind)
    words = dict.fromkeys(OF_A_MOVE, "某")

    for key in ("subject_zh", "subject_en", "body_zh", "body_en"):
        filled = letter[key].format_map(words)
        assert "{" not in filled and "}" not in filled
    assert "\n" not in letter["subject_zh"] + letter["subject_en"]


def test_a_letter_that_names_another_kind_is_refused(monkeypatch):
    from seeds import promises

    wording = dict(seeds.letter("accepted"), kind="rejected")
    monkeypatch.setattr(promises, "read", lambda _path: wording)

    with pytest.raises(seeds.SeedError, match="kind 与文件名不一致"):
        seeds.letter("accepted")
