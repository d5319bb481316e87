"""Walks every chain of the journal and recomputes each hash."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from enterprises import journal
from enterprises.models import JournalEntry


class Command(BaseCommand):
    help = "Check every link of the journal; list broken ones and exit 1 when there are any."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        checked = JournalEntry.objects.count()
        broken = [
            {"subject": entry.subject, "sequence": entry.sequence, "deed": entry.deed}
            for entry in journal.broken_links()
        ]
        if options["format"] == "json":
            self.stdout.write(json.dumps({"checked": checked, "broken": broken}))
        else:
            for link in broken:
                self.stdout.write("{subject} 第 {sequence} 条（{deed}）与日志链不符".format(**link))
            self.stdout.write(f"已核对日志 {checked} 条，断裂 {len(broken)} 处。")
        if broken:
            raise CommandError(f"日志链有 {len(broken)} 处断裂，请保留现场并报告。")
