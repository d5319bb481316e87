"""Is a file read whatever office software wrote it, and refused when it is not what it says?"""

import io
import zipfile

import pytest
import xlsxwriter

from enterprises.imports import limits, sheets
from enterprises.imports.columns import split
from enterprises.imports.fields import ALIASES, REQUIRED
from enterprises.imports.limits import Unreadable
from tests.enterprises.lists import FILES, HEAD, content, line


def read(raw: bytes) -> list[dict[str, str]]:
    head, listed = split(sheets.rows(raw), ALIASES, REQUIRED)
    return [head.values(row) for row in listed]


def workbook(*rows: list[object], **options: object) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, options)
    sheet = book.add_worksheet("名单")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_a_csv_is_read_in_every_encoding_that_offices_use(encoding):
    rows = read(content(line(), encoding=encoding))

    assert [row["name"] for row in rows] == ["青岛海晏仪器有限公司"]


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_a_list_may_be_separated_by_tabs_or_semicolons(delimiter):
    raw = content(line(), head=HEAD).decode().replace(",", delimiter).encode()

    assert read(raw)[0]["address"] == "青岛市崂山区科苑纬一路1号"


def test_an_xlsx_is_read_with_a_title_above_the_head():
    raw = workbook(
        ["附件1：企业名单"],
        ["企业名称*", "统一社会信用代码（18位）"],
        ["青岛海晏仪器有限公司", "A"],
    )

    assert read(raw) == [{"name": "青岛海晏仪器有限公司", "credit_code": "A"}]


def test_an_old_xls_is_read_from_its_first_visible_sheet():
    rows = read((FILES / "invented_firms.xls").read_bytes())

    assert rows[0]["name"] == "青岛海晏测试仪器有限公司"
    assert rows[0]["registered_on"] == "2015-03-02"
    assert rows[1]["credit_code"] == "9.13702E+17"


def test_lines_are_counted_as_the_reader_of_the_file_counts():
    raw = content(
        '"青岛两行\n有限公司","X"', "", '"青岛三行有限公司","Y"', head="企业名称,信用代码"
    )

    assert [row.line for row in sheets.rows(raw)] == [1, 2, 5]


def test_a_few_damaged_bytes_do_not_turn_a_file_into_another_encoding():
    good = content(*[line()] * 30)
    damaged = good.replace("仪器".encode(), b"\xe4\xbb", 1)

    rows = read(damaged)

    assert "\ufffd" in rows[0]["name"]
    assert rows[1]["name"] == "青岛海晏仪器有限公司"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "文件是空的"),
        ("企业,代码\nA,B\n".encode(), "没有找到列名：企业名称、统一社会信用代码"),
        ("企业名称,地址\nA,B\n".encode(), "没有找到列名：统一社会信用代码"),
        ("企业名称,信用代码,企业名称\nA,B,C\n".encode(), "出现了两次"),
        (b"PK\x03\x04 not a zip", "不是完好的 Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 not ole", "不是完好的 Excel"),
        (('企业名称,信用代码\n"' + "长" * 200_000).encode(), "引号不成对"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(raw, says):
    with pytest.raises(Unreadable, match=says):
        read(raw)


def test_a_zip_that_is_no_workbook_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")

    with pytest.raises(Unreadable, match="不是 xlsx 工作簿"):
        read(out.getvalue())


def test_a_zip_bomb_is_refused_by_the_sizes_it_declares(monkeypatch):
    monkeypatch.setattr("enterprises.imports.archive.MOST_UNPACKED", 1000)

    with pytest.raises(Unreadable, match="解开后有"):
        read(workbook(["企业名称", "信用代码"], ["甲" * 2000, "B"]))


def test_a_sheet_that_names_a_cell_far_out_is_refused_before_it_takes_memory():
    raw = io.BytesIO(workbook(["企业名称", "信用代码"], ["A", "B"]))
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.infolist():
            text = before.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                text = text.replace(b"</sheetData>", far)
            after.writestr(part.filename, text)

    with pytest.raises(Unreadable, match="1048576 行第 16384 列"):
        read(out.getvalue())


def test_a_file_with_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)

    with pytest.raises(Unreadable, match="超过 3 行"):
        read(content(*[line()] * 5))


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_BYTES", 10)
    path = tmp_path / "large.csv"
    path.write_bytes(content(line()))

    with pytest.raises(Unreadable, match="超过上限"):
        sheets.content_of(path)
    with pytest.raises(Unreadable, match="超过上限"):
        sheets.rows(path.read_bytes())


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Unreadable, match=r"nowhere\.csv"):
        sheets.content_of(tmp_path / "nowhere.csv")


def test_the_limits_leave_room_for_the_whole_register():
    assert limits.MOST_ROWS > 100_000
