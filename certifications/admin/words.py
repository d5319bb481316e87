"""How facts, verdicts and checks are worded for officers."""

from django.utils.translation import gettext_lazy

from certifications.verdicts import Verdict
from enterprises.models.naming import Verified
from enterprises.vocabulary import words

VERDICTS = {
    Verdict.MET: gettext_lazy("符合"),
    Verdict.NOT_MET: gettext_lazy("不符合"),
    Verdict.UNKNOWN: gettext_lazy("数据不足"),
    Verdict.WAIVED: gettext_lazy("免于此项"),
}
MARKS = {
    Verified.YES: "",
    Verified.PARTIAL: gettext_lazy("依据部分核对"),
    Verified.NO: gettext_lazy("依据未经官方文本核对"),
}


def is_a_fact(code: str) -> bool:
    return code in words()


def says_verified(mark: str) -> str:
    """The mark that travels with a rule that was not fully checked; nothing when it was."""
    return str(MARKS.get(Verified(mark), ""))
