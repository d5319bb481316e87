"""Rings for a background task by its name, after the transaction; what must happen is a row."""

import logging

from celery import current_app
from django.db import transaction

log = logging.getLogger(__name__)


def ring(task: str, *ids: int | str) -> None:
    """Ask a worker to run a task once the rows are there; a deaf broker loses nothing but time."""
    transaction.on_commit(lambda: _send(task, ids))


def _send(task: str, ids: tuple[int | str, ...]) -> None:
    try:
        current_app.send_task(task, args=list(ids))
    except OSError as error:
        log.warning("the broker did not hear %s: %s", task, error)
