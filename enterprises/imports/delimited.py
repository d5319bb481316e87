"""Rows from delimited text: UTF-8 with or without BOM, UTF-16, GB18030; comma, tab or semicolon."""

import codecs
import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from enterprises.imports.limits import Unreadable

DELIMITERS = ",\t;"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
REPLACEMENT = "\ufffd"


def lines(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each record with the line it begins on; Unreadable when quotes never close."""
    text = decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    line = 1
    try:
        for cells in reader:
            yield line, tuple(cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(
            _("第 %(line)d 行起无法分列（引号不成对或单元格过长），请改正后重试。") % {"line": line}
        ) from error


def decoded(content: bytes) -> str:
    """The text; bytes that fit no encoding become U+FFFD, so that their rows can be reported."""
    if content.startswith(UTF_16):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        as_utf8 = content.decode("utf-8-sig", errors="replace")
    try:
        as_gb18030 = content.decode("gb18030")
    except UnicodeDecodeError:
        as_gb18030 = content.decode("gb18030", errors="replace")
    return as_utf8 if _is_damaged_utf8(as_utf8) else as_gb18030


def _is_damaged_utf8(text: str) -> bool:
    """UTF-8 with a few broken bytes: GB18030 read as UTF-8 loses every other character instead."""
    wide = sum(character > "\x7f" for character in text)
    return text.count(REPLACEMENT) * 20 < wide


def _delimiter(text: str) -> str:
    head = text[:4000]
    return max(DELIMITERS, key=head.count) if any(d in head for d in DELIMITERS) else ","
