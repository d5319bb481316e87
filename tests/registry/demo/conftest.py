"""The demo as it stands on the day it was made for, at full size on paper and small in tables."""

from datetime import date

import pytest
from django.db import transaction

from registry.demo import stories
from registry.demo.city import build
from registry.demo.history import History
from registry.demo.people import move_in
from registry.demo.plan import Plan
from registry.demo.population import population
from tests import factories

DAY = date(2026, 11, 23)


@pytest.fixture
def today() -> date:
    return DAY


@pytest.fixture
def demo_mode(settings):
    settings.DEMO = True


@pytest.fixture(scope="session")
def full_history() -> History:
    """Twenty thousand enterprises and ten years of titles, thought up but not written."""
    plan = Plan(20_000, 2024, DAY)
    history = History(plan, population(plan, []))
    history.run()
    return history


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """A small city, built once for all tests of a file; each test's own changes are undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(Plan(200, 7, DAY))
        transaction.set_rollback(True)


@pytest.fixture
def small_city(built, db):
    return built


@pytest.fixture
def residents(db, demo_mode):
    """Only the people, with the enterprises they work for."""
    told = stories.script()["enterprises"]
    return move_in(
        {
            row["key"]: factories.enterprise(row["name"], serial).pk
            for serial, row in enumerate(told, start=1)
        }
    )
