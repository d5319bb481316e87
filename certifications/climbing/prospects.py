"""The cultivation pool (培育库): for every enterprise and title, who qualifies and who lacks one thing.

Swept by night over the whole registry, in batches; officers work from what the sweep left. It is
for orientation: a statement that only an application makes may still be missing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.utils.translation import gettext as _

from certifications.bars import barred_from
from certifications.climbing import gap_words
from certifications.climbing.gaps import Gap, gaps
from certifications.editions import NoEdition, edition_for
from certifications.models import Application, Prospect, Scheme
from certifications.over_register import RegisterRules, chunks, legal_persons, register_rules
from certifications.rules.criteria import NEW, without_privileges
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing, standings_shown
from enterprises import jobs
from enterprises.models import Enterprise, Job, Residence

KIND = "sweep_prospects"
NOBODY = {Prospect.Outlook.ELIGIBLE.value: 0, Prospect.Outlook.NEAR.value: 0}


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
    for chunk in chunks():
        found = list(prospects_among(chunk, ladders, on))
        _keep(chunk, found)
        count["enterprises"] += len(chunk)
        for each in found:
            count[each.outlook] += 1
        if job:
            jobs.advance(job, len(chunk))
    return count


def rules_on(on: date) -> list[RegisterRules]:
    """Of every scheme the edition that judges new applications on the day, where it has conditions."""
    found = []
    for scheme in Scheme.objects.exclude(nature__in=("umbrella", "designation")):
        try:
            edition = edition_for(scheme, NEW, on)
        except NoEdition:
            continue
        if edition.rules["criteria"]:
            found.append(register_rules(edition, on))
    return found


def prospects_among(
    chunk: Sequence[Enterprise], ladders: Iterable[RegisterRules], on: date
) -> Iterator[Prospect]:
    """Who of these enterprises qualifies for what, or lacks one thing only."""
    standings, asking = standings_shown(chunk, on), under_way(chunk)
    for ladder in ladders:
        barred = barred_from(ladder.edition, on)
        for pk, standing in standings.items():
            if ladder.scheme in standing.held or pk in barred or (pk, ladder.scheme) in asking:
                continue
            found = ladder.hold(standing)
            gap = _one_gap(ladder, standing, found)
            if gap is not None:
                near = bool(gap.changes)
                yield Prospect(
                    enterprise_id=pk,
                    scheme=ladder.edition.scheme,
                    edition=ladder.edition,
                    outlook=Prospect.Outlook.NEAR if near else Prospect.Outlook.ELIGIBLE,
                    gap=gap_words.kept(gap),
                    left_open=sum(verdict is Verdict.UNKNOWN for verdict in found.values()),
                    as_of=on,
                )


def under_way(chunk: Sequence[Enterprise]) -> set[tuple[int, str]]:
    """(enterprise, scheme) of applications that offices have before them: no prospects any more."""
    cases = Application.objects.filter(enterprise__in=[each.pk for each in chunk]).still_open()
    handed_in = cases.filter(submitted_on__isnull=False)
    return set(handed_in.values_list("enterprise", "scheme__code"))


def _one_gap(ladder: RegisterRules, standing: Standing, found: Mapping[str, Verdict]) -> Gap | None:
    """The empty gap for who qualifies, a gap of one change for who is near, None for all others.

    Who lacks figures is in neither: unknown is no yes. What only an application states may be open;
    a direct route that nobody has spoken of is taken not to apply. At least one condition on
    figures must be met: where all is a matter of statements, everybody would qualify.
    """
    met = {code for code, verdict in found.items() if verdict is Verdict.MET}
    if ladder.untold(found) or not met & ladder.counted:
        return None
    if Verdict.NOT_MET not in found.values():
        return Gap(())
    one = gaps(ladder.book, without_privileges(ladder.book, standing), most=1)
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
