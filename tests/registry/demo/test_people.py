"""Anyone may become anyone of the demo by one click, and nobody may outside of it."""

import pytest
from django.contrib.auth import get_user

from enterprises.models import ApiClient, Membership, Posting, User
from registry.api.clients import client_of
from registry.demo.people import listing, people

SWITCH = "/demo/switch/"


def test_everybody_in_the_switcher_is_there_with_a_post_or_a_membership(residents):
    for person in listing():
        user = User.objects.get(username=person.username)
        assert user.postings.exists() or user.memberships.exists(), person
        assert user.check_password(people()["password"])
        assert person.label and person.about


def test_every_role_has_somebody(residents):
    names = [person.username for person in listing()]
    posts = Posting.objects.filter(user__username__in=names)

    assert set(posts.values_list("role", flat=True)) == set(Posting.Role.values)
    assert posts.filter(office__level="district").values("office").distinct().count() == 20
    roles = Membership.objects.filter(user__username__in=names).values_list("role", flat=True)
    assert set(roles) == set(Membership.Role.values)


@pytest.mark.parametrize(
    ("username", "door"), [("laoshan_science", "/admin/"), ("lin_lan", "/portal/")]
)
def test_a_click_signs_in_and_leads_to_the_door(residents, client, username, door):
    answer = client.post(SWITCH, {"username": username})

    assert answer.url == door
    assert get_user(client).username == username


def test_a_next_page_of_ours_is_followed_and_a_foreign_one_is_not(residents, client):
    ours = client.post(SWITCH, {"username": "lin_lan", "next": "/register/"})
    foreign = client.post(SWITCH, {"username": "lin_lan", "next": "https://example.org/"})

    assert ours.url == "/register/"
    assert foreign.url == "/portal/"


def test_only_people_of_the_demo_can_be_become(residents, client):
    User.objects.create_user("a_real_officer")

    for username in ("a_real_officer", "", "nobody"):
        assert client.post(SWITCH, {"username": username}).status_code == 404
    assert not get_user(client).is_authenticated


def test_looking_at_the_address_changes_nothing(residents, client):
    assert client.get(SWITCH, {"username": "lin_lan"}).status_code == 405


def test_outside_a_demo_the_address_does_not_exist(residents, settings, client):
    settings.DEMO = False

    assert client.post(SWITCH, {"username": "lin_lan"}).status_code == 404
    assert not get_user(client).is_authenticated


def test_the_printed_key_opens_the_api(residents):
    key = people()["api_client"]["key"]

    assert client_of(key) == ApiClient.objects.get()
    assert key not in str(ApiClient.objects.values())
