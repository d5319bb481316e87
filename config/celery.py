"""The background worker and the timetable, on one screen."""

import os
from pathlib import Path

from celery import Celery
from celery.schedules import crontab
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")

app = Celery("registry")
app.conf.update(
    broker_url=settings.CELERY_BROKER_URL,
    broker_connection_retry_on_startup=True,
    task_ignore_result=True,
    task_acks_late=True,
    task_time_limit=600,
    accept_content=["json"],
    task_serializer="json",
    timezone="Asia/Shanghai",
    worker_prefetch_multiplier=1,
    beat_schedule_filename=str(Path(settings.VAR_DIR) / "beat"),
)

if settings.CELERY_BROKER_URL.startswith("filesystem"):
    broker = Path(settings.VAR_DIR) / "broker"
    for name in ("queue", "control"):
        (broker / name).mkdir(parents=True, exist_ok=True)
    app.conf.broker_transport_options = {
        "data_folder_in": str(broker / "queue"),
        "data_folder_out": str(broker / "queue"),
        "control_folder": str(broker / "control"),
        "store_processed": False,
    }

app.autodiscover_tasks(["registry", "certifications"])
app.conf.beat_schedule = {
    "write the letters that fall due": {
        "task": "registry.write_letters",
        "schedule": crontab(hour=7, minute=30),
    },
    "catch up letters a missed morning left unwritten": {
        "task": "registry.write_letters",
        "schedule": crontab(minute="*/15"),
    },
    "find who could climb": {
        "task": "registry.sweep_prospects",
        "schedule": crontab(hour=2, minute=10),
    },
    "catch up the sweep that a missed night left undone": {
        "task": "registry.sweep_prospects",
        "schedule": crontab(hour="3-23", minute=40),
    },
    "move open drafts to the edition that judges from today": {
        "task": "certifications.move_drafts",
        "schedule": crontab(minute=5),
    },
    "weigh the editions whose ring nobody heard": {
        "task": "certifications.weigh_drafts",
        "schedule": crontab(minute="*/10"),
    },
}
