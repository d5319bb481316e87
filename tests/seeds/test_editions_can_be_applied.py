"""Editions: the facts and schemes they name exist, units fit, roads are known, nothing is invented."""

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
    parts_that_test,
    schemes_named,
)

UNIT_OF = {"share": "share", "level": "级"}
WALKED_ROADS = ("evaluated", "city_recognised", "high_tech", "city_selected")
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
    derived_from = {base for fact in seeds.facts() for base in seeds.figures_read(fact)}
    tested = set().union(*(facts_named(parts_that_test(each)) for each in every_edition()))
    scores = {fact["score"]["of"] for fact in seeds.facts() if "score" in fact}
    figures = {code for code, fact in facts().items() if fact["kind"] == "yearly"}

    assert facts().keys() - tested - (derived_from & figures) - scores == set()


def test_every_scheme_an_edition_names_is_on_the_ladder(edition):
    known = {scheme["code"] for scheme in seeds.ladder()["schemes"]}

    assert schemes_named(edition) | {edition["scheme"]} <= known


def test_a_limit_has_the_unit_of_its_fact(edition):
    for fact, value in limits(edition):
        unit = facts()[fact]["unit"]
        assert seeds.base_unit(value, fact) == UNIT_OF.get(unit, unit), fact


def test_yes_no_facts_are_tested_with_is_and_numbers_are_not(edition):
    for test in mappings(edition):
        if "fact" in test and ("is" in test or set(LIMITS) & test.keys()):
            assert ("is" in test) is (facts()[test["fact"]]["unit"] == "yes_no"), test["fact"]


def test_only_scores_of_others_are_external_scores(edition):
    for criterion in edition["criteria"]:
        kinds = {facts()[code]["kind"] for code in facts_named(criterion)}
        assert (criterion["kind"] == "external_score") is (kinds == {"score"}), criterion["code"]


def test_no_title_needs_itself_step_by_step():
    needs = {}
    for edition in every_edition():
        asked = [each["holds"] for each in edition["criteria"] if each["kind"] == "prerequisite"]
        needs.setdefault(edition["scheme"], set()).update(*asked)
    for scheme in needs:
        reached, ahead = set(), set(needs[scheme])
        while ahead:
            reached |= ahead
            ahead = set().union(*(needs.get(each, set()) for each in ahead)) - reached
        assert scheme not in reached


def test_the_enterprise_is_asked_for_every_figure_that_is_tested(edition):
    asked = {figure["fact"]: figure["years"] for figure in edition["figures"]}
    for code in facts_named(parts_that_test(edition)):
        for base, years in seeds.figures_read(facts()[code]).items():
            assert asked.get(base, 0) >= years, (code, base)


def test_the_enterprise_is_asked_for_every_statement_that_is_tested(edition):
    stated = {statement["fact"] for statement in edition["statements"]}
    tested = facts_named(parts_that_test(edition))
    claims = {code for code in tested if facts()[code]["kind"] in ("statement", "score")}

    assert claims <= stated


def test_figures_are_yearly_facts_asked_for_one_to_three_years(edition):
    for figure in edition["figures"]:
        assert facts()[figure["fact"]]["kind"] == "yearly"
        assert 1 <= figure["years"] <= 3


def test_nothing_is_asked_for_twice(edition):
    for listed in (edition["figures"], edition["statements"]):
        named = [each["fact"] for each in listed]
        assert len(named) == len(set(named))


@pytest.mark.parametrize("name", WALKED, ids=["/".join(name) for name in WALKED])
def test_an_edition_that_is_walked_has_terms_a_notice_and_an_office(name):
    edition = seeds.edition(*name)
    reviewing = {"acceptance", "correction", "district_review", "city_review", "recognition"}

    assert reviewing | {"objection"} <= edition["terms"].keys()
    assert edition["notice"]["working_days"] > 0
    assert edition["recognised_by"] in {office["code"] for office in seeds.offices()}
    assert edition["materials"] and edition["criteria"] and edition["figures"]


def test_a_higher_authority_is_named_where_no_office_of_ours_decides(edition):
    assert (edition["recognised_by"] is None) is ("authority" in edition)
    if "authority" in edition:
        assert edition["road"] in ("conferred", "none")
        assert edition["authority_en"]


def test_every_road_is_a_table_or_leads_past_us(edition):
    assert edition["road"] in {*WALKED_ROADS, "conferred", "none"}
    assert (edition["road"] in WALKED_ROADS) is (
        (edition["scheme"], edition["edition"]) in set(WALKED)
    )


def test_an_umbrella_is_not_applied_for():
    natures = {scheme["code"]: scheme["nature"] for scheme in seeds.ladder()["schemes"]}
    for edition in every_edition():
        umbrella = natures[edition["scheme"]] == "umbrella"
        assert (edition["road"] == "none") is umbrella
        if umbrella:
            assert [each["kind"] for each in edition["criteria"]] == ["prerequisite"]
            assert edition["figures"] == edition["statements"] == edition["materials"] == []


def test_editions_of_a_scheme_follow_each_other():
    """A later edition ends the one before it; a last day is written only where the law names it."""
    for scheme in {name[0] for name in ALL}:
        editions = [each["in_force"] for each in every_edition() if each["scheme"] == scheme]
        if len(editions) == 1:
            continue
        spans = sorted((each["from"], each.get("until")) for each in editions)
        for (begins, ends), (next_begins, _) in pairwise(spans):
            assert begins < next_begins, scheme
            assert ends is None or begins <= ends < next_begins, scheme


def test_only_high_tech_uses_up_class_two_rights(edition):
    spends = edition.get("spends_class_2", False)

    assert spends is (edition["scheme"] == "high_tech" and edition["edition"] == "2016")
    assert ("ip_class_2_unspent" in facts_named(edition["criteria"] + items_of(edition))) is spends


def items_of(edition):
    return edition.get("scoring", {}).get("items", [])


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
