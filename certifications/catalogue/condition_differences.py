"""How one condition differs from another, in words: limits from old to new where the shape stayed."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from certifications.catalogue.edition_row import KINDS
from certifications.catalogue.edition_words import applies_says, from_to
from certifications.rules import wording
from certifications.rules.conditions import Compare, Condition, Holds, NoKinHolds, read
from enterprises.models.naming import in_language
from enterprises.vocabulary import fact_label

Said = Mapping[str, Any]


def criterion_changes(old: Said, new: Said) -> Iterator[str]:
    """What changed of one criterion: its kind, its test, for whom it is, what waives it."""
    if old["kind"] != new["kind"]:
        yield from_to(KINDS[old["kind"]], KINDS[new["kind"]])
    yield from test_changes(old, new)
    everybody = _("首次申报和复核均适用")
    before, after = (applies_says(said) or everybody for said in (old, new))
    if before != after:
        yield from_to(before, after)
    yield from _waiver_changes(old.get("waived_by", ()), new.get("waived_by", ()))


def test_changes(old: Said, new: Said) -> Iterator[str]:
    """What changed of the test that a row carries."""
    before, after = read(old), read(new)
    if before == after:
        return
    if _shape(before) == _shape(after):
        pairs = zip(before.leaves(), after.leaves(), strict=True)
        yield from (_leaf(one, other) for one, other in pairs if one != other)
    else:
        yield from_to(wording.says(before), wording.says(after))


def _shape(condition: Condition) -> Any:
    """What a test is about, apart from its limits: comparable part by part."""
    if parts := condition.parts():
        return (type(condition), *(_shape(part) for part in parts))
    return (type(condition), *(condition.facts() if isinstance(condition, Compare) else ()))


def _leaf(old: Condition, new: Condition) -> str:
    if isinstance(old, Compare) and isinstance(new, Compare):
        says = _("“%(fact)s”由 %(old)s 改为 %(new)s")
        limits = {"old": wording.says_limit(old), "new": wording.says_limit(new)}
        return says % {"fact": fact_label(old.fact), **limits}
    if isinstance(old, (Holds, NoKinHolds)) and isinstance(new, (Holds, NoKinHolds)):
        return from_to(wording.titles(old.schemes), wording.titles(new.schemes))
    return from_to(wording.says(old), wording.says(new))


def _waiver_changes(before: Any, after: Any) -> Iterator[str]:
    old, new = ({each["code"]: each for each in rows} for rows in (before, after))
    for code, said in new.items():
        if code not in old:
            yield _("新增可免情形“%(row)s”") % {"row": _says(said)}
        elif read(old[code]) != read(said):
            yield from test_changes(old[code], said)
    for code, said in old.items():
        if code not in new:
            yield _("取消可免情形“%(row)s”") % {"row": _says(said)}


def _says(said: Said) -> str:
    return in_language(said["says_zh"], said["says_en"])
