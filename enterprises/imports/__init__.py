"""Lists of enterprises as offices send them: read, judged line by line, previewed, registered.

One import is one transaction and one journal entry; running it again writes nothing.
"""

import hashlib
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from enterprises import journal
from enterprises.imports import neighbours, writing
from enterprises.imports.columns import split
from enterprises.imports.fields import ALIASES, REQUIRED
from enterprises.imports.limits import Unreadable
from enterprises.imports.places import Places
from enterprises.imports.report import Finding, Report, Severity
from enterprises.imports.rows import Candidate, judge
from enterprises.imports.sheets import content_of, rows
from enterprises.models import User

__all__ = ["Finding", "Report", "Severity", "Unreadable", "content_of", "load"]


def load(content: bytes, file: str, *, today: date, by: User | None, dry_run: bool) -> Report:
    """Judge every row of a file and register the good ones (none on a dry run).

    Raises Unreadable when the file as a whole cannot be read; then nothing is written.
    """
    report = Report(file, hashlib.sha256(content).hexdigest(), dry_run)
    head, listed = split(rows(content), ALIASES, REQUIRED)
    places = Places()
    candidates = [judge(row, head, places, today) for row in listed]
    distinct = neighbours.compare_with_each_other(candidates)
    try:
        with transaction.atomic():
            fresh = neighbours.not_yet_registered(distinct)
            _count(report, candidates, distinct, fresh)
            if fresh and not dry_run:
                writing.write(fresh, file)
                subject = f"import/{report.sha256[:16]}"
                journal.record(subject, "import_enterprises", by=by, detail=report.counts())
    except IntegrityError as error:
        raise Unreadable(_("同时有人在登记这些企业，本次没有写入，请稍后重试。")) from error
    return report


def _count(
    report: Report, candidates: list[Candidate], distinct: list[Candidate], fresh: list[Candidate]
) -> None:
    report.rows = len(candidates)
    report.created = len(fresh)
    report.branches = sum(candidate.is_branch for candidate in fresh)
    report.blocked = _blocked(candidates)
    report.repeated = len(candidates) - len(distinct) - report.blocked + _blocked(distinct)
    report.unchanged = len(distinct) - len(fresh) - _blocked(distinct)
    report.findings = [found for candidate in candidates for found in candidate.findings]


def _blocked(candidates: list[Candidate]) -> int:
    return sum(candidate.blocked for candidate in candidates)
