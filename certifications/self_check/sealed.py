"""Answers sealed for the way from the public's page to the enterprise's draft.

Nothing is kept on our side: the browser carries them, signed and dated, for an hour at most.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from certifications.self_check import values
from certifications.self_check.answers import Answers
from certifications.self_check.limits import HOUR
from enterprises.facts import Value

SALT = "self-check"


class SealBroken(ValueError):
    """Not sealed by us, or too long ago; the sentence says what to do."""


@dataclass(frozen=True)
class Sealed:
    """Answers, and the title they were given for (none where all rungs were looked at)."""

    scheme: str
    answers: Answers


def seal(scheme: str, answers: Answers) -> str:
    """The answers as signed text."""
    return signing.dumps(
        {
            "scheme": scheme,
            "on": answers.on.isoformat(),
            "known": _texts(answers.known),
            "years": {str(back): _texts(figures) for back, figures in answers.years.items()},
        },
        salt=SALT,
        compress=True,
    )


def unseal(text: str) -> Sealed:
    """What was sealed within the hour. Raises SealBroken."""
    try:
        said = signing.loads(text, salt=SALT, max_age=HOUR)
    except signing.SignatureExpired as error:
        raise SealBroken(
            _("自测的答案已过一小时，不再带入。请重新自测，或直接在申请中填写。")
        ) from error
    except signing.BadSignature as error:
        raise SealBroken(
            _("收到的不是本站自测的答案，没有带入任何数据。请从自测页面重新带入。")
        ) from error
    years = {int(back): _values(figures) for back, figures in said["years"].items()}
    answers = Answers(date.fromisoformat(said["on"]), _values(said["known"]), years)
    return Sealed(said["scheme"], answers)


def _texts(known: Any) -> dict[str, str]:
    """Only what was answered, in base units."""
    return {code: _text(value) for code, value in known.items() if value is not None}


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{Decimal(value or 0):f}"


def _values(said: dict[str, str]) -> dict[str, Value]:
    return {code: values.read(code, text) for code, text in said.items()}
