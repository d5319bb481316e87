"""The door as each person finds it."""

import pytest
from django.test import Client
from django.urls import reverse


@pytest.fixture
def door(db):
    """A browser signed in as somebody, or as nobody."""

    def of(person=None) -> Client:
        client = Client()
        if person is not None:
            client.force_login(person)
        return client

    return of


@pytest.fixture
def case_url():
    def of(application, name="case", *more) -> str:
        return reverse(
            f"admin:certifications_application_{name}", args=[application.reference, *more]
        )

    return of
