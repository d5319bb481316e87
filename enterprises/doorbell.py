"""Rings for the background worker: a task by its name, once what was written stands.

A ring is no record: what must happen is a row, and the next round of the timetable finds it.
"""

from functools import partial

from celery import current_app
from django.db import transaction


def ring(task: str, *ids: object) -> None:
    """Send a task after the commit; where no broker answers, that is logged and nothing is lost."""
    transaction.on_commit(partial(current_app.send_task, task, args=ids), robust=True)
