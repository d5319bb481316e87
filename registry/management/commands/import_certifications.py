"""Enters titles that were conferred elsewhere, from an official list (csv, xlsx, xls)."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from certifications import imports
from enterprises import clock
from registry.management import reports


class Command(BaseCommand):
    help = "Import an official list of one scheme; rows without a sure match are reported."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scheme", required=True, help="the scheme's code, e.g. high_tech")
        parser.add_argument("--issued-on", type=date.fromisoformat, help="for rows without a day")
        parser.add_argument("--announced-on", type=date.fromisoformat, help="for the whole list")
        reports.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            report = imports.load(
                imports.content_of(file),
                file.name,
                imports.scheme_of(options["scheme"]),
                today=clock.today(),
                by=None,
                dry_run=options["dry_run"],
                issued_on=options["issued_on"],
                announced_on=options["announced_on"],
            )
        except imports.Unreadable as error:
            raise CommandError(str(error)) from error
        reports.write(report, self.stdout, options)
