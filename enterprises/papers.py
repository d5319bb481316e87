"""Papers: uploads kept once for each content, by hash, outside the web root.

Who may see a paper is decided by whoever links it (a material, a notice); here it is only kept.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.base import File
from django.utils.translation import gettext as _

from enterprises.clock import now
from enterprises.models import Paper, User
from enterprises.paper_kinds import CHUNK, MEDIA_TYPES, PaperRefused, check_name, kind_of

__all__ = ["PaperMissing", "PaperRefused", "damaged", "ending_of", "open_paper", "store"]


class PaperMissing(FileNotFoundError):
    """The file of a paper is not where it was stored; the sentence says so."""


def store(upload: "File[Any]", *, by: User | None) -> Paper:
    """Check an upload, keep its bytes, and return its row; the same content is one paper.

    Raises PaperRefused: empty, too large, of no kind we take, encrypted, named as something else.
    """
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=root, prefix=".incoming-")
    with os.fdopen(handle, "w+b") as incoming:
        try:
            sha256, size = _copy(upload, incoming)
            kind = kind_of(incoming)
            check_name(upload.name or "", kind)
            _settle(incoming, Path(name), root / _place(sha256))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    paper, _created = Paper.objects.get_or_create(
        sha256=sha256,
        defaults={
            "media_type": MEDIA_TYPES[kind],
            "size": size,
            "stored_by": by,
            "stored_at": now(),
        },
    )
    return paper


def open_paper(paper: Paper) -> BufferedReader:
    """The bytes, open for reading; PaperMissing when the file is gone."""
    try:
        return path_of(paper).open("rb")
    except FileNotFoundError as error:
        raise PaperMissing(
            _("文件 %(sha)s 不在存储中，请联系系统管理员从备份恢复。") % {"sha": paper.sha256[:12]}
        ) from error


def path_of(paper: Paper) -> Path:
    return Path(settings.MEDIA_ROOT) / _place(paper.sha256)


def ending_of(paper: Paper) -> str:
    """`pdf`, `jpg`, … as an edition's materials name what they accept."""
    return {media_type: kind for kind, media_type in MEDIA_TYPES.items()}[paper.media_type]


def damaged() -> Iterator[tuple[Paper, str]]:
    """Every paper whose file is missing or no longer what was stored, with a sentence."""
    for paper in Paper.objects.order_by("pk").iterator():
        try:
            with open_paper(paper) as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            yield paper, str(error)
        else:
            if digest != paper.sha256:
                yield paper, _("文件 %(sha)s 的内容已改变。") % {"sha": paper.sha256[:12]}


def _copy(upload: "File[Any]", into: BinaryIO) -> tuple[str, int]:
    """Copy in pieces, counting for ourselves: the size a browser claims proves nothing."""
    digest, size = hashlib.sha256(), 0
    for chunk in upload.chunks(CHUNK):
        size += len(chunk)
        if size > settings.PAPER_MAX_BYTES:
            raise PaperRefused(
                _("文件超过 %(most)d MB，请压缩或拆分后上传。")
                % {"most": settings.PAPER_MAX_BYTES >> 20}
            )
        digest.update(chunk)
        into.write(chunk)
    if not size:
        raise PaperRefused(_("文件是空的，请核对后重新上传。"))
    return digest.hexdigest(), size


def _settle(incoming: BinaryIO, path: Path, target: Path) -> None:
    """Make the bytes durable before they take their place, so that no half file ever stands there."""
    incoming.flush()
    os.fsync(incoming.fileno())
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _place(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"
