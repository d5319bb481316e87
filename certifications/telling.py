"""Tells the enterprise what a step means for it: one letter, in the same transaction."""

from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from certifications.completeness import item_label
from certifications.moves import Move
from certifications.states import State
from enterprises.clock import now
from enterprises.models import Letter
from enterprises.post.writing import Draft, write


def tell(move: Move) -> None:
    """Write the letter that the step names, if it names one."""
    if not move.step.tells:
        return
    application = move.application
    round_ = Letter.objects.filter(about__startswith=application.subject).count() + 1
    write(
        Draft(
            kind=move.step.tells,
            about=f"{application.subject}/{round_}",
            due_on=move.today,
            enterprise=application.enterprise,
            words_zh=_words(move, "zh"),
            words_en=_words(move, "en"),
            link=f"/portal/applications/{application.reference}/",
        ),
        at=now(),
    )


def _last_day(move: Move) -> date | str:
    """The day the letter is about: the notice's last one, else when the next answer is due."""
    if move.step.to == State.PUBLIC_NOTICE:
        return move.application.notice_entry.notice.ends_on
    return move.application.due_on or ""


def _reason(move: Move, language: str) -> str:
    """Every defect of a return, numbered, with what is wanted; else the officer's own words."""
    defects = move.details.get("defects", []) if move.step.stops_clock else []
    with translation.override("en" if language == "en" else "zh-hans"):
        listed = [
            _("%(n)d. %(item)s——问题：%(says)s；要求：%(remedy)s")
            % {
                "n": number,
                "item": item_label(move.application, each["item"]),
                "says": each["says"],
                "remedy": each["remedy"],
            }
            for number, each in enumerate(defects, start=1)
        ]
    return "\n".join([*listed, move.note] if move.note else listed)


def _words(move: Move, language: str) -> dict[str, str | date]:
    application = move.application
    scheme = application.scheme
    return {
        "enterprise": application.enterprise.name,
        "scheme": scheme.name_zh if language == "zh" else scheme.name_en,
        "number": str(move.details.get("number", "")),
        "ends_on": _last_day(move),
        "days_left": "",
        "reason": _reason(move, language),
        "reference": application.reference,
        "link": f"/portal/applications/{application.reference}/",
    }
