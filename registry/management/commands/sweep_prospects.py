"""manage.py sweep_prospects: the cultivation pool of a day, counted by title and district."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from certifications.climbing import prospects
from enterprises.clock import today
from registry import tables

COLUMNS = ("scheme", "district", "eligible", "near")


class Command(BaseCommand):
    help = "Find anew who qualifies for which title, and who lacks one thing only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, help="the day (default: today)")
        parser.add_argument("--format", choices=tables.FORMATS, default="table")

    def handle(self, *args: Any, **options: Any) -> None:
        day = options["on"] or today()
        count = prospects.sweep(day)
        rows = prospects.counted(day)
        if options["format"] == "json":
            self.stdout.write(tables.as_json({"as_of": day, **count, "results": rows}))
        else:
            self.stdout.write(tables.as_text(COLUMNS, rows))
