"""The comparisons: our way beside the plain way, on the same rows, with the same answer."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from certifications import duties
from certifications.climbing import prospects
from certifications.models import Certification, Prospect
from certifications.over_register import legal_persons
from enterprises import imports
from enterprises.clock import now
from enterprises.credit_code import check_character
from enterprises.models import Enterprise, NameSpan, Residence
from enterprises.post.writing import write, write_all
from registry.counting import Slice, held, numbers
from registry.periods import months

DAY = date(2023, 12, 31)
HIGH_TECH = Slice(schemes=("high_tech",))
LISTED = 2_000
LETTERS = 1_000
SWEPT = 500
SWEPT_ON = date(2026, 6, 15)


@dataclass(frozen=True)
class Result:
    name: str
    ours_ms: float
    plain_ms: float
    ratio: float
    same_answer: bool


@dataclass(frozen=True)
class Case:
    """Two ways to one answer; each is timed as the best of a few runs."""

    name: str
    ours: Callable[[], Any]
    plain: Callable[[], Any]
    times: int = 5

    def run(self) -> Result:
        ours, our_answer = best(self.ours, self.times)
        plain, plain_answer = best(self.plain, self.times)
        return Result(
            self.name, ours * 1000, plain * 1000, plain / ours, our_answer == plain_answer
        )


def best(deed: Callable[[], Any], times: int) -> tuple[float, Any]:
    seconds, answer = [], None
    for _n in range(times):
        gc.collect()
        began = time.perf_counter()
        answer = deed()
        seconds.append(time.perf_counter() - began)
    return min(seconds), answer


def held_by_certifications(day: date) -> int:
    """The plain way to count: every certification that lasts, its enterprise once."""
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    open_ones = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
    rows = Certification.objects.filter(lasting, open_ones, valid_from__lte=day)
    return rows.filter(scheme__code="high_tech").values("enterprise").distinct().count()


def by_district_in_one_query() -> dict[str, int]:
    return {code: number for (code,), number in held(HIGH_TECH, DAY).by("district").items()}


def by_district_one_by_one() -> dict[str, int]:
    """The plain way to a table: look up each enterprise's district."""
    holding = held(HIGH_TECH, DAY).holdings.values_list("enterprise", flat=True)
    where = dict(Residence.objects.on(DAY).values_list("enterprise", "district__code"))
    return dict(Counter(where[enterprise] for enterprise in set(holding)))


def a_year_in_one_query() -> list[int]:
    return numbers([held(HIGH_TECH, month.last) for month in months(2023)])


def a_year_month_by_month() -> list[int]:
    return [held_by_certifications(month.last) for month in months(2023)]


def listed_codes() -> list[str]:
    firsts = [f"91370202MAYY{number:05d}" for number in range(LISTED)]
    return [first + check_character(first) for first in firsts]


def listed_names() -> list[tuple[str, str]]:
    return [(code, f"青岛名录{place:05d}贸易有限公司") for place, code in enumerate(listed_codes())]


def import_as_a_list() -> int:
    """Read, judge and register a list; rolled back, so that each run starts alike."""
    lines = ["企业名称,统一社会信用代码", *(f"{name},{code}" for code, name in listed_names())]
    content = "\n".join(lines).encode()
    with transaction.atomic():
        report = imports.load(content, "bench.csv", today=DAY, by=None, dry_run=False)
        transaction.set_rollback(True)
    return report.created


def import_row_by_row() -> int:
    """The plain way: look, then save, one enterprise after the other; without any judging."""
    created = 0
    with transaction.atomic():
        for code, name in listed_names():
            row, fresh = Enterprise.objects.get_or_create(credit_code=code, defaults={"name": name})
            NameSpan.objects.get_or_create(enterprise=row, name=name)
            Residence.objects.get_or_create(enterprise=row, until=None)
            created += fresh
        transaction.set_rollback(True)
    return created


def due() -> list[Any]:
    return [draft for _n, draft in zip(range(LETTERS), duties.falling_due(DAY), strict=False)]


def letters_at_once() -> int:
    with transaction.atomic():
        drafts = due()
        written = write_all(drafts, at=now())
        transaction.set_rollback(True)
    return written


def letters_one_by_one() -> int:
    with transaction.atomic():
        written = sum(write(draft, at=now()) for draft in due())
        transaction.set_rollback(True)
    return written


def last_page_by_key() -> list[int]:
    last = Certification.objects.order_by("-pk").values_list("pk", flat=True)[100]
    rows = Certification.objects.filter(pk__gt=last).order_by("pk")[:100]
    return [row.pk for row in rows]


def last_page_by_offset() -> list[int]:
    """The plain way to a page: count, then skip everything before it."""
    count = Certification.objects.count()
    return [row.pk for row in Certification.objects.order_by("pk")[count - 100 :]]


def swept() -> list[Enterprise]:
    return list(legal_persons().order_by("pk")[:SWEPT])


def pool_of(found: Iterable[Prospect]) -> set[tuple[int, int, str]]:
    return {(each.enterprise_id, each.scheme_id, each.outlook) for each in found}


def sweep_in_chunks() -> set[tuple[int, int, str]]:
    """Who could climb, a chunk of enterprises at a time."""
    ladders, chunk = prospects.rules_on(SWEPT_ON), swept()
    return pool_of(prospects.prospects_among(chunk, ladders, SWEPT_ON))


def sweep_one_by_one() -> set[tuple[int, int, str]]:
    """The plain way: the same rules, each enterprise looked up on its own."""
    ladders = prospects.rules_on(SWEPT_ON)
    found = (prospects.prospects_among([each], ladders, SWEPT_ON) for each in swept())
    return pool_of(each for some in found for each in some)


CASES = (
    Case(f"sweep of {SWEPT:,} for all titles: in chunks / one by one", sweep_in_chunks,
         sweep_one_by_one, times=2),
    Case("count on a day: holdings / certifications", held(HIGH_TECH, DAY).number,
         lambda: held_by_certifications(DAY)),
    Case("table by district: one query / look up each", by_district_in_one_query,
         by_district_one_by_one),
    Case("twelve months: one query / month by month", a_year_in_one_query, a_year_month_by_month),
    Case("last page of 100: by key / by offset", last_page_by_key, last_page_by_offset),
    Case(f"list of {LISTED:,} enterprises: import / row by row", import_as_a_list,
         import_row_by_row, times=2),
    Case(f"up to {LETTERS:,} letters: at once / one by one", letters_at_once, letters_one_by_one,
         times=2),
)  # fmt: skip
