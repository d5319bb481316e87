"""Lists of invented firms as offices send them, and where the real ones lie."""

import csv
from datetime import date
from pathlib import Path

import pytest

from enterprises import imports
from tests.factories import code

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
FILES = Path(__file__).parent / "files"
HEAD = "企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,所在省份,地区,注册地址"


def line(
    name: str = "青岛海晏仪器有限公司",
    credit_code: str | None = None,
    *,
    day: str = "2015-03-02",
    kind: str = "N/A",
    capital: str = "500万元",
    scope: str = "仪器制造",
    address: str = "青岛市崂山区科苑纬一路1号",
) -> str:
    """One row of the usual nine columns."""
    cells = [name, credit_code or code(801), day, kind, capital, scope, "山东", "青岛", address]
    return ",".join(f'"{cell}"' for cell in cells)


def content(*lines: str, head: str = HEAD, encoding: str = "utf-8") -> bytes:
    return "\r\n".join([head, *lines, ""]).encode(encoding)


def shared(name: str) -> Path:
    """A file of real data; the test is skipped where it is not at hand."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"../shared/data/{name} is not here")
    return path


def shared_rows(name: str) -> list[dict[str, str]]:
    with shared(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def load(raw: bytes, *, dry_run: bool = False) -> imports.Report:
    return imports.load(raw, "名单.csv", today=date(2026, 6, 15), by=None, dry_run=dry_run)


def codes(report: imports.Report, line_number: int) -> list[str]:
    """What was found on a line; that invented codes name no organisation is left out."""
    found = [each.code for each in report.findings if each.line == line_number]
    return [code for code in found if code != "organisation_code"]
