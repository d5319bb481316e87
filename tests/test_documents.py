"""The documents keep up with what they describe: links, commands, make targets, variables."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "deploy").glob("*.md"),
    ]
)
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<target>[^)#\s]+)[^)]*\)")
COMMAND = re.compile(r"manage\.py ([a-z]\w+)")
TARGET = re.compile(r"\bmake ([a-z]+)\b")
VARIABLE = re.compile(r"""(?:env\.\w+\(|environ\.get\(|environ\[)\s*["']([A-Z_]+)["']""")
READERS = [*(ROOT / "config").rglob("*.py"), ROOT / "deploy" / "gunicorn.py"]


def said_in_code(text):
    """What stands in backticks or in a fenced block: there, words are meant to the letter."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.S))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_document_leads_somewhere(page):
    targets = [each["target"] for each in LINK.finditer(page.read_text(encoding="utf-8"))]

    lost = [each for each in targets if "://" not in each and not (page.parent / each).exists()]

    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_and_target_a_document_names_exists(page):
    code = said_in_code(page.read_text(encoding="utf-8"))
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M)

    assert set(COMMAND.findall(code)) - get_commands().keys() == set()
    assert set(TARGET.findall(code)) - set(targets) == set()


def test_every_variable_that_settings_read_is_explained():
    read = {name for path in READERS for name in VARIABLE.findall(path.read_text(encoding="utf-8"))}
    explained = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")

    assert {name for name in read if f"`{name}`" not in explained} == set()
    assert "SECRET_KEY" in read
