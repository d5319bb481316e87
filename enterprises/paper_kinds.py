"""What an uploaded file really is, judged by its content; and the refusal of what it should not be.

The name and the type that a browser claims are believed only where they agree with the content.
"""

import os
import re
import zipfile
from pathlib import PurePath
from typing import BinaryIO

from django.utils.translation import gettext as _

PDF, JPG, PNG, XLSX, DOCX, OFD = "pdf", "jpg", "png", "xlsx", "docx", "ofd"
MEDIA_TYPES = {
    PDF: "application/pdf",
    JPG: "image/jpeg",
    PNG: "image/png",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    OFD: "application/ofd",
}
SAME_KIND = {"jpeg": JPG}
MAGIC = {b"%PDF-": PDF, b"\xff\xd8\xff": JPG, b"\x89PNG\r\n\x1a\n": PNG}
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PARTS = {"xl/workbook.xml": XLSX, "word/document.xml": DOCX, "OFD.xml": OFD}
END_OF_PDF, END_WITHIN = b"%%EOF", 2048
ENCRYPTED_PDF = re.compile(rb"/Encrypt\b")
MOST_UNPACKED = 500 * 1024 * 1024
MOST_PARTS = 10_000
MOST_RATIO = 200
SMALL = 10 * 1024 * 1024
CHUNK = 1 << 20


class PaperRefused(ValueError):
    """The file cannot be taken as a paper; the sentence says why and what to do."""


def kind_of(file: BinaryIO) -> str:
    """One of pdf, jpg, png, xlsx, docx, ofd; PaperRefused for anything else."""
    file.seek(0)
    start = file.read(8)
    for magic, kind in MAGIC.items():
        if start.startswith(magic):
            if kind == PDF:
                _refuse_cut_off(file)
                _refuse_encrypted(file)
            return kind
    if start.startswith(ZIP):
        return _kind_of_zip(file)
    if start == OLE:
        raise PaperRefused(
            _("这是旧版 Office 文件或加了密码的文件，请取消密码并另存为 PDF、xlsx 或 docx。")
        )
    raise PaperRefused(_("不认识这个文件，请上传 PDF、JPG、PNG、OFD、xlsx 或 docx。"))


def check_name(name: str, kind: str) -> None:
    """Refuse a name whose ending says something else than the content."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending and SAME_KIND.get(ending, ending) != kind:
        raise PaperRefused(
            _("文件名以“.%(ending)s”结尾，内容却是 %(kind)s，请核对是否传错了文件。")
            % {"ending": ending[:10], "kind": kind}
        )


def _refuse_cut_off(file: BinaryIO) -> None:
    """A PDF ends with its end mark; one without was cut off on the way."""
    file.seek(0, os.SEEK_END)
    file.seek(max(file.tell() - END_WITHIN, 0))
    if END_OF_PDF not in file.read():
        raise PaperRefused(_("PDF 不完整，缺少结尾，可能没有下载或扫描完；请重新导出后上传。"))


def _refuse_encrypted(file: BinaryIO) -> None:
    file.seek(0)
    tail = b""
    while chunk := file.read(CHUNK):
        if ENCRYPTED_PDF.search(tail + chunk):
            raise PaperRefused(_("PDF 设了密码或限制，请取消后重新上传。"))
        tail = chunk[-16:]


def _kind_of_zip(file: BinaryIO) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise PaperRefused(_("文件已损坏，打不开，请重新导出后上传。")) from error
    _refuse_bomb(parts)
    if any(part.flag_bits & 1 for part in parts):
        raise PaperRefused(_("文件设了密码，请取消后重新上传。"))
    names = {part.filename for part in parts}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise PaperRefused(_("文件带有宏，请另存为不带宏的文件或 PDF 后上传。"))
    for part, kind in PARTS.items():
        if part in names:
            return kind
    raise PaperRefused(_("不收压缩包，请解压后逐个上传 PDF、JPG、PNG、OFD、xlsx 或 docx。"))


def _refuse_bomb(parts: list[zipfile.ZipInfo]) -> None:
    """Go by the sizes the archive declares: nothing is unpacked to find out."""
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    swollen = unpacked > SMALL and unpacked > packed * MOST_RATIO
    if unpacked > MOST_UNPACKED or len(parts) > MOST_PARTS or swollen:
        raise PaperRefused(_("文件解开后过大，疑似压缩炸弹，不予接收；请另存为 PDF 后上传。"))
