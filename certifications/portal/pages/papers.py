"""The bytes of a material, to its own enterprise only: shown in a sandbox, or given to keep."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certifications.models import Application, Material
from certifications.paper_answer import answer_with
from certifications.portal.showing import show
from certifications.portal.visitor import Visitor, about_a_case
from enterprises.papers import PaperMissing

SHORTEST_KEY = 16
GONE = 410


@require_safe
@about_a_case
def paper(request: HttpRequest, visitor: Visitor, case: Application, key: str) -> HttpResponseBase:
    """One paper of the case by the start of its hash; taken-down ones included (J2-5)."""
    material = _material(case, key)
    try:
        return answer_with(material)
    except PaperMissing as missing:
        says = [str(missing)]
        return show(
            request, visitor, "refused.html", status=GONE, application=case, sentences=says,
            heading=_("这份文件现在打不开"),
        )  # fmt: skip


def _material(case: Application, key: str) -> Material:
    if len(key) < SHORTEST_KEY:
        raise Http404
    found = case.materials.filter(paper__sha256__startswith=key).select_related("paper").first()
    if found is None:
        raise Http404
    return found
