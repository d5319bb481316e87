"""A file of the right syntax but the wrong shape is refused in a sentence, never with a traceback."""

import copy
import random
import re

import pytest

import seeds
from tests.seeds.example import TEXT, check


def test_the_example_itself_is_accepted():
    assert check(TEXT)["scheme"] == "example"


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            "road: evaluated",
            "road: walked",
            "第 13 行 example/2026.road：'walked' 不在可用的词之内",
        ),
        ("road: evaluated", "raod: evaluated", "example/2026.raod：不认识的键"),
        ("form: listing\n", "", "example/2026.form：缺少这个键"),
        ('verified: "no"\nsources', 'verified: "maybe"\nsources', "'maybe' 不在可用的词之内"),
        ("kind: hard", "kind: soft", "'soft' 不在可用的词之内"),
        ("{amount: 1, unit: 万元}", "5000", "缺少单位"),
        ("{amount: 1, unit: 万元}", "{amount: 1, unit: 斤}", "不认识的单位"),
        ("fact: revenue, at_least", "at_least", "须恰有一种判断"),
        ("fact: revenue, at_least", "fact: revenue, judged: true, at_least", "须恰有一种判断"),
        ("at_least: {amount: 1, unit: 万元}", 'is: "maybe"', '须写带引号的 "yes" 或 "no"'),
        ("at_least: {amount: 1, unit: 万元}", 'is: "yes", at_least: 3%', "须配恰一个界限"),
        (", at_least: {amount: 1, unit: 万元}", "", "须配恰一个界限"),
        ("fact: revenue, at_least: {amount: 1, unit: 万元}", "judged: false", "只能写 true"),
        ("fact: revenue, at_least: {amount: 1, unit: 万元}", "any: []", "列表是空的"),
        ("fact: revenue, at_least: {amount: 1, unit: 万元}", "holds: [1]", "须为称号代码"),
        (
            "fact: revenue, at_least: {amount: 1, unit: 万元}",
            "holds: [a], at_least: 3%",
            "须与 fact 一起写",
        ),
        ("{amount: 1, unit: 万元}", "[{value: 5%}, {value: 3%}]", "只有最后一档可以不写 when"),
        ("years: 3, ", "", "三种写法之一"),
        ("years: 3", "years: 3, open_ended: true", "三种写法之一"),
        ("years: 3", "years: 三", "不是非负整数"),
        ("years: 3", 'ends_each_year: "3-31", years_after: 1', '须写带引号的 "月-日"'),
        ("starts: issued_on", "starts: someday", "'someday' 不在可用的词之内"),
        ("recognised_by: city_science", "recognised_by: null", "为 null 时写 authority"),
        ("{working_days: 5, kind", "{working_days: 5, calendar_days: 5, kind", "须写其一"),
        ("{working_days: 5, kind", "{kind", "须写其一"),
        ("{working_days: 5, kind", "{working_days: -5, kind", "不是非负整数"),
        ("from: 2026-01-01", 'from: "2026-01-01"', "不是日期"),
        ("issued_on: 2026-01-01", "issued_on: 2026", "不是日期"),
        ("pass: {at_least: 60}", "pass: {}", "须写其一"),
        ("pass: {at_least: 60}", "pass: {at_least: 60%}", "不是非负整数"),
        ("computed: true", 'computed: "yes"', "须写 true"),
        ("also: []", "also: [{item: nothing, at_least: 5}]", "已有的一项"),
        ("points: 5", "points: 6", "应为 0 到 5 的整数"),
        ("points: 5", "points: [4, 2]", "应为 0 到 5 的整数"),
        ("points: 5", "points: 2.5", "应为 0 到 5 的整数"),
        (
            "bands: [{fact: rd_share, at_least: 3%, points: 5}, {points: 0}]",
            "bands: []",
            "没有分档",
        ),
        ("sources: [seed]", "sources: []", "列表是空的"),
        ("sources: [seed]", "sources: [7]", "不是文字"),
        ("scheme: example", "scheme: 7", "不是文字"),
        ("at_least: {amount: 1, unit: 万元}", "at_least: []", "列表是空的"),
        (
            "at_least: 3%, points: 5}, {points: 0}",
            "at_least: 3%, points: 5}, {points: 0}, {points: 0}",
            "只有最后一档可以不写条件",
        ),
        ("max: 5, bands", "max: 5, best_of: [], bands", "bands、best_of 与 per 须写其一"),
        ("statements: [{fact: clean_conduct}]", "statements: {fact: clean_conduct}", "应为列表"),
        (
            "statements: [{fact: clean_conduct}]",
            "statements: [clean_conduct]",
            "应为“键: 值”的映射",
        ),
        ("code: a,", "code: 7,", "不是文字"),
        ("says_en: e, kind", 'says_en: " ", kind', "文字是空的"),
        (
            "materials: []",
            'materials: []\nnumber: {label_zh: 号, label_en: Nr, pattern: "^A$", example: B, verified: "no"}',
            "与 pattern 不符",
        ),
        ("terms:\n", "terms: []\nx:\n", "不认识的键"),
    ],
)
def test_a_misshapen_edition_is_refused(before, after, problem):
    assert before in TEXT

    with pytest.raises(seeds.SeedError) as refusal:
        check(TEXT.replace(before, after, 1))

    assert problem in str(refusal.value)
    assert re.match(r"seeds/example.yaml 第 \d+ 行 example/2026", str(refusal.value))


