"""Single cells: plain text from what a spreadsheet holds, dates in their many spellings, mojibake."""

import re
import unicodedata
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

NOTHING = {"", "N/A", "NA", "NULL", "NONE", "-", "--", "/", "无", "空", "暂无", "NAN"}
FORMULA_TEXT = re.compile(r'="(?P<text>[^"]*)"')
DAY = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
)
COMPACT_DAY = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
SERIAL_DAY = re.compile(r"\d{5}(?:\.0)?")
SERIAL_ZERO = date(1899, 12, 30)
EARLIEST = date(1840, 1, 1)
REPLACEMENT = "\ufffd"


class DayUnreadable(ValueError):
    """The cell is not a date; the sentence quotes it."""


def cell_text(value: object) -> str:
    """The text of a cell as a spreadsheet library gives it; whole numbers without a point.

    A number of more than 15 digits has lost its last digits in the spreadsheet: it is shown in
    scientific notation, so that nobody takes it for a code.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        if abs(value) >= 1e15:
            return f"{value:.5E}"
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)


def plain(text: str) -> str:
    """NFKC, without the tricks that keep a spreadsheet from counting: `="…"`, a leading `'`."""
    text = unicodedata.normalize("NFKC", text).strip()
    if found := FORMULA_TEXT.fullmatch(text):
        text = found["text"].strip()
    return text.removeprefix("'").strip("\ufeff\u200b ")


def is_nothing(text: str) -> bool:
    return plain(text).upper() in NOTHING


def parse_day(text: str, latest: date) -> date | None:
    """A date between 1840 and `latest`, in any usual spelling; None for an empty cell."""
    text = plain(text)
    if is_nothing(text):
        return None
    day = _day_of(text)
    if day is None:
        raise DayUnreadable(
            _("“%(text)s”不是日期，请写成 2024-01-31 的样子。") % {"text": text[:40]}
        )
    if not EARLIEST <= day <= latest:
        raise DayUnreadable(
            _("日期 %(day)s 不在 1840 年至 %(latest)s 之间，请核对。")
            % {"day": day.isoformat(), "latest": latest.isoformat()}
        )
    return day


def _day_of(text: str) -> date | None:
    found = DAY.fullmatch(text) or COMPACT_DAY.fullmatch(text)
    if found:
        try:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            return None
    if SERIAL_DAY.fullmatch(text):
        return SERIAL_ZERO + timedelta(days=int(text[:5]))
    return None


def is_garbled(text: str) -> bool:
    """Mojibake: lost characters (U+FFFD), or UTF-8 that somebody read as GBK."""
    if REPLACEMENT in text:
        return True
    try:
        return len(text) >= 4 and _is_chinese(text.encode("gb18030").decode("utf-8"))
    except UnicodeError:
        return False


def _is_chinese(text: str) -> bool:
    return sum("\u4e00" <= character <= "\u9fff" for character in text) * 2 >= len(text) > 0
