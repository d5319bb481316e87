"""Brings a list of enterprises (csv, xlsx, xls) into the register, after a preview if asked."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from enterprises import clock, imports

LINES_SHOWN = 40


class Command(BaseCommand):
    help = "Import a list of enterprises; bad rows are reported and stop no others."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="judge every row, write nothing")
        parser.add_argument("--report", type=Path, help="write every finding to this CSV file")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = imports.load(
                imports.content_of(options["file"]),
                options["file"].name,
                today=clock.today(),
                by=None,
                dry_run=options["dry_run"],
            )
        except imports.Unreadable as error:
            raise CommandError(str(error)) from error
        if options["report"]:
            options["report"].write_text(report.as_csv(), encoding="utf-8-sig")
        if options["format"] == "json":
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False))
        elif options["verbosity"]:
            self.stdout.write(as_text(report))


def as_text(report: imports.Report) -> str:
    """The summary, how often each finding occurs, and the blocked lines first."""
    ordered = sorted(report.findings, key=lambda found: (found.severity, found.line))
    order = {imports.Severity.BLOCKING: "未导入", imports.Severity.ADVISORY: "提示"}
    lines = [report.summary()]
    lines += [f"  {code} × {count}" for code, count in report.by_code().items()]
    lines += [
        f"第 {found.line} 行 [{order[found.severity]}] {found.name} {found.says}"
        for found in sorted(ordered, key=lambda found: found.severity != "blocking")[:LINES_SHOWN]
    ]
    if len(ordered) > LINES_SHOWN:
        lines.append(f"…… 共 {len(ordered)} 条，全部内容请用 --report 文件.csv 或 --format json。")
    return "\n".join(lines)
