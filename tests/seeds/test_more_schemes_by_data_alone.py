"""What a city may add without a line of Python: a counted scheme, its own scoring indicators."""

import pytest

import seeds
from seeds import reader, rulebook
from seeds.ladder_shape import check_ladder
from seeds.local_shape import check_local

LADDER = """
tracks:
  - {code: city, name_zh: 本市, name_en: City, exclusive: false, source: 例, verified: "no"}
rungs:
  - {number: 4, name_zh: 领军, name_en: Leading}
schemes:
  - code: green_pioneer
    name_zh: 绿色先锋
    name_en: Green pioneer
    rung: 4
    track: city
    nature: selection
    form: listing
    recognised_by: {office: city_industry}
    holds_on: own
    order: 900
    order_in_rung: 3
    counted: {code: green_pioneers, name_zh: 绿色先锋企业, name_en: Green pioneers, says_zh: 持有称号的企业数, says_en: Enterprises that hold the title}
    source: 例
    verified: "no"
    needs: []
    excludes: []
    shortcuts: []
"""
LOCAL = """
scheme: srdi_sme
year: 2025
owner: city_private_economy
source: 例
verified: "no"
items:
  - item: s09
    says_zh: 例
    says_en: Example
    bands:
      - {fact: new_equity_2y, at_least: {amount: 500, unit: 万元}, points: 15}
      - {points: 0}
    source: 例
    verified: "no"
"""


def ladder(text):
    return check_ladder(seeds.parse(text, "seeds/ladder.yaml"), "ladder")


def local(text):
    return check_local(seeds.parse(text, "seeds/local/srdi_sme/2025.yaml"), "local/srdi_sme/2025")


def test_a_scheme_may_ask_to_be_counted_by_data_alone():
    assert ladder(LADDER)["schemes"][0]["counted"]["code"] == "green_pioneers"


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("track: city", "track: sky", "'sky' 不在可用的词之内"),
        ("rung: 4", "rung: 5", "没有这一阶"),
        ("exclusive: false", 'exclusive: "no"', "须写 true"),
        ("exclusive: false", "exclusive: true", "exclusive: true 时写 exclusive_among"),
        ("exclusive: false", "exclusive: true, exclusive_among: [nobody]", "没有称号 nobody"),
        ("order_in_rung: 3", "order_in_rung: third", "不是非负整数"),
        ("says_zh: 持有称号的企业数, ", "", "缺少这个键"),
        (
            "needs: []",
            'needs: [{any_of: [nobody], since: null, source: 例, verified: "no"}]',
            "没有称号 nobody",
        ),
        ("excludes: []", 'excludes: [{scheme: nobody, source: 例, verified: "no"}]', "'nobody'"),
        ("{office: city_industry}", "{}", "须写其一"),
    ],
)
def test_a_ladder_written_otherwise_is_refused(before, after, problem):
    assert before in LADDER

    with pytest.raises(seeds.SeedError, match=problem):
        ladder(LADDER.replace(before, after, 1))


def test_two_schemes_may_not_stand_on_one_place():
    again = LADDER[LADDER.index("  - code: green_pioneer") :].replace("green_pioneer\n", "other\n")

    with pytest.raises(seeds.SeedError, match="次序与另一称号相同"):
        ladder(LADDER + again)


def test_the_citys_own_indicators_are_read():
    found = local(LOCAL)

    assert (found["owner"], found["year"]) == ("city_private_economy", 2025)
    assert [item["item"] for item in found["items"]] == ["s09"]


def test_none_is_shipped_for_qingdaos_were_not_found():
    assert seeds.local_indicators() == []


def test_a_file_of_local_indicators_is_found_by_its_place(tmp_path, monkeypatch):
    for module in (reader, rulebook):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    place = tmp_path / "local" / "srdi_sme" / "2025.yaml"
    place.parent.mkdir(parents=True)
    place.write_text(LOCAL, encoding="utf-8")

    assert [found["year"] for found in seeds.local_indicators()] == [2025]

    place.rename(place.with_name("2024.yaml"))
    with pytest.raises(seeds.SeedError, match="scheme、year 与路径不一致"):
        seeds.local_indicators()


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("owner: city_private_economy\n", "", "缺少这个键"),
        ("year: 2025", "year: soon", "不是非负整数"),
        ("item: s09", "item: S09", "代码只用小写字母"),
        ("points: 15", "points: -1", "应为 0 到"),
        ("500, unit: 万元", "500, unit: 斤", "不认识的单位"),
    ],
)
def test_local_indicators_written_otherwise_are_refused(before, after, problem):
    with pytest.raises(seeds.SeedError, match=problem):
        local(LOCAL.replace(before, after, 1))
