"""Official lists: titles that were conferred elsewhere, matched, previewed and entered.

One import is one transaction and one journal entry; running it again enters nothing.
"""

import hashlib
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from certifications.imports import entering
from certifications.imports.fields import ALIASES, REQUIRED
from certifications.imports.matching import Register
from certifications.imports.report import ListReport
from certifications.imports.rows import Judge, Title
from certifications.models import Scheme
from enterprises import journal
from enterprises.imports import Unreadable, content_of
from enterprises.imports.columns import split
from enterprises.imports.sheets import rows
from enterprises.models import User
from enterprises.punctuation import series

__all__ = ["ListReport", "Unreadable", "content_of", "load", "scheme_of"]


def scheme_of(code: str) -> Scheme:
    """The scheme with a code; Unreadable names the codes there are."""
    scheme = Scheme.objects.filter(code=code).exclude(form=Scheme.Form.NONE).first()
    if scheme is None:
        known = Scheme.objects.exclude(form=Scheme.Form.NONE).values_list("code", flat=True)
        raise Unreadable(
            _("没有称号“%(code)s”，可用：%(known)s。") % {"code": code, "known": series(known)}
        )
    return scheme


def load(
    content: bytes,
    file: str,
    scheme: Scheme,
    *,
    today: date,
    by: User | None,
    dry_run: bool,
    issued_on: date | None = None,
    announced_on: date | None = None,
) -> ListReport:
    """Judge every row of a list and enter the good titles (none on a dry run).

    `issued_on` and `announced_on` hold for rows that state no day of their own. Raises Unreadable
    when the file as a whole cannot be read; then nothing is written.
    """
    report = ListReport(file, hashlib.sha256(content).hexdigest(), dry_run, scheme=scheme.code)
    head, listed = split(rows(content), ALIASES, REQUIRED)
    newest_first = F("in_force_from").desc(nulls_last=True)
    editions = tuple(scheme.editions.order_by(newest_first))
    judge = Judge(scheme, editions, Register(), today, issued_on, announced_on)
    titles = [judge.judge(row, head) for row in listed]
    distinct = entering.distinct(titles)
    try:
        with transaction.atomic():
            fresh = entering.not_yet_entered(scheme, distinct)
            _count(report, titles, distinct, fresh)
            if fresh and not dry_run:
                entering.enter(scheme, fresh, file)
                subject = f"import/{report.sha256[:16]}"
                detail = {"scheme": scheme.code, **report.counts()}
                journal.record(subject, "import_certifications", by=by, detail=detail)
    except IntegrityError as error:
        raise Unreadable(_("同时有人在登记这些称号，本次没有写入，请稍后重试。")) from error
    return report


def _count(
    report: ListReport, titles: list[Title], distinct: list[Title], fresh: list[Title]
) -> None:
    report.rows = len(titles)
    report.created = len(fresh)
    report.blocked = sum(title.blocked for title in titles)
    blocked_late = sum(title.blocked for title in distinct)
    report.unchanged = len(distinct) - len(fresh) - blocked_late
    report.repeated = report.rows - len(distinct) - report.blocked + blocked_late
    report.findings = [found for title in titles for found in title.findings]
