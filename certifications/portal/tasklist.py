"""The tasks of an application with their state: filled, begun, open, or to be corrected."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.completeness import Lack, lacks
from certifications.editions import requirements, statements_asked
from certifications.models import Application, Defect
from certifications.portal.years import figures_by_year
from certifications.states import EDITABLE, State


class TaskState(StrEnum):
    DONE = "done"
    BEGUN = "working"
    OPEN = "draft"
    DEFECT = "attention"
    WAITS = "waits"
    READY = "ready"


SAYS: dict[TaskState, Promise] = {
    TaskState.DONE: gettext_lazy("已完成"),
    TaskState.BEGUN: gettext_lazy("进行中"),
    TaskState.OPEN: gettext_lazy("未填写"),
    TaskState.DEFECT: gettext_lazy("需补正"),
    TaskState.WAITS: gettext_lazy("暂不能提交"),
    TaskState.READY: gettext_lazy("可以提交"),
}


@dataclass(frozen=True)
class Task:
    """One line of the list: where it leads, its state, and how much of it is there."""

    title: str
    hint: str
    address: str
    state: TaskState

    @property
    def state_says(self) -> Any:
        return SAYS[self.state]


@dataclass(frozen=True)
class TaskList:
    """Groups of tasks, and what is missing in all of them."""

    groups: list[tuple[str, list[Task]]]
    missing: list[Lack]
    defects: list[Defect]


def task_list(application: Application, today: date) -> TaskList:
    """Everything that is to be done for this application, in the order of the form."""
    missing = lacks(application, today)
    defects = open_defects(application)
    unanswered = [defect for defect in defects if not defect.answer]
    wrong = {defect.item for defect in unanswered}
    lacking = {lack.item for lack in missing}
    groups = [
        (_("年度数据"), _year_tasks(application, today, lacking, wrong)),
        (_("申报情况"), [_statement_task(application, lacking, wrong)]),
        (_("材料"), [_material_task(application, lacking, wrong)]),
        (
            _("核对与提交"),
            [
                *_answer_tasks(application, defects),
                _check_task(application, missing, bool(unanswered)),
            ],
        ),
    ]
    return TaskList([(title, tasks) for title, tasks in groups if tasks], missing, defects)


def open_defects(application: Application) -> list[Defect]:
    """The defects of the last return, while the case is with the enterprise to correct."""
    if application.state != State.CORRECTION:
        return []
    return list(application.defects.filter(round=application.times_returned))


def _year_tasks(
    application: Application, today: date, lacking: set[str], wrong: set[str]
) -> list[Task]:
    return [
        Task(
            _("%(year)d 年") % {"year": year},
            _there(len(codes), [f"{code}-{year}" for code in codes], lacking),
            reverse("portal:figures", args=[application.reference, year]),
            _state([f"{code}-{year}" for code in codes], lacking, wrong),
        )
        for year, codes in figures_by_year(application, today).items()
    ]


def _statement_task(application: Application, lacking: set[str], wrong: set[str]) -> Task:
    codes = statements_asked(application.edition)
    return Task(
        _("企业情况说明"),
        _there(len(codes), codes, lacking),
        reverse("portal:statements", args=[application.reference]),
        _state(codes, lacking, wrong),
    )


def _material_task(application: Application, lacking: set[str], wrong: set[str]) -> Task:
    asked = requirements(application.edition)
    needed = [requirement.code for requirement in asked if requirement.required]
    state = _state(needed, lacking, wrong)
    if wrong & {requirement.code for requirement in asked}:
        state = TaskState.DEFECT
    return Task(
        _("上传材料"),
        _there(len(needed), needed, lacking),
        reverse("portal:materials", args=[application.reference]),
        state,
    )


def _answer_tasks(application: Application, defects: list[Defect]) -> list[Task]:
    if not defects:
        return []
    left = sum(not defect.answer for defect in defects)
    state = TaskState.DEFECT if left else TaskState.DONE
    words = {"all": len(defects), "done": len(defects) - left}
    hint = _("共 %(all)d 项，已答复 %(done)d 项") % words
    address = reverse("portal:defects", args=[application.reference])
    return [Task(_("逐项答复补正事项"), hint, address, state)]


def _check_task(application: Application, missing: list[Lack], is_unanswered: bool) -> Task:
    address = reverse("portal:check", args=[application.reference])
    if application.state not in EDITABLE:
        return Task(_("查看全部内容"), "", address, TaskState.DONE)
    title = _("核对全部内容并提交")
    if missing:
        return Task(title, _("还缺 %(n)d 项") % {"n": len(missing)}, address, TaskState.WAITS)
    if is_unanswered:
        return Task(title, _("补正事项答复完才能提交"), address, TaskState.WAITS)
    return Task(title, _("内容已齐，请核对后提交"), address, TaskState.READY)


def _there(asked: int, items: Iterable[str], lacking: set[str]) -> str:
    return _("应填 %(asked)d 项，已有 %(there)d 项") % {
        "asked": asked,
        "there": asked - len(lacking.intersection(items)),
    }


def _state(items: list[str], lacking: set[str], wrong: set[str]) -> TaskState:
    if wrong.intersection(items):
        return TaskState.DEFECT
    left = lacking.intersection(items)
    if not left:
        return TaskState.DONE
    return TaskState.OPEN if len(left) == len(items) else TaskState.BEGUN
