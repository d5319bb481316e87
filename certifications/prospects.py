"""The cultivation pool (培育库): for every enterprise and title, who qualifies and who lacks one thing.

Swept by night over the whole registry, in batches; officers work from what the sweep left. It is
for orientation: a statement that only an application makes may still be missing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from certifications import gap_words
from certifications.bounds import CHUNK
from certifications.criteria import NEW, SCORE, verdicts, without_privileges
from certifications.editions import NoEdition, edition_for, statements_asked
from certifications.findings import BY_PEOPLE
from certifications.gaps import Gap, gaps
from certifications.models import Edition, Prospect, Scheme
from certifications.rulebook import Rulebook, book_of
from certifications.standing import Standing, latest_claims, standings_of
from certifications.verdicts import Verdict
from enterprises import jobs
from enterprises.expressions import derived
from enterprises.models import Enterprise, Job, Residence
from enterprises.models.figures import FIGURES

KIND = "sweep_prospects"
NOBODY = {Prospect.Outlook.ELIGIBLE.value: 0, Prospect.Outlook.NEAR.value: 0}


@dataclass(frozen=True)
class Ladder:
    """The rules of one scheme as the sweep holds them.

    `stated` stay open until an application states something or a person judges; `counted` are
    decided by yearly figures, which the register has.
    """

    edition: Edition
    book: Rulebook
    stated: frozenset[str]
    counted: frozenset[str]

    @property
    def code(self) -> str:
        return self.edition.scheme.code


def sweep_once(on: date) -> int:
    """Sweep as a job with progress, once a day; a sweep that was broken off is begun anew."""
    if last_sweep(on) or not (total := legal_persons().count()):
        return 0
    job = jobs.begin(KIND, _("培育库扫描 %(day)s") % {"day": on.isoformat()}, by=None, total=total)
    count = sweep(on, job=job)
    jobs.finish(job, {**count, "as_of": on.isoformat()})
    return count["eligible"] + count["near"]


def last_sweep(on: date | None = None) -> Job | None:
    """The last sweep that was finished; of a day, when one is named."""
    done = Job.objects.filter(kind=KIND, state=Job.State.DONE)
    if on:
        done = done.filter(result__as_of=on.isoformat())
    return done.order_by("-started_at").first()


def sweep(on: date, *, job: Job | None = None) -> dict[str, int]:
    """Find the pool anew for a day; return how many were looked at, are eligible, are near.

    One chunk of enterprises is one transaction: what a broken night leaves is mended by the next.
    """
    ladders = rules_on(on)
    count = {"enterprises": 0, **NOBODY}
    for chunk in _chunks():
        found = list(prospects_among(chunk, ladders, on))
        _keep(chunk, found)
        count["enterprises"] += len(chunk)
        for each in found:
            count[each.outlook] += 1
        if job:
            jobs.advance(job, len(chunk))
    return count


def rules_on(on: date) -> list[Ladder]:
    """Of every scheme the edition that judges new applications on the day, where it has conditions."""
    found = []
    for scheme in Scheme.objects.exclude(nature__in=("umbrella", "designation")):
        try:
            edition = edition_for(scheme, NEW, on)
        except NoEdition:
            continue
        book = book_of(edition, on.year)
        if book.criteria:
            found.append(ladder_of(edition, book))
    return found


def ladder_of(edition: Edition, book: Rulebook) -> Ladder:
    """Which criteria of an edition wait for an application, and which the figures decide."""
    asked = set(statements_asked(edition))
    looked_at = {each.code: set(each.condition.facts()) for each in book.criteria}
    by_people = {each.code for each in book.criteria if each.kind in BY_PEOPLE}
    counted = {code for code, facts in looked_at.items() if any(map(is_counted, facts))}
    if book.scoring:
        (counted if book.scoring.computed else by_people).add(SCORE)
    waiting = {code for code, facts in looked_at.items() if facts & asked}
    return Ladder(edition, book, frozenset(by_people | waiting), frozenset(counted))


def is_counted(fact: str) -> bool:
    """Whether a fact is a yearly figure or follows from some."""
    return fact in FIGURES or fact in derived()


def prospects_among(
    chunk: Sequence[Enterprise], ladders: Iterable[Ladder], on: date
) -> Iterator[Prospect]:
    """Who of these enterprises qualifies for what, or lacks one thing only."""
    ids = [each.pk for each in chunk]
    standings = standings_of(chunk, on, latest_claims(ids))
    for ladder in ladders:
        for pk, standing in standings.items():
            if ladder.code in standing.held:
                continue
            gap = _one_gap(ladder, standing)
            if gap is not None:
                near = bool(gap.changes)
                yield Prospect(
                    enterprise_id=pk,
                    scheme=ladder.edition.scheme,
                    edition=ladder.edition,
                    outlook=Prospect.Outlook.NEAR if near else Prospect.Outlook.ELIGIBLE,
                    gap=gap_words.kept(gap),
                    as_of=on,
                )


def _one_gap(ladder: Ladder, standing: Standing) -> Gap | None:
    """The empty gap for who qualifies, a gap of one change for who is near, None for all others.

    Who lacks figures is in neither: unknown is no yes. What only an application states may be open;
    a direct route that nobody has spoken of is taken not to apply. At least one condition on
    figures must be met: where all is a matter of statements, everybody would qualify.
    """
    standing = without_privileges(ladder.book, standing)
    found = verdicts(ladder.book, standing)
    unmet = [code for code, verdict in found.items() if verdict is Verdict.NOT_MET]
    unknown = {code for code, verdict in found.items() if verdict is Verdict.UNKNOWN}
    met = {code for code, verdict in found.items() if verdict is Verdict.MET}
    if unknown - ladder.stated or not met & ladder.counted:
        return None
    if not unmet:
        return Gap(())
    one = gaps(ladder.book, standing, most=1)
    return one[0] if one else None


def _keep(chunk: Sequence[Enterprise], found: list[Prospect]) -> None:
    """The pool of these enterprises becomes what was found."""
    with transaction.atomic():
        Prospect.objects.filter(enterprise__in=[each.pk for each in chunk]).delete()
        Prospect.objects.bulk_create(found)


def counted(on: date) -> list[dict[str, Any]]:
    """How many are eligible and near, by title and by the district they live in on the day."""
    living = Residence.objects.on(on).filter(enterprise=OuterRef("enterprise"))
    rows = (
        Prospect.objects.annotate(district=Subquery(living.values("district__code")[:1]))
        .values("scheme__code", "district", "outlook")
        .annotate(number=Count("pk"))
        .order_by("scheme__rung", "scheme__order", "district")
    )
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        key = (row["scheme__code"], row["district"] or "")
        line = found.setdefault(key, dict(zip(("scheme", "district"), key, strict=True)) | NOBODY)
        line[row["outlook"]] += row["number"]
    return list(found.values())


def legal_persons() -> QuerySet[Enterprise]:
    """Those that may hold a title at all; a branch may not."""
    return Enterprise.objects.filter(kind=Enterprise.Kind.LEGAL_PERSON)


def _chunks() -> Iterator[list[Enterprise]]:
    """Legal persons in batches, by id, so that none is met twice or missed."""
    last = 0
    while chunk := list(
        islice(
            legal_persons().filter(pk__gt=last).order_by("pk"),
            CHUNK,
        )
    ):
        yield chunk
        last = chunk[-1].pk
