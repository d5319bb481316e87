"""Patterns for title numbers come from files that anybody may bring: only harmless ones are let in.

A pattern says letter by letter how a number is built: letters and digits, classes in square
brackets, ``\\d``, each at most with a fixed count ``{6}``, and round brackets around them. Nothing
may repeat without end or choose between ways, so no number can make the matching slow.
"""

from __future__ import annotations

import re

LONGEST = 100
PIECE = r"(?:\\d|\\-|\[[0-9A-Za-z-]+\]|[0-9A-Za-z\u4e00-\u9fff〔〕-])(?:\{[1-9][0-9]?\})?"
HARMLESS = re.compile(rf"\^(?:{PIECE}|\((?:{PIECE})+\))+\$")
ALLOWED = r"只可用字母、数字、[…]、\d、{次数} 和不带次数的圆括号，以 ^ 开头、$ 结尾"


def problem_of(pattern: object, example: object) -> tuple[str, str] | None:
    """What is wrong with a number's pattern or example: (key, sentence); None when nothing is."""
    if not isinstance(pattern, str) or len(pattern) > LONGEST or not HARMLESS.fullmatch(pattern):
        return "pattern", f"不是可用的正则式（{ALLOWED}，不超过 {LONGEST} 个字符），请改写"
    if not isinstance(example, str) or not _fits(pattern, example):
        return "example", "与 pattern 不符，请改正其一"
    return None


def _fits(pattern: str, example: str) -> bool:
    try:
        return bool(re.fullmatch(pattern, example))
    except re.error:  # a class such as [z-a]
        return False
