"""Editions: every clause says where it stands, what nobody found is left out, dates are the law's."""

from datetime import date

import pytest
import yaml

import seeds
from tests.seeds.reading import every_edition, facts_named, mappings, parts_that_test
from tests.seeds.shared import shared

PROMISE = "本系统服务承诺"
ALL = seeds.editions()


@pytest.fixture(params=ALL, ids=["/".join(name) for name in ALL])
def edition(request):
    return seeds.edition(*request.param)


def test_every_rule_set_of_the_policy_files_is_here():
    """policy.yaml calls them ``scheme@year`` or ``scheme_place@year``; the old high-tech one too."""
    policy = yaml.safe_load(shared("policy/policy.yaml").read_text(encoding="utf-8"))
    wanted = {(row["key"], row["ruleset"].partition("@")[2]) for row in policy["schemes"]}

    assert wanted | {("high_tech", "2008"), ("eaglet", "unknown")} == set(ALL)


def test_every_source_is_listed(edition):
    assert edition["sources"]
    assert set(edition["sources"]) <= seeds.sources().keys()


def test_a_term_of_ours_says_that_it_is_a_promise(edition):
    for name, term in edition.get("terms", {}).items():
        ours = PROMISE in term["source"]
        assert (term["kind"] == "promise") is ours, name
        assert not ours or term["verified"] == "no", name


def test_an_unknown_validity_is_open_ended_and_says_so():
    validity = seeds.edition("private_benchmark", "2022")["validity"]

    assert validity["open_ended"] is True
    assert validity["verified"] == "no"


def test_a_clause_says_where_it_stands_and_how_far_that_was_checked(edition):
    """Every criterion, item, route, waiver, benefit and duty: words, source, mark."""
    for each in mappings({key: part for key, part in edition.items() if key != "cases"}):
        if {"code", "says_zh"} <= each.keys():
            assert each["source"] and each["verified"], each["code"]


def test_what_nobody_found_is_not_filled_in():
    """No document, no numbers: the list is recorded and nothing is judged."""
    for scheme in ("tech_leading", "eaglet"):
        edition = seeds.edition(scheme, "unknown")
        assert edition["conditions_unknown"] is True
        assert edition["criteria"] == [] and "scoring" not in edition
        assert edition["in_force"]["from"] is None and edition["verified"] == "no"
        assert [each["number"] for each in edition["basis"]] == [None]


def test_an_edition_without_conditions_says_that_they_are_unknown(edition):
    assert (edition["criteria"] == []) is (edition.get("conditions_unknown") is True)


def test_a_bar_after_revocation_stands_only_where_the_law_has_one():
    years = {each["scheme"]: each.get("bar_years") for each in every_edition()}

    assert {scheme for scheme, bar in years.items() if bar} == {
        *("tech_sme", "innovative_sme", "srdi_sme", "little_giant", "single_champion")
    }
    assert {bar for bar in years.values() if bar} == {3}
    assert years["high_tech"] is None


def test_renewals_of_little_giants_in_2026_keep_the_rules_of_2022():
    in_force = seeds.edition("little_giant", "2022")["in_force"]

    assert in_force["until"] == date(2026, 3, 31)
    assert in_force["renewals_until"] == date(2026, 12, 31)
    assert "117号" in in_force["renewals_source"]


def test_the_two_srdi_editions_meet_on_the_first_of_april_2026():
    assert seeds.edition("srdi_sme", "2022")["in_force"]["until"] == date(2026, 3, 31)
    assert seeds.edition("srdi_sme", "2026")["in_force"]["from"] == date(2026, 4, 1)


def test_a_benefit_rests_on_a_document(edition):
    for benefit in edition.get("benefits", []):
        assert benefit["document"] and benefit["source"], benefit["code"]
        assert benefit["from"] is not None, benefit["code"]


def test_a_platform_is_asked_in_an_order_that_nobody_has_seen_yet(edition):
    system = edition["system_of_record"]
    if system["kind"] == "platform":
        fields = [field["fact"] for field in system["fields"]]
        assert set(fields) <= {fact["code"] for fact in seeds.facts()}
        assert system["order_verified"] == "no"
        tested = facts_named(parts_that_test(edition))
        asked = {each["fact"] for each in edition["figures"] + edition["statements"]}
        assert asked <= set(fields)
        assert asked or not tested
