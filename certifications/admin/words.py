"""How facts, verdicts and checks are worded for officers."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.verdicts import Verdict
from enterprises.models import ResearchBody
from enterprises.models.naming import Verified
from enterprises.vocabulary import fact_unit, says_value, words

VERDICTS = {
    Verdict.MET: gettext_lazy("符合"),
    Verdict.NOT_MET: gettext_lazy("不符合"),
    Verdict.UNKNOWN: gettext_lazy("数据不足"),
}
MARKS = {
    Verified.YES: "",
    Verified.PARTIAL: gettext_lazy("依据部分核对"),
    Verified.NO: gettext_lazy("依据未经官方文本核对"),
}


def is_a_fact(code: str) -> bool:
    return code in words()


def says_fact(code: str, value: Any) -> str:
    """A fact's value as people read it: 3,000.00 万元, 8.00%, 是."""
    if value is not None and fact_unit(code) == "level":
        return str(ResearchBody.Level(int(value)).label) if int(value) else _("无")
    return says_value(value, fact_unit(code))


def says_verified(mark: str) -> str:
    """The mark that travels with a rule that was not fully checked; nothing when it was."""
    return str(MARKS.get(Verified(mark), ""))
