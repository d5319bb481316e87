"""A race needs a database of its own: a copy of the seeded one, thrown away afterwards.

Flushing is no way back here: the append-only triggers refuse it, as they should.
"""

from uuid import uuid4

import psycopg
import pytest
from django.db import connection, connections


def administer(settings: dict, statement: str) -> None:
    """Run one statement from outside the database it is about."""
    outside = psycopg.connect(
        dbname="postgres", host=settings["HOST"], port=settings["PORT"] or 5432,
        user=settings["USER"], password=settings["PASSWORD"], autocommit=True,
    )  # fmt: skip
    with outside:
        outside.execute(statement)


@pytest.fixture
def db(django_db_setup, django_db_blocker):
    """Replaces pytest-django's `db`: real transactions in a copied database, PostgreSQL only."""
    if connection.vendor != "postgresql":
        pytest.skip("the locks that these races need exist on PostgreSQL")
    settings = connection.settings_dict
    original, copy = settings["NAME"], f"race_{uuid4().hex[:10]}"
    with django_db_blocker.unblock():
        connections.close_all()
        administer(settings, f'CREATE DATABASE "{copy}" TEMPLATE "{original}"')
        settings["NAME"] = copy
        try:
            yield
        finally:
            connections.close_all()
            settings["NAME"] = original
            administer(settings, f'DROP DATABASE "{copy}" WITH (FORCE)')
