"""Each person signs in at one place, arrives at their own door, and reads in their own language."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories

PASSWORD = "lang-chao-2026"


@pytest.fixture
def stranger(db):
    return factories.person("stranger", "路人")


def with_password(user):
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.mark.parametrize(
    ("person", "door"),
    [("laoshan_officer", "/admin/"), ("clerk", "/portal/"), ("stranger", "/")],
)
def test_each_person_arrives_at_their_own_door(client, request, person, door):
    user = with_password(request.getfixturevalue(person))

    client.post(reverse("login"), {"username": user.username, "password": PASSWORD})
    arrival = client.get(reverse("after_login"))

    assert arrival.headers["Location"] == door


def test_a_former_officer_no_longer_arrives_at_the_officers_door(client, laoshan_officer, today):
    laoshan_officer.postings.update(until=today.replace(year=today.year - 1))
    client.force_login(laoshan_officer)

    assert client.get(reverse("after_login")).headers["Location"] == "/"


def test_a_wrong_password_is_refused_with_what_to_do(client, clerk):
    answer = client.post(reverse("login"), {"username": clerk.username, "password": "?"})

    page = answer.content.decode()
    assert "用户名或密码不对" in page
    assert "<title>错误：" in page
    assert f'value="{clerk.username}"' in page


def test_signing_in_leads_back_only_to_our_own_pages(client, clerk):
    with_password(clerk)

    answer = client.post(
        reverse("login") + "?next=https://elsewhere.example/",
        {"username": clerk.username, "password": PASSWORD},
    )

    assert answer.headers["Location"] == reverse("after_login")


def test_signing_out_is_a_deed_and_needs_a_post(client, clerk):
    client.force_login(clerk)

    assert client.get(reverse("logout")).status_code == 405
    assert client.post(reverse("logout")).headers["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_a_language_once_chosen_follows_the_person(client, clerk):
    client.force_login(clerk)

    answer = client.post(reverse("choose_language"), {"language": "en", "next": "/notices/"})

    clerk.refresh_from_db()
    assert answer.headers["Location"] == "/notices/"
    assert clerk.language == "en"
    elsewhere = Client()
    elsewhere.force_login(clerk)
    assert '<html lang="en"' in elsewhere.get(reverse("login")).content.decode()


def test_a_visitors_language_stays_in_the_browser(client, db):
    client.post(reverse("choose_language"), {"language": "en"})

    assert '<html lang="en"' in client.get(reverse("login")).content.decode()
    assert '<html lang="zh-Hans"' in Client().get(reverse("login")).content.decode()


def test_choosing_a_language_never_leads_to_another_site(client, db):
    answer = client.post(
        reverse("choose_language"), {"language": "en", "next": "//elsewhere.example/"}
    )

    assert answer.headers["Location"] == "/"


def test_an_unknown_language_is_refused_with_the_languages_there_are(client, db):
    answer = client.post(reverse("choose_language"), {"language": "tlh"})

    assert answer.status_code == 400
    assert "可选：简体中文、English" in answer.content.decode()


def test_larger_type_is_remembered_and_can_be_undone(client, db):
    client.post(reverse("choose_reading"), {"text_size": "large"})
    assert 'data-text="large"' in client.get(reverse("login")).content.decode()

    client.post(reverse("choose_reading"), {"text_size": ""})
    assert 'data-text=""' in client.get(reverse("login")).content.decode()


def test_an_unknown_way_of_reading_is_refused(client, db):
    answer = client.post(reverse("choose_reading"), {"contrast": '"><script>'})

    assert answer.status_code == 400
    assert "contrast" not in answer.cookies


def test_anyone_signed_in_can_change_their_password(client, clerk):
    client.force_login(with_password(clerk))
    words = {
        "old_password": PASSWORD,
        "new_password1": "chao-luo-2026-x",
        "new_password2": "chao-luo-2026-x",
    }

    answer = client.post(reverse("password"), words)

    clerk.refresh_from_db()
    assert answer.headers["Location"] == reverse("after_login")
    assert clerk.check_password("chao-luo-2026-x")


def test_a_new_password_needs_the_old_one(client, clerk):
    client.force_login(with_password(clerk))
    words = {
        "old_password": "?",
        "new_password1": "chao-luo-2026-x",
        "new_password2": "chao-luo-2026-x",
    }

    answer = client.post(reverse("password"), words)

    clerk.refresh_from_db()
    assert "错误" in answer.content.decode()
    assert clerk.check_password(PASSWORD)
