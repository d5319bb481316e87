"""Writes the letters that have fallen due by a day; what was written before stays as it is."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand

from certifications import duties
from enterprises.clock import now, today
from enterprises.post.writing import write_all


class Command(BaseCommand):
    help = "Write the letters that have fallen due; run as often as you like."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--on", type=date.fromisoformat, help="the day to stand on, as 2026-06-15 (today)"
        )
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        day = options["on"] or today()
        written = write_all(duties.falling_due(day), at=now())
        if options["format"] == "json":
            self.stdout.write(json.dumps({"on": day.isoformat(), "written": written}))
        else:
            self.stdout.write(f"{day}：新写 {written} 封信。")
