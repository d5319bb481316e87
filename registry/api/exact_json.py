"""Reads a JSON body exactly: numbers as decimals, no key twice, bounded in size and depth.

A float would turn 0.3 into 0.299…; NaN, endless nesting and mile-long numbers are refused in a
sentence before anything looks at them.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import IO, Any, NoReturn

from django.utils.translation import gettext as _
from rest_framework.parsers import BaseParser

from registry.api.problems import Problem

MOST_BYTES = 64 * 1024
DEEPEST = 5
LONGEST_NUMBER = 40  # characters; no figure of an enterprise needs more
FARTHEST = 30  # powers of ten
BODY = "body"


class ExactJson(BaseParser):
    """application/json, as strictly as the standard allows."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None
    ) -> Any:
        """The body as Python values. Raises Problem."""
        found = loaded(stream.read(MOST_BYTES + 1))
        if any(depth > DEEPEST for depth, _leaf in leaves(found)):
            raise _deep()
        if not all(is_plain(leaf) for _depth, leaf in leaves(found)):
            raise Problem(_("正文中有不成对的代理字符，请核对编码（UTF-8）。"), parameter=BODY)
        return found


def loaded(body: bytes) -> Any:
    if len(body) > MOST_BYTES:
        says = _("正文过大，最多 %(most)d KB。请只写要自测的数据。")
        raise Problem(says % {"most": MOST_BYTES // 1024}, parameter=BODY)
    try:
        return json.loads(
            body.decode(),
            parse_int=_number,
            parse_float=_number,
            parse_constant=_constant,
            object_pairs_hook=_once,
        )
    except RecursionError as error:
        raise _deep() from error
    except ValueError as error:
        raise Problem(
            _("正文不是合格的 JSON（UTF-8）。请核对括号、引号和逗号。"), parameter=BODY
        ) from error


def leaves(value: Any, depth: int = 1) -> Iterator[tuple[int, Any]]:
    """Every value (and every key) that holds no other, with how deep it lies."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield depth, key
            yield from leaves(part, depth + 1)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part, depth + 1)
    else:
        yield depth, value


def is_plain(leaf: Any) -> bool:
    """Whether a text can be written out again; half a surrogate pair cannot."""
    return not isinstance(leaf, str) or leaf.encode(errors="ignore").decode() == leaf


def _number(text: str) -> Decimal:
    if len(text) > LONGEST_NUMBER:
        raise Problem(_("数字过长，最多 %d 位。") % LONGEST_NUMBER, parameter=BODY)
    number = Decimal(text)
    if number and abs(number.adjusted()) > FARTHEST:
        raise Problem(_("“%s”大得或小得不合情理，请核对。") % text, parameter=BODY)
    return number


def _constant(name: str) -> NoReturn:
    says = _("%s 不是数。不知道的请不写，或写 null。")
    raise Problem(says % name, parameter=BODY)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            says = _("“%s”写了不止一次，请只写一次。")
            raise Problem(says % key.encode(errors="replace").decode(), parameter=BODY)
        found[key] = value
    return found


def _deep() -> Problem:
    return Problem(_("正文嵌套过深。自测的正文最多 %d 层。") % DEEPEST, parameter=BODY)
