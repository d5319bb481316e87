"""The edges of the law: what random firms are drawn from, a value at each limit and beside it."""

from decimal import Decimal

WAN = 10_000
CENT = Decimal("0.01")
REVENUES = [wan * WAN for wan in (300, 1000, 1500, 2000, 5000, 10_000, 20_000, 40_000, 50_000)]
SUMS = [wan * WAN for wan in (50, 100, 200, 300, 400, 500, 600, 1000, 1200, 2000, 3000, 4000, 8000)]
SHARES = [
    "0.01",
    "0.02",
    "0.025",
    "0.03",
    "0.04",
    "0.05",
    "0.06",
    "0.08",
    "0.10",
    "0.12",
    "0.15",
    "0.20",
    "0.25",
    "0.30",
    "0.35",
]
LARGE = [
    "0.40",
    "0.50",
    "0.55",
    "0.60",
    "0.65",
    "0.70",
    "0.75",
    "0.80",
    "0.85",
    "0.90",
    "0.95",
    "1",
]
RATES = [Decimal(percent) / 100 for percent in (0, 50, 95, 99, 100, 104, 105, 106, 107, 108)]
RATES += [Decimal(percent) / 100 for percent in (110, 112, 115, 117, 120, 122, 125, 130, 135, 200)]
TITLES = ("tech_sme", "innovative_sme", "srdi_sme", "little_giant", "single_champion", "high_tech")
GOOD = [
    "is_legal_person",
    "sound_accounts",
    "product_allowed",
    "clean_conduct",
    "is_sme",
    "owns_core_ip",
    "ip_in_use",
    "is_manufacturer",
    "unlisted_independent",
    "no_little_giant_kin",
    "private_round_done",
    "unlisted",
    "not_supported_before",
    "core_system_supported",
    "system_certified",
    "own_brand",
    "operates_in_province",
]
RARE = [
    "on_abnormal_list",
    "on_dishonest_list",
    "national_award_5y",
    "led_standard_5y",
    "provincial_award_3y",
    "other_honour_valid",
    "provincial_top3_or_national_top5_3y",
    "maker_top500_3y",
    "maker_top50_3y",
    "provincial_award_3y_top3",
    "national_award_3y_top3",
]
EVEN = [
    "strategic_field",
    "chain_gap_filled",
    "six_bases",
    "took_part_in_standard",
    "is_new_product",
]
COUNTS = {
    "ip_class_1": [0, 0, 1, 2, 3, 4, 5],
    "ip_class_1_own": [0, 0, 1, 3, 4, 5],
    "ip_class_1_high_value": [0, 0, 0, 1, 2],
    "ip_class_2": [0, 0, 1, 2, 3, 4, 5, 8],
    "ip_class_2_unspent": [0, 1, 2, 3, 4, 5, 6],
    "rd_body_level": [0, 0, 0, 1, 1, 2, 2, 3, 4],
    "niche_years": [0, 1, Decimal("1.99"), 2, Decimal("2.5"), 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    "digital_level": [1, 1, 2, 3, 4],
    "quality_items": [0, 1, 2, 3, 4],
    "quality_score": [49, Decimal("49.9"), 50, 59, Decimal("59.99"), 60, 61, 88],
    "quality_score_prev": [49, 50, 51, Decimal("59.99"), 60, 75],
    "market_share": [Decimal(share) for share in ("0", "0.0999", "0.1", "0.11", "0.4")],
    "market_rank_domestic": [1, 2, 3, 4, 9],
    "market_rank_global": [1, 3, 4, 20],
    "industry_years": [0, 4, 5, 6, 9, 10, 11, 30],
    "conversions_per_year": [0, Decimal("0.67"), 1, 2, 3, 4, Decimal("4.99"), 5, 5, 6, 8],
    "fiscal_years": [0, 2, 3, 4],
    "invention_patents": [0, 1, 2, 3],
    "patents_and_software": [0, 7, 8, 9],
    "led_standards": [0, 0, 1],
    "credit_score": [Decimal("72.9"), 73, 74, Decimal("74.99"), 75, 90],
    "plan_investment": [0, 2000 * WAN, 2000 * WAN + CENT, 2000 * WAN - 1, 3000 * WAN],
    "valuation_usd": [10**8, 10**9, 10**9 + 1, 10**9 - 1, 2 * 10**9],
}
UNTOLD = (0.0, 0.0, 0.02, 0.02, 0.1, 0.5)
