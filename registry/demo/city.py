"""Builds the invented city in two transactions: thought up and written in bulk, then lived in.

Walking cases inside the bulk's own transaction costs several times as much on SQLite. A build that
was broken off between the two is taken up again where it stopped, by the plan in the journal.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from enterprises import journal
from enterprises.models import Enterprise, JournalEntry, User
from registry.demo import batches, digest, errands, reported, shelf, stories
from registry.demo.bulk import take_stock
from registry.demo.crowd import Crowd, hire_clerks
from registry.demo.errands import Errand
from registry.demo.firm import Firm
from registry.demo.history import History
from registry.demo.naming import Naming
from registry.demo.people import move_in
from registry.demo.plan import Plan
from registry.demo.population import population
from registry.demo.records import Archivist
from registry.demo.registers import Registrar
from registry.demo.walking import Cast, Walker, officers

WRITTEN, LIVED_IN = "demo/history", "demo"


@dataclass
class Report:
    """What was built: rows by table."""

    plan: Plan
    rows: dict[str, int] = field(default_factory=dict)
    digest: str = ""


@dataclass(frozen=True)
class Thought:
    """The city before it is rows."""

    plan: Plan
    firms: list[Firm]
    history: History
    planned: list[Errand]

    @property
    def told(self) -> dict[str, Firm]:
        """The enterprises of the stories by key."""
        return {firm.story: firm for firm in self.firms if firm.story}


def stands() -> bool:
    return JournalEntry.objects.filter(subject=LIVED_IN).exists()


def build(plan: Plan) -> Report:
    """Build the city of a plan, or finish the one that was begun."""
    begun = _begun()
    city = think_up(begun or plan)
    report = Report(city.plan)
    if begun is None:
        write(city, report)
    live(city, report)
    return report


def think_up(plan: Plan) -> Thought:
    """Everything that needs no database, by dice alone."""
    script = stories.script()
    firms = population(plan, script["enterprises"])
    history = History(plan, firms)
    history.run()
    city = Thought(plan, firms, history, errands.plan_errands(plan, history))
    stories.remember_titles(city.told, history)
    return city


@transaction.atomic
def write(city: Thought, report: Report) -> None:
    """The bulk of it, one journal entry a load."""
    plan = city.plan
    registrar = Registrar(plan, city.firms)
    registered = registrar.enter()
    filed = Archivist(plan, city.firms, registrar.ids).file()
    registered["people"] = move_in(
        {key: registrar.ids[firm.serial] for key, firm in city.told.items()}
    )
    filed["reported_figures"] = reported.report(plan)
    made = {"enterprises": plan.enterprises, "seed": plan.seed, "until": plan.until.isoformat()}
    journal.record("demo/register", "load", by=None, detail=registered)
    journal.record(WRITTEN, "load", by=None, detail={**filed, "plan": made})
    report.rows |= {**registered, **filed}
    take_stock()


@transaction.atomic
def live(city: Thought, report: Report) -> None:
    """Open cases, walked through the workflow by the people of the demo."""
    codes = Enterprise.objects.filter(is_demo=True).values_list("credit_code", "pk")
    by_code = dict(codes)
    ids = {firm.serial: by_code[firm.code] for firm in city.firms}
    windows = batches.open_windows(city.plan)
    walker = Walker(city.plan, Cast(officers(), shelf.fill_shelf(), city.history.numbers))
    clerks = hire_clerks(city.planned, ids, Naming(city.plan, ()))
    crowd = Crowd(walker, windows, clerks)
    enterprises = Enterprise.objects.in_bulk([ids[each.firm.serial] for each in city.planned])
    for errand in city.planned:
        crowd.walk(errand, enterprises[ids[errand.firm.serial]])
    told = tell_stories(city, walker, windows)
    report.rows |= {"batches": len(windows.batches), "cases": len(city.planned) + told}
    report.digest = digest.of_city()
    journal.record(LIVED_IN, "build", by=None, detail={**report.rows, "digest": report.digest})


def tell_stories(city: Thought, walker: Walker, windows: batches.Windows) -> int:
    """Act out every hand-written story; return how many there are."""
    told = stories.script()["stories"]
    for story in told:
        clerk = User.objects.get(username=story["clerk"])
        enterprise = Enterprise.objects.get(credit_code=city.told[story["enterprise"]].code)
        stories.Stage(story, walker, windows, clerk).act(enterprise)
    return len(told)


def _begun() -> Plan | None:
    """The plan of a city whose bulk is written but which nobody lives in yet."""
    entry = JournalEntry.objects.filter(subject=WRITTEN).last()
    if entry is None:
        return None
    made = entry.detail["plan"]
    return Plan(made["enterprises"], made["seed"], date.fromisoformat(made["until"]))
