"""The industry track: 创新型, 科技和创新型, 专精特新 (工信部企业〔2022〕63号, 〔2026〕2号)."""

from fractions import Fraction

from tests.oracle.science import WAN, official_growth
from tests.oracle.three_valued import (
    MET,
    UNKNOWN,
    Answer,
    Routes,
    Sum,
    all_of,
    any_of,
    at_least,
    at_most,
    ends,
    graded,
    graded_down,
    more_than,
    no,
    percent,
    settled,
    share,
    waivable,
    yes,
)


def _on_no_list(firm):
    return all_of(no(firm.says["on_abnormal_list"]), no(firm.says["on_dishonest_list"]))


def main_share(firm):
    return share(firm.last["main_revenue"], firm.last["revenue"])


def debt_ratio(firm):
    return share(firm.last["total_liabilities"], firm.last["total_assets"])


def rd_share(year):
    return share(year["rd_spend"], year["revenue"])


def _equity(firm, years):
    return firm.summed("new_equity", years)


# ---- innovative_sme 2022


def innovative_sme_2022(firm):
    score = Sum(
        {code: ends(found) for code, found in _annex_1(firm).items()},
        {
            "ip": 20,
            "rd_share": 20,
            "main_growth": 20,
            "debt_ratio": 10,
            "field": 10,
            "main_share": 20,
        },
    )
    low, high = score.total()
    parts = [score.of(["ip", "rd_share"]), score.of(["main_growth", "debt_ratio"])]
    parts.append(score.of(["field", "main_share"]))
    minima = (20, 15, 15)
    passes = settled(
        low >= 60 and all(part[0] >= least for part, least in zip(parts, minima, strict=True)),
        high >= 60 and all(part[1] >= least for part, least in zip(parts, minima, strict=True)),
    )
    routes = Routes(
        {
            "award": yes(firm.says["provincial_award_3y"]),
            "honour": any_of(yes("high_tech" in firm.held), yes(firm.says["other_honour_valid"])),
            "rd_platform": at_least(firm.count["rd_body_level"], 3),
            "equity": at_least(_equity(firm, 3), 500 * WAN),
        }
    )
    criteria = {
        "sme_size": yes(firm.says["is_sme"]),
        "registry": _on_no_list(firm),
        "product_policy": yes(firm.says["product_allowed"]),
        "conduct": yes(firm.says["clean_conduct"]),
        "score": routes.instead_of(passes),
    }
    return Answer(criteria, score.items, (low, high), passes, routes.taken())


def _annex_1(firm):
    before = firm.before["main_revenue"]
    grown = share(firm.last["main_revenue"], before)
    strategic = firm.says["strategic_field"]
    return {
        "ip": _property_points(firm, 20, 15, 10, 5),
        "rd_share": graded(
            rd_share(firm.last),
            (percent(5), 20),
            (percent(3), 15),
            (percent(2), 10),
            (percent(1), 5),
        ),
        "main_growth": graded(
            grown,
            (Fraction(115, 100), 20),
            (Fraction(110, 100), 15),
            (Fraction(105, 100), 10),
            (1, 5),
        ),
        "debt_ratio": graded_down(debt_ratio(firm), (percent(55), 10), (percent(75), 5)),
        "field": None if strategic is None else 10 if strategic else 5,
        "main_share": graded(
            main_share(firm),
            (percent(70), 20),
            (percent(60), 15),
            (percent(55), 10),
            (percent(50), 5),
        ),
    }


def _property_points(firm, high_value, own, first_class, second_class):
    """The best right the firm has: high-value class I, own class I, class I, class II."""
    for count, points in (
        (firm.count["ip_class_1_high_value"], high_value),
        (firm.count["ip_class_1_own"], own),
        (firm.count["ip_class_1"], first_class),
        (firm.count["ip_class_2"], second_class),
    ):
        if count is None:
            return None
        if count >= 1:
            return points
    return 0


# ---- tech_innovative_sme 2026


def tech_innovative_sme_2026(firm):
    """An umbrella: held by whoever holds one of the two titles under it."""
    return Answer({"base": yes(_is_tech_or_innovative(firm))})


def _is_tech_or_innovative(firm):
    return bool(firm.held & {"tech_sme", "innovative_sme"})


# ---- srdi_sme 2022


