"""The few papers that all invented cases share: typeset once, kept by hash like any upload."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import noto_cjk_sans_otc
import typst
from django.conf import settings
from django.core.files.base import ContentFile

import seeds
from enterprises.models import Paper
from enterprises.papers import store

LAYOUT = "demo/paper.typ"
TO_PRINT = ("title", "lines", "rows", "seal", "blurred")


@cache
def kinds() -> list[dict[str, Any]]:
    return list(seeds.read("demo/papers.yaml"))


def kind_for(requirement: str) -> str:
    """Which of our papers answers a requirement; the last kind answers whatever no other does."""
    for kind in kinds():
        if any(requirement.startswith(word) for word in kind["answers"]):
            return str(kind["key"])
    return str(kinds()[-1]["key"])


def fill_shelf() -> dict[str, Paper]:
    """Every kind of paper, stored; typesetting happens once for each wording."""
    return {
        kind["key"]: store(ContentFile(_printed(kind), name=f"{kind['key']}.pdf"), by=None)
        for kind in kinds()
    }


def file_name(kind: str) -> str:
    return next(f"{each['title']}.pdf" for each in kinds() if each["key"] == kind)


def _printed(kind: dict[str, Any]) -> bytes:
    """The PDF of a kind, from the cache under var/ when layout and words are unchanged."""
    words = json.dumps({name: kind[name] for name in TO_PRINT}, ensure_ascii=False)
    layout = (seeds.ROOT / LAYOUT).read_bytes()
    cached = Path(settings.VAR_DIR) / "demo" / hashlib.sha256(layout + words.encode()).hexdigest()
    if cached.exists():
        return cached.read_bytes()
    printed: bytes = typst.compile(
        layout,
        font_paths=[str(Path(noto_cjk_sans_otc.FONT_PATH).parent)],
        ignore_system_fonts=True,
        sys_inputs={"paper": words},
        timestamp=0,
    )
    cached.parent.mkdir(parents=True, exist_ok=True)
    cached.write_bytes(printed)
    return printed
