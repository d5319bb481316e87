"""The people of the demo: one account of every role, one password, one key for the API."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password

import seeds
from enterprises.api_keys import key_hash
from enterprises.models import ApiClient, Membership, Office, Posting, User
from enterprises.models.naming import in_language

PREFIX_LENGTH = 8


@dataclass(frozen=True)
class Person:
    """One line of the person switcher."""

    username: str
    label: str
    place_zh: str
    place_en: str
    role: Membership.Role | Posting.Role

    @property
    def about(self) -> str:
        return f"{in_language(self.place_zh, self.place_en)} · {self.role.label}"


@cache
def people() -> dict[str, Any]:
    return dict(seeds.read("demo/people.yaml"))


@cache
def listing() -> tuple[Person, ...]:
    """Everybody whom one click may become: clerks first, then officers as people.yaml lists them."""
    return (*(_clerk(row) for row in people()["members"]), *_officers())


def find(username: str) -> Person | None:
    return next((person for person in listing() if person.username == username), None)


def _clerk(row: Mapping[str, Any]) -> Person:
    names = {each["key"]: each["name"] for each in seeds.read("demo/stories.yaml")["enterprises"]}
    first = names[row["enterprises"][0]]
    return Person(row["username"], row["full_name"], first, first, Membership.Role(row["role"]))


def _officers() -> list[Person]:
    offices = {office["code"]: office for office in seeds.offices()}
    return [
        Person(
            row["username"],
            row["full_name"],
            offices[row["office"]]["name_zh"],
            offices[row["office"]]["name_en"],
            Posting.Role(row["role"]),
        )
        for row in people()["officers"]
    ]


def move_in(enterprises: Mapping[str, int]) -> int:
    """Open the accounts with their posts and memberships; `enterprises`: row numbers by story key."""
    known = people()
    password = make_password(known["password"])
    rows = [*known["members"], *known["officers"]]
    users = User.objects.bulk_create(
        User(username=row["username"], full_name=row["full_name"], password=password)
        for row in rows
    )
    by_name = {user.username: user for user in users}
    offices = {office.code: office for office in Office.objects.all()}
    Posting.objects.bulk_create(
        Posting(
            user=by_name[row["username"]],
            office=offices[row["office"]],
            role=row["role"],
            since=known["since"],
        )
        for row in known["officers"]
    )
    Membership.objects.bulk_create(
        Membership(user=by_name[row["username"]], enterprise_id=enterprises[key], role=row["role"])
        for row in known["members"]
        for key in row["enterprises"]
    )
    _api_client(known)
    return len(users)


def _api_client(known: Mapping[str, Any]) -> None:
    client = known["api_client"]
    ApiClient.objects.update_or_create(
        prefix=client["key"][:PREFIX_LENGTH],
        defaults={
            "name": client["name"],
            "contact": client["contact"],
            "key_hash": key_hash(client["key"]),
        },
    )
