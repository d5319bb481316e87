"""Is a rule file that somebody brings refused with line and reason, and a good one understood?"""

import pytest

import seeds
from certifications.moves import NotReady
from certifications.policy_desk import edition_checks
from certifications.policy_desk.case_meaning import cases_doubted
from certifications.policy_desk.edition_meaning import doubts
from tests.certifications.drafted import spoilt, text

pytestmark = pytest.mark.django_db


def problems(brought: str) -> list[str]:
    return edition_checks.check(edition_checks.read(brought)).problems


def line_of(brought: str, piece: str) -> int:
    return brought[: brought.index(piece)].count("\n") + 1


def test_a_good_file_is_ready_and_its_cases_came_out_as_they_say():
    report = edition_checks.check(edition_checks.read(text()))

    assert report.problems == []
    assert [(run.code, run.expects, run.wrong) for run in report.cases] == [
        ("just_enough", "met", []),
        ("too_small", "not_met", []),
    ]


@pytest.mark.parametrize(("scheme", "name"), seeds.editions())
def test_the_shipped_editions_name_nothing_that_does_not_exist(scheme, name):
    rules = seeds.edition(scheme, name)

    assert [*doubts(rules), *cases_doubted(rules)] == []


SPOILT = {
    "an unknown fact": ("fact: revenue, at_least", "fact: revenu, at_least", "是否为 revenue"),
    "an unknown question": ("fact: clean_conduct}", "fact: clean_conducts}", "没有事实"),
    "a unit that does not fit": ("at_most: 80%", "at_most: {amount: 80, unit: 万元}", "百分数"),
    "a limit on yes or no": ('is: "yes"', "at_least: {amount: 1, unit: 件}", "是或否"),
    "yes on a number": ("at_most: 80%", 'is: "yes"', "请改用界限"),
    "an unknown office": ("recognised_by: city_private_economy", "recognised_by: city_hall", "没有机构"),
    "no day": ("in_force: {from: 2027-01-01}", "in_force: {from: null}", "须写施行日"),
    "a day that is taken": ("from: 2027-01-01", "from: 2026-04-01", "已有一版起施行"),
    "a day before its successor": ("from: 2027-01-01", "from: 2024-01-01", "请写 until"),
    "no public notice": ("notice: {working_days: 5, source: 第五条, verified: \"no\"}\n", "", "须写公示期"),
    "a term nobody knows": ("  acceptance:", "  acceptence:", "没有这个时限"),
    "a figure nobody asks for": ("  - {fact: total_assets, years: 1}\n", "", "没有要求填报 total_assets"),
    "a question nobody asks": ("  - {fact: clean_conduct}\n", "  - {fact: ip_in_use}\n", "没有询问"),
    "a figure among the questions": ("  - {fact: clean_conduct}", "  - {fact: clean_conduct}\n  - {fact: employees}", "请移到 figures"),
    "an unknown title": ('fact: clean_conduct, is: "yes"', "not_holds: [little_gaint]", "是否为 little_giant"),
    "a case of an unknown fact": ("      clean_conduct:", "      clean_conducts:", "没有事实"),
    "a case without its unit": ("total_assets: {amount: 1000, unit: 万元}", "total_assets: 1000", "写法不合"),
    "a case that comes out otherwise": ("expect: {verdict: met}", "expect: {verdict: met, findings: {revenue: not_met}}", "案例结果不符"),
    "a row without a source": (", source: 第三条（二）", "", "缺少这个键"),
    "no cases": ("cases:\n", "casus:\n", "不认识的键"),
}  # fmt: skip


@pytest.mark.parametrize("case", SPOILT)
def test_what_is_wrong_is_said_with_its_line(case):
    old, new, sentence = SPOILT[case]

    found = problems(spoilt(old, new))

    assert any(sentence in each and "规则文件 第 " in each for each in found), found


def test_the_line_is_the_line_of_the_mistake():
    brought = spoilt("at_most: 80%", "at_most: {amount: 80, unit: 万元}")

    (found,) = problems(brought)

    assert f"第 {line_of(brought, 'code: debt_ratio')} 行" in found
    assert "criteria[1].at_most" in found


def test_every_mistake_is_said_at_once():
    brought = spoilt("at_most: 80%", 'is: "yes"').replace("fact: revenue, at_least", "fact: revenu, at_least")  # fmt: skip

    assert len(problems(brought)) == 2


def test_a_file_without_a_failing_case_is_not_ready():
    brought = spoilt("verdict: not_met, findings", "verdict: unknown, findings")

    assert "还缺一例不通过的" in problems(brought)[0]


def test_points_that_do_not_add_up_are_refused():
    table = """\
scoring:
  pass: {at_least: 60}
  computed: true
  also: []
  items:
    - {code: size, says_zh: 规模, says_en: Size, max: 50, bands: [{fact: revenue, at_least: {amount: 1, unit: 万元}, points: 40}, {points: 0}], source: 第三条, verified: "no"}
cases:
"""

    found = " ".join(problems(spoilt("cases:\n", table)))

    assert "满分 50 分与最高一档 40 分不一致" in found
    assert "须得 60 分，而满分只有 50 分" in found


def test_a_circle_of_prerequisites_is_refused_and_named():
    """innovative_sme ← srdi_sme ← little_giant: whoever needs the last for the first never begins."""
    circle = "fact: clean_conduct, is"
    brought = text(scheme="innovative_sme").replace("kind: veto, " + circle + ': "yes"', "kind: prerequisite, holds: [little_giant]")  # fmt: skip

    found = " ".join(problems(brought.replace("  - {fact: clean_conduct}\n", "  - {fact: ip_in_use}\n")))  # fmt: skip

    assert "前置称号成环" in found
    assert "创新型中小企业 → 专精特新“小巨人”企业 → " in found


HOSTILE = {
    "ten megabytes": ("a" * 10_000_000, "超过"),
    "ten thousand nested": ("[" * 10_000 + "]" * 10_000, "嵌套超过"),
    "ten thousand nested mappings": ("{a: " * 10_000 + "1" + "}" * 10_000, "嵌套超过"),
    "an anchor": (text().replace("basis:\n", "basis: &x\n"), "锚点"),
    "a bomb of aliases": ("a: &a [x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n", "锚点"),
    "a key twice": (text() + 'verified: "yes"\n', "重复"),
    "a tag": (text().replace("sources: [trial]", "sources: !!python/object/apply:os.system [x]"), "标签"),
    "a float": (text().replace("working_days: 5, kind", "working_days: 1e3, kind"), "歧义"),
    "half a million parts": ("a:\n" + "  - 1\n" * 60_000, "个部分"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_with_line_and_reason(case):
    brought, reason = HOSTILE[case]

    with pytest.raises(NotReady, match=r"规则文件 第 \d+ 行") as refusal:
        edition_checks.read(brought)

    assert reason in str(refusal.value)


def test_unknown_facts_by_the_thousand_are_refused():
    row = "  - {code: c%d, says_zh: 条, says_en: c, kind: hard, fact: revenu%d, at_least: {amount: 1, unit: 万元}, source: 条, verified: \"no\"}\n"  # fmt: skip
    many = "".join(row % (n, n) for n in range(290))
    brought = spoilt("cases:\n", "cases:\n").replace("criteria:\n", "criteria:\n" + many)

    found = problems(brought)

    assert len(found) == edition_checks.MOST_PROBLEMS
