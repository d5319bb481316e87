"""Finds the words of Django templates for the English catalogue (Babel's extraction interface)."""

import ast
import re
from collections.abc import Iterator
from typing import IO, Any

from django.utils.translation.template import templatize

Found = tuple[int, str, str | tuple[str, ...], list[str]]
LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(n?p?gettext|_)\(({LITERAL}(?:,\s*{LITERAL})*)")


def extract_django(
    fileobj: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[Found]:
    """Yield (line, function, message, comments) for every translate tag of a template.

    Django itself turns the template into Python-like calls; this reads their string arguments.
    """
    source = templatize(fileobj.read().decode("utf-8"))
    for call in CALL.finditer(source):
        words = tuple(ast.literal_eval(word) for word in re.findall(LITERAL, call[2]))
        line = source.count("\n", 0, call.start()) + 1
        yield line, call[1], words[0] if len(words) == 1 else words, []
