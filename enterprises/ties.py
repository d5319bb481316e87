"""What officers write down of an enterprise from other registers: its kin, and scores others gave it.

A tie is never deleted; it ends. A score of a year is stored with its source and never recomputed.
"""

from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from enterprises import journal
from enterprises.known import scores_by_year
from enterprises.models import Enterprise, ExternalScore, Relation, User
from enterprises.registration import subject_of

MOST_POINTS = Decimal(100)


class TieRefused(ValueError):
    """The tie or the score cannot be written down like this; the sentence says why."""


@transaction.atomic
def relate(
    enterprise: Enterprise,
    other: Enterprise,
    kind: str,
    *,
    since: date | None,
    until: date | None,
    source: str,
    by: User,
) -> Relation:
    """Write down that one enterprise controls another, or that both belong to one group."""
    if enterprise.pk == other.pk:
        raise TieRefused(_("企业不能与自己关联，请核对两个信用代码。"))
    if since and until and until < since:
        raise TieRefused(_("截止日早于起始日，请核对。"))
    try:
        with transaction.atomic():
            row = Relation.objects.create(
                enterprise=enterprise, other=other, kind=kind, since=since, until=until,
                source=source,
            )  # fmt: skip
    except IntegrityError as error:
        raise TieRefused(_("这两家企业的同一关系已经登记，不必重复。")) from error
    for one, another in ((enterprise, other), (other, enterprise)):
        detail = {"kind": kind, "other": another.credit_code, "source": source}
        journal.record(subject_of(one), "relate", by=by, detail=detail)
    return row


@transaction.atomic
def end_tie(row: Relation, *, until: date | None, by: User) -> Relation:
    """Let a tie end on a day (its last), or take the end back."""
    if until and row.since and until < row.since:
        raise TieRefused(_("截止日早于起始日，请核对。"))
    row.until = until
    row.save(update_fields=["until"])
    detail = {"other": row.other.credit_code, "until": until.isoformat() if until else None}
    journal.record(subject_of(row.enterprise), "relate", by=by, detail=detail)
    return row


@transaction.atomic
def keep_score(
    enterprise: Enterprise,
    fact: str,
    year: int,
    value: Decimal,
    *,
    source: str,
    by: User | None,
    at: datetime,
) -> ExternalScore:
    """Keep a score that others gave for a year; a second word for the year replaces the first."""
    if (fact, 0) not in scores_by_year():
        raise TieRefused(_("“%s”不是外部评分。") % fact)
    if year > at.date().year:
        raise TieRefused(_("%d 年还没有到，请核对年度。") % year)
    if not 0 <= value <= MOST_POINTS:
        raise TieRefused(_("得分应在 0 至 %s 之间，请核对。") % MOST_POINTS)
    row, _fresh = ExternalScore.objects.update_or_create(
        enterprise=enterprise, fact=fact, year=year, withdrawn_because="",
        defaults={"value": value, "source": source, "recorded_by": by, "recorded_at": at},
    )  # fmt: skip
    detail = {"fact": fact, "year": year, "value": str(value), "source": source}
    journal.record(subject_of(enterprise), "keep_score", by=by, detail=detail)
    return row


@transaction.atomic
def withdraw_score(row: ExternalScore, *, because: str, by: User) -> ExternalScore:
    """Take back a score that was recorded in error; it stays on file with the reason."""
    if not because.strip():
        raise TieRefused(_("请写明撤回原因。"))
    row.withdrawn_because = because.strip()
    row.save(update_fields=["withdrawn_because"])
    detail = {"fact": row.fact, "year": row.year, "withdrawn": True}
    journal.record(
        subject_of(row.enterprise), "keep_score", by=by, note=row.withdrawn_because, detail=detail
    )
    return row
