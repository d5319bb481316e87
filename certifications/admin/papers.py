"""Serves a paper of a case to who may see the case: sandboxed, sniffed by nobody, shown only if plain."""

from django.http import FileResponse, HttpRequest

from certifications.models import Material
from enterprises.papers import open_paper

SHOWN = ("application/pdf", "image/png", "image/jpeg")
CAGE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"


def serve(request: HttpRequest, material: Material) -> FileResponse:
    """The bytes under the name they were given with; anything but pdf and pictures is a download."""
    media_type = material.paper.media_type
    response = FileResponse(
        open_paper(material.paper),
        as_attachment=media_type not in SHOWN or "download" in request.GET,
        filename=material.file_name,
        content_type=media_type,
    )
    response["Content-Security-Policy"] = CAGE
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response
