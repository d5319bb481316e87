"""The journal: one entry a deed, a chain of keyed hashes for each subject.

It knows subjects only as text (`application/8K2…`); it does not know what they are.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from enterprises.clock import now
from enterprises.models import JournalEntry, User

ATTEMPTS = 20


def record(
    subject: str,
    deed: str,
    *,
    by: User | None,
    note: str = "",
    detail: Mapping[str, Any] | None = None,
) -> JournalEntry:
    """Add one entry to the subject's chain, in the caller's transaction.

    Two writers of one subject meet at the unique (subject, sequence): the later one waits for the
    earlier, reads again and goes behind it. Raises IntegrityError after ATTEMPTS such meetings.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return _append(subject, deed, by=by, note=note, detail=detail)
        except IntegrityError:
            if attempt == ATTEMPTS:
                raise
    raise AssertionError("a loop of at least one attempt returns or raises")


def _append(
    subject: str, deed: str, *, by: User | None, note: str, detail: Mapping[str, Any] | None
) -> JournalEntry:
    with transaction.atomic():
        last = JournalEntry.objects.filter(subject=subject).order_by("-sequence").first()
        entry = JournalEntry(
            subject=subject,
            sequence=last.sequence + 1 if last else 1,
            at=now(),
            by=by,
            by_name=str(by) if by else "",
            deed=deed,
            note=note,
            detail=dict(detail or {}),
            previous_hash=last.hash if last else "",
        )
        entry.hash = hash_of(entry)
        entry.save(force_insert=True)
        return entry


def hash_of(entry: JournalEntry) -> str:
    """The keyed hash over everything the entry says, the hash before it included."""
    parts = [
        entry.subject,
        entry.sequence,
        _moment(entry.at),
        entry.by_id,
        entry.by_name,
        entry.deed,
        entry.note,
        entry.detail,
        entry.previous_hash,
    ]
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hmac.new(settings.JOURNAL_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def _moment(at: datetime) -> str:
    return str(int(at.timestamp() * 1_000_000))


def broken_links() -> Iterator[JournalEntry]:
    """Every entry whose hash, predecessor or place in the chain does not fit."""
    subject, sequence, previous = "", 0, ""
    for entry in JournalEntry.objects.order_by("subject", "sequence").iterator():
        if entry.subject != subject:
            subject, sequence, previous = entry.subject, 0, ""
        if (
            entry.sequence != sequence + 1
            or entry.previous_hash != previous
            or not hmac.compare_digest(entry.hash, hash_of(entry))
        ):
            yield entry
        sequence, previous = entry.sequence, entry.hash
