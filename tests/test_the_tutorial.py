"""docs/add-a-scheme.md, followed to the letter: from three files to a counted title, by data alone."""

import re
import shutil
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command

import seeds
from certifications import drafting, ladder, ladder_words, umbrellas, workflow
from certifications.editions import edition_for
from certifications.models import Certification, Edition, Scheme
from certifications.rules import cases
from certifications.rules.findings import findings
from certifications.rules.rulebook import read_rules
from certifications.standing import Standing
from certifications.states import State
from enterprises import expressions, vocabulary
from enterprises.facts import Facts
from registry.indicators import INDICATORS, declared, observe
from tests import factories

PAGE = Path(__file__).parents[1] / "docs" / "add-a-scheme.md"
BLOCK = re.compile(r"^```yaml (?P<file>\S+)(?: (?P<office>\w+))?\n(?P<body>.*?)^```", re.M | re.S)
EDIT = re.compile(r"^```edit (?P<old>\S+) (?P<new>\S+)\n(?P<body>.*?)^```", re.M | re.S)
CACHED = (
    vocabulary.words,
    expressions.derived,
    umbrellas.umbrellas,
    ladder.graph,
    ladder_words.ladder,
)


def blocks():
    """(file, office, text) of every block that names the file it goes into."""
    return [
        (each["file"], each["office"], each["body"]) for each in BLOCK.finditer(PAGE.read_text())
    ]


def apply(root):
    """Do with a copy of seeds/ what the page says."""
    for name, office, body in blocks():
        path = root / name.removeprefix("seeds/")
        path.parent.mkdir(exist_ok=True)
        there = path.read_text() if path.exists() else ""
        path.write_text(into_office(there, office, body) if office else there + body)
    for each in EDIT.finditer(PAGE.read_text()):
        text = (root / each["old"].removeprefix("seeds/")).read_text()
        for old, new in pairs(each["body"].splitlines()):
            assert old in text, f"the page edits what is not there: {old}"
            text = text.replace(old, new)
        (root / each["new"].removeprefix("seeds/")).write_text(text)


def pairs(lines):
    """A line, and after the arrow what it becomes."""
    return [(old, new.removeprefix("→ ")) for old, new in zip(lines[::2], lines[1::2], strict=True)]


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
    forget()
    call_command("seed", verbosity=0)
    yield
    forget()


def forget():
    """What was read once from the files is read anew, as after a restart."""
    for read in CACHED:
        read.cache_clear()


@pytest.fixture
def indicator(followed):
    """The indicator that the ladder declares, entered as at the start of a server."""
    [code] = declared.enter(seeds.ladder()["schemes"])
    yield INDICATORS[code]
    del INDICATORS[code]


def test_the_page_asks_for_no_line_of_python():
    assert "```python" not in PAGE.read_text()
    assert {Path(name).suffix for name, _office, _body in blocks()} == {".yaml"}


@pytest.mark.parametrize(
    ("scheme", "code"), [("green_pioneer", "2026"), ("srdi_sme", "2026"), ("srdi_sme", "2027")]
)
def test_the_editions_of_the_page_come_out_as_their_own_cases_say(followed, scheme, code):
    rules = Edition.objects.get(scheme__code=scheme, code=code).rules
    said = rules["cases"]

    assert [cases.run(read_rules(rules), said["base"], case) for case in said["list"]] == [
        [] for _case in said["list"]
    ]
    verdicts = {case["expect"].get("verdict") for case in said["list"]}
    assert {"met", "not_met"} <= verdicts


def test_the_edition_of_2027_judges_from_its_first_day(followed, firm):
    scheme = Scheme.objects.get(code="srdi_sme")
    eve, day = date(2027, 3, 31), date(2027, 4, 1)

    found = {
        when: next(
            each.verdict
            for each in findings(edition_for(scheme, "new", when), with_revenue(1999, when))
            if each.code == "revenue"
        )
        for when in (eve, day)
    }

    assert found == {eve: "met", day: "not_met"}


def with_revenue(wan, when):
    year = {"revenue": Decimal(wan) * 10_000, "new_equity": Decimal(0)}
    return Standing(Facts(known={}, years={0: year, 1: year}), on=when)


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
