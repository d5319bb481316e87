"""The house stands as docs/architecture.md says: who imports whom, how big, and who sets a state."""

import ast
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from celery import current_app
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models
from importlinter.cli import lint_imports

HOUSE = Path(settings.BASE_DIR)
APPS = ("config", "registry", "certifications", "enterprises", "seeds")
DOORS = ("admin/", "portal/", "public/", "api/", "management/", "tasks.py", "accounts.py")
DRAWERS = ("utils", "helpers", "services", "common", "core", "misc")
STATE_SETTERS = {
    "certifications/workflow.py": "the case",
    "certifications/notices.py": "the objection it decides",
    "certifications/policy_desk/edition_drafts.py": "the draft of an edition that ends",
    "enterprises/jobs.py": "the job it begins or ends",
    "enterprises/figures.py": "the figures it verifies",
}


def python_files(*folders: str) -> list[Path]:
    found = [path for folder in folders or APPS for path in (HOUSE / folder).rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted(path for app in APPS for path in (HOUSE / app).rglob("templates/**/*.html"))


def place(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def first_party(node: ast.AST) -> Iterator[str]:
    """Our own modules that an import statement names."""
    if isinstance(node, ast.Import):
        names = [each.name for each in node.names]
    elif isinstance(node, ast.ImportFrom):
        names = [node.module or ""] if not node.level else ["registry"]
    else:
        return
    yield from (name for name in names if name.partition(".")[0] in APPS)


def test_every_import_contract_is_kept(monkeypatch, capsys):
    monkeypatch.chdir(HOUSE)

    assert lint_imports(cache_dir=None) == 0, capsys.readouterr().out


def test_no_import_of_ours_hides_inside_a_function():
    hidden = [
        f"{place(path)}:{inner.lineno} {name}"
        for path in python_files()
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(function)
        for name in first_party(inner)
    ]

    assert hidden == []


def test_nine_files_in_ten_are_short_and_none_is_long():
    sizes = {place(path): len(path.read_text().splitlines()) for path in python_files()}
    short = sum(size <= 160 for size in sizes.values()) / len(sizes)

    assert {name: size for name, size in sizes.items() if size > 400} == {}
    assert short >= 0.9, f"{short:.0%}"


def test_no_file_is_a_drawer():
    found = [place(path) for path in python_files(*APPS, "tests") if path.stem in DRAWERS]
    found += [place(path) for path in HOUSE.glob("*/**/") if path.name in DRAWERS and _ours(path)]

    assert found == []


def _ours(path: Path) -> bool:
    return path.relative_to(HOUSE).parts[0] in (*APPS, "tests")


def test_a_state_is_set_in_its_one_place_only():
    setters = {place(path) for path in python_files() if any(sets_state(tree(path)))}

    assert setters == set(STATE_SETTERS)


def sets_state(module: ast.Module) -> Iterator[bool]:
    """`x.state = …`, `update(state=…)`; a new row's first state is its maker's affair."""
    for node in ast.walk(module):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield any(isinstance(each, ast.Attribute) and each.attr == "state" for each in targets)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "update":
            yield any(word.arg == "state" for word in node.keywords)


def test_the_day_is_read_at_the_doors_only():
    readers = [
        place(path)
        for path in python_files("enterprises", "certifications", "registry")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == "enterprises.clock"
        if any(each.name == "today" for each in node.names)
    ]

    assert [name for name in readers if not any(door in name for door in DOORS)] == []


def test_no_lower_app_uses_a_reverse_name_of_a_higher_one():
    order = ("enterprises", "certifications", "registry")
    uphill = []
    for level, app in enumerate(order):
        names = reverse_names(into=app, of=order[level + 1 :])
        for path in python_files(app):
            used = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
            uphill += [f"{place(path)}: .{name}" for name in used & names]

    assert uphill == []


def reverse_names(*, into: str, of: tuple[str, ...]) -> set[str]:
    """Names by which models of an app reach rows of higher apps, unless it has the name itself."""
    own = {
        field.name
        for model in apps.get_app_config(into).get_models()
        for field in own_fields(model)
    }
    found = {
        relation.get_accessor_name()
        for model in apps.get_app_config(into).get_models()
        for relation in model._meta.related_objects
        if relation.related_model._meta.app_label in of and not relation.hidden
    }
    return {name for name in found if name} - own


def own_fields(model: type[models.Model]) -> list[models.Field]:
    return [*model._meta.fields, *model._meta.many_to_many]


def test_a_register_forgets_nothing():
    forgetting = [
        f"{model.__name__}.{field.name}"
        for app in ("enterprises", "certifications", "registry")
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.fields
        if isinstance(field, models.ForeignKey)
        and field.remote_field.on_delete is not models.PROTECT
        and field.model is model
    ]

    assert forgetting == []


def test_no_figure_is_a_float():
    floats = [
        f"{model.__name__}.{field.name}"
        for app in ("enterprises", "certifications", "registry")
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.fields
        if isinstance(field, models.FloatField)
    ]

    assert floats == []


def test_no_signal_runs_between_our_apps():
    words = ("django.dispatch", "django.db.models.signals", "django.core.signals")
    listening = [
        place(path)
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(words)
    ]

    assert listening == []


def test_the_timetable_rings_tasks_that_exist():
    current_app.loader.import_default_modules()
    rung = {entry["task"] for entry in current_app.conf.beat_schedule.values()}

    assert rung
    assert rung <= set(current_app.tasks)


def test_every_module_that_thinks_says_what_it_is_for():
    silent = [
        place(path)
        for path in python_files()
        if path.name not in {"apps.py"}
        and any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree(path).body)
        and not ast.get_docstring(tree(path))
    ]

    assert silent == []


@pytest.mark.django_db
def test_no_migration_is_missing():
    out = StringIO()

    call_command("makemigrations", check=True, dry_run=True, stdout=out)

    assert "No changes" in out.getvalue()


FORBIDDEN = {
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", re.I),
    "an inline style sheet": re.compile(r"<style\b", re.I),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "an on… handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "something of another host": re.compile(
        r"<(?:script|link|img|iframe|source|form)\b[^>]*\b(?:src|href|action)\s*=\s*[\"'](?:https?:)?//",
        re.I,
    ),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds_what_the_security_policy_refuses(what):
    found = [place(path) for path in templates() if FORBIDDEN[what].search(path.read_text())]

    assert templates()
    assert found == [], what


def test_our_styles_and_scripts_ask_no_other_host():
    asking = [
        place(path)
        for app in APPS
        for path in (HOUSE / app).rglob("static/**/*")
        if path.suffix in {".css", ".js"} and re.search(r"(?:https?:)?//[a-z]", _code(path), re.I)
    ]

    assert asking == []


def _code(path: Path) -> str:
    """The text without its comments, and without SVG's own namespace."""
    text = re.sub(r"/\*.*?\*/|(?m:^\s*//.*$)", "", path.read_text(), flags=re.S)
    return text.replace("http://www.w3.org/2000/svg", "")
