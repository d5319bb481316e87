"""The newer forms of a rule: waivers, occasions, steps, platforms, benefits, cases; and their refusals."""

import re

import pytest

import seeds
from tests.seeds.example import NAME, PLACE, TEXT, check

CRITERION = "kind: hard, fact: revenue, at_least: {amount: 1, unit: 万元}"
WAIVER = (
    '{code: w, says_zh: 免, says_en: w, fact: clean_conduct, is: "yes", source: 例, verified: "no"}'
)
PLATFORM = """system_of_record:
  kind: platform
  name_zh: 平台
  name_en: Platform
  address: null
  outcome: list
  fields: [{fact: revenue, years: 2}, {fact: clean_conduct}]
  order_verified: "no"
  source: 例
  verified: "no"
"""
BENEFIT = (
    "benefits:\n  - {code: b, says_zh: 惠, says_en: b, kind: tax, from: 2026-01-01, until: null, "
    'document: 例, number: null, source: 例, verified: "no"}\n'
)
OWN = "system_of_record: {kind: own}\n"
BANDS = "bands: [{fact: rd_share, at_least: 3%, points: 5}, {points: 0}]"
PER = "per: {fact: niche_years, every: {amount: 2, unit: 年}, points: 1}"
CASES = TEXT[TEXT.index("cases:\n") :]

ACCEPTED = [
    (CRITERION, f"{CRITERION}, applies_to: [new]"),
    (CRITERION, f"{CRITERION}, waived_by: [{WAIVER}]"),
    (
        "kind: hard, fact: revenue, at_least: {amount: 1, unit: 万元}",
        "kind: veto, no_kin_holds: [a]",
    ),
    (BANDS, PER),
    (OWN, PLATFORM),
    (
        OWN,
        PLATFORM.replace(
            "fields: [{fact: revenue, years: 2}, {fact: clean_conduct}]", "fields: []"
        ),
    ),
    (OWN, OWN + BENEFIT),
    (OWN, OWN + "spends_class_2: true\n"),
    (
        "in_force: {from: 2026-01-01}",
        "in_force: {from: 2026-01-01, until: 2026-03-31, renewals_until: 2026-12-31, renewals_source: 例}",
    ),
    ("expect: {verdict: met}", "expect: {verdict: met, total: [1, 5], points: {i: null}}"),
    ("expect: {verdict: met}", "expect: {verdict: met, findings: {a: waived, score: met}}"),
    ('{"on": 2026-07-01,', '{"on": 2026-07-01, kind: renewal, held: [a], points: {i: 3},'),
    ("{revenue: {amount: 2, unit: 万元}}", "{revenue: [null, 5%, 2.5, {amount: 1, unit: 元}]}"),
    ("facts: {revenue: {amount: 2, unit: 万元}}", 'facts: {clean_conduct: "no"}'),
]
REFUSED = [
    (CRITERION, f"{CRITERION}, applies_to: []", "须恰写一种"),
    (CRITERION, f"{CRITERION}, applies_to: [new, renewal]", "须恰写一种"),
    (CRITERION, f"{CRITERION}, applies_to: [sometimes]", "没有申请类型 sometimes"),
    (CRITERION, f"{CRITERION}, evidence: [paper]", "没有材料 paper"),
    (CRITERION, f"{CRITERION}, waived_by: []", "列表是空的"),
    (CRITERION, f"{CRITERION}, waived_by: [{WAIVER.replace('source: 例, ', '')}]", "缺少这个键"),
    (CRITERION, f"{CRITERION}, waived_by: [{WAIVER}, {WAIVER}]", "代码 w 重复"),
    ("code: a,", "code: score,", "score 专指评分"),
    ("kind: hard", "kind: prerequisite", "prerequisite 只能写 holds"),
    ("kind: hard", "kind: judged", "kind: judged 与 judged: true 须同时写"),
    (CRITERION, "kind: hard, judged: true", "kind: judged 与 judged: true 须同时写"),
    (BANDS, f"{BANDS}, {PER}", "bands、best_of 与 per 须写其一"),
    (BANDS, PER.replace("points: 1", "points: 6"), "应为 1 到 5 的整数"),
    (BANDS, PER.replace("points: 1", "points: 0"), "应为 1 到 5 的整数"),
    (BANDS, PER.replace("amount: 2", "amount: 0"), "须大于零"),
    (BANDS, PER.replace("{amount: 2, unit: 年}", "2"), "缺少单位"),
    (OWN, "system_of_record: {kind: somewhere}\n", "'somewhere' 不在可用的词之内"),
    (OWN, "system_of_record: {kind: own, outcome: list}\n", "不认识的键"),
    (OWN, PLATFORM.replace("  outcome: list\n", ""), "缺少这个键"),
    (OWN, PLATFORM.replace("outcome: list", "outcome: letter"), "'letter' 不在可用的词之内"),
    (OWN, PLATFORM.replace("fact: clean_conduct", "fact: revenue"), "代码 revenue 重复"),
    (OWN, PLATFORM.replace("years: 2", "years: two"), "不是非负整数"),
    (OWN, OWN + BENEFIT.replace("kind: tax", "kind: gift"), "'gift' 不在可用的词之内"),
    (OWN, OWN + BENEFIT.replace("document: 例, ", ""), "缺少这个键"),
    (OWN, OWN + BENEFIT.replace("until: null", "until: 2025-01-01"), "早于 from"),
    (OWN, OWN + "spends_class_2: 1\n", "须写 true"),
    (OWN, OWN + "conditions_unknown: true\n", "写了条件就不要再写"),
    (OWN, OWN + "conditions_unknown: false\n", "只能写 true"),
    ("from: 2026-01-01}", "from: 2026-01-01, until: 2025-01-01}", "早于 from"),
    ("from: 2026-01-01}", "from: 2026-01-01, renewals_until: 2026-01-02}", "须一起写"),
    (
        "from: 2026-01-01}",
        "from: 2026-01-01, renewals_until: 2026-01-02, renewals_source: 例}",
        "只有已写 until 的版次",
    ),
    (CASES, "", "每个版次须自带至少一例通过、一例不通过"),
    ("expect: {verdict: met}", "expect: {}", "没有写期待的结果"),
    ("expect: {verdict: met}", "expect: {verdict: waived}", "'waived' 不在可用的词之内"),
    ("expect: {verdict: met}", "expect: {total: 5}", "还缺一例通过的"),
    ("expect: {verdict: not_met}", "expect: {total: 5}", "还缺一例不通过的"),
    ("expect: {verdict: met}", "expect: {verdict: met, findings: {b: met}}", "本版次没有这个代码"),
    ("expect: {verdict: met}", "expect: {verdict: met, points: {b: 1}}", "本版次没有这个代码"),
    ("expect: {verdict: met}", "expect: {verdict: met, points: {i: 1.5}}", "不是分值"),
    ("expect: {verdict: met}", "expect: {verdict: met, route: b}", "'b' 不在可用的词之内"),
    ("code: fails", "code: passes", "代码 passes 重复"),
    ('{"on": 2026-07-01, facts', "{facts", "缺少这个键"),
    ('{"on": 2026-07-01,', '{"on": 2026-07-01, weather: fine,', "不认识的键"),
    ('{"on": 2026-07-01,', '{"on": 2026-07-01, points: {i: null},', "不是非负整数"),
    ("{revenue: {amount: 2, unit: 万元}}", "{revenue: many}", "缺少单位"),
    ("{revenue: {amount: 2, unit: 万元}}", "{revenue: true}", "缺少单位"),
    ("{revenue: {amount: 2, unit: 万元}}", "{revenue: [1, 2, 3, 4, 5]}", "1 到 4 年的列表"),
    ("{working_days: 5, kind: promise, ", "{working_days: 5, ", "缺少 kind"),
    ('{"on": 2026-07-01,', '{"on": null,', "须写审查日"),
    ('{"on": 2026-07-01,', '{"on": 9998-07-01,', "年份须在 1990 至 2100 之间"),
    ("at_least: {amount: 1, unit: 万元}", "at_least: {amount: 201, unit: 年}", "过大"),
    ("at_least: {amount: 1, unit: 万元}", "at_least: {amount: 80001, unit: 天}", "过大"),
    (
        "{years: 3, starts: issued_on,",
        '{ends_each_year: "02-30", years_after: 1, starts: issued_on,',
        "每年都有的一天",
    ),
    (
        "materials: []",
        'materials: [{code: m, says_zh: 例, says_en: m, required: true, accepts: [], source: 例, verified: "no"}]',
        "列表是空的",
    ),
]


