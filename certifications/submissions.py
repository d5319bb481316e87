"""What follows a submission: the case gets its offices, and what was handed in is frozen."""

import hashlib
import json
from typing import Any

from django.utils.translation import gettext as _

from certifications.completeness import judged_on
from certifications.editions import figures_asked
from certifications.figures_shown import versions_handed_in
from certifications.models import Application, Submission
from certifications.moves import Move
from certifications.rules.findings import findings_in
from certifications.standing import Standing, standing_of
from enterprises.clock import now
from enterprises.facts import Facts
from enterprises.figures import verify_figures
from enterprises.known import scores_by_year
from enterprises.models import YearlyFigures
from enterprises.ties import keep_score
from enterprises.visibility import office_answering


def take_in(move: Move) -> None:
    """First submission: the undertaking, the day it is judged by, and the offices that answer."""
    application = move.application
    residence = application.enterprise.residences.on(move.today).get()
    application.submitted_on = move.today
    application.undertaken_by = move.by
    application.district_office = office_answering(
        application.scheme.code, "reviews", move.today, district_id=residence.district_id
    )
    application.city_office = office_answering(application.scheme.code, "recognises", move.today)
    freeze(move)


def freeze(move: Move) -> None:
    """Keep what was handed in, with its digest: the ground of every later decision."""
    application = move.application
    contents = contents_of(move)
    Submission.objects.create(
        application=application,
        round=application.submissions.count() + 1,
        at=now(),
        by=move.by,
        contents=contents,
        digest=digest(contents),
    )


def confirm_figures(move: Move) -> None:
    """Whoever recommends has held the figures against the papers: they count as verified."""
    handed_in = move.application.submissions.last()
    if handed_in:
        verify_figures(move.application.enterprise, versions_handed_in(handed_in))
        _keep_scores(move, handed_in)


def _keep_scores(move: Move, handed_in: Submission) -> None:
    """Scores that others gave, as the papers show them: kept with their year and the case."""
    day = judged_on(move.application, move.today)
    stated = Standing(Facts(known=handed_in.contents["claims"]))
    for (fact, back), code in scores_by_year().items():
        value = stated.number(code)
        if value is not None:
            keep_score(
                move.application.enterprise, fact, day.year - back, value,
                source=_("申请 %s") % move.application.reference, by=move.by, at=now(),
            )  # fmt: skip


def contents_of(move: Move) -> dict[str, Any]:
    """Names, figures with their versions, claims, papers by hash, and the findings of the day."""
    application = move.application
    day = judged_on(application, move.today)
    standing = standing_of(application.enterprise, day, application.claims)
    found = findings_in(application, standing)
    return {
        "enterprise": application.enterprise.name,
        "credit_code": application.enterprise.credit_code,
        "edition": f"{application.scheme.code}/{application.edition.code}",
        "judged_on": day.isoformat(),
        "figures": _figures(application, day.year),
        "claims": application.claims,
        "materials": _materials(application),
        "findings": {finding.code: str(finding.verdict) for finding in found},
    }


def _figures(application: Application, year: int) -> dict[str, dict[str, str | None]]:
    asked = figures_asked(application.edition)
    years = max((count for _code, count in asked), default=0)
    rows = YearlyFigures.objects.latest_versions().filter(
        enterprise=application.enterprise, year__range=(year - years, year - 1)
    )
    return {
        f"{row.year}/v{row.version}": {
            code: None if getattr(row, code) is None else str(getattr(row, code))
            for code, _count in asked
        }
        for row in rows
    }


def _materials(application: Application) -> list[dict[str, str]]:
    given = application.materials.filter(removed_at=None).select_related("paper")
    return [
        {"requirement": row.requirement, "file": row.file_name, "sha256": row.paper.sha256}
        for row in given
    ]


def digest(contents: dict[str, Any]) -> str:
    text = json.dumps(contents, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
