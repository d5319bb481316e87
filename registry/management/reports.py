"""How an import's report is asked for on the command line, and how it is printed."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, OutputWrapper

from enterprises.imports import Report, Severity

LINES_SHOWN = 40
SAYS = {Severity.BLOCKING: "未导入", Severity.ADVISORY: "提示"}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="csv, xlsx or xls")
    parser.add_argument("--dry-run", action="store_true", help="judge every row, write nothing")
    parser.add_argument("--report", type=Path, help="write every finding to this CSV file")
    parser.add_argument("--format", choices=["text", "json"], default="text")


def write(report: Report, out: OutputWrapper, options: Mapping[str, Any]) -> None:
    """To the CSV file if one was named, and to the screen as text or JSON."""
    if options["report"]:
        try:
            options["report"].write_text(report.as_csv(), encoding="utf-8-sig")
        except OSError as error:
            problem = f"写不了报告 {options['report']}（{error.strerror}）。"
            raise CommandError(f"{report.summary()}但{problem}") from error
    if options["format"] == "json":
        out.write(json.dumps(report.as_json(), ensure_ascii=False))
    elif options["verbosity"]:
        out.write(as_text(report))


def as_text(report: Report) -> str:
    """The summary, how often each finding occurs, and the first lines, blocked ones before others."""
    blocked_first = sorted(
        report.findings, key=lambda found: (found.severity != Severity.BLOCKING, found.line)
    )
    lines = [report.summary()]
    lines += [f"  {code} × {count}" for code, count in report.by_code().items()]
    lines += [
        f"第 {found.line} 行 [{SAYS[found.severity]}] {found.name} {found.says}"
        for found in blocked_first[:LINES_SHOWN]
    ]
    if len(blocked_first) > LINES_SHOWN:
        more = "全部内容请用 --report 文件.csv 或 --format json。"
        lines.append(f"…… 共 {len(blocked_first)} 条，{more}")
    return "\n".join(lines)
