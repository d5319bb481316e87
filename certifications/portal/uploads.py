"""Takes uploaded files in, each by itself: one that is refused does not hold up the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from certifications import drafting
from certifications.editions import Requirement, requirements
from certifications.models import Application
from certifications.moves import Refused
from certifications.portal.visitor import Visitor
from enterprises.paper_kinds import MAGIC, OLE, SAME_KIND, ZIP
from enterprises.papers import PaperRefused, store
from enterprises.punctuation import series


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
        _refuse_what_is_not_asked_for(upload, name, requirement)
        paper = store(upload, by=visitor.user)
        drafting.attach(case, requirement.code, paper, name, by=visitor.user, today=visitor.today)
    except (PaperRefused, Refused) as refused:
        says = _("“%(file)s”没有上传到“%(material)s”：%(why)s")
        return Outcome(requirement.code, name, False, says % {**words, "why": refused})
    return Outcome(requirement.code, name, True, _("“%(file)s”已上传到“%(material)s”。") % words)


def _refuse_what_is_not_asked_for(
    upload: UploadedFile, name: str, requirement: Requirement
) -> None:
    """By the name's ending and the first bytes: the sentence names what this requirement takes."""
    kinds = {"kinds": series(requirement.accepts).upper()}
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending and SAME_KIND.get(ending, ending) not in requirement.accepts:
        raise PaperRefused(_("这一项只收 %(kinds)s，请转换格式后上传。") % kinds)
    start = upload.read(8)
    upload.seek(0)
    if start and not start.startswith((*MAGIC, ZIP, OLE)):
        says = _("文件内容不是 %(kinds)s，这一项只收这些格式，请核对后重新上传。")
        raise PaperRefused(says % kinds)
