"""The background tasks: each reads the clock once, makes one call, and can run twice."""

from celery import shared_task

from certifications import duties
from certifications.climbing import prospects
from enterprises.clock import now, today
from enterprises.post.writing import write_all

HOURS = 3600  # seconds that a sweep of a whole province's registry may take


@shared_task(name="registry.write_letters")  # type: ignore[untyped-decorator]
def write_letters() -> int:
    """Write the letters that have fallen due; return how many are new."""
    return write_all(duties.falling_due(today()), at=now())


@shared_task(name="registry.sweep_prospects", time_limit=HOURS)  # type: ignore[untyped-decorator]
def sweep_prospects() -> int:
    """Find the cultivation pool of today, unless today's was found already; how many are in it."""
    return prospects.sweep_once(today())
