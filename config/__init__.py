"""The wiring: settings, the URL map, the timetable and the shell that all doors share."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
