"""Reads every stored paper again and compares it with the hash under which it was stored."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from enterprises import papers
from enterprises.models import Paper


class Command(BaseCommand):
    help = "Re-hash every stored file; list missing and changed ones and exit 1 when there are any."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        checked = Paper.objects.count()
        found = [{"sha256": paper.sha256, "says": says} for paper, says in papers.damaged()]
        if options["format"] == "json":
            self.stdout.write(json.dumps({"checked": checked, "damaged": found}))
        else:
            for each in found:
                self.stdout.write(f"{each['sha256']} {each['says']}")
            self.stdout.write(f"已核对 {checked} 份文件，有问题 {len(found)} 份。")
        if found:
            raise CommandError(f"{len(found)} 份文件缺失或已改变，请从备份恢复。")
