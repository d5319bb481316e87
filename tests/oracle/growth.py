"""The growth track: 瞪羚 (鲁工信发〔2020〕8号), 独角兽 (2018 standard of the province)."""

from calendar import monthrange
from datetime import date

from tests.oracle.giants import compound_growth_at_least
from tests.oracle.science import WAN
from tests.oracle.three_valued import (
    UNKNOWN,
    Answer,
    all_of,
    any_of,
    at_least,
    less_than,
    more_than,
    percent,
    share,
    yes,
)

HUNDRED_MILLION = 10_000 * WAN


def gazelle_2020(firm):
    debt = share(firm.last["total_liabilities"], firm.last["total_assets"])
    criteria = {
        "registered": all_of(
            yes(firm.says["is_legal_person"]), at_least(firm.count["fiscal_years"], 3)
        ),
        "debt_ratio": less_than(debt, percent(70)),
        "unlisted": yes(firm.says["unlisted_independent"]),
        "growth": _growth(firm),
        "rd": _rd(firm),
        "ip": any_of(
            at_least(firm.count["invention_patents"], 2),
            at_least(firm.count["patents_and_software"], 8),
            at_least(firm.count["led_standards"], 1),
        ),
        "credit": at_least(firm.count["credit_score"], 75),
    }
    return Answer(criteria)


def _growth(firm):
    """25 % from 10 million of revenue, 20 % from 20, 15 % from 100, 10 % above 400; no band below."""
    revenue = firm.last["revenue"]
    if revenue is None or revenue < 1_000 * WAN:
        return UNKNOWN
    if revenue > 4 * HUNDRED_MILLION:
        need = 10
    elif revenue >= HUNDRED_MILLION:
        need = 15
    else:
        need = 20 if revenue >= 2_000 * WAN else 25
    return any_of(
        compound_growth_at_least(firm, "revenue", need),
        compound_growth_at_least(firm, "net_profit", need),
    )


def _rd(firm):
    """Both years: 2.5 % when last year's revenue is 100 million or more, else 5 %."""
    revenue = firm.last["revenue"]
    if revenue is None:
        return UNKNOWN
    need = percent("2.5") if revenue >= HUNDRED_MILLION else percent(5)
    return all_of(
        *[at_least(share(year["rd_spend"], year["revenue"]), need) for year in firm.years[:2]]
    )


def unicorn_2018(firm):
    criteria = {
        "registered": all_of(
            yes(firm.says["is_legal_person"]), yes(firm.says["operates_in_province"])
        ),
        "age": _at_most_ten_years(firm),
        "private_round": yes(firm.says["private_round_done"]),
        "unlisted": yes(firm.says["unlisted"]),
        "valuation": more_than(firm.count["valuation_usd"], 10 * 100_000_000),
        "credit": at_least(firm.count["credit_score"], 73),
    }
    return Answer(criteria)


def _at_most_ten_years(firm):
    """Counted by the day: on the tenth birthday it is ten years old, the day after it is older."""
    born = firm.registered_on
    if born is None:
        return UNKNOWN
    last_day_of_month = min(born.day, monthrange(born.year + 10, born.month)[1])
    return yes(firm.day <= date(born.year + 10, born.month, last_day_of_month))
