"""No number that a ministry decided stands in the code that applies rules: it knows 0 and 1 only."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULES = ("rulebook", "conditions", "scoring", "criteria", "ways", "gaps", "verdicts", "expressions")
DOORS = ("admin", "portal", "imports", "migrations", "templatetags")


def rule_code():
    """Whatever reads, applies or searches rules, wherever it stands behind the doors."""
    paths = [*(ROOT / "certifications").rglob("*.py"), ROOT / "enterprises" / "expressions.py"]
    inside = [path for path in paths if not set(path.parts) & set(DOORS)]
    return sorted(path.relative_to(ROOT).as_posix() for path in inside if reads_rules(path))


def reads_rules(path):
    imported = re.findall(r"^from [\w.]*?(\w+) import", path.read_text(), re.M)
    return path.stem in RULES or not set(RULES).isdisjoint(imported)


def numbers_in(text):
    """Every number written out, with its line; texts that hold a number in quotes as well."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
            continue
        if isinstance(node.value, (int, float)) and node.value not in (0, 1):
            yield node.lineno, node.value
        if isinstance(node.value, str) and node.value.strip("-%").replace(".", "").isdigit():
            yield node.lineno, node.value


@pytest.mark.parametrize("path", rule_code())
def test_rule_code_knows_no_number_but_nought_and_one(path):
    assert list(numbers_in((ROOT / path).read_text())) == []


def test_a_threshold_in_code_would_be_found():
    assert list(numbers_in("ok = x > 0\nif share >= 0.05 or y > 60 or Decimal('1.5'):\n  pass")) == [
        (2, 0.05), (2, 60), (2, "1.5"),
    ]  # fmt: skip


def test_the_code_that_applies_rules_is_among_what_is_looked_through():
    assert {"gaps.py", "scoring.py", "expressions.py"} <= {Path(path).name for path in rule_code()}
