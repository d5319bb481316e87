"""Editions: the facts and schemes they name exist, units fit, scores add up, nothing is invented."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

import seeds
from tests.seeds.reading import (
    LIMITS,
    WALKED,
    every_edition,
    facts_named,
    limits,
    mappings,
    schemes_named,
)

UNIT_OF = {"share": "share", "level": "级"}
PROMISE = "本系统服务承诺"
ALL = seeds.editions()


def facts():
    return {fact["code"]: fact for fact in seeds.facts()}


@pytest.fixture(params=ALL, ids=["/".join(name) for name in ALL])
def edition(request):
    return seeds.edition(*request.param)


def test_the_editions_asked_for_are_there():
    assert set(WALKED) | {
        ("little_giant", "2026"),
        ("single_champion", "2023"),
        ("gazelle", "2020"),
    } <= set(ALL)


def test_every_fact_an_edition_names_is_in_the_vocabulary(edition):
    assert facts_named(edition) <= facts().keys()


def test_every_fact_of_the_vocabulary_is_of_use():
    derived_from = {base for fact in seeds.facts() for base in fact.get("of", {})}
    used = set().union(*(facts_named(each) for each in every_edition()))

    assert facts().keys() - used - derived_from == set()


def test_derived_facts_rest_on_yearly_figures():
    for fact in seeds.facts():
        assert (fact["kind"] == "derived") is ("of" in fact), fact["code"]
        for base in fact.get("of", {}):
            assert facts()[base]["kind"] == "yearly"


def test_every_scheme_an_edition_names_is_on_the_ladder(edition):
    known = {scheme["code"] for scheme in seeds.ladder()["schemes"]}

    assert schemes_named(edition) | {edition["scheme"]} <= known


def test_every_source_is_listed(edition):
    assert edition["sources"]
    assert set(edition["sources"]) <= seeds.sources().keys()


def test_a_limit_has_the_unit_of_its_fact(edition):
    for fact, value in limits(edition):
        unit = facts()[fact]["unit"]
        assert seeds.base_unit(value, fact) == UNIT_OF.get(unit, unit), fact


def test_yes_no_facts_are_tested_with_is_and_numbers_are_not(edition):
    for test in mappings(edition):
        if "fact" in test and ("is" in test or set(LIMITS) & test.keys()):
            assert ("is" in test) is (facts()[test["fact"]]["unit"] == "yes_no"), test["fact"]


def test_the_enterprise_is_asked_for_every_figure_that_is_tested(edition):
    asked = {figure["fact"]: figure["years"] for figure in edition["figures"]}
    for code in facts_named(
        [edition["criteria"], edition.get("scoring"), edition.get("direct_routes")]
    ):
        fact = facts()[code]
        needed = {code: 1} if fact["kind"] == "yearly" else fact.get("of", {})
        for base, years in needed.items():
            assert asked.get(base, 0) >= years, (code, base)


def test_the_enterprise_is_asked_for_every_statement_that_is_tested(edition):
    stated = {statement["fact"] for statement in edition["statements"]}
    tested = facts_named(
        [edition["criteria"], edition.get("scoring"), edition.get("direct_routes")]
    )
    claims = {code for code in tested if facts()[code]["kind"] == "statement"}

    assert claims <= stated


def test_figures_are_yearly_facts_asked_for_one_to_three_years(edition):
    for figure in edition["figures"]:
        assert facts()[figure["fact"]]["kind"] == "yearly"
        assert 1 <= figure["years"] <= 3


def test_nothing_is_asked_for_twice(edition):
    for listed in (edition["figures"], edition["statements"]):
        named = [each["fact"] for each in listed]
        assert len(named) == len(set(named))


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


def test_the_intellectual_property_of_high_tech_is_capped_at_thirty():
    items = seeds.edition("high_tech", "2016")["scoring"]["items"]

    assert {item["cap"] for item in items if item.get("dimension") == "知识产权"} == {30}


def test_the_local_item_of_2022_is_left_open():
    items = seeds.edition("srdi_sme", "2022")["scoring"]["items"]
    local = [item for item in items if item.get("local")]

    assert [(item["max"], item["bands"]) for item in local] == [(15, [])]


def test_the_2026_rules_have_no_score_of_their_own_and_no_direct_route():
    edition = seeds.edition("srdi_sme", "2026")

    assert "scoring" not in edition and "direct_routes" not in edition
    assert [c["code"] for c in edition["criteria"] if c["kind"] == "external_score"] == [
        "quality_score"
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


def test_a_term_of_ours_says_that_it_is_a_promise(edition):
    for name, term in edition.get("terms", {}).items():
        ours = PROMISE in term["source"]
        assert (term["kind"] == "promise") is ours, name
        assert not ours or term["verified"] == "no", name


@pytest.mark.parametrize("name", WALKED, ids=["/".join(name) for name in WALKED])
def test_an_edition_that_is_walked_has_terms_a_notice_and_an_office(name):
    edition = seeds.edition(*name)
    reviewing = {"acceptance", "correction", "district_review", "city_review", "recognition"}

    assert reviewing | {"objection"} <= edition["terms"].keys()
    assert edition["notice"]["working_days"] > 0
    assert edition["recognised_by"] in {office["code"] for office in seeds.offices()}
    assert edition["materials"] and edition["criteria"] and edition["figures"]


def test_an_edition_that_is_conferred_names_the_higher_authority(edition):
    assert (edition["road"] == "conferred") is ("authority" in edition)
    assert (edition["road"] == "conferred") is (edition["recognised_by"] is None)


def test_editions_of_a_scheme_follow_each_other():
    """A later edition ends the one before it; a last day is written only where the law names it."""
    for scheme in {name[0] for name in ALL}:
        spans = sorted(
            (each["in_force"]["from"], each["in_force"].get("until"))
            for each in every_edition()
            if each["scheme"] == scheme
        )
        for (begins, ends), (next_begins, _) in pairwise(spans):
            assert begins < next_begins, scheme
            assert ends is None or begins <= ends < next_begins, scheme


def test_the_two_srdi_editions_meet_on_the_first_of_april_2026():
    assert seeds.edition("srdi_sme", "2022")["in_force"]["until"] == date(2026, 3, 31)
    assert seeds.edition("srdi_sme", "2026")["in_force"]["from"] == date(2026, 4, 1)


def test_an_unknown_validity_is_open_ended_and_says_so():
    validity = seeds.edition("private_benchmark", "2022")["validity"]

    assert validity["open_ended"] is True
    assert validity["verified"] == "no"


def test_codes_are_not_repeated_within_an_edition(edition):
    for key in ("criteria", "materials", "upkeep", "revocation"):
        codes = [each["code"] for each in edition.get(key, [])]
        assert len(codes) == len(set(codes)), key


def test_direct_routes_replace_what_exists(edition):
    routes = edition.get("direct_routes")
    if routes and routes["replaces"] != "score":
        assert set(routes["replaces"]) <= {each["code"] for each in edition["criteria"]}
    if routes and routes["replaces"] == "score":
        assert "scoring" in edition
