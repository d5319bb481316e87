"""What operations ask: alive, and able to serve."""

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder


def test_a_live_process_answers_without_the_database(client):
    assert client.get("/healthz/live").json() == {"status": "ok"}


def test_a_migrated_database_is_ready(db, client):
    response = client.get("/healthz/ready")

    assert response.status_code == 200
    assert response.json()["checks"] == {"database": "ok", "migrations": "ok"}


def test_a_missing_migration_is_named(db, client):
    MigrationRecorder.Migration.objects.filter(app="registry").delete()

    response = client.get("/healthz/ready")

    assert response.status_code == 503
    assert "to run" in response.json()["checks"]["migrations"]


def test_an_unreachable_database_is_said_to_be_so(db, client):
    def refuse(*_arguments):
        raise DatabaseError("gone")

    with connection.execute_wrapper(refuse):
        response = client.get("/healthz/ready")

    assert response.status_code == 503
    assert response.json()["checks"]["database"] == "unreachable"


@pytest.mark.parametrize("address", ["/healthz/live", "/healthz/ready", "/register/", "/verify/"])
def test_pages_that_only_read_take_no_posts(db, client, address):
    assert client.post(address).status_code == 405