def test_two_criteria_may_not_share_a_code():
    line = next(line for line in TEXT.splitlines() if "code: a," in line)

    with pytest.raises(seeds.SeedError, match="代码 a 重复"):
        check(TEXT.replace(line, f"{line}\n{line}"))


ODD = [None, True, 7, "", "odd", [], {}, [1], [[]], {"odd": 1}, {"fact": []}, {"amount": 1}]


def places(data, way=()):
    listed = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in listed:
        yield (*way, key)
        if isinstance(value, (dict, list)):
            yield from places(value, (*way, key))


def with_odd(data, way, odd):
    """A copy in which one place holds something odd."""
    changed = copy.deepcopy(data)
    inner = changed
    for key in way[:-1]:
        inner = inner[key]
    inner[way[-1]] = odd
    return changed


@pytest.mark.parametrize("name", seeds.editions(), ids="/".join)
def test_whatever_stands_in_any_place_is_accepted_or_refused_in_a_sentence(name):
    edition = seeds.edition(*name)
    ways = list(places(edition))
    chance = random.Random(7)  # noqa: S311

    for way in chance.sample(ways, min(120, len(ways))):
        try:
            seeds.check_edition(with_odd(edition, way, chance.choice(ODD)), "edition")
        except seeds.SeedError as refusal:
            assert "edition" in str(refusal)


def test_a_promise_with_a_number_needs_all_its_parts(monkeypatch):
    with pytest.raises(seeds.SeedError, match="有数的承诺还缺 word_zh"):
        changed(monkeypatch, "high_tech_enterprises", lambda row: row.pop("word_zh"))


def test_a_direction_without_a_number_takes_no_indicator(monkeypatch):
    with pytest.raises(seeds.SeedError, match="没有数的承诺不写 indicator"):
        changed(monkeypatch, "rd_capacity", lambda row: row.update(indicator="rd_body_coverage"))


def test_what_is_not_ours_needs_a_reason(monkeypatch):
    with pytest.raises(seeds.SeedError, match="须写 reason_zh"):
        changed(monkeypatch, "hisense_share", lambda row: row.pop("reason_en"))


def changed(monkeypatch, code, change):
    from seeds import promises

    found = seeds.commitments(2024)
    change(next(row for row in found["rows"] if row["code"] == code))
    monkeypatch.setattr(promises, "read", lambda _path: found)
    return seeds.commitments(2024)
