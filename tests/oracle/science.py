"""The science track: 科技型中小企业 (国科发政〔2017〕115号), 高新技术企业 (国科发火〔2016〕32号, 195号)."""

from fractions import Fraction

from tests.oracle.three_valued import (
    UNKNOWN,
    Answer,
    Routes,
    Sum,
    all_of,
    at_least,
    at_most,
    better,
    ends,
    graded,
    no,
    percent,
    settled,
    share,
    yes,
)

WAN = 10_000


# ---- tech_sme 2017


def tech_sme_2017(firm):
    score = Sum(
        {
            "tech_staff": ends(_staff_points(firm)),
            "rd_input": ends(_rd_points(firm)),
            "ip": ends(_results_points(firm)),
        },
        {"tech_staff": 20, "rd_input": 50, "ip": 30},
    )
    low, high = score.total()
    staff_low, staff_high = score.of(["tech_staff"])
    routes = Routes(
        {
            "high_tech": yes("high_tech" in firm.held),
            "award": yes(firm.says["national_award_5y"]),
            "rd_platform": at_least(firm.count["rd_body_level"], 3),
            "standard": yes(firm.says["led_standard_5y"]),
        }
    )
    passes = settled(low >= 60 and staff_low > 0, high >= 60 and staff_high > 0)
    return Answer(
        {**_common_conditions(firm), "score": routes.instead_of(passes)},
        score.items,
        (low, high),
        passes,
        routes.taken(),
    )


def _common_conditions(firm):
    return {
        "resident": yes(firm.says["is_legal_person"]),
        "accounts": yes(firm.says["sound_accounts"]),
        "size_staff": at_most(firm.last["employees"], 500),
        "size_revenue": at_most(firm.last["revenue"], 20_000 * WAN),
        "size_assets": at_most(firm.last["total_assets"], 20_000 * WAN),
        "product_policy": yes(firm.says["product_allowed"]),
        "conduct": yes(firm.says["clean_conduct"]),
        "registry": all_of(no(firm.says["on_abnormal_list"]), no(firm.says["on_dishonest_list"])),
    }


def _staff_points(firm):
    staff = share(firm.last["tech_staff"], firm.last["employees"])
    return graded(
        staff,
        (percent(30), 20),
        (percent(25), 16),
        (percent(20), 12),
        (percent(15), 8),
        (percent(10), 4),
    )


def _rd_points(firm):
    of_sales = share(firm.last["rd_spend"], firm.last["revenue"])
    of_costs = share(firm.last["rd_spend"], firm.last["costs_and_expenses"])
    by_sales = graded(of_sales, *[(percent(each), each * 10 - 10) for each in (6, 5, 4, 3, 2)])
    by_costs = graded(of_costs, *[(percent(each), each * 2 - 10) for each in (30, 25, 20, 15, 10)])
    return better(by_sales, by_costs, 50)


def _results_points(firm):
    """Class I gives all; else six points for each class II, at most four of them."""
    first, second = firm.count["ip_class_1"], firm.count["ip_class_2"]
    if first is None:
        return None
    if first >= 1:
        return 30
    return None if second is None else 6 * min(second, 4)


# ---- high_tech 2016


MAXIMA = {
    "ip_advanced": 8,
    "ip_support": 8,
    "ip_count": 8,
    "ip_acquisition": 6,
    "ip_standard": 2,
    "conversion": 30,
    "rd_rules": 6,
    "rd_body": 6,
    "rd_incentives": 4,
    "rd_people": 4,
    "growth_net_assets": 10,
    "growth_revenue": 10,
}
IP_ITEMS = ("ip_advanced", "ip_support", "ip_count", "ip_acquisition", "ip_standard")


def high_tech_2016(firm):
    found = {code: _by_experts(firm, code, points) for code, points in _innovation(firm).items()}
    score = Sum(found, MAXIMA, caps={IP_ITEMS: 30})
    low, high = score.total()
    passes = settled(low > 70, high > 70)
    return Answer(_article_11(firm) | {"score": passes}, found, (low, high), passes)


def _article_11(firm):
    days = None if firm.registered_on is None else (firm.day - firm.registered_on).days
    return {
        "age": at_least(days, 365),
        "ip": yes(firm.says["owns_core_ip"]),
        "field": UNKNOWN,
        "tech_staff": at_least(share(firm.last["tech_staff"], firm.last["employees"]), percent(10)),
        "rd_share": _rd_over_sales(firm),
        "rd_domestic": at_least(
            _over_three_years(firm, "rd_spend_domestic", "rd_spend"), percent(60)
        ),
        "hightech_income": at_least(
            share(firm.last["hightech_income"], firm.last["total_income"]), percent(60)
        ),
        "conduct": yes(firm.says["clean_conduct"]),
    }


def _rd_over_sales(firm):
    sales = firm.last["revenue"]
    if sales is None:
        return UNKNOWN
    need = 5 if sales <= 5_000 * WAN else 4 if sales <= 20_000 * WAN else 3
    return at_least(_over_three_years(firm, "rd_spend", "revenue"), percent(need))


def _over_three_years(firm, part, whole):
    """Sum over sum of three years, or of the years it has existed (last year at least)."""
    return share(firm.summed(part, 3), firm.summed(whole, 3))


def _innovation(firm):
    conversions = firm.count["conversions_per_year"]
    steps = ((5, (25, 30)), (4, (19, 24)), (3, (13, 18)), (2, (7, 12)), (1, (1, 6)))
    return {
        "ip_advanced": (0, 8),
        "ip_support": (0, 8),
        "ip_count": _ip_count(firm),
        "ip_acquisition": (0, 6),
        "ip_standard": _standard_points(firm.says["took_part_in_standard"]),
        "conversion": graded(conversions, *steps),
        "rd_rules": (0, 6),
        "rd_body": (0, 6),
        "rd_incentives": (0, 4),
        "rd_people": (0, 4),
        "growth_net_assets": _growth_points(official_growth(firm, "net_assets")),
        "growth_revenue": _growth_points(official_growth(firm, "revenue")),
    }


def _ip_count(firm):
    first, second = firm.count["ip_class_1"], firm.count["ip_class_2_unspent"]
    if first is None:
        return None
    if first >= 1:
        return (7, 8)
    return graded(second, (5, (5, 6)), (3, (3, 4)), (1, (1, 2)))


def _standard_points(took_part):
    return None if took_part is None else (1, 2) if took_part else 0


def _growth_points(growth):
    if growth is None:
        return None
    if growth <= 0:
        return 0
    return graded(
        growth,
        (percent(35), (9, 10)),
        (percent(25), (7, 8)),
        (percent(15), (5, 6)),
        (percent(5), (3, 4)),
        otherwise=(1, 2),
    )


def _by_experts(firm, code, found):
    """Points that experts gave stand when they lie within what the facts and the table allow."""
    given, allowed = firm.points.get(code), ends(found)
    low, high = allowed or (0, MAXIMA[code])
    return (given, given) if given is not None and low <= given <= high else allowed


def official_growth(firm, figure):
    """½ × (year2/year1 + year3/year2) − 1, with the edge cases that 195号 itself gives."""
    third, second, first = (year[figure] for year in firm.years)
    operated = firm.full_years
    if operated is not None and operated < 2:
        return Fraction(0)
    if second == 0:
        return Fraction(0)
    if (second is not None and second < 0) or (operated != 2 and first is not None and first < 0):
        return None  # from a negative year the formula says nothing
    later = share(third, second)
    if first == 0 or operated == 2:
        return None if later is None else later - 1
    earlier = share(second, first)
    return None if earlier is None or later is None else (earlier + later) / 2 - 1
