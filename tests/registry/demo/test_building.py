"""Building the city: the same each time, on any day, once, and only in a demo."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from certifications.models import Certification
from enterprises.models import Enterprise
from registry.demo.city import Report, build, stands, think_up, write
from registry.demo.plan import Plan
from tests.registry.demo.conftest import DAY


def test_the_same_seed_and_day_give_the_same_city(db):
    digests = []
    for seed in (7, 7, 8):
        with transaction.atomic():
            digests.append(build(Plan(60, seed, DAY)).digest)
            transaction.set_rollback(True)

    assert digests[0] == digests[1] != digests[2]


def test_the_city_can_stand_on_another_day(db):
    report = build(Plan(200, 7, date(2027, 3, 8)))

    assert report.rows["cases"] > 30
    assert not Certification.objects.filter(valid_from__gt=date(2027, 3, 8)).exists()


def test_a_build_that_was_broken_off_is_finished_by_its_own_plan(db):
    begun = Plan(60, 7, DAY)
    write(think_up(begun), Report(begun))
    assert not stands()

    finished = build(Plan(90, 8, DAY))

    assert stands()
    assert finished.plan == begun
    assert finished.rows["cases"] > 12


def test_the_command_builds_once_and_then_changes_nothing(db, demo_mode, capsys):
    call_command("demo", enterprises=60, format="json")
    call_command("demo", enterprises=60, format="json")
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())

    assert first["built"] and first["rows"]["enterprises"] == 60
    assert second == {"built": False}
    assert Enterprise.objects.count() == 60


def test_the_command_refuses_outside_a_demo(db):
    with pytest.raises(CommandError, match="不是演示环境"):
        call_command("demo")

    assert not Enterprise.objects.exists()


def test_the_command_says_how_large_a_city_may_be(db, demo_mode):
    with pytest.raises(CommandError, match="50 至 60000"):
        call_command("demo", enterprises=3)
