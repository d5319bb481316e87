"""Loads the law, the places, the promises and the calendar from seeds/; harmless to repeat."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

import certifications.loading
import enterprises.loading
import registry.loading
from certifications.loading import Unpublishable
from enterprises import clock
from enterprises.loading import Tally
from seeds import SeedError


class Command(BaseCommand):
    help = "Load seeds/ into the register; a second run changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                tallies = [*enterprises.loading.load(), *certifications.loading.load()]
                written = registry.loading.load(now=clock.now(), with_demo=settings.DEMO)
        except (SeedError, Unpublishable) as error:
            raise CommandError(str(error)) from error
        if options["format"] == "json":
            kinds = [tally.as_json() for tally in tallies]
            self.stdout.write(json.dumps({"kinds": kinds, "written": written}))
        elif options["verbosity"]:
            self.stdout.write(as_text(tallies, written))


def as_text(tallies: list[Tally], written: dict[str, int]) -> str:
    """One line for each kind of row, for whoever loaded the files."""
    lines = [
        "{kind:<18} 新增 {created:>4}  更新 {updated:>4}  不变 {unchanged:>4}"
        "  文件中已无而保留 {kept:>3}".format(**tally.as_json())
        for tally in tallies
    ]
    lines += [f"{kind:<18} 写入 {count:>4}" for kind, count in written.items()]
    return "\n".join(lines)
