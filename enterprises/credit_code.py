"""Unified social credit codes (统一社会信用代码): normalise, check, explain.

Source: GB 32100-2015. Does not know which codes are registered, only whether one can be.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
LENGTH = 18
INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad-]")
FIRST_CHARACTERS = "123456789ANY"
LEGAL_PERSON_FORMS = ("91", "12", "13", "52", "53", "93")


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a code: a stable name, a sentence, and where (1-based) if it has a place."""

    name: str
    says: str
    position: int | None = None


def normalise(raw: str) -> str:
    """The code as the register keeps it: NFKC, no invisible characters or dashes, upper case."""
    return INVISIBLE.sub("", unicodedata.normalize("NFKC", raw)).upper()


def check_character(first_seventeen: str) -> str:
    """The eighteenth character that GB 32100-2015 gives the first seventeen."""
    total = sum(
        ALPHABET.index(character) * weight
        for character, weight in zip(first_seventeen, WEIGHTS, strict=True)
    )
    return ALPHABET[(31 - total % 31) % 31]


def flaw(code: str) -> Flaw | None:
    """The first thing wrong with a normalised code, or None when it can stand.

    A wrong check character is named ``check_character``: an officer may accept such a code
    with a reason, because real registers hold a few (shared data, 58 in 1.1 million).
    """
    if code.isdigit() and len(code) in (13, 15):
        return Flaw("old_number", _("这是旧注册号（%(n)d 位），请填写 18 位统一社会信用代码。") % {"n": len(code)})
    if re.fullmatch(r"\d(\.\d+)?E\+?\d+", code):
        return Flaw("spreadsheet_number", _("表格软件把代码改成了科学记数法，请把该列设为文本后重新填写。"))
    if len(code) != LENGTH:
        return Flaw("length", _("统一社会信用代码应为 18 位，现为 %(n)d 位。") % {"n": len(code)})
    return _wrong_character(code) or _wrong_start(code) or _wrong_check(code)


def _wrong_character(code: str) -> Flaw | None:
    for position, character in enumerate(code, start=1):
        if character not in ALPHABET:
            says = _("第 %(position)d 位“%(character)s”不可能出现在统一社会信用代码中（不用字母 I、O、S、V、Z）。")
            return Flaw("character", says % {"position": position, "character": character}, position)
    return None


def _wrong_start(code: str) -> Flaw | None:
    if code[0] not in FIRST_CHARACTERS or not code[2:8].isdigit() or code == "0" * LENGTH:
        position = 1 if code[0] not in FIRST_CHARACTERS else 3
        return Flaw("start", _("第 %(position)d 位起不符合登记管理部门代码和行政区划码的规则。") % {"position": position}, position)
    return None


def _wrong_check(code: str) -> Flaw | None:
    if check_character(code[:17]) == code[17]:
        return None
    return Flaw("check_character", _("第 18 位校验码不符：请逐位核对营业执照上的代码。"), LENGTH)
