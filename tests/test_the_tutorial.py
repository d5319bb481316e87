"""docs/add-a-scheme.md, followed to the letter: an invented scheme from three files to a counted title."""

import re
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command

import seeds
from certifications import drafting, workflow
from certifications.models import Certification, Edition
from certifications.states import State
from registry.indicators import INDICATORS, counted, observe
from tests import factories

PAGE = Path(__file__).parents[1] / "docs" / "add-a-scheme.md"
BLOCK = re.compile(
    r"^```(?:yaml|python) (?P<file>\S+)(?: (?P<office>\w+))?\n(?P<body>.*?)^```", re.M | re.S
)


def blocks():
    """(file, office, text) of every block that names the file it goes into."""
    return [
        (each["file"], each["office"], each["body"]) for each in BLOCK.finditer(PAGE.read_text())
    ]


def apply(root):
    """Do with a copy of seeds/ what the page says."""
    for name, office, body in blocks():
        if not name.startswith("seeds/"):
            continue
        path = root / name.removeprefix("seeds/")
        path.parent.mkdir(exist_ok=True)
        there = path.read_text() if path.exists() else ""
        path.write_text(into_office(there, office, body) if office else there + body)


def into_office(text, office, line):
    """Add a line to the duties of one office."""
    begins = text.index("answers_for:\n", text.index(f"- code: {office}\n")) + len("answers_for:\n")
    return text[:begins] + line + text[begins:]


@pytest.fixture
def followed(db, tmp_path, monkeypatch):
    """The page was followed: files in a copy of seeds/, loaded by the command it names."""
    original = seeds.ROOT
    root = shutil.copytree(original, tmp_path / "seeds", ignore=shutil.ignore_patterns("*.py*"))
    apply(root)
    for module in [each for name, each in sys.modules.items() if name.partition(".")[0] == "seeds"]:
        if getattr(module, "ROOT", None) == original:
            monkeypatch.setattr(module, "ROOT", root)
    call_command("seed", verbosity=0)


@pytest.fixture
def indicator():
    """The indicator of the page, entered and taken out again."""
    body = next(text for name, _office, text in blocks() if name.endswith("counted.py"))
    exec(body, vars(counted).copy())  # noqa: S102 - our own page
    yield INDICATORS["green_pioneers"]
    del INDICATORS["green_pioneers"]


def test_the_scheme_of_the_tutorial_goes_from_draft_to_a_counted_title(
    followed, indicator, firm, clerk, today
):
    laoshan = factories.post(factories.person("laoshan_green", "孙工"), "laoshan_industry")
    city = factories.post(factories.person("city_green", "马处"), "city_industry")
    batch = factories.batch("green_pioneer", today)

    draft = drafting.open_application(firm, batch, by=clerk, today=today)
    draft = factories.fill(draft, by=clerk, today=today)
    case = factories.walk(
        draft, State.PUBLIC_NOTICE, clerk=clerk, district=laoshan, city=city, today=today
    )
    then = factories.notice_end(case) + timedelta(days=1)
    details = {"number": "QDLSXF2026001", "issued_on": then, "announced_on": None}
    case = workflow.advance(case, "recognise", by=city, today=then, details=details)

    assert case.state == State.RECOGNISED
    assert Certification.objects.get(application=case).valid_until == date(
        then.year + 2, then.month, then.day
    ) - timedelta(days=1)
    assert observe(indicator, then - timedelta(days=1)).value == 0
    assert observe(indicator, then).value == 1


def test_loading_the_tutorial_twice_changes_nothing(followed):
    before = list(Edition.objects.order_by("pk").values_list("pk", "digest"))

    call_command("seed", verbosity=0)

    assert list(Edition.objects.order_by("pk").values_list("pk", "digest")) == before
