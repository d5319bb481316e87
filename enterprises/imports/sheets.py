"""Rows from a file as offices send it: csv, xlsx or xls, told apart by content, sizes checked first."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from enterprises.imports import delimited
from enterprises.imports.archive import check_workbook
from enterprises.imports.cells import cell_text
from enterprises.imports.limits import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Unreadable

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Row:
    """The cells of one line; `line` counts from 1 as the reader of the file counts."""

    line: int
    cells: tuple[str, ...]


def content_of(path: Path) -> bytes:
    """The bytes of a file that is there and not too large; else Unreadable."""
    try:
        size = path.stat().st_size
        if size <= MOST_BYTES:
            return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            _("打不开文件 %(path)s（%(error)s），请核对路径。")
            % {"path": path, "error": error.strerror}
        ) from error
    raise Unreadable(_too_large(size))


def rows(content: bytes) -> list[Row]:
    """Every row that holds something; Unreadable with a sentence when the file is no such list."""
    if not content:
        raise Unreadable(_("文件是空的，请重新导出。"))
    if len(content) > MOST_BYTES:
        raise Unreadable(_too_large(len(content)))
    found: list[Row] = []
    for line, cells in _lines(content):
        if any(cell.strip() for cell in cells):
            found.append(Row(line, cells))
        if len(found) > MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise Unreadable(
                _("表格超过 %(rows)d 行或 %(columns)d 列，请拆分后分次导入。")
                % {"rows": MOST_ROWS, "columns": MOST_COLUMNS}
            )
    return found


def _lines(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    if content.startswith(ZIP):
        check_workbook(content)
        return _workbook_lines(content)
    if content.startswith(OLE):
        return _workbook_lines(content)
    return delimited.lines(content)


def _workbook_lines(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            name = _first_visible_sheet(workbook)
            listed = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except PasswordError as error:
        raise Unreadable(_("工作簿有密码，请取消密码后重新保存。")) from error
    except (CalamineError, OSError, ValueError) as error:
        raise Unreadable(_("不是完好的 Excel 工作簿，请另存为 xlsx 后重试。")) from error
    for line, values in enumerate(listed, start=1):
        yield line, tuple(cell_text(value) for value in values)


def _first_visible_sheet(workbook: CalamineWorkbook) -> str:
    for sheet in workbook.sheets_metadata:
        if (sheet.typ, sheet.visible) == (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible):
            return str(sheet.name)
    raise Unreadable(_("工作簿中没有可见的工作表，请核对文件。"))


def _too_large(size: int) -> str:
    return _("文件 %(size)d MB，超过上限 %(most)d MB，请拆分后分次导入。") % {
        "size": size >> 20,
        "most": MOST_BYTES >> 20,
    }
