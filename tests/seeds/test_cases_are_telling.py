"""Every edition carries cases that an official can read: passing and failing, about what it says.

Whether they come out as they say is tests/certifications' business; here they are read only.
"""

import pytest

import seeds
from tests.seeds.reading import facts_named, parts_that_test, schemes_named

ALL = seeds.editions()
FACTS = {fact["code"]: fact for fact in seeds.facts()}
MONEY = ("元", "美元")
LONGEST = 60


@pytest.fixture(params=ALL, ids=["/".join(name) for name in ALL])
def edition(request):
    return seeds.edition(*request.param)


def cases_of(edition):
    return edition["cases"]["list"] if "cases" in edition else []


def firms_of(edition):
    changes = [case.get("change", {}) for case in cases_of(edition)]
    return [edition["cases"]["base"], *changes] if "cases" in edition else []


def test_what_can_be_computed_has_passing_and_failing_cases(edition):
    computed = "scoring" in edition or any("judged" not in each for each in edition["criteria"])
    verdicts = [case["expect"].get("verdict") for case in cases_of(edition)]

    assert computed is ("cases" in edition)
    assert not computed or ("met" in verdicts and verdicts.count("not_met") >= 1)
    assert not computed or len(verdicts) >= 3


def test_the_base_firm_answers_all_that_is_tested(edition):
    if "cases" not in edition:
        return
    base = edition["cases"]["base"]
    lived = {"registered_days", "age_years"} if "registered_on" in base else set()
    known = base["facts"].keys() | lived
    for code in facts_named(parts_that_test(edition)) - known:
        assert seeds.figures_read(FACTS[code]).keys() <= base["facts"].keys(), code
        assert FACTS[code]["kind"] == "derived", code


def test_cases_name_facts_and_titles_that_exist(edition):
    schemes = {scheme["code"] for scheme in seeds.ladder()["schemes"]}
    for firm in firms_of(edition):
        assert firm.get("facts", {}).keys() <= FACTS.keys()
        assert {*firm.get("held", []), *firm.get("kin_held", [])} <= schemes
    assert schemes_named(edition) <= schemes


def test_values_are_written_in_the_way_of_their_fact(edition):
    for firm in firms_of(edition):
        for code, said in firm.get("facts", {}).items():
            fact = FACTS[code]
            assert not isinstance(said, list) or fact["kind"] == "yearly", code
            for value in said if isinstance(said, list) else [said]:
                assert value is None or is_in_the_way_of(fact, value), (code, value)


def is_in_the_way_of(fact, value):
    if fact["unit"] == "yes_no":
        return value in ("yes", "no")
    if fact["unit"] == "share":
        return isinstance(value, seeds.Share)
    if fact["unit"] in MONEY:
        return seeds.base_unit(value, fact["code"]) == fact["unit"]
    return value not in ("yes", "no") and not isinstance(value, (dict, seeds.Share))


def test_cases_are_short_sentences_of_their_own(edition):
    said = [case["says_zh"] for case in cases_of(edition)]

    assert len(said) == len(set(said))
    assert all(len(sentence) <= LONGEST for sentence in said)


def test_a_case_falls_on_a_day_of_its_edition(edition):
    """Or, for a renewal, on a day to which the edition was kept in use."""
    in_force = edition["in_force"]
    for firm in firms_of(edition):
        if "on" in firm:
            last = in_force.get("renewals_until") or in_force.get("until") or firm["on"]
            assert in_force["from"] <= firm["on"] <= last


@pytest.mark.parametrize(
    ("name", "code", "expect"),
    [
        ("tech_sme/2017", "staff_share_below_30", {"tech_staff": 16}),
        ("tech_sme/2017", "no_points_for_staff", {"tech_staff": 0}),
        ("srdi_sme/2022", "steps_by_full_years", {"s03": 1, "s06": 3}),
    ],
)
def test_the_edges_that_matter_are_among_them(name, code, expect):
    cases = {case["code"]: case for case in cases_of(seeds.edition(*name.split("/")))}

    assert cases[code]["expect"]["points"] == expect
