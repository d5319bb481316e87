"""Which cases the demo shows: how far each came, how long it waits, and who may be asked to play it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from registry.demo.firm import Firm
from registry.demo.history import History
from registry.demo.ladder_climb import is_old, may_lead_private
from registry.demo.plan import Plan

# the way to each place a case may be found in, and how many of 300 are found there
WAYS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (34, ()),
    (42, ("submit",)),
    (40, ("submit", "accept")),
    (26, ("submit", "accept", "return_for_correction")),
    (14, ("submit", "accept", "return_for_correction", "resubmit")),
    (46, ("submit", "accept", "recommend")),
    (20, ("submit", "accept", "recommend", "record_review")),
    (28, ("submit", "accept", "recommend", "record_review", "open_notice")),
    (26, ("submit", "accept", "recommend", "record_review", "open_notice", "recognise")),
    (6, ("submit", "refuse_acceptance")),
    (6, ("submit", "accept", "not_recommend")),
    (6, ("submit", "accept", "recommend", "decline")),
    (6, ("submit", "withdraw")),
)
SHARES = {
    "tech_sme": 33, "high_tech": 31, "srdi_sme": 20, "innovative_sme": 9, "private_benchmark": 7,
}  # fmt: skip
# how much of its term has passed where a case now waits: green, yellow, red, overdue
PASSED = (0.05, 0.4, 0.2, 0.8, 0.3, 0.6, 0.1, 0.95, 0.45, 1.4, 0.55)
FULL_CROWD = 300
# a small city shows each way three times, by turns; these places go to the other schemes
TURNS, OTHERS, EVERY = (
    ("tech_sme", "high_tech", "srdi_sme"),
    ("innovative_sme", "private_benchmark"),
    7,
)
SETTLED = timedelta(days=300)


@dataclass(frozen=True)
class Errand:
    """One case to be walked: for which scheme, by whom, how far, with how much of its term gone."""

    scheme: str
    firm: Firm
    way: tuple[str, ...]
    passed: float


def plan_errands(plan: Plan, history: History) -> list[Errand]:
    """Cast the cases; the enterprises chosen from now on aim for the title they ask for."""
    players = {scheme: players_for(scheme, plan, history) for scheme in SHARES}
    found: list[Errand] = []
    for place, (way, scheme) in enumerate(_wanted(plan)):
        for able in (scheme, *TURNS):
            firm = next((each for each in players[able] if not each.aims), None)
            if firm is not None:
                firm.aims.add(able)
                found.append(Errand(able, firm, way, PASSED[place % len(PASSED)]))
                break
    return found


def _wanted(plan: Plan) -> Iterator[tuple[tuple[str, ...], str]]:
    """How far each case is to come, and for which scheme."""
    dice = plan.dice("errands")
    shown = plan.scaled(FULL_CROWD)
    if shown < len(WAYS) * len(TURNS):
        for place in range(len(WAYS) * len(TURNS)):
            scheme = TURNS[place % len(TURNS)]
            if place % EVERY == EVERY - 1:
                scheme = OTHERS[place // EVERY % len(OTHERS)]
            yield WAYS[place % len(WAYS)][1], scheme
        return
    for count, way in WAYS:
        for _each in range(round(count * min(shown, FULL_CROWD) / FULL_CROWD)):
            yield way, dice.choices(list(SHARES), list(SHARES.values()))[0]


def players_for(scheme: str, plan: Plan, history: History) -> Iterator[Firm]:
    """Enterprises that meet the scheme's rules today and do not hold it, nearest first."""
    for firm in history.lines[scheme]:
        settled = firm.moved_on is None and plan.until - firm.founded > SETTLED * 3
        if (
            settled
            and firm.serial not in history.held[scheme]
            and fits(scheme, firm, plan, history)
        ):
            yield firm


def fits(scheme: str, firm: Firm, plan: Plan, history: History) -> bool:
    """Whether its figures and titles carry an application on any day of the last 300."""
    last = firm.size_in(plan.until.year - 1)
    if (scheme, firm.serial) in history.waiting or (scheme, firm.serial) in history.left:
        return False
    if scheme == "tech_sme":
        return last <= 4e7 and firm.is_small_in(plan.until.year - 1)
    if scheme == "high_tech":
        return firm.strength > -0.5 and last >= 2e6
    if scheme == "srdi_sme":
        big = min(last, firm.size_in(plan.until.year - 3)) >= 1.7e7
        return big and lasted("innovative_sme", firm, plan, history)
    if scheme == "innovative_sme":
        free = firm.serial not in history.held["srdi_sme"]
        return free and last < 4e8 and lasted("high_tech", firm, plan, history)
    return is_old(firm, plan.until, 6) and may_lead_private(firm, plan.until, history.held)


def lasted(scheme: str, firm: Firm, plan: Plan, history: History) -> bool:
    """Held without a break over the last 300 days."""
    title = history.held[scheme].get(firm.serial)
    return title is not None and title.holds_on(plan.until) and title.holds_on(plan.until - SETTLED)