def srdi_sme_2022(firm):
    found = _annex_2_refined(firm) | _annex_2_innovation(firm) | _annex_2_special(firm)
    maxima = {"s02": 10, "s07": 10, "s09": 0, "s10": 10, "s11": 10, "s13": 10}
    score = Sum(
        {code: ends(found[code]) for code in sorted(found)},
        {**dict.fromkeys(found, 5), **maxima},
    )
    low, high = score.total()
    routes = Routes(
        {
            "award": yes(firm.says["provincial_top3_or_national_top5_3y"]),
            "rd_average": at_least(firm.summed("rd_spend", 2), 2 * 1_000 * WAN),
            "equity": at_least(_equity(firm, 2), 6_000 * WAN),
            "maker": yes(firm.says["maker_top500_3y"]),
        }
    )
    passes = settled(low >= 60, high >= 60)
    criteria = {
        "base_tier": yes("innovative_sme" in firm.held),
        "niche_years": at_least(firm.count["niche_years"], 2),
        "rd": all_of(
            at_least(firm.last["rd_spend"], 100 * WAN), at_least(rd_share(firm.last), percent(3))
        ),
        "revenue": any_of(
            at_least(firm.last["revenue"], 1_000 * WAN), at_least(_equity(firm, 2), 2_000 * WAN)
        ),
        "score": routes.instead_of(passes),
    }
    return Answer(criteria, score.items, (low, high), passes, routes.taken())


def _annex_2_special(firm):
    years = firm.count["niche_years"]
    growth = official_growth(firm, "main_revenue")
    return {
        "s01": graded(main_share(firm), (percent(80), 5), (percent(70), 3), (percent(60), 1)),
        "s02": graded(growth, *[(percent(each), each) for each in (10, 8, 6, 4)], (0, 2)),
        "s03": None if years is None else min(5, int(years // 2)),
        "s04": _field_points(firm.says["chain_gap_filled"], firm.says["six_bases"]),
        "s09": None,
    }


def _field_points(fills_gap, six_bases):
    if fills_gap is None:
        return None
    if fills_gap:
        return 5
    return None if six_bases is None else 3 if six_bases else 0


def _annex_2_refined(firm):
    met = firm.count["quality_items"]
    profit = share(firm.last["net_profit"], firm.last["revenue"])
    return {
        "s05": graded(firm.count["digital_level"], (3, 5), (2, 3)),
        "s06": None if met is None else min(5, 3 * met),
        "s07": graded(profit, *[(percent(each), each) for each in (10, 8, 6, 4, 2)]),
        "s08": graded_down(debt_ratio(firm), (percent(50), 5), (percent(60), 3), (percent(70), 1)),
    }


def _annex_2_innovation(firm):
    staff = share(firm.last["rd_staff"], firm.last["employees"])
    return {
        "s10": _property_points(firm, 10, 8, 6, 2),
        "s11": _rd_input_points(firm.last["rd_spend"], rd_share(firm.last)),
        "s12": graded(staff, (percent(20), 5), (percent(10), 3), (percent(5), 1)),
        "s13": graded(firm.count["rd_body_level"], (4, 10), (3, 8), (2, 4), (1, 2)),
    }


def _rd_input_points(spent, of_revenue):
    """The first step that either the sum or the share reaches; open where that cannot be told."""
    for wan, rate, points in ((500, 10, 10), (400, 8, 8), (300, 6, 6), (200, 4, 4), (100, 3, 2)):
        step = any_of(at_least(spent, wan * WAN), at_least(of_revenue, percent(rate)))
        if step == MET:
            return points
        if step == UNKNOWN:
            return None
    return 0


# ---- srdi_sme 2026


def srdi_sme_2026(firm):
    criteria = {
        "base_tier": yes(_is_tech_or_innovative(firm)),
        "niche_years": at_least(firm.count["niche_years"], 3),
        "revenue": any_of(
            at_least(firm.last["revenue"], 1_500 * WAN), at_least(_equity(firm, 2), 2_000 * WAN)
        ),
        "main_revenue_share": at_least(main_share(firm), percent(80)),
        "debt_ratio": at_most(debt_ratio(firm), percent(80)),
        "rd": all_of(
            *[at_least(year["rd_spend"], 100 * WAN) for year in firm.years[:2]],
            *[at_least(rd_share(year), percent(3)) for year in firm.years[:2]],
        ),
        "ip": waivable(
            own_rights_in_use(firm, 1),
            yes(firm.says["provincial_award_3y_top3"]),
            at_least(firm.count["rd_body_level"], 3),
        ),
        "market_position": UNKNOWN,
        **platform_score(firm, 50),
        "main_product_share": main_product(firm),
        "product_policy": yes(firm.says["product_allowed"]),
        "conduct": yes(firm.says["clean_conduct"]),
        "registry": _on_no_list(firm),
    }
    return Answer(criteria)


def own_rights_in_use(firm, wanted):
    return all_of(at_least(firm.count["ip_class_1_own"], wanted), yes(firm.says["ip_in_use"]))


def platform_score(firm, wanted):
    """This year's score; a review takes either of the last two years'."""
    this_year = at_least(firm.count["quality_score"], wanted)
    if firm.kind != "renewal":
        return {"quality_score": this_year}
    last_year = at_least(firm.count["quality_score_prev"], wanted)
    return {"quality_score_renewal": any_of(this_year, last_year)}


def main_product(firm):
    return more_than(share(firm.last["main_product_revenue"], firm.last["revenue"]), percent(50))
