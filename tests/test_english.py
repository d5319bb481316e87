"""The English is whole: every sentence has it, keeps its blanks, and no Chinese is left in it."""

import ast
import re

import pytest
from babel.messages.mofile import write_mo
from django.template.base import Lexer, TokenType

from config import messages
from tests.english_pages import CHINESE

BLANK = re.compile(r"%\(\w+\)[sd]|%[sd]")
QUOTED = re.compile(r"""_\((?:"[^"]*"|'[^']*')\)""")
UNTRANSLATED = {"config/templates/500.html", "config/templates/styleguide.html"}
ITS_OWN_NAME = "中文"
UNITS_OF_THE_API = re.compile("千升|[元家项个件人辆倍]")


@pytest.fixture(scope="module")
def catalogue():
    return [entry for entry in messages.english() if entry.id]


def forms(words):
    return (words,) if isinstance(words, str) else tuple(words)


def test_make_messages_has_nothing_to_add_and_nothing_to_drop(catalogue):
    marked = {(entry.context, entry.id) for entry in messages.collected() if entry.id}

    assert marked == {(entry.context, entry.id) for entry in catalogue}


def test_every_sentence_has_english(catalogue):
    assert [entry.id for entry in catalogue if not messages.has_english(entry)] == []


def test_the_english_has_the_blanks_of_the_chinese(catalogue):
    """A singular may say "one" instead of its number; everything else keeps every blank."""
    different = [
        entry.id
        for entry in catalogue
        if set(BLANK.findall(forms(entry.id)[0])) != set(BLANK.findall(forms(entry.string)[-1]))
        or set(BLANK.findall(forms(entry.string)[0])) - set(BLANK.findall(forms(entry.id)[0]))
    ]

    assert different == []


def test_no_chinese_is_left_in_the_english(catalogue):
    """Except the units that the API answers with, which its English page has to name."""
    said = [UNITS_OF_THE_API.sub("", " ".join(forms(entry.string))) for entry in catalogue]

    assert [words for words in said if CHINESE.search(words)] == []


def terms():
    """(official term, words of which its English has one) of docs/english.md."""
    lines = (messages.ROOT / "docs" / "english.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    held = [(row[0], [word.strip() for word in row[2].split(",")]) for row in cells[2:]]
    return [(term, words) for term, words in held if words != ["—"]]


@pytest.mark.parametrize(("term", "words"), terms())
def test_an_official_term_has_one_english(catalogue, term, words):
    strays = [
        (entry.id, entry.string)
        for entry in catalogue
        if term in forms(entry.id)[0]
        and not any(word.lower() in " ".join(forms(entry.string)).lower() for word in words)
    ]

    assert strays == []


def test_gettext_goes_by_the_names_that_are_gathered():
    """An alias that `make messages` does not know would leave its sentences out in silence."""
    aliases = {
        alias.asname or alias.name
        for app in ("enterprises", "certifications", "registry")
        for path in (messages.ROOT / app).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if "gettext" in alias.name
    }

    assert aliases <= messages.KEYWORDS.keys()


def spoken(template):
    """What a template says outside its comments and its translate tags."""
    marked = False
    for token in Lexer(template.read_text(encoding="utf-8")).tokenize():
        words = token.contents
        if token.token_type is TokenType.BLOCK and "blocktranslate" in words:
            marked = not words.startswith("end")
        elif token.token_type is TokenType.TEXT and not marked:
            yield words
        elif token.token_type is TokenType.VAR or (
            token.token_type is TokenType.BLOCK and not words.startswith("translate ")
        ):
            yield QUOTED.sub("", words)


def templates():
    found = (path for path in messages.ROOT.glob("*/templates/**/*.html"))
    return sorted(path.relative_to(messages.ROOT).as_posix() for path in found)


@pytest.mark.parametrize("name", [name for name in templates() if name not in UNTRANSLATED])
def test_a_template_marks_what_it_says(name):
    said = " ".join(spoken(messages.ROOT / name)).replace(ITS_OWN_NAME, "")

    assert CHINESE.findall(said) == []


def test_the_catalogue_compiles(tmp_path):
    with (tmp_path / "django.mo").open("wb") as file:
        write_mo(file, messages.english())

    assert (tmp_path / "django.mo").stat().st_size > 10_000
