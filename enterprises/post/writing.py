"""Writes letters: the row first, unique by what it is about, so that a second run writes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

import seeds
from enterprises.models import Enterprise, Letter


@dataclass(frozen=True)
class Draft:
    """A letter that falls due: what kind, about what, for whom, and the words to fill in."""

    kind: str
    about: str
    due_on: date
    enterprise: Enterprise
    words_zh: Mapping[str, str | date]
    words_en: Mapping[str, str | date]
    link: str = ""


@cache
def wording(kind: str) -> dict[str, str]:
    """The wording of a kind of letter, in both languages (seeds/letters)."""
    return dict(seeds.letter(kind))


def write(draft: Draft, *, at: datetime, channel: str = Letter.Channel.INBOX) -> bool:
    """Write one letter unless it was written before; True when it is new."""
    return write_all([draft], at=at, channel=channel) == 1


def write_all(drafts: Iterable[Draft], *, at: datetime, channel: str = Letter.Channel.INBOX) -> int:
    """Write the letters that are not there yet, in one statement; return how many are new."""
    before = Letter.objects.count()
    Letter.objects.bulk_create(
        [_letter(draft, at, channel) for draft in drafts], ignore_conflicts=True, batch_size=500
    )
    return Letter.objects.count() - before


def _in_zh(words: Mapping[str, str | date]) -> dict[str, str]:
    return {
        name: f"{word.year}年{word.month}月{word.day}日" if isinstance(word, date) else word
        for name, word in words.items()
    }


def _in_en(words: Mapping[str, str | date]) -> dict[str, str]:
    return {
        name: f"{word.day} {word:%B %Y}" if isinstance(word, date) else word
        for name, word in words.items()
    }


def _letter(draft: Draft, at: datetime, channel: str) -> Letter:
    words = wording(draft.kind)
    zh, en = _in_zh(draft.words_zh), _in_en(draft.words_en)
    return Letter(
        kind=draft.kind,
        about=draft.about,
        due_on=draft.due_on,
        addressee=f"enterprise/{draft.enterprise.credit_code}",
        channel=channel,
        enterprise=draft.enterprise,
        subject_zh=words["subject_zh"].format_map(zh),
        subject_en=words["subject_en"].format_map(en),
        body_zh=words["body_zh"].format_map(zh),
        body_en=words["body_en"].format_map(en),
        link=draft.link,
        written_at=at,
    )
