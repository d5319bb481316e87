"""Brings a list of enterprises (csv, xlsx, xls) into the register, after a preview if asked."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from enterprises import clock, imports
from registry.management import reports


class Command(BaseCommand):
    help = "Import a list of enterprises; bad rows are reported and stop no others."

    def add_arguments(self, parser: ArgumentParser) -> None:
        reports.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            report = imports.load(
                imports.content_of(file),
                file.name,
                today=clock.today(),
                by=None,
                dry_run=options["dry_run"],
            )
        except imports.Unreadable as error:
            raise CommandError(str(error)) from error
        reports.write(report, self.stdout, options)
