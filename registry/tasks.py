"""The background tasks: each reads the clock once, makes one call, and can run twice."""

from celery import shared_task

from certifications import duties
from enterprises.clock import now, today
from enterprises.post.writing import write_all


@shared_task(name="registry.write_letters")  # type: ignore[untyped-decorator]
def write_letters() -> int:
    """Write the letters that have fallen due; return how many are new."""
    return write_all(duties.falling_due(today()), at=now())
