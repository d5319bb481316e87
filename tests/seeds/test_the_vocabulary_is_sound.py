"""The vocabulary of facts: each says its unit, what it rests on, and whether an enterprise moves it."""

import copy

import pytest

import seeds
from seeds.fact_shape import EXPRESSIONS, check_facts
from tests.seeds.reading import every_edition, limits, mappings

FACTS = {fact["code"]: fact for fact in seeds.facts()}
DERIVED = [code for code, fact in FACTS.items() if fact["kind"] == "derived"]
# who could turn these about only by not being what it is, or by waiting
NO_LEVER = {
    *("is_legal_person", "is_sme", "is_manufacturer", "is_new_product", "clean_conduct"),
    *("registered_days", "age_years", "niche_years", "industry_years", "fiscal_years"),
    *("unlisted", "unlisted_independent", "not_supported_before", "operates_in_province"),
    *("no_little_giant_kin", "strategic_field", "total_income", "costs_and_expenses"),
    *("rd_share_prev", "rd_spend_prev", "quality_score_prev"),
    "total_assets",
}


def test_derived_facts_rest_on_yearly_figures():
    for code in DERIVED:
        read = seeds.figures_read(FACTS[code])
        assert read and {FACTS[base]["kind"] for base in read} == {"yearly"}, code
        assert all(1 <= years <= 3 for years in read.values()), code


def test_only_derived_facts_carry_an_expression():
    for code, fact in FACTS.items():
        assert len(EXPRESSIONS.keys() & fact.keys()) == (code in DERIVED), code


@pytest.mark.parametrize(
    ("code", "years"),
    [
        ("revenue", {"revenue": 1}),
        ("ip_class_1", {}),
        ("rd_share", {"rd_spend": 1, "revenue": 1}),
        ("rd_share_prev", {"rd_spend": 2, "revenue": 2}),
        ("rd_share_3y", {"rd_spend": 3, "revenue": 3}),
        ("rd_spend_prev", {"rd_spend": 2}),
        ("rd_spend_2y", {"rd_spend": 2}),
        ("main_revenue_growth", {"main_revenue": 2}),
        ("main_revenue_growth_2y", {"main_revenue": 3}),
        ("revenue_cagr_2y", {"revenue": 3}),
        ("main_revenue_avg_3y", {"main_revenue": 3}),
    ],
)
def test_how_many_years_a_fact_looks_back(code, years):
    assert seeds.figures_read(FACTS[code]) == years


def test_shares_and_growths_are_fractions_and_sums_keep_their_unit():
    for code in DERIVED:
        name = next(name for name in EXPRESSIONS if name in FACTS[code])
        base = FACTS[FACTS[code][name]["of"]]["unit"]
        wanted = base if name in ("total", "mean", "earlier") else "share"
        assert FACTS[code]["unit"] == wanted, code


def test_what_carries_no_lever_is_listed_here():
    assert {code for code, fact in FACTS.items() if "moves" not in fact} == NO_LEVER


def test_what_waiting_mends_needs_no_lever():
    """Age is not among them: it only ever grows out of its limit."""
    grows = {code for code, fact in FACTS.items() if "grows" in fact}

    assert grows == {"registered_days", "niche_years", "industry_years", "fiscal_years"}
    assert grows <= NO_LEVER


def test_a_part_is_of_a_figure_in_the_same_unit():
    for code, fact in FACTS.items():
        if "part_of" in fact:
            whole = FACTS[fact["part_of"]]
            assert (whole["kind"], whole["unit"]) == (fact["kind"], fact["unit"]), code


def test_a_fact_that_must_not_be_too_large_can_be_brought_down():
    """A limit from above needs a lever downwards, one from below a lever upwards.

    Except revenue: nobody advises a firm to sell less.
    """
    for edition in every_edition():
        for code, _value in limits(edition["criteria"]):
            moves = FACTS[code].get("moves")
            words = {
                word
                for each in mappings(edition["criteria"])
                if each.get("fact") == code
                for word in each
            }
            if moves == "up" and code != "revenue":
                assert "at_most" not in words, (edition["scheme"], code)
            if moves == "down":
                assert "at_least" not in words, (edition["scheme"], code)


def test_scores_of_others_are_kept_by_year():
    scores = {code: fact for code, fact in FACTS.items() if fact["kind"] == "score"}

    assert scores.keys() == {"quality_score", "quality_score_prev", "credit_score"}
    assert {fact["period"] for fact in scores.values()} == {"year"}
    assert scores["quality_score_prev"]["score"] == {"of": "quality_score", "back": 1}


ROW = next(fact for fact in seeds.facts() if fact["code"] == "rd_share")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"unit": "斤"}, "不在可用的词之内"),
        ({"kind": "guessed"}, "不在可用的词之内"),
        ({"moves": "sideways"}, "不在可用的词之内"),
        ({"grows": "weekly"}, "不在可用的词之内"),
        ({"code": "R&D"}, "代码只用小写字母"),
        ({"kind": "statement"}, "须恰有一种算法"),
        ({"total": {"of": "rd_spend", "years": 2}}, "须恰有一种算法"),
        ({"share": {"of": "luck", "in": "revenue"}}, "不是年度数"),
        ({"share": {"of": "rd_spend", "in": "debt_ratio"}}, "不是年度数"),
        ({"lever": "niche_years"}, "不是年度数"),
        ({"share": {"of": "rd_spend"}}, "缺少这个键"),
        ({"share": {"of": "rd_spend", "in": "revenue", "times": 2}}, "不认识的键"),
        ({"share": {"of": "rd_spend", "in": "revenue", "back": 1, "years": 2}}, "只写其一"),
        ({"score": {"of": "quality_score", "back": 1}}, "只有评分"),
    ],
)
def test_a_fact_written_otherwise_is_refused(change, problem):
    listed = copy.deepcopy(seeds.facts())
    next(fact for fact in listed if fact["code"] == "rd_share").update(change)

    with pytest.raises(seeds.SeedError, match=problem):
        check_facts(listed, "facts")
