"""Weighing a draft over the registry, in the background: asked for, taken up once, kept with the draft.

What was asked for is the draft's waiting job; the ring only saves the wait for the next round. A
result is kept only while the draft still asks for it: its text may have changed meanwhile.
"""

import logging
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from certifications import over_register
from certifications.models import EditionDraft
from certifications.policy_desk import edition_checks, impact
from enterprises import jobs
from enterprises.doorbell import ring
from enterprises.models import Job, User

logger = logging.getLogger(__name__)
JOB, TASK = "weigh_edition", "certifications.weigh_drafts"


def ask(draft: EditionDraft, *, on: date, by: User) -> None:
    """Ask for the impact of the draft's present text as of a day."""
    title = _("测算影响：%(draft)s") % {"draft": draft}
    draft.impact_job = jobs.enter(JOB, title[:200], by=by)
    draft.impact = {"as_of": on.isoformat(), "text_digest": draft.text_digest}
    draft.save(update_fields=["impact_job", "impact"])
    ring(TASK)


def is_weighed(draft: EditionDraft) -> bool:
    """Whether the impact of exactly the present text, against what is in force now, is there."""
    found = draft.impact
    if "counted" not in found or found["text_digest"] != draft.text_digest:
        return False
    against = impact.in_force(draft.scheme, date.fromisoformat(found["as_of"]))
    return bool(found["against"] == (against.code if against else None))


def weigh_waiting() -> int:
    """Weigh every draft that waits for it; return how many were weighed."""
    waiting = EditionDraft.objects.filter(
        state=EditionDraft.State.PREPARING, impact_job__state=Job.State.WAITING
    )
    return sum(weigh(draft) for draft in waiting.select_related("scheme", "impact_job"))


def weigh(draft: EditionDraft) -> bool:
    """Compute the impact of one draft; whether it was kept."""
    job = draft.impact_job
    assert job  # noqa: S101 - only drafts with a waiting job are asked for
    if not jobs.take_up(job, total=over_register.legal_persons().count()):
        return False
    try:
        rules = edition_checks.read(draft.text)
        edition = edition_checks.edition_of(rules, draft.scheme)
        on = date.fromisoformat(draft.impact["as_of"])
        found = impact.measure(edition, on, lambda n: jobs.advance(job, n))
    except Exception:
        logger.exception("the impact of a draft could not be computed", extra={"pk": draft.pk})
        jobs.fail(job, _("测算没有完成，请重新测算；仍不成功时请联系系统管理员。"))
        return False
    kept = _keep(draft, job, {**draft.impact, **found})
    jobs.finish(job, {"counted": found["counted"], "kept": kept})
    return kept


@transaction.atomic
def _keep(draft: EditionDraft, job: Job, found: dict[str, object]) -> bool:
    """Keep the result, unless the text or the question has changed since."""
    row = EditionDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if row.impact_job_id != job.pk or row.state != EditionDraft.State.PREPARING:
        return False
    row.impact = found
    row.save(update_fields=["impact"])
    return True
