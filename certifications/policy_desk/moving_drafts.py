"""改用新规则: open drafts move to the edition that judges from today on, and their members are told how.

A draft that was never handed in is judged by the edition of the day on which it will be; whatever was
submitted keeps its edition. See docs/decisions/0026-drafts-move-submitted-stay.md.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from certifications.catalogue.edition_differences import between
from certifications.editions import NoEdition, edition_for, requirements, statements_asked
from certifications.models import Application, Edition, Material, Scheme
from certifications.states import State
from enterprises import journal
from enterprises.clock import now
from enterprises.papers import ending_of
from enterprises.post.writing import Draft, write
from enterprises.punctuation import labelled, series
from enterprises.vocabulary import fact_label

logger = logging.getLogger(__name__)
LETTER = "rules_changed"
LANGUAGES = {"zh": "zh-hans", "en": "en"}


@dataclass(frozen=True)
class SetAside:
    """What a draft held and the new edition no longer asks for: answers and papers."""

    claims: dict[str, object]
    papers: list[Material]


def move(today: date, scheme: Scheme | None = None) -> int:
    """Move every open draft that another edition judges from today; return how many moved.

    One that cannot be moved is logged and does not stop the others.
    """
    moved = 0
    for pk in list(_drafts(today, scheme).values_list("pk", flat=True)):
        try:
            moved += _move(pk, today)
        except Exception:
            logger.exception("a draft could not be moved to its new edition", extra={"pk": pk})
    return moved


def _drafts(today: date, scheme: Scheme | None) -> QuerySet[Application]:
    """Drafts that were never handed in and still can be."""
    drafts = Application.objects.filter(
        state=State.DRAFT, submitted_on__isnull=True, batch__closes_on__gte=today
    )
    return drafts.filter(scheme=scheme) if scheme else drafts


@transaction.atomic
def _move(pk: int, today: date) -> bool:
    locked = Application.objects.select_for_update(of=("self",)).with_everything()
    draft = locked.get(pk=pk)
    judging = _judging(draft, today)
    if draft.state != State.DRAFT or judging is None or judging.pk == draft.edition_id:
        return False
    old, aside = draft.edition, _set_aside(draft, judging)
    draft.claims = {fact: said for fact, said in draft.claims.items() if fact not in aside.claims}
    draft.edition, draft.moved_from, draft.moved_on = judging, old, today
    draft.save(update_fields=["claims", "edition", "moved_from", "moved_on"])
    Material.objects.filter(pk__in=[each.pk for each in aside.papers]).update(removed_at=now())
    _write_down(draft, old, aside)
    _tell(draft, old, aside, today)
    return True


def _judging(draft: Application, today: date) -> Edition | None:
    """The edition that would judge it, were it handed in today."""
    try:
        return edition_for(draft.scheme, draft.batch.kind, today)
    except NoEdition:
        return None


def _set_aside(draft: Application, judging: Edition) -> SetAside:
    told = [fact for fact in statements_asked(draft.edition) if fact in draft.claims]
    gone = [fact for fact in told if fact not in statements_asked(judging)]
    takes = {need.code: need.accepts for need in requirements(judging)}
    given = draft.materials.filter(removed_at=None).select_related("paper")
    return SetAside(
        {fact: draft.claims[fact] for fact in gone},
        [each for each in given if ending_of(each.paper) not in takes.get(each.requirement, ())],
    )


def _write_down(draft: Application, old: Edition, aside: SetAside) -> None:
    detail = {
        "edition_from": old.code,
        "edition_to": draft.edition.code,
        "set_aside": aside.claims,
        "papers": [
            {"requirement": each.requirement, "file": each.file_name, "sha256": each.paper.sha256}
            for each in aside.papers
        ],
    }
    journal.record(draft.subject, "move_to_edition", by=None, detail=detail)


def _tell(draft: Application, old: Edition, aside: SetAside, today: date) -> None:
    """One letter for each edition that a draft moves to."""
    link = f"/portal/applications/{draft.reference}/"
    write(
        Draft(
            kind=LETTER,
            about=f"{draft.subject}/edition/{draft.edition.code}",
            due_on=today,
            enterprise=draft.enterprise,
            words_zh=_words(draft, old, aside, link, "zh"),
            words_en=_words(draft, old, aside, link, "en"),
            link=link,
        ),
        at=now(),
    )


def _words(
    draft: Application, old: Edition, aside: SetAside, link: str, language: str
) -> dict[str, str | date]:
    with translation.override(LANGUAGES[language]):
        return {
            "enterprise": draft.enterprise.name,
            "scheme": draft.scheme.name,
            "edition": draft.edition.name,
            "link": link,
            "reason": "\n".join(_said(draft, old, aside)),
        }


def _said(draft: Application, old: Edition, aside: SetAside) -> Iterator[str]:
    """The differences, numbered; then what is kept and what was set aside."""
    for number, line in enumerate(between(old, draft.edition), start=1):
        yield f"{number}. {line}"
    yield _("其余已填的内容和材料都已保留。")
    if aside.claims:
        facts = series(fact_label(fact) for fact in aside.claims)
        yield labelled(_("新规则不再询问，已移出申请"), facts)
    if aside.papers:
        files = series(each.file_name for each in aside.papers)
        yield labelled(_("新规则不再收取，已移出申请"), files)
