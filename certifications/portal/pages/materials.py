"""The papers of an application: each requirement with its clause, what was given, and giving more."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certifications import drafting
from certifications.editions import requirements
from certifications.models import Application, Material
from certifications.moves import Refused
from certifications.portal.showing import UNREADABLE, show
from certifications.portal.tasklist import open_defects
from certifications.portal.uploads import Outcome, take_all
from certifications.portal.visitor import Visitor, about_a_case
from certifications.states import EDITABLE
from enterprises.papers import ending_of
from enterprises.punctuation import series

SHOWN_OF_HASH = 16
SAID_ONE_BY_ONE = 3
LOCKED = 409


@dataclass(frozen=True)
class Given:
    """A material as the list shows it."""

    material: Material
    key: str
    kind: str
    also_for: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_case
def materials(request: HttpRequest, visitor: Visitor, case: Application) -> HttpResponse:
    """List the requirements; take any number of files, each with its own result."""
    if request.method != "POST":
        return _page(request, visitor, case)
    if case.state not in EDITABLE:
        says = _("申请现处于“%(state)s”，内容已经锁定，文件没有上传。")
        sentences = [says % {"state": case.get_state_display()}]
        return _page(request, visitor, case, status=LOCKED, sentences=sentences)
    outcomes = list(take_all(request, visitor, case))
    if not outcomes:
        says = _("没有选择文件。请先在需要的材料项下选择文件，再上传。")
        return _page(request, visitor, case, status=UNREADABLE, sentences=[says])
    if all(outcome.is_taken for outcome in outcomes):
        _say_taken(request, outcomes)
        return redirect(request.get_full_path())
    return _page(request, visitor, case, status=UNREADABLE, outcomes=outcomes)


def _say_taken(request: HttpRequest, outcomes: list[Outcome]) -> None:
    """A sentence for each file; many files in one."""
    if len(outcomes) <= SAID_ONE_BY_ONE:
        for outcome in outcomes:
            messages.success(request, outcome.says)
        return
    files = series(outcome.file_name for outcome in outcomes)
    says = _("%(n)d 个文件都已上传：%(files)s。")
    messages.success(request, says % {"n": len(outcomes), "files": files})


@require_POST
@about_a_case
def remove(request: HttpRequest, visitor: Visitor, case: Application) -> HttpResponse:
    """Take one paper down; it stays in the history."""
    material = _named(case, request.POST.get("which", ""))
    try:
        drafting.detach(material, by=visitor.user, today=visitor.today)
    except Refused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
    else:
        says = _("“%(file)s”已撤下，仍保留在办理记录中。")
        messages.success(request, says % {"file": material.file_name})
    return redirect("portal:materials", case.reference)


def _named(case: Application, which: str) -> Material:
    """The material that a button names: its requirement and the start of its hash."""
    for requirement, given in given_by_requirement(case).items():
        for each in given:
            if which == f"{requirement}/{each.key}":
                return each.material
    raise Http404


def given_by_requirement(case: Application) -> dict[str, list[Given]]:
    """What was given for each requirement and not taken down; where else the same paper stands."""
    found: dict[str, list[Given]] = {}
    given = case.materials.filter(removed_at=None).select_related("paper", "added_by")
    rows = list(given.order_by("added_at"))
    names = {each.code: each.says for each in requirements(case.edition)}
    for row in rows:
        others = [
            names.get(each.requirement, each.requirement)
            for each in rows
            if each.paper_id == row.paper_id and each.requirement != row.requirement
        ]
        key, kind = row.paper.sha256[:SHOWN_OF_HASH], ending_of(row.paper).upper()
        line = Given(row, key, kind, series(others))
        found.setdefault(row.requirement, []).append(line)
    return found


def _page(
    request: HttpRequest, visitor: Visitor, case: Application, **context: Any
) -> HttpResponse:
    asked, given = requirements(case.edition), given_by_requirement(case)
    defects = open_defects(case)
    outcomes = context.get("outcomes", [])
    context.setdefault("has_errors", bool(outcomes or context.get("sentences")))
    return show(
        request,
        visitor,
        "materials.html",
        application=case,
        is_editable=case.state in EDITABLE,
        most_mb=settings.PAPER_MAX_BYTES >> 20,
        back=request.GET.get("back", ""),
        lines=[
            {
                "asked": each,
                "accepts": series(each.accepts).upper(),
                "endings": ",".join(f".{ending}" for ending in each.accepts),
                "given": given.get(each.code, []),
                "notes": [
                    {"defect": defect, "label": each.says}
                    for defect in defects
                    if defect.item == each.code
                ],
                "refused": [
                    outcome.says
                    for outcome in outcomes
                    if outcome.requirement == each.code and not outcome.is_taken
                ],
            }
            for each in asked
        ],
        **context,
    )
