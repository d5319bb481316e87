"""Reading a page as someone who knows no Chinese: what is data stays, what the house says must not."""

import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")
OURS = ("enterprises", "certifications", "registry")
SHORTEST = 2


def shown(html: str) -> str:
    """What a reader sees of a page, and hears of it: its text and its labels, without the rest."""
    html = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    html = re.sub(r'<[^>]*lang="zh-Hans"[^>]*>.*?</', "</", html, flags=re.DOTALL)
    heard = re.findall(r'(?:aria-label|alt|title|placeholder|data-label|value)="([^"]*)"', html)
    return " ".join([re.sub(r"<[^>]+>", "\n", html), *heard])


def data(*, both: bool = False) -> list[str]:
    """Everything the database holds in Chinese that has no English half, longest first.

    `both`: the officers' lists of places show both halves side by side.
    """
    found: set[str] = set()
    for app in OURS:
        for model in apps.get_app_config(app).get_models():
            found.update(_texts(model, both))
    long_enough = {text for text in found if len(text) >= SHORTEST and CHINESE.search(text)}
    return sorted(long_enough, key=len, reverse=True)


def _texts(model: type[models.Model], both: bool) -> Iterator[str]:
    kinds = (models.CharField, models.TextField, models.JSONField)
    names = [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, kinds) and (both or not field.name.endswith("_zh"))
    ]
    for row in model._default_manager.values_list(*names) if names else ():
        for value in row:
            yield from _leaves(value)


def _leaves(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and not key.endswith("_zh"):
        yield from value.splitlines()
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part, key)


def left_in_chinese(html: str, known: list[str]) -> list[str]:
    """The lines of a page that still speak Chinese once the data is taken out."""
    text = shown(html)
    for piece in known:
        text = text.replace(piece, "")
    return sorted({line.strip() for line in text.splitlines() if CHINESE.search(line)})


def desks(start_page: str) -> list[str]:
    """The lists that an officer's start page leads to."""
    found = re.findall(r'href="(/admin/[a-z]+/[a-z]+/)(?:\?[^"]*)?"', start_page)
    return sorted(set(found))
