"""What a new edition changes, in words: conditions, points, papers, questions, terms, validity.

Rows are the same when they have the same code. Where only a source moved, nothing is said: every
new document is quoted anew.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from certifications.catalogue.condition_differences import criterion_changes, test_changes
from certifications.catalogue.edition_row import DUTIES
from certifications.catalogue.edition_words import (
    benefit_says,
    from_to,
    item_says,
    pass_says,
    within_says,
)
from certifications.catalogue.frame_differences import (
    figures_changed,
    once_said_changed,
    statements_changed,
    terms_changed,
)
from certifications.models import Edition
from enterprises.models.naming import in_language
from enterprises.punctuation import clauses, labelled

Said = Mapping[str, Any]
Changes = Callable[[Said, Said], Iterator[str]]


@dataclass(frozen=True)
class Line:
    """One difference, under the heading it belongs to."""

    about: str
    says: str

    def __str__(self) -> str:
        return labelled(self.about, self.says)


def between(old: Edition, new: Edition) -> list[Line]:
    """The differences from one edition to another, in the order in which an edition is read."""
    rules = old.rules, new.rules
    routes = [(each.get("direct_routes") or {}).get("any", ()) for each in rules]
    return [
        *_rows(_("条件"), *_lists("criteria", *rules), criterion_changes),
        *_rows(_("直通条件"), *routes, changes=test_changes),
        *_scoring(*((each.get("scoring") or {}) for each in rules)),
        *(Line(_("年度数据"), says) for says in figures_changed(*rules)),
        *(Line(_("申报情况"), says) for says in statements_changed(*rules)),
        *_rows(_("材料"), *_lists("materials", *rules), _paper_changes),
        *(Line(_("办理时限"), says) for says in terms_changed(*rules)),
        *(Line(about, says) for about, says in once_said_changed(*rules)),
        *(
            line
            for key, about in DUTIES.items()
            for line in _rows(str(about), *_lists(key, *rules), _duty_changes)
        ),
        *_rows(_("享受的政策"), *_lists("benefits", *rules), _benefit_changes),
    ]


def _lists(key: str, before: Said, after: Said) -> tuple[Any, Any]:
    return before.get(key, ()), after.get(key, ())


def _rows(about: str, before: Any, after: Any, changes: Changes) -> Iterator[Line]:
    """Rows of one list: new ones, what changed in those that stay, and gone ones."""
    old, new = ({each["code"]: each for each in rows} for rows in (before, after))
    for code, said in new.items():
        new_row = _("新增“%(row)s”") % {"row": _says(said)}
        if says := _changed(old[code], said, changes) if code in old else new_row:
            yield Line(about, says)
    for code, said in old.items():
        if code not in new:
            yield Line(about, _("取消“%(row)s”") % {"row": _says(said)})


def _changed(old: Said, new: Said, changes: Changes) -> str:
    """What became of a row that stays; nothing when it says and asks the same."""
    if changed := list(changes(old, new)):
        return labelled(_("“%(row)s”") % {"row": _says(new)}, clauses(changed))
    if old["says_zh"] != new["says_zh"]:
        return _("“%(old)s”改写为“%(new)s”") % {"old": _says(old), "new": _says(new)}
    return ""


def _says(said: Said) -> str:
    return in_language(said["says_zh"], said["says_en"])


def _scoring(before: Said, after: Said) -> Iterator[Line]:
    about = _("评价指标")
    if not before and not after:
        return
    if not before or not after:
        yield Line(about, _("新设评分表") if after else _("取消评分表"))
        return
    old, new = pass_says(before), pass_says(after)
    if old != new:
        yield Line(about, labelled(_("得分要求"), from_to(old, new)))
    yield from _rows(about, before["items"], after["items"], _item_changes)


def _item_changes(old: Said, new: Said) -> Iterator[str]:
    if old["max"] != new["max"]:
        yield labelled(_("满分"), from_to(old["max"], new["max"]))
    before, after = (clauses(item_says(said)) for said in (old, new))
    if before != after:
        yield labelled(_("分档"), from_to(before, after))


def _paper_changes(old: Said, new: Said) -> Iterator[str]:
    if old["required"] != new["required"]:
        yield _("改为必交") if new["required"] else _("改为选交")
    before, after = (" / ".join(said["accepts"]).upper() for said in (old, new))
    if before != after:
        yield labelled(_("文件种类"), from_to(before, after))


def _duty_changes(old: Said, new: Said) -> Iterator[str]:
    before, after = (_when(said) for said in (old, new))
    if before != after:
        yield labelled(_("期限"), from_to(before, after))


def _when(said: Said) -> str:
    """By when a duty falls due, or within which days a window is open."""
    due = said.get("due") or said.get("within") or ""
    return due or within_says(said.get("from"), said.get("until")) or _("未规定")


def _benefit_changes(old: Said, new: Said) -> Iterator[str]:
    before, after = (clauses(filter(None, benefit_says(said))) for said in (old, new))
    if before != after:
        yield from_to(before, after)
