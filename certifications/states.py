"""The places a case can be in. What leads from one to another stands in procedure.py."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """环节: where an application is."""

    DRAFT = "draft", _("填报中")
    SUBMITTED = "submitted", _("待受理")
    DISTRICT_REVIEW = "district_review", _("区市审核")
    CORRECTION = "correction", _("待补正")
    CITY_CHECK = "city_check", _("市级审查")
    THIRD_PARTY_REVIEW = "third_party_review", _("第三方审核")
    EXPERT_REVIEW = "expert_review", _("专家评审")
    REVIEWED = "reviewed", _("待公示")
    PUBLIC_NOTICE = "public_notice", _("公示中")
    RECOGNISED = "recognised", _("已认定")
    NOT_ACCEPTED = "not_accepted", _("不予受理")
    NOT_RECOGNISED = "not_recognised", _("不予认定")
    WITHDRAWN = "withdrawn", _("已撤回")


CLOSED = (State.RECOGNISED, State.NOT_ACCEPTED, State.NOT_RECOGNISED, State.WITHDRAWN)
DENIED = (State.NOT_ACCEPTED, State.NOT_RECOGNISED)
OPEN = tuple(state for state in State if state not in CLOSED)
WITH_ENTERPRISE = (State.DRAFT, State.CORRECTION)
WITH_DISTRICT = (State.SUBMITTED, State.DISTRICT_REVIEW)
CITY_REVIEW = (State.CITY_CHECK, State.THIRD_PARTY_REVIEW, State.EXPERT_REVIEW)
WITH_CITY = (*CITY_REVIEW, State.REVIEWED, State.PUBLIC_NOTICE)
EDITABLE = WITH_ENTERPRISE
