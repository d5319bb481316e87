"""Does the list of differences say in words what a new edition changes, and nothing that it does not?"""

import pytest
from django.utils import translation

from certifications.catalogue.edition_differences import between
from certifications.models import Edition, Scheme
from certifications.policy_desk import edition_checks
from tests.certifications.drafted import text

pytestmark = pytest.mark.django_db

SCORING = """\
scoring:
  pass: {at_least: %d}
  computed: true
  also: []
  items:
    - {code: size, says_zh: 规模, says_en: Size, max: %d, bands: [{fact: revenue, at_least: {amount: 1, unit: 万元}, points: %d}, {points: 0}], source: 第三条, verified: "no"}
cases:
"""


def edition(brought: str) -> Edition:
    rules = edition_checks.read(brought)
    return edition_checks.edition_of(rules, Scheme.objects.get(code="srdi_sme"))


def says(old: str, new: str) -> list[str]:
    return [str(line) for line in between(edition(old), edition(new))]


def changed(*places: tuple[str, str]) -> list[str]:
    new = text()
    for was, becomes in places:
        assert was in new
        new = new.replace(was, becomes)
    return says(text(), new)


def test_the_same_rules_differ_in_nothing():
    assert says(text(), text()) == []


def test_a_higher_bar_is_said_with_its_old_and_new_limit():
    assert says(text(revenue=1000), text(revenue=1500))[0] == (
        "条件：“上年度营业收入 1500 万元以上”：“营业收入”由 ≥ 1,000 万元 改为 ≥ 1,500 万元"
    )


PLACES = {
    "a new criterion": (
        ("  - {code: conduct,", '  - {code: size, says_zh: 大, says_en: Big, kind: judged, judged: true, source: 条, verified: "no"}\n  - {code: conduct,'),
        "条件：新增“大”",
    ),
    "a gone criterion": (
        ('  - {code: debt_ratio, says_zh: 资产负债率不超过 80%, says_en: Debt ratio of no more than 80%, kind: hard, fact: debt_ratio, at_most: 80%, source: 第三条（二）, verified: "yes"}\n', ""),
        "条件：取消“资产负债率不超过 80%”",
    ),
    "another operator": (("at_most: 80%", "less_than: 80%"), "条件：“资产负债率不超过 80%”：“资产负债率”由 ≤ 80% 改为 < 80%"),
    "another kind": (("kind: veto", "kind: hard"), "条件：“近三年无重大违法”：由“一票否决”改为“必备条件”"),
    "for renewals only": (("kind: veto,", "kind: veto, applies_to: [renewal],"), "条件：“近三年无重大违法”：由“首次申报和复核均适用”改为“只用于复核”"),
    "a waiver": (
        ("source: 第三条（二）,", 'waived_by: [{code: listed, says_zh: 已上市, says_en: Listed, fact: unlisted, is: "no", source: 条, verified: "no"}], source: 第三条（二）,'),
        "条件：“资产负债率不超过 80%”：新增可免情形“已上市”",
    ),
    "another tree": (
        ("fact: debt_ratio, at_most: 80%", "any: [{fact: debt_ratio, at_most: 80%}, {fact: revenue, at_least: {amount: 1, unit: 亿元}}]"),
        "条件：“资产负债率不超过 80%”：由“资产负债率 ≤ 80%”改为“资产负债率 ≤ 80%，或营业收入 ≥ 10,000 万元”",
    ),
    "new words only": (("says_zh: 近三年无重大违法", "says_zh: 近三年没有重大违法"), "条件：“近三年无重大违法”改写为“近三年没有重大违法”"),
    "more years": (("fact: revenue, years: 1", "fact: revenue, years: 2"), "年度数据：须填“营业收入”近 2 年"),
    "a figure less": (("  - {fact: total_assets, years: 1}\n", ""), "年度数据：不再填报资产总额"),
    "another question": (("  - {fact: clean_conduct}\n", "  - {fact: clean_conduct}\n  - {fact: ip_in_use}\n"), "申报情况：新增“知识产权已实际应用并产生经济效益”"),
    "a paper by choice": (("required: true", "required: false"), "材料：“营业执照”：改为选交"),
    "other files": (("accepts: [pdf]", "accepts: [pdf, jpg]"), "材料：“营业执照”：文件种类：由“PDF”改为“PDF / JPG”"),
    "a longer term": (("acceptance: {working_days: 5", "acceptance: {working_days: 7"), "办理时限：受理：由“5 个工作日”改为“7 个工作日”"),
    "a longer notice": (("notice: {working_days: 5", "notice: {working_days: 10"), "办理时限：公示：由“5 个工作日”改为“10 个工作日”"),
    "another validity": (("validity: {years: 3", "validity: {years: 2"), "有效期：由“自公布之日起 3 年”改为“自公布之日起 2 年”"),
    "another road": (("road: city_recognised", "road: evaluated"), "办理程序：由“市级认定”改为“评价入库”"),
    "another office": (("recognised_by: city_private_economy", "recognised_by: city_science"), "认定机关：由“青岛市民营经济发展局”改为“青岛市科学技术局”"),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_each_change_is_one_line_in_words(place):
    change, line = PLACES[place]

    assert changed(change) == [line]


def test_a_new_source_alone_is_no_difference():
    assert changed(("source: 第三条（一）", "source: 新办法第五条"), ("verified: \"partial\"", "verified: \"yes\"")) == []  # fmt: skip


def test_a_scoring_table_that_comes_and_goes():
    scored = text().replace("cases:\n", SCORING % (60, 100, 100))

    assert says(text(), scored) == ["评价指标：新设评分表"]
    assert says(scored, text()) == ["评价指标：取消评分表"]


def test_points_and_pass_mark_are_said():
    old, new = (text().replace("cases:\n", SCORING % each) for each in ((60, 100, 100), (70, 90, 90)))  # fmt: skip

    assert says(old, new) == [
        "评价指标：得分要求：由“合计不低于 60 分”改为“合计不低于 70 分”",
        "评价指标：“规模”：满分：由“100”改为“90”；分档：由“营业收入 ≥ 1 万元：100 分；其他情形：0 分”改为“营业收入 ≥ 1 万元：90 分；其他情形：0 分”",
    ]


def test_the_two_srdi_editions_differ_as_the_law_does():
    editions = [Edition.objects.get(scheme__code="srdi_sme", code=code) for code in ("2022", "2026")]  # fmt: skip

    found = [str(line) for line in between(*editions)]

    assert any("“营业收入”由 ≥ 1,000 万元 改为 ≥ 1,500 万元" in line for line in found)
    assert any("“从事特定细分市场年限”由 ≥ 2 年 改为 ≥ 3 年" in line for line in found)
    assert "评价指标：取消评分表" in found
    assert any(line.startswith("直通条件：取消") for line in found)


def test_every_pair_of_editions_can_be_told_apart_in_both_languages():
    for language in ("zh-hans", "en"):
        with translation.override(language):
            for scheme in Scheme.objects.all():
                editions = list(scheme.editions.order_by("in_force_from"))
                for old, new in zip(editions, editions[1:], strict=False):
                    assert between(old, new)
