"""Files meant to do harm are refused with a line and a reason, and before they are read to the end."""

import re

import pytest
import yaml

import seeds
from seeds import document, pattern, reader
from tests.seeds.example import NAME, TEXT, check, line_of

MANY = 10_000
CRITERION = "fact: revenue, at_least: {amount: 1, unit: 万元}"


@pytest.fixture
def events(monkeypatch):
    """The parser's events, counted as they are asked for."""
    seen = []
    plain = yaml.parse

    def counting(*args, **kwargs):
        for event in plain(*args, **kwargs):
            seen.append(event)
            yield event

    monkeypatch.setattr(reader.yaml, "parse", counting)
    return seen


@pytest.fixture(params=["fast", "slow"])
def parser(request, monkeypatch):
    """libyaml's parser, and the one in Python where libyaml is missing."""
    if request.param == "slow":
        monkeypatch.setattr(reader, "LOADER", yaml.SafeLoader)


def refusal_of(text):
    with pytest.raises(seeds.SeedError) as refusal:
        check(text)
    sentence = str(refusal.value)
    assert re.match(rf"{NAME} 第 \d+ 行", sentence)
    return sentence


NESTED = {
    "lists": "criteria: " + "[" * MANY + "]" * MANY,
    "lists that never close": "criteria: " + "[" * MANY,
    "mappings": "criteria: " + "{a: " * MANY + "1" + "}" * MANY,
    "dashes": "criteria:\n  " + "- " * MANY + "a",
    "tests": "criteria: [" + "{all: [" * MANY + "]}" * MANY + "]",
    "keys": "? " + "[" * MANY + "]" * MANY + "\n: 1",
    "question marks": "? " * MANY + "a",
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_ten_thousand_nested_are_refused_after_a_handful_of_events(parser, events, text):
    sentence = refusal_of(f"scheme: example\n{text}\n")

    assert "嵌套超过 20 层" in sentence or "键必须是文字" in sentence
    assert len(events) < 100


def test_ten_megabytes_are_refused_before_a_single_event(events):
    sentence = refusal_of("[" * 10_000_000)

    assert sentence == f"{NAME} 第 1 行：文件超过 500000 个字符，请拆分"
    assert events == []


def test_a_file_of_countless_small_parts_is_refused_where_it_goes_too_far(parser, events):
    sentence = refusal_of("scheme: example\ncriteria: [" + "1," * 200_000 + "1]\n")

    assert sentence == f"{NAME} 第 2 行：内容超过 {document.MOST_PARTS} 个部分，请拆分"
    assert len(events) == document.MOST_PARTS + 2


def test_a_word_without_end_is_refused(parser, events):
    sentence = refusal_of("scheme: " + "1:" * 200_000 + "\n")

    assert "第 1 行 scheme：一处文字超过 4000 个字符" in sentence


ALIASES = "a: &a [lol, lol]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"


def test_anchors_and_aliases_are_refused_before_they_multiply(parser, events):
    assert "第 1 行 a：不许用锚点 & 和引用 *" in refusal_of(ALIASES)
    assert len(events) < 10


def test_a_key_given_twice_is_refused_with_both_lines(parser):
    twice = TEXT.replace("road: evaluated", "road: evaluated\nroad: conferred")
    first = line_of(twice, "road: evaluated")

    assert f"第 {first + 1} 行" in refusal_of(twice)
    assert f"键 road 重复，前一处在第 {first} 行" in refusal_of(twice)


def test_tests_within_tests_end_at_six():
    deep = "".join(["all: [{"] * 6) + CRITERION + "}]" * 6
    sentence = refusal_of(TEXT.replace(CRITERION, deep, 1))

    assert "判断嵌套超过 6 层" in sentence
    assert f"第 {line_of(TEXT, 'code: a,')} 行" in sentence


def test_tests_within_tests_may_be_five_deep():
    deep = "".join(["all: [{"] * 5) + CRITERION + "}]" * 5

    assert check(TEXT.replace(CRITERION, deep, 1))


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (CRITERION, f"any: [{', '.join(['{' + CRITERION + '}'] * 41)}]", "列表超过 40 项"),
        ("materials: []", f"materials: [{', '.join(['1'] * 301)}]", "列表超过 300 项"),
        ("max: 5,", "max: 999999999999999999,", "过大，最多 10000"),
        ("max: 5,", "max: 1001,", "分值超过 1000"),
        ("code: a,", "code: '<script>',", "代码只用小写字母、数字和下划线"),
        ("scheme: example", "scheme: ../../etc", "代码只用小写字母、数字和下划线"),
        ('edition: "2026"', 'edition: "../2026"', "版次只用小写字母、数字、点和横线"),
    ],
)
def test_more_than_any_law_says_is_refused(before, after, problem):
    assert problem in refusal_of(TEXT.replace(before, after, 1))


CATASTROPHES = ["^(a+)+$", "^(a|a)*$", "^(.*)*$", "^(a{9}){9}$", "^a*a*a*b$", "^(?=a)b$", r"^\1$"]
CATASTROPHES += ["^[^a]$", "^a{1,99}$", "a", "^$", "^((a))$", "^a{999}$", "^" + "a" * 99 + "$"]


@pytest.mark.parametrize("harmful", CATASTROPHES)
def test_a_pattern_that_could_run_for_ever_is_refused(harmful):
    number = f"number: {{label_zh: 号, label_en: Nr, pattern: '{harmful}', example: aaaa, verified: \"no\"}}"
    sentence = refusal_of(TEXT.replace("materials: []", f"materials: []\n{number}"))

    assert "number.pattern：不是可用的正则式" in sentence
    assert f"第 {line_of(TEXT, 'materials: []') + 1} 行" in sentence


@pytest.mark.parametrize("name", seeds.editions(), ids="/".join)
def test_the_patterns_in_use_are_harmless(name):
    number = seeds.edition(*name).get("number")

    assert number is None or pattern.problem_of(number["pattern"], number["example"]) is None


def test_a_class_written_backwards_fits_nothing():
    assert pattern.problem_of("^[z-a]$", "a") == ("example", "与 pattern 不符，请改正其一")
