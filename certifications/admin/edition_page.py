"""An edition as officers read it: every row with its source, its mark, or who confirmed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from certifications.admin.impact_page import impact_of
from certifications.catalogue.edition_differences import Line, between
from certifications.catalogue.edition_row import Row
from certifications.catalogue.edition_rows import sections
from certifications.editions import figures_asked, statements_asked
from certifications.loading import edition_before
from certifications.models import Edition, EditionDraft
from certifications.policy_desk.confirming import confirmed, mark_of, says_confirmed
from enterprises.vocabulary import fact_label


@dataclass(frozen=True)
class ShownRow:
    """One row with its mark; once confirmed, by whom and with which text."""

    row: Row
    mark: str
    confirmed: str = ""
    text_address: str = ""
    confirm_address: str = ""


@dataclass(frozen=True)
class ShownSection:
    code: str
    title: str
    rows: list[ShownRow]


@dataclass(frozen=True)
class Grouped:
    """Differences under one heading."""

    about: str
    lines: list[str]


def page_of(edition: Edition, *, may_confirm: bool = False) -> dict[str, Any]:
    """Everything that the page of an edition shows."""
    shown = list(shown_sections(edition, may_confirm=may_confirm))
    before = edition_before(edition)
    return {
        "edition": edition,
        "mark": mark_of(edition, "edition", edition.verified),
        "sections": shown,
        "unconfirmed": unconfirmed(shown),
        "figures": [(fact_label(code), years) for code, years in figures_asked(edition)],
        "statements": [fact_label(code) for code in statements_asked(edition)],
        "cases": len((edition.rules.get("cases") or {}).get("list", ())),
        "before": before,
        "differences": grouped(between(before, edition)) if before else [],
        "impact": _impact(edition),
    }


def shown_sections(edition: Edition, *, may_confirm: bool = False) -> Iterator[ShownSection]:
    for section in sections(edition):
        rows = [_shown(edition, row, may_confirm=may_confirm) for row in section.rows]
        yield ShownSection(section.code, section.title, rows)


def _shown(edition: Edition, row: Row, *, may_confirm: bool) -> ShownRow:
    mark = mark_of(edition, row.item, row.verified)
    known = confirmed(edition).get(row.item)
    if known:
        where = [edition.pk, known.paper.sha256]
        text = reverse("admin:certifications_edition_text", args=where)
        return ShownRow(row, "", says_confirmed(known), text)
    if not (mark and may_confirm):
        return ShownRow(row, mark)
    here = reverse("admin:certifications_edition_confirm", args=[edition.pk, row.item])
    return ShownRow(row, mark, confirm_address=here)


def unconfirmed(shown: list[ShownSection]) -> list[ShownRow]:
    """The rows that still wait for the official text."""
    return [each for section in shown for each in section.rows if each.mark]


def grouped(lines: list[Line]) -> list[Grouped]:
    """Differences by heading, in their order."""
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(line.about, []).append(line.says)
    return [Grouped(about, says) for about, says in found.items()]


def _impact(edition: Edition) -> dict[str, Any]:
    """What was computed before the policy desk published it; nothing for one from the seed files."""
    draft = EditionDraft.objects.filter(edition=edition).select_related("published_by").first()
    if draft is None:
        return {}
    by = {"who": draft.published_by, "preparer": draft.prepared_by}
    says = _("由 %(preparer)s 起草，%(who)s 发布") % by
    return {"draft": draft, "published_says": says, **impact_of(draft, edition)}
