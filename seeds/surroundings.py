"""Places, offices, industries, chains and calendars: the files around the law, read and checked."""

from __future__ import annotations

from datetime import date
from typing import Any

from seeds.lists import rows
from seeds.reader import ROOT, read
from seeds.shapes import MARK, NAMED, day, items, list_of, mark, one_of
from seeds.tables import Table, keys, refuse_here

DISTRICTS = (
    *("code", "name_zh", "name_en", "level", "parent"),
    *("since", "until", "successor", "note_zh", "source"),
)
ZONES = (
    *("code", "name_zh", "name_en", "districts"),
    *("stat_code", "verified", "note_zh", "source"),
)
INDUSTRIES = ("code", "level", "parent", "name_zh", "name_en", "source")
OFFICE = NAMED | MARK | {"level", "district", "since", "until", "phone", "answers_for"}
ANSWER = MARK | {"scheme", "duty", "since"}
TAXONOMY = NAMED | MARK | {"since", "until", "groups"}
GROUP = NAMED | {"members"}
CALENDAR = MARK | {"year", "notice", "days_off", "makeup_workdays"}


def districts() -> list[dict[str, str]]:
    """Return the districts of today and of before, with the days between which they stood."""
    return rows("districts.csv", DISTRICTS)


def zones() -> list[dict[str, str]]:
    """Return the functional zones; they overlap districts and are never a residence."""
    return rows("zones.csv", ZONES)


def industries() -> list[dict[str, str]]:
    """Return the sections and divisions of GB/T 4754-2017."""
    return rows("industries.csv", INDUSTRIES)


def offices() -> list[Table]:
    """Return the offices with the dated schemes that each answers for."""
    listed: list[Table] = read("offices.yaml")
    for office, where in items(listed, "offices", required=OFFICE):
        one_of(office, "level", ("city", "district"), where)
        _period(office, where)
        _answers(office["answers_for"], f"{where}.answers_for")
    return listed


def _answers(listed: Any, where: str) -> None:
    for answer, place in items(listed, where, required=ANSWER, optional={"until", "note"}):
        one_of(answer, "duty", ("reviews", "recognises", "recommends"), place)
        _period(answer, place)


def chains() -> list[Table]:
    """Return the taxonomies of industries; the same code in two groups is the same industry."""
    found = keys(read("chains.yaml"), required={"taxonomies"}, where="chains")
    listed: list[Table] = found["taxonomies"]
    for taxonomy, where in items(listed, "taxonomies", required=TAXONOMY, optional={"note"}):
        _period(taxonomy, where)
        groups = items(taxonomy["groups"], f"{where}.groups", required=GROUP, optional={"note"})
        for group, place in groups:
            members, member = group["members"], NAMED | {"verified"}
            list(items(members, f"{place}.members", required=member, optional={"note"}))
    return listed


def workday_years() -> list[int]:
    """Return the years for which the State Council's calendar is on file."""
    return sorted(int(path.stem) for path in (ROOT / "workdays").glob("*.yaml"))


def workdays(year: int) -> Table:
    """Return one year's calendar: weekdays that are off, weekend days that are worked."""
    where = f"workdays/{year}"
    calendar = keys(read(f"workdays/{year}.yaml"), required=CALENDAR, where=where)
    mark(calendar, where)
    if calendar["year"] != year:
        refuse_here(f"{where}.year", f"应为 {year}，请核对文件名")
    for key, weekend in (("days_off", False), ("makeup_workdays", True)):
        _calendar_days(calendar[key], f"{where}.{key}", year, weekend=weekend)
    return calendar


def _calendar_days(days: Any, where: str, year: int, *, weekend: bool) -> None:
    for each in list_of(days, where):
        if type(each) is not date or each.year != year:
            refuse_here(where, f"{each!r} 不是 {year} 年的日期，请改正")
        if (each.isoweekday() > 5) is not weekend:
            refuse_here(where, f"{each} {'不是' if weekend else '是'}周末，请改正")
    if days != sorted(set(days)):
        refuse_here(where, "日期须由早到晚且不重复，请重排")


def _period(mapping: Table, where: str) -> None:
    day(mapping, "since", where)
    day(mapping, "until", where)
