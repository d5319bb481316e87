"""What one plain YAML word means here: text, whole number, decimal, share, date, true/false, null.

YAML 1.1 guesses (``no`` is false, ``1:30`` is ninety, ``010`` is eight). This file does not guess:
a word that could be read in two ways is refused, and the author is told to put quotes around it.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import yaml

SWITCHES = {"yes", "no", "on", "off", "y", "n"}
WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
SHARE = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?%")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER_LIKE = re.compile(r"[-+]?(0[0-9_]+|[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+)")

Scalar = str | int | Decimal | date | bool | None


class Share(Decimal):
    """A fraction that was written as a percentage in the file: ``5%`` is ``Share("0.05")``.

    As text it is a percentage again, so a rule stored as JSON keeps its unit.
    """

    def __str__(self) -> str:
        return f"{(Decimal(self) * 100).normalize():f}%"


def scalar(text: str) -> Scalar:
    """Return the value of an unquoted word; raise ValueError with a Chinese sentence if unclear."""
    if text in ("true", "false"):
        return text == "true"
    if text == "null":
        return None
    if WHOLE.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return Decimal(text)
    if SHARE.fullmatch(text):
        return share(text)
    if DAY.fullmatch(text):
        return _day(text)
    _refuse_ambiguous(text)
    return text


def share(text: str) -> Share:
    """Return ``5%`` as the share 0.05, exactly."""
    return Share(Decimal(text.removesuffix("%")).scaleb(-2))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text} 不是日历上的日期，请改正") from None


def _refuse_ambiguous(text: str) -> None:
    if not text:
        raise ValueError("没有写值；确实没有时请写 null")
    if text.casefold() in SWITCHES:
        raise ValueError(f'未加引号的 {text} 会被当成是或否，请写成 "{text}"')
    if NUMBER_LIKE.fullmatch(text) or _yaml_guesses(text):
        raise ValueError(f"{text} 的写法有歧义，请加引号，或改用普通写法")


def _yaml_guesses(text: str) -> bool:
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], [])
    return any(pattern.match(text) for _tag, pattern in resolvers)
