"""The strict reader: what it reads, and what it refuses with file, line, key and advice."""

from datetime import date
from decimal import Decimal

import pytest

import seeds


def read(text):
    return seeds.parse(text, "seeds/example.yaml")


def test_plain_words_become_exact_values():
    found = read(
        'share: 5%\nhalf: 0.5%\nratio: 0.05\nday: 2024-11-04\nquoted_day: "2024-11-04"\n'
        'number: 5000\nnegative: -3\nyes_word: "yes"\nswitch: true\nnothing: null\ntext: 崂山区\n'
    )

    assert found == {
        "share": Decimal("0.05"),
        "half": Decimal("0.005"),
        "ratio": Decimal("0.05"),
        "day": date(2024, 11, 4),
        "quoted_day": "2024-11-04",
        "number": 5000,
        "negative": -3,
        "yes_word": "yes",
        "switch": True,
        "nothing": None,
        "text": "崂山区",
    }
    assert not any(isinstance(value, float) for value in found.values())


def test_a_share_is_written_as_a_percentage_again():
    found = read("a: 2.5%\nb: 100%\nc: 0%\nd: 60%\n")

    assert [str(found[key]) for key in "abcd"] == ["2.5%", "100%", "0%", "60%"]
    assert seeds.amount(str(found["a"]), "a") == Decimal("0.025")


REFUSED = [
    ("a: 1\nb: 2\na: 3\n", 3, "键 a 重复，前一处在第 1 行"),
    ("a:\n  b: 1\n  b: 2\n", 3, "键 b 重复"),
    ("a: yes\n", 1, "未加引号的 yes"),
    ("a: No\n", 1, "未加引号的 No"),
    ("a: ON\n", 1, "未加引号的 ON"),
    ("a: off\n", 1, "未加引号的 off"),
    ("a: y\n", 1, "未加引号的 y"),
    ("on: 1\n", 1, "未加引号的 on"),
    ("N: 1\n", 1, "未加引号的 N"),
    ("a: True\n", 1, "写法有歧义"),
    ("a: ~\n", 1, "写法有歧义"),
    ("a: 010\n", 1, "写法有歧义"),
    ("a: 0370202\n", 1, "写法有歧义"),
    ("a: 1:30\n", 1, "写法有歧义"),
    ("a: 1_000\n", 1, "写法有歧义"),
    ("a: 1e5\n", 1, "写法有歧义"),
    ("a: .5\n", 1, "写法有歧义"),
    ("a: .inf\n", 1, "写法有歧义"),
    ("a: 0x1F\n", 1, "写法有歧义"),
    ("a: 2024-01-01 10:00:00\n", 1, "写法有歧义"),
    ("<<: {a: 1}\n", 1, "写法有歧义"),
    ("a: 2024-02-30\n", 1, "不是日历上的日期"),
    ("a:\n", 1, "没有写值"),
    ("1: a\n", 1, "键必须是文字"),
    ("2024-01-01: a\n", 1, "键必须是文字"),
    ("null: a\n", 1, "键必须是文字"),
    ("? [a]\n: b\n", 1, "键必须是文字"),
    ("a: 1\nb:\tc\n", 2, "含有制表符"),
    ("a: 1\n\tb: c\n", 2, "含有制表符"),
    ("a: 崂\0山\n", 1, "含有空字符"),
    ('a: "\\0"\n', 1, "含有空字符"),
    ("\ufeffa: 1\n", 1, "字节顺序标记"),
    ("a: \x07\n", 1, "控制字符"),
    ("a: &x 1\n", 1, "不许用锚点"),
    ("a: {b: 1}\nc: *x\n", 2, "不许用锚点"),
    ("a: !!str 1\n", 1, "不许用标签"),
    ("a: !thing {b: 1}\n", 1, "不许用标签"),
    ("a: ! x\n", 1, "不许用标签"),
    ("", 1, "文件是空的"),
    ("# only a remark\n", 1, "文件是空的"),
    ("[]\n", 1, "非空的映射或列表"),
    ("a word\n", 1, "非空的映射或列表"),
    ("a: 1\n---\nb: 2\n", 2, "只能有一份文档"),
    ("a: [1, 2\n", None, "不是合法的 YAML"),
    ("a: b: c\n", 1, "不是合法的 YAML"),
    ("a: " + "[" * 40 + "]" * 40 + "\n", 1, "嵌套超过"),
]


@pytest.mark.parametrize(("text", "line", "problem"), REFUSED, ids=range(len(REFUSED)))
def test_what_could_be_misread_is_refused_with_its_line(text, line, problem):
    with pytest.raises(seeds.SeedError) as refusal:
        read(text)

    sentence = str(refusal.value)
    assert problem in sentence
    assert sentence.startswith("seeds/example.yaml 第 ")
    if line:
        assert f"第 {line} 行" in sentence


def test_the_slow_and_the_fast_parser_refuse_alike(monkeypatch):
    import yaml

    from seeds import reader

    monkeypatch.setattr(reader, "LOADER", yaml.SafeLoader)

    for text, _line, problem in REFUSED:
        with pytest.raises(seeds.SeedError, match=problem):
            read(text)


def test_a_refusal_names_the_way_to_the_key():
    with pytest.raises(seeds.SeedError, match=r"第 3 行 criteria\[1\]\.is：未加引号的 yes"):
        read('criteria:\n  - {fact: a, is: "yes"}\n  - {fact: b, is: yes}\n')


def test_every_refusal_says_what_to_do():
    advice = ("请", "不许", "只能", "必须", "应为")
    for text, _line, _problem in REFUSED:
        with pytest.raises(seeds.SeedError) as refusal:
            read(text)
        assert any(word in str(refusal.value) for word in advice), text


def test_a_huge_file_is_refused():
    with pytest.raises(seeds.SeedError, match="请拆分"):
        read("a: " + "x" * 2_000_001)


def test_a_missing_file_is_named():
    with pytest.raises(seeds.SeedError, match="seeds/nowhere.yaml：没有这个文件"):
        seeds.read("nowhere.yaml")


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "gbk.yaml"
    path.write_bytes("a: 1\nb: 崂山区\n".encode("gb18030"))

    with pytest.raises(seeds.SeedError, match="gbk.yaml 第 2 行：不是 UTF-8"):
        seeds.read(path)


def test_unknown_keys_are_refused_and_the_allowed_ones_listed():
    mapping = read("code: a\nnmae: b\n")

    with pytest.raises(seeds.SeedError, match="第 2 行 office.nmae：不认识的键.*code、name"):
        seeds.keys(mapping, required={"code"}, optional={"name"}, where="office")


def test_missing_keys_are_refused():
    with pytest.raises(seeds.SeedError, match="第 1 行 office.name：缺少这个键"):
        seeds.keys(read("code: a\n"), required={"code", "name"}, where="office")


def test_keys_of_something_else_than_a_mapping_are_refused():
    with pytest.raises(seeds.SeedError, match="office：这里应为“键: 值”的映射"):
        seeds.keys(["code"], required={"code"}, where="office")
