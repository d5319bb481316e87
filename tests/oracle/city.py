"""The leading tier: 单项冠军 (工信部政法〔2023〕138号) and what the city selects or designates."""

from tests.oracle.science import WAN
from tests.oracle.three_valued import (
    UNKNOWN,
    Answer,
    all_of,
    at_least,
    at_most,
    no,
    yes,
)


def single_champion_2023(firm):
    criteria = {
        "entity": all_of(yes(firm.says["is_legal_person"]), yes(firm.says["is_manufacturer"])),
        "industry_years": _years_in_the_field(firm),
        "main_revenue": _mean_main_revenue(firm),
        "global_rank": at_most(firm.count["market_rank_global"], 3),
        "technology": UNKNOWN,
        "innovation": UNKNOWN,
        "management": UNKNOWN,
        "conduct": all_of(
            yes(firm.says["clean_conduct"]),
            yes(firm.says["product_allowed"]),
            no(firm.says["on_abnormal_list"]),
            no(firm.says["on_dishonest_list"]),
        ),
    }
    return Answer(criteria)


def _mean_main_revenue(firm):
    """400 million on average over three years."""
    return at_least(firm.summed("main_revenue", 3), 3 * 40_000 * WAN)


def _years_in_the_field(firm):
    """Ten years, five for a new product."""
    new_product = firm.says["is_new_product"]
    if new_product is None:
        return UNKNOWN
    return at_least(firm.count["industry_years"], 5 if new_product else 10)


def private_benchmark_2022(firm):
    return Answer(
        {
            "influence": UNKNOWN,
            "market_share": UNKNOWN,
            "management": UNKNOWN,
            "conduct": yes(firm.says["clean_conduct"]),
        }
    )


def chain_leader_2022(firm):
    """Designated; no threshold was found, so there is nothing to compute."""
    return Answer({"chain": UNKNOWN})
