"""The words of an address: each is known, each value is possible, or a sentence says what would be.

Knows no page and no resource; the pages and the API read their query through it.
"""

from collections.abc import Collection, Mapping
from datetime import date

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from enterprises.punctuation import series
from registry import periods

MANY = 40


class BadQuery(BadRequest):
    """A word or value of the address is not known; ``word`` names the parameter.

    ``allowed`` are the values it takes (or the words there are), where they can be listed.
    """

    def __init__(self, word: str, says: str, allowed: Collection[str] = ()) -> None:
        super().__init__(says)
        self.word = word
        self.allowed = [str(value) for value in allowed]


LONGEST_NUMBER = 9  # digits; no page, size or year needs more


class Words:
    """Query words, read strictly. An empty value is as good as none: forms send empty fields."""

    def __init__(self, given: Mapping[str, str], allowed: Collection[str]) -> None:
        self.given = {word: value.strip() for word, value in given.items() if value.strip()}
        for word in given:
            if word not in allowed:
                says = _("网址中有不认识的参数“%(word)s”。可用的参数：%(allowed)s。")
                raise BadQuery(word, says % {"word": word, "allowed": listed(allowed)}, allowed)

    def text(self, word: str) -> str:
        return self.given.get(word, "")

    def choice(self, word: str, allowed: Collection[str]) -> str | None:
        """One of the allowed values, or None when the word is not given."""
        value = self.given.get(word)
        if value is not None and value not in allowed:
            raise self.refused(word, _("可用的值：%s。") % listed(allowed), allowed)
        return value

    def number(self, word: str, *, first: int, last: int) -> int | None:
        value = self.given.get(word)
        if value is None:
            return None
        readable = value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER
        if not readable or not first <= int(value) <= last:
            says = _("请写 %(first)d 到 %(last)d 的整数。")
            raise self.refused(word, says % {"first": first, "last": last})
        return int(value)

    def day(self, word: str, *, first: date, last: date) -> date | None:
        """A day as 2024-12-31, within bounds."""
        value = self.given.get(word)
        if value is None:
            return None
        found = periods.day(value)
        if found is None or not first <= found <= last:
            says = _("请写 %(first)s 至 %(last)s 的日期，如 %(last)s。")
            raise self.refused(word, says % {"first": first, "last": last})
        return found

    def refused(self, word: str, advice: str, allowed: Collection[str] = ()) -> BadQuery:
        says = _("参数“%(word)s”的值“%(value)s”不可用。") % {
            "word": word,
            "value": self.given[word][:MANY],
        }
        return BadQuery(word, says + advice, allowed)


def listed(values: Collection[str]) -> str:
    """The values that are allowed, as many as a reader can take in."""
    words = [str(value) for value in values]
    return series(words[:MANY]) + ("……" if len(words) > MANY else "")