@pytest.mark.parametrize(("before", "after"), ACCEPTED)
def test_a_newer_form_is_accepted(before, after):
    assert before in TEXT

    assert check(TEXT.replace(before, after, 1))


@pytest.mark.parametrize(("before", "after", "problem"), REFUSED)
def test_a_newer_form_written_otherwise_is_refused_with_its_line(before, after, problem):
    assert before in TEXT

    with pytest.raises(seeds.SeedError) as refusal:
        check(TEXT.replace(before, after, 1))

    assert problem in str(refusal.value)
    assert re.match(rf"{NAME} 第 \d+ 行 {PLACE}", str(refusal.value))


def without(part, text=TEXT):
    """The example without everything from one key to the next at the margin."""
    return re.sub(rf"(?ms)^{part}:.*?(?=^\w)", "", text + "end: 1\n").removesuffix("end: 1\n")


def test_conditions_that_nobody_found_need_no_cases():
    bare = without("cases", without("scoring", without("criteria")))

    assert check(bare + "criteria: []\nconditions_unknown: true\n")["criteria"] == []


def test_what_only_people_judge_needs_no_cases():
    bare = without("cases", without("scoring"))

    assert check(bare.replace(CRITERION, "kind: judged, judged: true"))


def test_empty_criteria_are_refused_when_nothing_says_that_they_are_unknown():
    with pytest.raises(seeds.SeedError, match=r"第 \d+ 行 example/2026.criteria：列表是空的"):
        check(without("criteria") + "criteria: []\n")
