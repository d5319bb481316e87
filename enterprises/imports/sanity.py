"""What shows that a row was not read as it was meant: no cell of it can be trusted then."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from enterprises.imports.cells import is_garbled, is_nothing, plain
from enterprises.imports.columns import Head
from enterprises.imports.fields import ALIASES
from enterprises.imports.sheets import Row

LONGEST = {"name": 200, "address": 300}
CONTROL = {chr(n) for n in range(32)} - {"\t", "\n", "\r"}


def complaints(row: Row, head: Head, values: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """(code, sentence, field) of each; lost columns, mojibake, control characters."""
    text = "".join(row.cells)
    if CONTROL & set(text):
        yield "control_characters", _("这一行含有空字符 NUL 等控制字符，请从原系统重新导出。"), ""
    if any(is_garbled(cell) for cell in row.cells):
        yield "garbled", _("这一行有乱码，请用 UTF-8 或 GB18030 编码重新导出。"), ""
    if not head.fits(row):
        yield (
            "shifted",
            _("这一行有 %(cells)d 列，表头有 %(width)d 列，可能有未加引号的逗号，请改正后重试。")
            % {"cells": len(row.cells), "width": head.width},
            "",
        )
    day = plain(values.get("registered_on", ""))
    if not is_nothing(day) and not any(character.isdigit() for character in day):
        says = _("注册日期列中是“%(text)s”，各列可能错位，请核对。") % {"text": day[:20]}
        yield "shifted", says, "registered_on"
    for column, longest in LONGEST.items():
        if len(values.get(column, "")) > longest:
            says = _("%(column)s超过 %(n)d 字，各列可能错位或引号不成对，请核对。")
            yield "too_long", says % {"column": ALIASES[column][0], "n": longest}, column
