"""What the city promised, what was reported of it, and the letters it writes: read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from seeds.amounts import amount
from seeds.reader import ROOT, read
from seeds.shapes import MARK, day, items, mark, one_of, whole
from seeds.tables import SeedError, Table, keys, refuse_here

READINGS = ("quantified", "milestone", "direction", "not_ours")
MEASURES = ("stock", "flow", "level", "growth", "ratio", "multiple")
COMPARISONS = ("at_least", "more_than", "equal", "full_coverage")
PERIODS = ("year", "year_end")
YEAR = {"year", "title_zh", "title_en", "source", "demo", "rows"}
ROW = MARK | {"code", "sentence", "paragraph_zh", "paragraph_en", "says_zh", "says_en"}
ROW |= {"reading", "responsible", "order"}
PROMISE = {"indicator", "measure", "comparison", "word_zh", "value", "period"}
MORE = {"sentence_zh", "reason_zh", "reason_en", "outcome", "note_zh", "note_en", "by_zh"}
LETTER = {"kind", "subject_zh", "subject_en", "body_zh", "body_en"}


def commitments(name: int | str) -> Table:
    """Return the promises of one year: ``commitments(2024)``, ``commitments("2026.demo")``."""
    where = f"commitments/{name}"
    found = keys(
        read(f"commitments/{name}.yaml"),
        required=YEAR,
        optional={"note_zh", "note_en"},
        where=where,
    )
    whole(found, "year", where)
    for row, place in items(found["rows"], f"{where}.rows", required=ROW, optional=PROMISE | MORE):
        _commitment(row, place)
    return found


def _commitment(row: Table, where: str) -> None:
    one_of(row, "reading", READINGS, where)
    given = PROMISE & row.keys()
    if row["reading"] == "quantified" and given != PROMISE:
        refuse_here(where, f"有数的承诺还缺 {'、'.join(sorted(PROMISE - given))}，请补上")
    if row["reading"] != "quantified" and given:
        refuse_here(where, f"没有数的承诺不写 {'、'.join(sorted(given))}，请删去")
    if row["reading"] == "not_ours" and not {"reason_zh", "reason_en"} <= row.keys():
        refuse_here(where, "不归本系统统计的须写 reason_zh、reason_en（为何、由谁回答）")
    if given:
        _promise(row, where)
    if "outcome" in row:
        _outcome(row["outcome"], f"{where}.outcome")


def _promise(row: Table, where: str) -> None:
    one_of(row, "measure", MEASURES, where)
    one_of(row, "comparison", COMPARISONS, where)
    one_of(row, "period", PERIODS, where)
    amount(row["value"], f"{where}.value")


def _outcome(outcome: Any, where: str) -> None:
    keys(outcome, required=MARK | {"value", "on"}, optional={"note_zh", "note_en"}, where=where)
    mark(outcome, where)
    day(outcome, "on", where)
    amount(outcome["value"], f"{where}.value")


def reported(year: int) -> list[Table]:
    """Return the figures other bureaus are known to have reported for a year; nothing invented."""
    row = MARK | {"indicator", "period", "value", "on", "note_zh", "note_en"}
    listed: list[Table] = read(f"reported/{year}.yaml")
    for each, where in items(listed, f"reported/{year}", required=row):
        day(each, "on", where)
        amount(each["value"], f"{where}.value")
    return listed


def letters() -> list[str]:
    """Return the kinds of letters that have a wording."""
    return sorted(path.stem for path in (ROOT / "letters").glob("*.yaml"))


def letter(kind: str) -> Table:
    """Return the wording of one kind of letter, Chinese and English."""
    found = keys(read(Path("letters") / f"{kind}.yaml"), required=LETTER, where=f"letters/{kind}")
    mark(found, f"letters/{kind}")
    if found["kind"] != kind:
        raise SeedError(f"letters/{kind}.yaml：kind 与文件名不一致，请改正")
    return found
