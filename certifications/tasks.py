"""The background tasks of the ladder and the road: each makes one call, and can run twice."""

from celery import shared_task

from certifications.policy_desk import moving_drafts, weighing
from enterprises.clock import today

LONGEST = 3600  # seconds: a hundred thousand enterprises held against two editions


@shared_task(name=weighing.TASK, time_limit=LONGEST)  # type: ignore[untyped-decorator]
def weigh_drafts() -> int:
    """Compute the impact of every draft that waits for it; return how many were computed."""
    return weighing.weigh_waiting()


@shared_task(name="certifications.move_drafts")  # type: ignore[untyped-decorator]
def move_drafts() -> int:
    """Move open applications to the edition that judges from today; return how many moved."""
    return moving_drafts.move(today())
