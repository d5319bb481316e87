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
INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\u2010-\u2015\u2212-]")
FIRST_CHARACTERS = "123456789ANY"
CHECK_CHARACTER = "check_character"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
# GB/T 2260 provinces, and 10 for firms registered with the national authority.
PROVINCES = {
    *("10", "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36"),
    *("37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63"),
    *("64", "65", "66", "71", "81", "82"),
}
LEGAL_PERSON_FORMS = ("91", "12", "13", "52", "53", "93")


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a code: a stable name, a sentence, and where (1-based) if known."""

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
    if not code:
        return Flaw("missing", _("没有填写统一社会信用代码。"))
    if code.isdigit() and len(code) in (13, 15):
        return Flaw(
            "old_number",
            _("这是旧注册号（%(n)d 位），请填写 18 位统一社会信用代码。") % {"n": len(code)},
        )
    if re.fullmatch(r"\d(\.\d+)?E\+?\d+", code):
        return Flaw(
            "spreadsheet_number", _("表格软件把代码改成了科学记数法，请把该列设为文本后重新填写。")
        )
    if len(code) != LENGTH:
        return Flaw("length", _("统一社会信用代码应为 18 位，现为 %(n)d 位。") % {"n": len(code)})
    return _wrong_character(code) or _wrong_start(code) or _wrong_check(code)


def _wrong_character(code: str) -> Flaw | None:
    for position, character in enumerate(code, start=1):
        if character not in ALPHABET:
            says = _(
                "第 %(position)d 位“%(character)s”不会出现在统一社会信用代码中"
                "（不用字母 I、O、S、V、Z）。"
            )
            return Flaw(
                "character", says % {"position": position, "character": character}, position
            )
    return None


def _wrong_start(code: str) -> Flaw | None:
    if code[0] not in FIRST_CHARACTERS or not code[2:8].isdigit() or code == "0" * LENGTH:
        position = 1 if code[0] not in FIRST_CHARACTERS else 3
        return Flaw(
            "start",
            _("第 %(position)d 位起不符合登记管理部门代码和行政区划码的规则。")
            % {"position": position},
            position,
        )
    return None


def _wrong_check(code: str) -> Flaw | None:
    if check_character(code[:17]) == code[17]:
        return None
    return Flaw(CHECK_CHARACTER, _("第 18 位校验码不符：请逐位核对营业执照上的代码。"), LENGTH)


def advice(code: str) -> Flaw | None:
    """Something odd about a code that can stand: real registers hold such codes, so no refusal."""
    if code[2:4] not in PROVINCES:
        return Flaw("division", _("第 3 位起的行政区划码不在国家标准内，请核对。"), 3)
    if _organisation_check(code[8:16]) != code[16]:
        return Flaw("organisation_code", _("第 9～17 位的主体标识码校验不符，请核对。"), 17)
    return None


def _organisation_check(first_eight: str) -> str:
    """The check character of GB 11714, over the digits and letters of the organisation code."""
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    total = sum(
        letters.index(character) * weight
        for character, weight in zip(first_eight, ORGANISATION_WEIGHTS, strict=True)
    )
    return "0123456789X0"[(11 - total % 11) % 11]
