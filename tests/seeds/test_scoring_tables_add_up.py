"""Scoring tables: they add up to their maximum, bands are reachable, local items stay open."""

from decimal import Decimal
from itertools import pairwise

import pytest

import seeds
from tests.seeds.reading import every_edition

ALL = seeds.editions()


@pytest.fixture(params=ALL, ids=["/".join(name) for name in ALL])
def edition(request):
    return seeds.edition(*request.param)


def test_bands_run_from_many_points_to_few_and_reach_the_maximum(edition):
    for item in edition.get("scoring", {}).get("items", []):
        for bands in item.get("best_of", [item.get("bands", [])]):
            tops = [top(band) for band in bands]
            assert tops == sorted(tops, reverse=True), item["code"]
            assert not tops or tops[0] == item["max"], item["code"]


def top(band):
    return band["points"][1] if isinstance(band["points"], list) else band["points"]


def test_limits_within_bands_run_one_way(edition):
    """A later band that an earlier one already covers would never be reached."""
    for item in edition.get("scoring", {}).get("items", []):
        for bands in item.get("best_of", [item.get("bands", [])]):
            for one, next_one in pairwise([band for band in bands if "fact" in band]):
                assert_reachable(one, next_one, item["code"])


def assert_reachable(one, next_one, code):
    for word in ("at_least", "at_most"):
        if one["fact"] == next_one["fact"] and word in one and word in next_one:
            first, second = (seeds.amount(each[word], code) for each in (one, next_one))
            assert first > second if word == "at_least" else first < second, code


SCORES = {
    ("tech_sme", "2017"): ({"": 100}, "at_least", 60),
    ("innovative_sme", "2022"): ({"创新能力": 40, "成长性": 30, "专业化": 30}, "at_least", 60),
    ("srdi_sme", "2022"): (
        {"专业化": 25, "精细化": 25, "特色化": 15, "创新能力": 35},
        "at_least",
        60,
    ),
    ("high_tech", "2016"): (
        {"知识产权": 32, "科技成果转化能力": 30, "研究开发组织管理水平": 20, "企业成长性": 20},
        "more_than",
        70,
    ),
}


@pytest.mark.parametrize("name", SCORES, ids=["/".join(name) for name in SCORES])
def test_scores_add_up_as_the_law_says(name):
    scoring = seeds.edition(*name)["scoring"]
    maxima, word, mark = SCORES[name]
    found: dict[str, int] = {}
    for item in scoring["items"]:
        dimension = item.get("dimension", "")
        found[dimension] = found.get(dimension, 0) + item["max"]

    assert found == maxima
    assert dict(scoring["pass"]) == {word: mark}


def test_every_edition_that_scores_is_added_up_here():
    assert {(e["scheme"], e["edition"]) for e in every_edition() if "scoring" in e} == set(SCORES)


def test_a_table_gives_a_hundred_points_at_most(edition):
    """Items that share a cap give no more than that together (8+8+8+6+2 are capped at 30)."""
    items = edition.get("scoring", {}).get("items", [])
    capped = {(item["dimension"], item["cap"]) for item in items if "cap" in item}
    free = sum(item["max"] for item in items if "cap" not in item)

    assert not items or free + sum(cap for _dimension, cap in capped) == 100


def test_the_intellectual_property_of_high_tech_is_capped_at_thirty():
    items = seeds.edition("high_tech", "2016")["scoring"]["items"]
    rights = [item for item in items if item.get("dimension") == "知识产权"]

    assert [item["max"] for item in rights] == [8, 8, 8, 6, 2]
    assert {item["cap"] for item in rights} == {30}


def test_steps_can_reach_the_maximum(edition):
    for item in edition.get("scoring", {}).get("items", []):
        if "per" in item:
            assert item["per"]["points"] <= item["max"], item["code"]


def test_points_of_2022_that_go_by_steps():
    items = {item["code"]: item for item in seeds.edition("srdi_sme", "2022")["scoring"]["items"]}

    assert items["s03"]["per"] == {
        "fact": "niche_years",
        "every": {"amount": 2, "unit": "年"},
        "points": 1,
    }
    assert items["s06"]["per"]["points"] == 3
    assert items["s03"]["max"] == items["s06"]["max"] == 5


def test_the_local_item_of_2022_is_left_open():
    items = seeds.edition("srdi_sme", "2022")["scoring"]["items"]
    local = [item for item in items if item.get("local")]

    assert [(item["max"], item["bands"]) for item in local] == [(15, [])]


def test_the_2026_rules_have_no_score_of_their_own_and_no_direct_route():
    edition = seeds.edition("srdi_sme", "2026")

    assert "scoring" not in edition and "direct_routes" not in edition
    assert [c["code"] for c in edition["criteria"] if c["kind"] == "external_score"] == [
        "quality_score",
        "quality_score_renewal",
    ]


def test_research_spending_of_high_tech_steps_down_with_sales():
    criteria = seeds.edition("high_tech", "2016")["criteria"]
    bands = next(each for each in criteria if each["code"] == "rd_share")["at_least"]

    assert [(limit_of(band), band["value"]) for band in bands] == [
        (Decimal(50_000_000), Decimal("0.05")),
        (Decimal(200_000_000), Decimal("0.04")),
        (None, Decimal("0.03")),
    ]


def limit_of(band):
    return seeds.amount(band["when"]["at_most"], "when") if "when" in band else None
