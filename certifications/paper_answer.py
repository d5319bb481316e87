"""The answer that carries a paper, at every door: shown in a cage or given to keep, kept by no cache."""

from django.http import FileResponse

from certifications.models import Confirmation, Material
from enterprises.papers import open_paper

SHOWN = ("application/pdf", "image/png", "image/jpeg")
CAGE = (
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
)


def can_be_shown(media_type: str) -> bool:
    """PDF and pictures only; whatever else was given is a download."""
    return media_type in SHOWN


def answer_with(given: Material | Confirmation, *, to_keep: bool = False) -> FileResponse:
    """The bytes under the name they were given with; PaperMissing when the file is gone."""
    media_type = given.paper.media_type
    answer = FileResponse(
        open_paper(given.paper),
        as_attachment=to_keep or not can_be_shown(media_type),
        filename=given.file_name,
        content_type=media_type,
    )
    answer.headers["Content-Security-Policy"] = CAGE
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
