"""A score taken apart: the dimensions add up, and each item says which band gave its points."""

from datetime import date
from decimal import Decimal

from certifications.editions import edition_for
from certifications.models import Scheme
from certifications.rules.cases import standing_of_case
from certifications.rules.rulebook import book_of
from certifications.rules.scoring import score
from certifications.score_trace import trace

ON = date(2026, 6, 15)


def traced(scheme, facts, **more):
    edition = edition_for(Scheme.objects.get(code=scheme), "new", more.pop("on", ON))
    standing = standing_of_case({"on": ON, "facts": facts, **more})
    found = score(book_of(edition, ON.year).scoring, standing)
    return trace(edition, found, standing, ON.year), found


def item(found, code):
    return next(each for part in found.dimensions for each in part.items if each.code == code)


FIRM = {
    "revenue": [{"amount": 3000, "unit": "万元"}, {"amount": 2000, "unit": "万元"}],
    "main_revenue": [{"amount": 2700, "unit": "万元"}, {"amount": 1800, "unit": "万元"}],
    "rd_spend": [{"amount": 240, "unit": "万元"}, {"amount": 160, "unit": "万元"}],
    "total_assets": {"amount": 4000, "unit": "万元"},
    "total_liabilities": {"amount": 1500, "unit": "万元"},
    "ip_class_1_high_value": 0,
    "ip_class_1_own": 1,
    "ip_class_1": 1,
    "ip_class_2": 0,
}


def test_dimensions_add_up_to_the_total(db):
    found, scored = traced("innovative_sme", FIRM)

    assert sum(part.points[0] for part in found.dimensions) == scored.total[0]
    assert sum(part.most for part in found.dimensions) == found.most == 100


def test_an_item_says_what_it_looked_at_and_which_band_it_reached(db):
    found, _scored = traced("innovative_sme", FIRM)

    rd = item(found, "rd_share")
    assert rd.known == ["研发费用占营业收入比重：8.00%"]
    assert rd.band.endswith("→ 20 分")
    assert rd.points_say == "20 分"


def test_an_item_without_data_is_unknown_and_names_no_band(db):
    found, _scored = traced("innovative_sme", {**FIRM, "total_assets": None})

    growth = item(found, "debt_ratio")
    assert growth.points is None
    assert growth.points_say == "未知"
    assert growth.band == ""


def test_what_is_still_possible_goes_beyond_what_is_sure(db):
    found, _scored = traced("innovative_sme", {**FIRM, "total_assets": None})

    growth = next(part for part in found.dimensions if part.name == "成长性")
    assert growth.low < growth.high <= 1


def test_a_dimension_below_its_least_says_so(db):
    poor = {**FIRM, "ip_class_1_own": 0, "ip_class_1": 0, "rd_spend": {"amount": 1, "unit": "万元"}}

    found, _scored = traced("innovative_sme", poor)

    innovation = next(part for part in found.dimensions if part.name == "创新能力")
    assert innovation.least == 20
    assert innovation.is_short


def test_a_shared_cap_bounds_the_dimension(db):
    found, _scored = traced("high_tech", {})

    rights = next(part for part in found.dimensions if part.name == "知识产权")
    assert rights.most == 30
    assert sum(each.most for each in rights.items) > 30


def test_points_of_experts_are_shown_as_given(db):
    found, _scored = traced("high_tech", {}, points={"ip_advanced": 7})

    assert item(found, "ip_advanced").points == (Decimal(7), Decimal(7))


def test_without_the_standing_the_points_stand_alone(db):
    edition = edition_for(Scheme.objects.get(code="innovative_sme"), "new", ON)
    standing = standing_of_case({"on": ON, "facts": FIRM})
    scored = score(book_of(edition, ON.year).scoring, standing)

    found = trace(edition, scored, None)

    assert item(found, "rd_share").points_say == "20 分"
    assert (item(found, "rd_share").known, item(found, "rd_share").band) == ([], "")
