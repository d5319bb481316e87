"""Builds the invented city, all of it or nothing: thought up, written in bulk, then lived in."""

from dataclasses import dataclass, field

from django.db import transaction

from enterprises import journal
from enterprises.models import Enterprise, User
from registry.demo import batches, digest, errands, reported, shelf, stories
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


@dataclass
class Report:
    """What was built: rows by table."""

    plan: Plan
    rows: dict[str, int] = field(default_factory=dict)
    digest: str = ""


def stands() -> bool:
    return Enterprise.objects.filter(is_demo=True).exists()


@transaction.atomic
def build(plan: Plan) -> Report:
    """Build the city of a plan in an empty (or real) register."""
    report = Report(plan)
    script = stories.script()
    firms = population(plan, script["enterprises"])
    history = History(plan, firms)
    history.run()
    told = {firm.story: firm for firm in firms if firm.story}
    stories.remember_titles(told, history)
    planned = errands.plan_errands(plan, history)
    ids = _write(plan, firms, report)
    report.rows["people"] = move_in({key: ids[firm.serial] for key, firm in told.items()})
    report.rows["reported_figures"] = reported.report(plan)
    _live(plan, planned, ids, history, report)
    report.digest = digest.of_city()
    journal.record("demo", "build", by=None, detail={**report.rows, "digest": report.digest})
    return report


def _write(plan: Plan, firms: list[Firm], report: Report) -> dict[int, int]:
    """The bulk of it, one journal entry a load."""
    registrar = Registrar(plan, firms)
    loads = {"register": registrar.enter()}
    loads["history"] = Archivist(plan, firms, registrar.ids).file()
    for name, rows in loads.items():
        report.rows |= rows
        journal.record(f"demo/{name}", "load", by=None, detail={**rows, "seed": plan.seed})
    return registrar.ids


def _live(
    plan: Plan, planned: list[Errand], ids: dict[int, int], history: History, report: Report
) -> None:
    """Open cases, walked through the workflow by the people of the demo."""
    windows = batches.open_windows(plan)
    walker = Walker(plan, Cast(officers(), shelf.fill_shelf(), history.numbers))
    clerks = hire_clerks(planned, ids, Naming(plan, ()))
    crowd = Crowd(walker, windows, clerks)
    enterprises = Enterprise.objects.in_bulk([ids[errand.firm.serial] for errand in planned])
    for errand in planned:
        crowd.walk(errand, enterprises[ids[errand.firm.serial]])
    report.rows["cases"] = len(planned) + tell_stories(walker, windows)
    report.rows["batches"] = len(windows.batches)


def tell_stories(walker: Walker, windows: batches.Windows) -> int:
    """Act out every hand-written story; return how many there are."""
    script = stories.script()
    names = {row["key"]: row["name"] for row in script["enterprises"]}
    for story in script["stories"]:
        clerk = User.objects.get(username=story["clerk"])
        enterprise = Enterprise.objects.get(name=names[story["enterprise"]], is_demo=True)
        stories.Stage(story, walker, windows, clerk).act(enterprise)
    return len(script["stories"])
