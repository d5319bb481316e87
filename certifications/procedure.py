"""The procedures: one table a road. From where, to where, by whom, what it needs, what follows.

An edition names its road and holds the lengths of the terms named here (`answer_within`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications import guards, notices, recognition, reviewing, submissions
from certifications.moves import Need, Role, Step
from certifications.states import State

ENTRY = (
    Step("submit", _("提交"), State.DRAFT, State.SUBMITTED, by=Role.SUBMITTER,
         needs=(guards.batch_open, guards.offices_answer, guards.complete, guards.undertaken),
         answer_within="acceptance", then=submissions.take_in),
    Step("withdraw", _("撤回"), (State.DRAFT, State.SUBMITTED, State.CORRECTION), State.WITHDRAWN,
         by=Role.SUBMITTER, then=recognition.close_without),
    Step("accept", _("受理"), State.SUBMITTED, State.DISTRICT_REVIEW, by=Role.DISTRICT_OFFICER,
         answer_within="district_review", tells="accepted"),
    Step("refuse_acceptance", pgettext_lazy("step", "不予受理"), State.SUBMITTED, State.NOT_ACCEPTED, by=Role.DISTRICT_OFFICER,
         needs=(guards.reason_given,), then=recognition.close_without, tells="not_recognised"),
    Step("return_for_correction", _("退回补正"), State.DISTRICT_REVIEW, State.CORRECTION, by=Role.DISTRICT_OFFICER,
         needs=(guards.defects_listed, guards.returned_once_only), answer_within="correction", stops_clock=True,
         then=reviewing.list_defects, tells="returned_for_correction"),
    Step("resubmit", _("补正后提交"), State.CORRECTION, State.DISTRICT_REVIEW, by=Role.SUBMITTER,
         needs=(guards.defects_answered, guards.complete), answer_within="district_review", resumes_clock=True,
         then=submissions.freeze),
    Step("not_recommend", pgettext_lazy("step", "不予推荐"), State.DISTRICT_REVIEW, State.NOT_RECOGNISED, by=Role.DISTRICT_OFFICER,
         needs=(guards.reason_given,), then=recognition.close_without, tells="not_recognised"),
)  # fmt: skip

ENDING = (
    Step("open_notice", _("开启公示"), State.REVIEWED, State.PUBLIC_NOTICE, by=Role.CITY_OFFICER,
         needs=(guards.notice_can_open,), answer_within="recognition",
         then=notices.open_notice, tells="notice_opened"),
    Step("recognise", _("认定"), State.PUBLIC_NOTICE, State.RECOGNISED, by=Role.CITY_OFFICER,
         needs=(guards.notice_has_run, guards.no_open_objection, guards.number_fits),
         then=recognition.grant, tells="recognised"),
    Step("decline_after_objection", pgettext_lazy("step", "异议成立，不予认定"), State.PUBLIC_NOTICE, State.NOT_RECOGNISED,
         by=Role.CITY_OFFICER, needs=(guards.objection_upheld, guards.reason_given),
         then=recognition.close_without, tells="not_recognised"),
)  # fmt: skip


def examined(
    state: State, name: str | Promise, *, within: str, needs: tuple[Need, ...] = ()
) -> tuple[Step, ...]:
    """The middle of a road: the district recommends, the city's examination is recorded."""
    # fmt: off
    return (
        Step("recommend", _("推荐"), State.DISTRICT_REVIEW, state, by=Role.DISTRICT_OFFICER,
             needs=(guards.no_criterion_unmet,), answer_within=within,
             then=submissions.confirm_figures),
        Step("record_review", name, state, State.REVIEWED, by=Role.CITY_OFFICER,
             needs=(guards.review_concluded, guards.no_criterion_unmet, *needs),
             answer_within="city_review", then=reviewing.record_review),
        Step("decline", pgettext_lazy("step", "不予认定"), state, State.NOT_RECOGNISED, by=Role.CITY_OFFICER,
             needs=(guards.reason_given,), then=reviewing.record_failure, tells="not_recognised"),
    )
    # fmt: on


@dataclass(frozen=True)
class Road:
    """程序: the whole table of one way from draft to decision."""

    code: str
    says: str | Promise
    steps: tuple[Step, ...]

    def step(self, code: str) -> Step:
        return next(step for step in self.steps if step.code == code)

    def leaving(self, state: str) -> Iterator[Step]:
        return (step for step in self.steps if state in step.from_states)


EVALUATED = Road(
    "evaluated",
    _("评价入库"),
    (*ENTRY, *examined(State.CITY_CHECK, _("登记市级审查结论"), within="city_review"), *ENDING),
)
CITY_RECOGNISED = Road(
    "city_recognised",
    _("市级认定"),
    (
        *ENTRY,
        *examined(State.THIRD_PARTY_REVIEW, _("登记第三方审核结论"), within="expert_review"),
        *ENDING,
    ),
)
HIGH_TECH = Road(
    "high_tech",
    _("高新技术企业认定"),
    (
        *ENTRY,
        *examined(
            State.EXPERT_REVIEW,
            _("登记专家评审结论"),
            within="expert_review",
            needs=(guards.expert_score_passes,),
        ),
        *ENDING,
    ),
)
CITY_SELECTED = Road(
    "city_selected",
    _("市级评选"),
    (*ENTRY, *examined(State.EXPERT_REVIEW, _("登记评审结论"), within="expert_review"), *ENDING),
)

ROADS = {road.code: road for road in (EVALUATED, CITY_RECOGNISED, HIGH_TECH, CITY_SELECTED)}
