"""The names that people and scripts rely on: commands, addresses, settings."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.urls import Resolver404, resolve

HOUSE = Path(settings.BASE_DIR)
TARGETS = ("run", "test", "check", "bench", "trust")
COMMANDS = {
    "seed": (),
    "demo": ("--enterprises", "--seed", "--until"),
    "import_enterprises": ("--dry-run",),
    "import_certifications": ("--scheme", "--dry-run"),
    "targets": ("--year", "--as-of", "--format"),
    "indicators": ("--period", "--by", "--format"),
    "write_letters": ("--on", "--format"),
    "verify_journal": (),
    "verify_files": (),
    "draw_procedure": ("--check",),
}
ADDRESSES = (
    "/", "/register/", "/notices/", "/verify/", "/verify/GR202437100001/", "/portal/", "/admin/",
    "/api/v1/", "/api/v1/schema/", "/api/v1/docs/", "/healthz/live", "/healthz/ready",
)  # fmt: skip
RESOURCES = (
    "districts", "schemes", "facts", "enterprises", "certifications", "indicators",
    "indicators/high_tech_enterprises/observations", "targets",
)  # fmt: skip
REQUIRED = {
    "SECRET_KEY": "a-stand-in-used-only-to-read-the-settings-0123456789-abcdef",
    "DATABASE_URL": "postgres://registry@127.0.0.1/registry",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "ALLOWED_HOSTS": "registry.example",
    "SITE_ORIGIN": "https://registry.example",
    "EMAIL_URL": "smtp://127.0.0.1",
    "JOURNAL_KEY": "stand-in",
    "FIELD_KEYS": "stand-in",
}


def start_production(**environment: str) -> subprocess.CompletedProcess:
    """Read the production settings in a process of their own."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "from django.conf import settings; print(settings.DEMO)"],
        cwd=HOUSE, capture_output=True, text=True, timeout=60,
        env={**inherited, "DJANGO_SETTINGS_MODULE": "config.settings.production", **environment},
    )  # fmt: skip


def test_make_alone_prints_every_target_with_a_line():
    listed = subprocess.run(["make"], cwd=HOUSE, capture_output=True, text=True).stdout
    told = dict(re.findall(r"^\s+make (\S+)\s+(\S.*)$", listed, re.M))

    assert set(TARGETS) <= told.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_there_with_its_words_and_help(name):
    command = load_command_class(get_commands()[name], name)
    words = {
        option
        for action in command.create_parser("manage.py", name)._actions
        for option in action.option_strings
    }

    assert command.help
    assert set(COMMANDS[name]) <= words


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_the_contract_is_there(address):
    assert resolve(address)


@pytest.mark.parametrize("resource", RESOURCES)
def test_a_resource_of_the_api_is_there(resource):
    assert resolve(f"/api/v1/{resource}/").url_name != "nowhere"


def test_an_address_that_nobody_promised_is_not_there():
    with pytest.raises(Resolver404):
        resolve("/nowhere/")


@pytest.mark.parametrize("name", REQUIRED)
def test_production_does_not_start_without_a_setting_and_names_it(name):
    others = {key: value for key, value in REQUIRED.items() if key != name}

    ended = start_production(**others)

    assert ended.returncode != 0
    assert name in ended.stderr


def test_production_starts_with_all_settings_and_is_no_demo():
    ended = start_production(**REQUIRED, DEMO="1")

    assert (ended.returncode, ended.stdout.strip()) == (0, "False"), ended.stderr


def test_production_refuses_to_stand_on_another_day():
    ended = start_production(**REQUIRED, REGISTRY_TODAY="2024-11-01")

    assert ended.returncode != 0
    assert "REGISTRY_TODAY" in ended.stderr


def test_nonsense_in_a_setting_is_a_sentence_and_not_a_guess():
    ended = start_production(**REQUIRED, REGISTRY_TODAY="someday")

    assert ended.returncode != 0
    assert "YYYY-MM-DD" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_locked_requirements_carry_hashes_and_no_address():
    for name in ("runtime.txt", "dev.txt"):
        text = (HOUSE / "requirements" / name).read_text()
        pins = re.findall(r"^[A-Za-z0-9_.-]+(?:\[[^\]]*\])?==", text, re.M)

        assert text.count("--hash=sha256:") >= len(pins) > 0
        assert "http" not in text
