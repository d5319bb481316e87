"""The permission table: every route, everyone who may knock, what they hear. Closed by default."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.cache import cache as throttles
from django.urls import URLPattern, get_resolver, reverse

from tests.security.conftest import KNOCKING, SECRET

WRITTEN = yaml.safe_load((Path(__file__).parent / "authz.yaml").read_text(encoding="utf-8"))
ANSWERS: dict[str, dict[str, Any]] = WRITTEN["answers"]
TABLE: dict[str, dict[str, Any]] = WRITTEN["routes"]
SIGN_IN = "login"


@cache
def routes() -> frozenset[str]:
    """Every route of the URL map by its full name."""
    return frozenset(_walk(get_resolver().url_patterns, ""))


def _walk(patterns, space):
    for each in patterns:
        if isinstance(each, URLPattern):
            yield space + (each.name or "unnamed")
        else:
            yield from _walk(
                each.url_patterns, space + (f"{each.namespace}:" if each.namespace else "")
            )


def address(route: str, line: dict[str, Any], things: dict[str, object]) -> str:
    if "path" in line:
        return line["path"]
    named = {word: things.get(value, value) for word, value in line.get("at", {}).items()}
    return reverse(route, kwargs=named)


def expected(answers: Any, name: str) -> Any:
    """The answer for somebody: by name, else by what they are, else anyone's."""
    answers = ANSWERS[answers] if isinstance(answers, str) else answers
    for word in (name, *KNOCKING[name], "anyone"):
        if word in answers:
            return answers[word]
    raise AssertionError(f"the table says nothing for {name}")


def heard(response) -> Any:
    if response.status_code == 302 and response["Location"].startswith("/login/"):
        return SIGN_IN
    return response.status_code


def test_every_route_has_a_line_and_every_line_a_route():
    assert routes() == frozenset(TABLE)


@pytest.mark.parametrize("name", KNOCKING)
def test_everyone_hears_what_the_table_says(name, knock, things):
    browser, wrong = knock(name), []
    for route, line in TABLE.items():
        url = address(route, line, things)
        throttles.clear()
        answer = browser.get(url)
        says = expected(line["get"], name)
        if heard(answer) != says:
            wrong.append(f"GET {route} {url}: {heard(answer)}, not {says}")
        if says not in (200,) and SECRET in _text(answer):
            wrong.append(f"GET {route}: tells {name} the objector's contact")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", KNOCKING)
def test_every_deed_is_refused_to_who_may_not_do_it(name, knock, things):
    browser, wrong = knock(name), []
    for route, line in TABLE.items():
        if "post" not in line:
            continue
        url = address(route, line, things)
        throttles.clear()
        answer = browser.post(url, line.get("sends", {}))
        says = expected(line["post"], name)
        if heard(answer) != says:
            wrong.append(f"POST {route} {url}: {heard(answer)}, not {says}")

    assert not wrong, "\n".join(wrong)


def _text(answer) -> str:
    return "" if answer.streaming else answer.content.decode(errors="replace")
