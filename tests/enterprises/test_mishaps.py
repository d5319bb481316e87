"""Where a page cannot be given, the reader learns what happened, what is kept and what to do."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse

from enterprises import mishaps

TEMPLATES = Path(settings.BASE_DIR) / "config" / "templates"
PAGES = ["400", "403", "403_csrf", "404", "413", "429", "locked_out", "500"]


def says_all_three(page: str) -> bool:
    return all(words in page for words in ("您的内容", "现在可以", "需要帮助"))


@pytest.mark.parametrize("page", PAGES)
def test_every_mishap_says_what_is_kept_what_to_do_and_whom_to_ask(page, rf, db):
    request = rf.get("/somewhere/")

    assert says_all_three(get_template(f"{page}.html").render({}, request))


def test_the_page_of_our_own_failure_needs_nothing_from_the_server():
    words = (TEMPLATES / "500.html").read_text(encoding="utf-8")

    assert "{%" not in words
    assert "{{" not in words
    assert "系统出了故障" in get_template("500.html").render()


def test_a_wrong_address_is_told_in_plain_words(client, db):
    answer = client.get("/no/such/page/")

    assert answer.status_code == 404
    assert "没有找到这一页" in answer.content.decode()
    assert "Resolver404" not in answer.content.decode()


def test_an_expired_form_tells_how_to_keep_what_was_typed(db):
    careful = Client(enforce_csrf_checks=True)

    answer = careful.post(reverse("login"), {"username": "x", "password": "y"})

    assert answer.status_code == 403
    assert "这张表单已过期" in answer.content.decode()


def test_a_form_too_large_to_read_is_told_apart_from_nonsense(rf, db):
    request = rf.post("/portal/")

    too_large = mishaps.bad_request(request, RequestDataTooBig("2.5 MB"))
    nonsense = mishaps.bad_request(request, ValueError("secret detail"))

    assert too_large.status_code == 413
    assert nonsense.status_code == 400
    assert "secret detail" not in nonsense.content.decode()


def test_no_template_carries_script_or_style_of_its_own():
    forbidden = re.compile(
        r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|https?://(?!www\.w3)"
    )

    offenders = [
        path.name
        for path in TEMPLATES.rglob("*.html")
        if forbidden.search(path.read_text(encoding="utf-8"))
    ]

    assert offenders == []


def test_the_style_guide_is_for_the_demo_only(client, db, settings):
    assert client.get(reverse("styleguide")).status_code == 404

    settings.DEMO = True
    page = client.get(reverse("styleguide")).content.decode()

    assert "演示城市 · 所有企业与案件均为虚构" in page
    assert "已超期 3 个工作日" in page
