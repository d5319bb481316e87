"""Where an enterprise stands on the ladder, what is open to it, and what is still missing (还差什么)."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from certifications.climbing import gap_words, outlook
from certifications.climbing.gaps import Gap
from certifications.climbing.outlook import Outlook, Reach
from certifications.climbing.reach_words import step_of, steps
from certifications.editions import NoEdition
from certifications.ladder import Position, graph, position
from certifications.models import Application, Batch, Scheme
from certifications.policy_desk.confirming import mark_of
from certifications.portal.lacking import lacking
from certifications.portal.ladder_map import ladder_map
from certifications.portal.onward import onward
from certifications.portal.openings import Opening
from certifications.portal.precheck import precheck
from certifications.portal.showing import show
from certifications.portal.ties import ladder_rows, row_of, rungs_down
from certifications.portal.visitor import Visitor, members_only
from certifications.standing import Standing, standing_of
from certifications.stated import stated_by, stated_for
from certifications.states import DENIED, State
from certifications.terms import work_calendar
from enterprises.models import Enterprise


@require_safe
@members_only
def overview(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The ladder as a picture, and the same facts as a table."""
    day, firm = visitor.today, visitor.enterprise
    stands = position(firm, day)
    found = outlook.outlooks(firm, standing_of(firm, day, stated_by(firm, day)), stands, day)
    titles = steps(graph(), stands, {each.scheme.code: each for each in found}, day)
    return show(
        request,
        visitor,
        "climb.html",
        tab="climb",
        stands=stands,
        map=ladder_map(graph(), titles),
        rungs=rungs_down(titles),
        rows=ladder_rows(graph(), titles),
    )


@require_safe
@members_only
def climb_to(request: HttpRequest, visitor: Visitor, scheme: str) -> HttpResponse:
    """One title: the verdict, what is missing, every criterion, the score, and the next thing to do."""
    wanted = get_object_or_404(Scheme, code=scheme)
    day, firm = visitor.today, visitor.enterprise
    stands = position(firm, day)
    held = any(row.scheme_id == wanted.pk for row in stands.certifications)
    standing = standing_of(firm, day, stated_for(firm, wanted, day))
    kind = Batch.Kind.RENEWAL if held else Batch.Kind.NEW
    found = _outlook(firm, wanted, standing, stands, day, kind)
    seen = Application.objects.visible_to(visitor.user, day).with_everything()
    cases = list(seen.filter(enterprise=firm).still_open())
    ways_on = onward(firm, wanted, cases, day, work_calendar())
    step = step_of(graph(), wanted.code, stands, found, day)
    return show(
        request,
        visitor,
        "climb_scheme.html",
        tab="climb",
        scheme=wanted,
        row=row_of(graph(), step),
        outlook=found,
        onward=ways_on,
        denied=_last_denied(seen.filter(enterprise=firm, scheme=wanted)),
        **(_reading(found, standing, cases, ways_on.openings) if found else {}),
    )


def _last_denied(cases: QuerySet[Application]) -> Application | None:
    """The last application for the title, where offices denied it; nothing once a later one is on."""
    last = cases.exclude(state=State.WITHDRAWN).order_by("-opened_at").first()
    return last if last and last.state in DENIED else None


def _outlook(
    firm: Enterprise, wanted: Scheme, standing: Standing, stands: Position, day: date, kind: str
) -> Outlook | None:
    """How it stands; None where the title has no rules that anything can be held against."""
    try:
        found = outlook.outlook(firm, wanted, standing, stands, day, kind)
    except NoEdition:
        return None
    return found if found.edition.rules["criteria"] else None


def _reading(
    found: Outlook, standing: Standing, cases: list[Application], openings: list[Opening]
) -> dict[str, Any]:
    """The findings and gaps of a title in words."""
    day = found.judgement.on
    return {
        "edition": found.edition,
        "mark": mark_of(found.edition, "edition", found.edition.verified),
        "is_renewal": found.judgement.kind == Batch.Kind.RENEWAL,
        "precheck": precheck(found.edition, found.judgement.findings, standing),
        "gaps": [_changes(gap, found) for gap in found.gaps],
        "lacking": lacking(found, standing, day, cases=cases, openings=openings),
        "is_wanting": bool(found.gaps) or found.state in (Reach.FAR, Reach.BLOCKED),
        "is_supposed": found.state is Reach.UNKNOWN,
    }


def _changes(gap: Gap, found: Outlook) -> list[str]:
    return [gap_words.says_change(change, found.judgement.on) for change in gap.changes]
