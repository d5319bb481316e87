"""What a zipped workbook says of itself before it is unpacked: parts, sizes, farthest cell.

A few kilobytes can declare a sheet of 17 thousand million cells; the reading library would reserve
memory for each of them.
"""

import io
import re
import zipfile
from typing import IO

from django.utils.translation import gettext as _

from enterprises.imports.limits import MOST_CELLS, MOST_COLUMNS, MOST_UNPACKED, Unreadable

CELL = re.compile(rb'<(?:\w+:)?(?:c|row)\b[^>]*?\br="([A-Z]{0,3})(\d{1,9})"')
CHUNK = 1 << 20
OVERLAP = 4096


def check_workbook(content: bytes) -> None:
    """Refuse a zip that is no xlsx, unpacks to too much, or names cells too far out."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(archive)
            for part in archive.infolist():
                if part.filename.startswith("xl/worksheets/"):
                    with archive.open(part) as sheet:
                        _check_cells(sheet)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise Unreadable(_("不是完好的 Excel 工作簿，请另存为 xlsx 后重试。")) from error


def _check_parts(archive: zipfile.ZipFile) -> None:
    if "xl/workbook.xml" not in archive.namelist():
        raise Unreadable(_("不是 xlsx 工作簿，请用表格软件另存为 xlsx 或 csv。"))
    unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > MOST_UNPACKED:
        raise Unreadable(
            _("工作簿解开后有 %(size)d MB，超过上限 %(most)d MB，请拆分。")
            % {"size": unpacked >> 20, "most": MOST_UNPACKED >> 20}
        )


def _check_cells(sheet: IO[bytes]) -> None:
    """Read the sheet as a stream and refuse a reference beyond what a list can need."""
    farthest_row = farthest_column = 0
    tail = b""
    while chunk := sheet.read(CHUNK):
        for letters, digits in CELL.findall(tail + chunk):
            farthest_row = max(farthest_row, int(digits))
            farthest_column = max(farthest_column, _column(letters))
        tail = chunk[-OVERLAP:]
    if farthest_row * max(farthest_column, 1) > MOST_CELLS or farthest_column > MOST_COLUMNS * 10:
        raise Unreadable(
            _("工作表写到了第 %(row)d 行第 %(column)d 列，请删去表外的内容后重新保存。")
            % {"row": farthest_row, "column": farthest_column}
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
