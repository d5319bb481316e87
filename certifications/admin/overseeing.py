"""What auditors and administrators find on the start page: the journal; who may come in, and until when."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.admin.subjects import told
from certifications.deeds import deed_says
from certifications.models import Batch
from enterprises import journal
from enterprises.admin.desk import roles_of
from enterprises.clock import today
from enterprises.models import ApiClient, JournalEntry, Posting, User
from enterprises.punctuation import series

LATEST = 10
SOON = timedelta(days=30)
NAMED = 5


def page_of(request: HttpRequest) -> dict[str, Any]:
    """The overseeing part of the start page; empty for who oversees nothing."""
    roles = roles_of(request)
    found: dict[str, Any] = {}
    if Posting.Role.AUDITOR in roles:
        found["journal"] = latest()
    if Posting.Role.ADMINISTRATOR in roles:
        found["keeping"] = keeping(today())
    return found


def latest() -> list[dict[str, Any]]:
    rows = list(JournalEntry.objects.order_by("-id")[:LATEST])
    subjects = told(row.subject for row in rows)
    return [
        {"row": row, "about": subjects[row.subject], "says": deed_says(row.deed)} for row in rows
    ]


def keeping(day: date) -> dict[str, Any]:
    """Counts of what an administrator keeps, and what of it ends within the month."""
    posts = Posting.objects.on(day)
    keys = ApiClient.objects.on(day)
    ending = {"until__isnull": False, "until__lte": day + SOON}
    return {
        "accounts": User.objects.filter(is_active=True).count(),
        "posts": posts.count(),
        "keys": keys.count(),
        "posts_ending": list(
            posts.filter(**ending).select_related("user", "office").order_by("until")
        ),
        "keys_ending": list(keys.filter(**ending).order_by("until")),
        "batches": list(Batch.objects.open_on(day).select_related("scheme").order_by("closes_on")),
    }


def checked() -> tuple[bool, str]:
    """Every chain recomputed: whether all fits, and the sentence that says so."""
    broken = journal.broken_links()
    first = list(islice(broken, NAMED))
    count = len(first) + sum(1 for _each in broken)
    n = JournalEntry.objects.count()
    if not count:
        says = ngettext("已核对 %(n)d 条日志，全部相符。", "已核对 %(n)d 条日志，全部相符。", n)
        return True, says % {"n": n}
    says = _("已核对 %(n)d 条日志，%(broken)d 处不符：%(named)s。请保留现场并报告。")
    return False, says % {"n": n, "broken": count, "named": _named(first, count)}


def _named(broken: Iterable[JournalEntry], count: int) -> str:
    named = series(f"{row.subject} #{row.sequence}" for row in broken)
    return named + ("…" if count > NAMED else "")
