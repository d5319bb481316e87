"""Who may ask, and what the others hear."""

from datetime import date

import pytest
from django.test import Client

from registry.api.clients import ClientThrottle
from tests.registry.api.conftest import KEY

CLOSED = (
    "districts/", "enterprises/", "enterprises/91370212MATESTAAAA/", "certifications/", "indicators/",
    "indicators/high_tech_enterprises/", "indicators/high_tech_enterprises/observations/",
    "targets/",
)  # fmt: skip


@pytest.mark.parametrize("path", CLOSED)
def test_every_resource_is_closed_without_a_key_and_says_how_to_get_one(db, path):
    answer = Client().get(f"/api/v1/{path}")

    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["WWW-Authenticate"] == "Api-Key"
    assert "申请" in answer.json()["detail"]


OPEN = (
    "", "schemes/", "schemes/high_tech/", "schemes/high_tech/editions/",
    "schemes/high_tech/editions/2016/", "facts/",
)  # fmt: skip


@pytest.mark.parametrize("path", OPEN)
def test_the_law_is_open_to_everyone(db, path):
    assert Client().get(f"/api/v1/{path}").status_code == 200


@pytest.mark.parametrize(
    "header",
    [
        "Api-Key stats001.another-secret", "Api-Key nobody00.a-secret", "Api-Key ", "Api-Key",
        "Api-Key stats001", "Api-Key 密钥.密钥",
    ],
)  # fmt: skip
def test_a_wrong_key_is_refused_with_one_and_the_same_sentence(client_row, header):
    answer = Client(headers={"Authorization": header}).get("/api/v1/districts/")

    assert answer.status_code == 401
    assert "密钥无效或已停用" in answer.json()["detail"]


def test_the_right_key_is_answered(ask):
    assert ask("districts/").status_code == 200


def test_the_word_before_the_key_may_be_in_any_case(client_row):
    answer = Client(headers={"Authorization": f"api-key {KEY}"}).get("/api/v1/districts/")

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("since", "until", "status"),
    [
        (date(2026, 6, 15), None, 200), (date(2026, 6, 16), None, 401),
        (date(2026, 1, 1), date(2026, 6, 15), 200), (date(2026, 1, 1), date(2026, 6, 14), 401),
    ],
)  # fmt: skip
def test_a_key_opens_from_its_first_to_its_last_day(ask, client_row, since, until, status):
    client_row.since, client_row.until = since, until
    client_row.save()

    assert ask("districts/").status_code == status


def test_an_officers_session_is_no_key(client, statistician):
    client.force_login(statistician)

    assert client.get("/api/v1/districts/").status_code == 401


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client_row, method):
    asking = Client(headers={"Authorization": f"Api-Key {KEY}"})

    answer = getattr(asking, method)("/api/v1/certifications/")

    assert answer.status_code == 405
    assert "只读" in answer.json()["detail"]


def test_too_many_questions_are_told_to_wait(ask, monkeypatch):
    monkeypatch.setattr(ClientThrottle, "rate", "2/min")
    ask("districts/")
    ask("districts/")

    answer = ask("districts/")

    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "秒后再试" in answer.json()["detail"]


def test_the_key_itself_is_kept_nowhere(client_row):
    assert KEY not in str(vars(client_row))
    assert len(client_row.key_hash) == 64
