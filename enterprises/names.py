"""Enterprise names: one spelling to keep, a key to compare by, second names, branches, initials.

Knows how names are written, not who bears them: a name is never a key (five names of the real
register have two codes).
"""

import re
import unicodedata

from pypinyin import Style, lazy_pinyin

INITIALS_LENGTH = 80
INVISIBLE = ("Cc", "Cf")
PRIVATE_USE = "Co"
BRACKETS = str.maketrans("()[]【】〔〕", "（）（）（）（）")
SPACE_BESIDE_WIDE = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])")
TRAILING = " .。,，;；:、"
DASHES = re.compile("[‐-―−]")
SECOND_NAMES = (
    re.compile(r"^(?:第一名称:?|一、)(?P<main>.+?)[; ]*(?:第二名称:?|二、)(?P<other>.+)$"),
    re.compile(r"^(?P<main>.+?)（第一名称）[; ]*(?P<other>.+?)(?:（第二名称）)?$"),
    re.compile(r"^(?P<main>.+?)[; ]+(?P<other>.+)（第二名称）$"),
    re.compile(r"^(?P<main>.+?) ?（原名?:? ?(?P<other>.+?)）$"),
    re.compile(
        r"^(?P<main>.+?)[;,（ ]*(?:第二名称|第二厂名|增挂|简称|原名|曾用名):? *(?P<other>.+?)）?$"
    ),
)
# Below 公司 a name can only mean a part of it; a lone 经营部 or 加油站 may be a firm of its own.
BRANCH_ENDS = re.compile(
    r"(分公司|支公司|分行|支行|分理处|储蓄所|支局|分局|办事处|代表处|门市部|营业部|分店|分厂|分社"
    r"|分部|分院|分所|连锁店|加盟店)(（[^）]*）)?$"
)
PART_OF_COMPANY = re.compile(r"有限(责任)?公司[^（）]+(?<!公司)$")
BRANCH_TYPES = ("分支机构", "非法人", "代表机构")


def clean(raw: str) -> str:
    """The name as the register keeps it: NFKC, full-width brackets, no stray spaces or stops."""
    return _compact(_tidy(raw))


def key(name: str) -> str:
    """What two spellings of one name share; for comparing, never for showing."""
    return DASHES.sub("-", clean(name)).replace(" ", "").casefold()


def main_name(raw: str) -> tuple[str, str]:
    """The first of two names that stand in one cell, and the other (empty when there is one)."""
    tidy = _tidy(raw)
    for pattern in SECOND_NAMES:
        if found := pattern.match(tidy):
            return _compact(found["main"]), _compact(found["other"])
    return _compact(tidy), ""


def has_private_characters(name: str) -> bool:
    """Whether the name holds 造字: private-use characters that other machines cannot show."""
    return any(unicodedata.category(character) == PRIVATE_USE for character in name)


def has_chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def is_branch(name: str, registered_type: str = "") -> bool:
    """A branch (分支机构) by its type or, where the type is silent, by how its name ends."""
    if any(word in registered_type for word in BRANCH_TYPES):
        return True
    name = clean(name)
    return bool(BRANCH_ENDS.search(name) or PART_OF_COMPANY.search(name))


def initials(name: str) -> str:
    """First letters of the pinyin, lower case (`qdhx`), for people who type no Chinese."""
    letters = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()
    return re.sub(r"[^a-z0-9]", "", letters)[:INITIALS_LENGTH]


def _tidy(raw: str) -> str:
    wide = unicodedata.normalize("NFKC", raw.replace("\t", " ").replace("\n", " "))
    visible = "".join(c for c in wide if unicodedata.category(c) not in INVISIBLE)
    return re.sub(r"\s+", " ", visible.translate(BRACKETS)).strip()


def _compact(text: str) -> str:
    return SPACE_BESIDE_WIDE.sub("", text).strip(TRAILING)
