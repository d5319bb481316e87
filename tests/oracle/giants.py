"""Little giants: 小巨人 (工信部企业〔2022〕63号 附件3, 〔2026〕2号 附件2), 重点小巨人 (财建〔2024〕148号)."""

from fractions import Fraction

from tests.oracle.industry import (
    debt_ratio,
    main_product,
    main_share,
    own_rights_in_use,
    platform_score,
    rd_share,
)
from tests.oracle.science import WAN, official_growth
from tests.oracle.three_valued import (
    NOT_MET,
    UNKNOWN,
    Answer,
    Routes,
    all_of,
    any_of,
    at_least,
    at_most,
    less_than,
    more_than,
    percent,
    share,
    waivable,
    yes,
)

# ---- little_giant 2022


def little_giant_2022(firm):
    criteria = {
        "base_tier": yes("srdi_sme" in firm.held),
        "niche_years": at_least(firm.count["niche_years"], 3),
        "main_revenue_share": at_least(main_share(firm), percent(70)),
        "growth": at_least(official_growth(firm, "main_revenue"), percent(5)),
        "governance": UNKNOWN,
        "core_system": yes(firm.says["core_system_supported"]),
        "system_certified": yes(firm.says["system_certified"]),
        "debt_ratio": at_most(debt_ratio(firm), percent(70)),
        "market_share": at_least(firm.count["market_share"], percent(10)),
        "own_brand": yes(firm.says["own_brand"]),
        "rd": _rd_by_revenue(firm),
        "rd_body": at_least(firm.count["rd_body_level"], 1),
        "ip": all_of(at_least(firm.count["ip_class_1"], 2), yes(firm.says["ip_in_use"])),
        "chain": UNKNOWN,
        "product": UNKNOWN,
    }
    routes = Routes(
        {
            "award": yes(firm.says["national_award_3y_top3"]),
            "maker": yes(firm.says["maker_top50_3y"]),
        }
    )
    innovation = {code: routes.instead_of(criteria[code]) for code in ("rd", "rd_body", "ip")}
    return Answer(criteria | innovation, route=routes.taken())


def _rd_by_revenue(firm):
    """100 million and above 3 %, 50 million and above 6 %, below that equity, R&D and staff.

    The excerpt does not say for which period the 30 million of R&D are asked; two years are read.
    """
    revenue = firm.last["revenue"]
    shares = [rd_share(year) for year in firm.years[:2]]
    staff = share(firm.last["rd_staff"], firm.last["employees"])
    return any_of(
        all_of(at_least(revenue, 10_000 * WAN), *[at_least(each, percent(3)) for each in shares]),
        all_of(
            at_least(revenue, 5_000 * WAN),
            less_than(revenue, 10_000 * WAN),
            *[at_least(each, percent(6)) for each in shares],
        ),
        all_of(
            less_than(revenue, 5_000 * WAN),
            at_least(firm.summed("new_equity", 2), 8_000 * WAN),
            at_least(firm.summed("rd_spend", 2), 3_000 * WAN),
            at_least(staff, percent(50)),
        ),
    )


# ---- little_giant 2026


def little_giant_2026(firm):
    share_verdict = any_of(
        at_least(firm.count["market_share"], percent(10)),
        at_most(firm.count["market_rank_domestic"], 3),
    )
    criteria = {
        "base_tier": yes("srdi_sme" in firm.held),
        "niche_years": at_least(firm.count["niche_years"], 3),
        "revenue": at_least(firm.last["revenue"], 5_000 * WAN),
        "main_revenue_share": at_least(main_share(firm), percent(90)),
        "revenue_growth": compound_growth_at_least(firm, "revenue", 5),
        "debt_ratio": at_most(debt_ratio(firm), percent(75)),
        "rd": all_of(
            at_least(firm.summed("rd_spend", 2), 1_200 * WAN),
            *[at_least(rd_share(year), percent(3)) for year in firm.years[:2]],
        ),
        "ip": waivable(own_rights_in_use(firm, 4), yes(firm.says["national_award_3y_top3"])),
        "market_share": share_verdict,
        "chain": UNKNOWN,
        **platform_score(firm, 60),
        "main_product_share": main_product(firm),
        "exclusion": _stands_alone(firm),
    }
    if firm.kind == "renewal":
        del criteria["revenue_growth"]
    return Answer(criteria)


def compound_growth_at_least(firm, figure, rate):
    """last/earlier ≥ (1 + rate)²; growth from nothing or from a loss cannot be told."""
    last, earlier = firm.last[figure], firm.earlier[figure]
    if last is None or earlier is None or earlier <= 0:
        return UNKNOWN
    return yes(Fraction(last) >= Fraction(earlier) * (1 + percent(rate)) ** 2)


def _stands_alone(firm):
    """No champion, no little giant among its kin, and its own word on the latter."""
    if "single_champion" in firm.held or "little_giant" in firm.kin_held:
        return NOT_MET
    return yes(firm.says["no_little_giant_kin"])


# ---- key_little_giant 2024


def key_little_giant_2024(firm):
    criteria = {
        "base_tier": yes("little_giant" in firm.held),
        "unlisted": yes(firm.says["unlisted"]),
        "once": yes(firm.says["not_supported_before"]),
        "plan": more_than(firm.count["plan_investment"], 2_000 * WAN),
    }
    return Answer(criteria)
