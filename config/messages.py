"""Gathers the sentences people read into the English catalogue: `make messages` runs this.

It finds the words of templates (Babel's extraction interface) and of Python; it translates none.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

Found = tuple[int, str, str | tuple[str, ...], list[str]]
ROOT = Path(__file__).resolve().parent.parent
ENGLISH = ROOT / "config" / "locale" / "en" / "LC_MESSAGES" / "django.po"
LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(n?p?gettext|_)\(({LITERAL}(?:,\s*{LITERAL})*)")
KEYWORDS: dict[str, Any] = {
    "_": None,
    "_lazy": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


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


def collected() -> Catalog:
    """Every sentence marked for translation, without places, dates or addresses of machines."""
    with (ROOT / "config" / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    catalog = Catalog(charset="utf-8")
    for _file, _line, message, _comments, context in extract_from_dir(
        ROOT, methods, options, KEYWORDS
    ):
        catalog.add(message, context=context)
    return catalog


def english() -> Catalog:
    """The English catalogue as it stands in the repository."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def refresh() -> list[str]:
    """Bring the English catalogue up to the code; returns what still has no English."""
    catalog = english()
    catalog.update(collected(), no_fuzzy_matching=True, update_creation_date=False)
    with ENGLISH.open("wb") as file:
        write_po(file, catalog, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    return [str(entry.id) for entry in catalog if entry.id and not has_english(entry)]


def has_english(entry: Message) -> bool:
    """Every form is there, and none was carried over unread (fuzzy) from a changed sentence."""
    string = entry.string
    return not entry.fuzzy and (bool(string) if isinstance(string, str) else all(string or [""]))


def main() -> None:
    django.setup()
    for sentence in refresh():
        print("没有英文：", sentence)


if __name__ == "__main__":
    main()
