"""The particulars of a journal entry, in words where they have any."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from certifications.models import Defect
from certifications.states import State
from enterprises.models import JournalEntry
from enterprises.punctuation import labelled

RETURN = "return_for_correction"
WORDS = {
    "from": gettext_lazy("原环节"),
    "to": gettext_lazy("现环节"),
    "due_on": gettext_lazy("应办结日"),
    "on": gettext_lazy("办理日"),
    "batch": gettext_lazy("批次"),
    "number": gettext_lazy("编号"),
    "edition_from": gettext_lazy("原规则版本"),
    "edition_to": gettext_lazy("现规则版本"),
    "set_aside": gettext_lazy("移出的申报情况"),
    "papers": gettext_lazy("移出的材料"),
    "item": gettext_lazy("条目"),
    "file": gettext_lazy("文件名"),
    "sha256": gettext_lazy("文件摘要"),
    "text_digest": gettext_lazy("全文摘要"),
    "digest": gettext_lazy("规则摘要"),
    "problems": gettext_lazy("自检问题数"),
}
STATES = {str(state): state.label for state in State}


def particulars_of(entry: JournalEntry) -> list[tuple[str]]:
    """One line a particular; a return says how many items it listed."""
    return [(line,) for line in (*_told(entry), *_defects(entry))]


def _told(entry: JournalEntry) -> Iterator[str]:
    for key, value in entry.detail.items():
        if value is not None:
            yield labelled(WORDS.get(key, key), _value(key, value))


def _value(key: str, value: Any) -> Any:
    return STATES.get(str(value), value) if key in ("from", "to") else value


def _defects(entry: JournalEntry) -> Iterator[str]:
    if entry.deed != RETURN:
        return
    returns = JournalEntry.objects.filter(
        subject=entry.subject, deed=RETURN, sequence__lte=entry.sequence
    )
    reference = entry.subject.partition("/")[2]
    n = Defect.objects.filter(application__reference=reference, round=returns.count()).count()
    says = ngettext("%(n)d 项", "%(n)d 项", n) % {"n": n}
    yield labelled(_("补正事项"), says)
