"""The glossary names what is really there, and everything an officer would ask about has a line."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from certifications.moves import Role
from certifications.procedure import ROADS
from certifications.states import State

GLOSSARY = Path(__file__).parents[1] / "docs" / "glossary.md"
ROW = re.compile(r"^\| (?P<zh>[^|]+) \| `(?P<code>[\w.]+)` \| (?P<says>[^|]+) \|$")
APPS = ("enterprises", "certifications", "registry")
STEPS = {step.code: str(step.says) for road in ROADS.values() for step in road.steps}
TERMS = {step.answer_within for road in ROADS.values() for step in road.steps} - {""}


def sections():
    """Chinese terms by code name, under each heading."""
    found, heading = {}, ""
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif row := ROW.match(line):
            terms = found.setdefault(heading, {})
            assert row["code"] not in terms, f"{row['code']} stands twice"
            terms[row["code"]] = row["zh"].strip()
        else:
            assert not line.startswith("| ") or line.startswith("| 中文 "), line
    return found


def terms_under(beginning):
    return next(terms for heading, terms in sections().items() if heading.startswith(beginning))


def resolve(path):
    """The module, or the attribute of one, that a dotted path names."""
    module, _dot, name = path.rpartition(".")
    try:
        return getattr(import_module(module), name)
    except AttributeError:
        return import_module(path)


DOTTED = sorted(code for terms in sections().values() for code in terms if "." in code)


@pytest.mark.parametrize("code", DOTTED)
def test_every_code_name_exists(code):
    assert resolve(code) is not None


def test_every_model_has_its_line_with_the_name_officers_read():
    named = {code: zh for terms in sections().values() for code, zh in terms.items()}

    for app in APPS:
        for model in apps.get_app_config(app).get_models(include_auto_created=False):
            code = f"{app}.models.{model.__name__}"
            assert named.get(code) == str(model._meta.verbose_name), code


def test_every_state_has_its_line():
    assert terms_under("States") == {state.value: str(state.label) for state in State}


def test_every_road_has_its_line():
    assert terms_under("Roads") == {road.code: str(road.says) for road in ROADS.values()}


def test_every_step_has_its_line():
    written = terms_under("Steps")

    assert written.keys() == STEPS.keys()
    assert {code: zh for code, zh in written.items() if code != "record_review"} == {
        code: zh for code, zh in STEPS.items() if code != "record_review"
    }


def test_every_role_of_a_step_has_its_line():
    assert terms_under("Roles").keys() == {role.value for role in Role}


def test_every_term_a_step_names_has_its_line():
    assert terms_under("Terms").keys() == TERMS
