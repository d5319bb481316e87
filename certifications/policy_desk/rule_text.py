"""The bytes of an uploaded rule file as text, bounded before anything is read in them; and its digest."""

import hashlib

from django.utils.translation import gettext as _

from certifications.moves import NotReady

MOST_BYTES = 2_000_000  # the reader takes 500,000 characters; four bytes is the longest of them


def text_of(raw: bytes) -> str:
    """The text of an uploaded file. Raises NotReady: too large, or not UTF-8."""
    if len(raw) > MOST_BYTES:
        raise NotReady(_("规则文件超过 %(mb)d MB，请核对是否选错了文件。") % {"mb": MOST_BYTES // 1_000_000})  # fmt: skip
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        says = _("第 %(line)d 行不是 UTF-8 编码，请另存为 UTF-8 后再上传。")
        raise NotReady(says % {"line": line}) from error
    return text.replace("\r\n", "\n")


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
