"""Takes uploaded files in, each by itself: one that is refused does not hold up the others."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from certifications import drafting
from certifications.editions import Requirement, requirements
from certifications.models import Application
from certifications.moves import Refused
from certifications.portal.visitor import Visitor
from enterprises.papers import PaperRefused, store


@dataclass(frozen=True)
class Outcome:
    """What became of one uploaded file, in a sentence."""

    requirement: str
    file_name: str
    is_taken: bool
    says: str


def take_all(request: HttpRequest, visitor: Visitor, case: Application) -> Iterator[Outcome]:
    """Every file sent, beside the requirement whose input it came from."""
    for requirement in requirements(case.edition):
        for upload in request.FILES.getlist(requirement.code):
            yield _take(upload, requirement, visitor, case)


def _take(
    upload: UploadedFile, requirement: Requirement, visitor: Visitor, case: Application
) -> Outcome:
    """Store and attach one file; a refusal is a sentence that names the file."""
    name = upload.name or _("未命名文件")
    words = {"file": name, "material": requirement.says}
    try:
        paper = store(upload, by=visitor.user)
        drafting.attach(case, requirement.code, paper, name, by=visitor.user, today=visitor.today)
    except (PaperRefused, Refused) as refused:
        says = _("“%(file)s”没有上传到“%(material)s”：%(why)s")
        return Outcome(requirement.code, name, False, says % {**words, "why": refused})
    return Outcome(requirement.code, name, True, _("“%(file)s”已上传到“%(material)s”。") % words)
