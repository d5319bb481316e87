"""The strict CSV reader: header, columns, keys, encoding."""

import pytest

import seeds

COLUMNS = ("code", "name")


def rows(tmp_path, content):
    path = tmp_path / "list.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return seeds.rows(path, COLUMNS)


def test_rows_come_as_texts_in_order(tmp_path):
    found = rows(tmp_path, 'code,name\n01,农业\n02,"林业，含竹"\n03,\n')

    assert found == [
        {"code": "01", "name": "农业"},
        {"code": "02", "name": "林业，含竹"},
        {"code": "03", "name": ""},
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("code,nmae\n01,农业\n", "第 1 行：表头应为 code,name，而不是 code,nmae"),
        ("name,code\n农业,01\n", "第 1 行：表头应为"),
        ("", "第 1 行：表头应为"),
        ("\ufeffcode,name\n01,农业\n", "第 1 行：表头应为"),
        ("code,name\n01,农业\n01,林业\n", "第 3 行 code：代码 01 重复"),
        ("code,name\n01\n", "第 2 行：应有 2 列，实有 1 列"),
        ("code,name\n01,农业,多\n", "第 2 行：应有 2 列，实有 3 列"),
        ("code,name\n01,农业\n\n02,林业\n", "第 3 行：应有 2 列，实有 0 列"),
        ("code,name\n,农业\n", "第 2 行 code：代码为空"),
        ("code,name\n01, 农业\n", "第 2 行 name：单元格首尾有空格"),
        ('code,name\n01,"农业\n', "CSV 写法有误"),
        ('code,name\n01,"农"业\n', "CSV 写法有误"),
        ("code,name\n01,农\0业\n", "第 2 行：含有空字符"),
        ("code,name\n01,崂山区\n".encode("gb18030"), "第 2 行：不是 UTF-8"),
    ],
)
def test_a_list_that_is_not_as_agreed_is_refused_with_its_line(tmp_path, content, problem):
    with pytest.raises(seeds.SeedError) as refusal:
        rows(tmp_path, content)

    assert problem in str(refusal.value)
    assert str(refusal.value).startswith("list.csv")
