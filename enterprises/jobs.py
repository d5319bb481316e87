"""Long work with progress, as rows: enter or begin, advance, finish or fail. Knows nothing of the work."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F

from enterprises.clock import now
from enterprises.models import Job, User


def begin(kind: str, title: str, *, by: User | None, total: int = 0) -> Job:
    """Enter a job that is running from now on."""
    return Job.objects.create(
        kind=kind,
        title=title,
        state=Job.State.RUNNING,
        total=total,
        started_by=by,
        started_at=now(),
    )


def enter(kind: str, title: str, *, by: User | None) -> Job:
    """Enter a job that waits for a worker to take it up."""
    return Job.objects.create(
        kind=kind, title=title, state=Job.State.WAITING, started_by=by, started_at=now()
    )


def take_up(job: Job, *, total: int) -> bool:
    """Begin a job that waits; False when another worker was first."""
    waiting = Job.objects.filter(pk=job.pk, state=Job.State.WAITING)
    return waiting.update(state=Job.State.RUNNING, total=total, started_at=now()) == 1


def advance(job: Job, by: int = 1) -> None:
    """So many more are done; safe when several workers share one job."""
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(done=F("done") + by)


def finish(job: Job, result: Mapping[str, Any] | None = None) -> Job:
    """The work is whole; what came of it stays with the row. A job that ended stays as it ended."""
    return _end(job, Job.State.DONE, dict(result or {}))


def fail(job: Job, sentence: str) -> Job:
    """The work could not be done; the sentence says why, for whoever started it."""
    return _end(job, Job.State.FAILED, {"says": sentence})


def _end(job: Job, state: Job.State, result: dict[str, Any]) -> Job:
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(
        state=state, result=result, ended_at=now()
    )
    job.refresh_from_db()
    return job
