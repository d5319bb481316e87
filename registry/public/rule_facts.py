"""What stands on top of an edition: who recognises, where it is recorded, how long it holds, its kin."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from certifications.catalogue.edition_words import validity_says
from certifications.ladder_words import scheme_names
from certifications.models import Edition, Scheme
from certifications.policy_desk.confirming import mark_of, says_verified
from enterprises.models import Office
from enterprises.models.naming import in_language
from enterprises.punctuation import series
from enterprises.templatetags.reading import day as spelt

OWN = "own"
Said = Mapping[str, Any]


@dataclass(frozen=True)
class Fact:
    """A pair of the head: its name, its words, further words, and its mark."""

    label: str
    says: str
    notes: tuple[str, ...] = ()
    mark: str = ""


def facts(edition: Edition) -> list[Fact]:
    """The head of an edition, in the order in which people ask."""
    rules = edition.rules
    found = [
        _in_force(edition),
        Fact(_("谁认定"), recogniser(rules)),
        _system(edition),
        Fact(_("以什么为凭"), str(edition.scheme.get_form_display()), _number(rules)),
        _valid(edition),
    ]
    if years := rules.get("bar_years"):
        found.append(Fact(_("撤销之后"), _("%d 年内不得再次申报") % int(years)))
    return found


def recogniser(rules: Said) -> str:
    """The office of the city, or the authority above it."""
    office = Office.objects.filter(code=rules["recognised_by"] or "").first()
    return (
        str(office)
        if office
        else in_language(rules.get("authority", ""), rules.get("authority_en", ""))
    )


def _in_force(edition: Edition) -> Fact:
    in_force = edition.rules["in_force"]
    says = _("自%s起") % spelt(edition.in_force_from) if edition.in_force_from else _("起始日不明")
    if edition.in_force_until:
        says = _("%(first)s至 %(last)s") % {
            "first": spelt(edition.in_force_from), "last": spelt(edition.in_force_until),
        }  # fmt: skip
    notes = [_note(in_force)]
    if edition.renewals_until:
        notes.append(_("复核沿用至 %s") % spelt(edition.renewals_until))
    mark = mark_of(edition, "in_force", in_force.get("verified", "yes"))
    return Fact(_("施行期间"), says, tuple(filter(None, notes)), mark)


def _system(edition: Edition) -> Fact:
    said = edition.rules.get("system_of_record") or {"kind": OWN}
    if said["kind"] == OWN:
        return Fact(_("在哪里申报和登记"), _("本系统"))
    name = in_language(said["name_zh"], said["name_en"])
    outcome = _("结果以编号返回") if said["outcome"] == "number" else _("结果以名单返回")
    notes = (said["address"] or "", outcome)
    mark = mark_of(edition, "system_of_record", said["verified"])
    return Fact(_("在哪里申报和登记"), name, tuple(filter(None, notes)), mark)


def _number(rules: Said) -> tuple[str, ...]:
    number = rules.get("number")
    if not number:
        return ()
    label = in_language(number["label_zh"], number["label_en"])
    like = _("%(label)s，如 %(example)s") % {"label": label, "example": number["example"]}
    return tuple(filter(None, (like, _note(number))))


def _valid(edition: Edition) -> Fact:
    validity = edition.rules["validity"]
    mark = mark_of(edition, "validity", validity["verified"])
    notes = tuple(filter(None, (_note(validity),)))
    return Fact(_("有效期"), validity_says(validity), notes, mark)


def _note(said: Said) -> str:
    return in_language(said.get("note_zh", ""), said.get("note_en", ""))


@dataclass(frozen=True)
class Tie:
    """How a title stands to others: needed before, shut out by, or opened by them."""

    says: str
    since: str
    note: str
    source: str
    mark: str


def ties(scheme: Scheme) -> list[Tie]:
    """The edges of the ladder at this title."""
    return [*_needs(scheme), *_excludes(scheme), *_shortcuts(scheme)]


def _needs(scheme: Scheme) -> Iterator[Tie]:
    for said in _latest(scheme.relations.get("needs", ())):
        names = series(scheme_names(said["any_of"]))
        says = _("须先持有有效的%s") if len(said["any_of"]) == 1 else _("须先持有有效的%s之一")
        yield _tie(said, says % names)


def _latest(needs: Iterable[Said]) -> list[Said]:
    """What is asked for by the rules of today; what an earlier edition asked is in that edition."""
    listed = sorted(needs, key=lambda said: said.get("since") or "")
    return listed[-1:]


def _excludes(scheme: Scheme) -> Iterator[Tie]:
    for said in scheme.relations.get("excludes", ()):
        yield _tie(said, _("持有%s的不再新申报") % series(scheme_names([said["scheme"]])))


def _shortcuts(scheme: Scheme) -> Iterator[Tie]:
    for said in scheme.relations.get("shortcuts", ()):
        yield _tie(said, _("持有有效的%s可以直通") % series(scheme_names([said["from"]])))


def _tie(said: Said, says: str) -> Tie:
    since = _("自 %s 起") % said["since"] if said.get("since") else ""
    note = in_language(said.get("note", ""), said.get("note_en", ""))
    return Tie(says, since, note, said["source"], says_verified(said["verified"]))
