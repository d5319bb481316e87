"""What a step is, what a move along it is, and the sentences that refuse one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certifications.models import Application
from certifications.states import State
from enterprises.models import User


class Role(StrEnum):
    """Who may take a step."""

    SUBMITTER = "submitter"
    DISTRICT_OFFICER = "district_officer"
    CITY_OFFICER = "city_officer"


ROLE_NAMES = {
    Role.SUBMITTER: _("企业的提交人"),
    Role.DISTRICT_OFFICER: _("区市主管部门的经办人"),
    Role.CITY_OFFICER: _("市级主管部门的经办人"),
}


@dataclass(frozen=True)
class Move:
    """One attempt at a step: which case, by whom, on which day, with what particulars."""

    application: Application
    step: "Step"
    by: User
    today: date
    note: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


Need = Callable[[Move], str]
Consequence = Callable[[Move], None]


@dataclass(frozen=True)
class Step:
    """One line of a procedure: from where to where, by whom, what it needs, what follows."""

    code: str
    says: str | Promise
    starts: State | tuple[State, ...]
    to: State
    by: Role
    needs: tuple[Need, ...] = ()
    answer_within: str = ""
    stops_clock: bool = False
    resumes_clock: bool = False
    then: Consequence | None = None
    tells: str = ""

    @property
    def from_states(self) -> tuple[State, ...]:
        return self.starts if isinstance(self.starts, tuple) else (self.starts,)


class Refused(Exception):
    """A step that was not taken; the text is a sentence for the screen."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = list(sentences)


class WrongMoment(Refused):
    """The case is not where this step begins."""


class WrongPerson(Refused):
    """This step belongs to somebody else."""


class NotReady(Refused):
    """Something is missing; each sentence says what, and what to do."""
