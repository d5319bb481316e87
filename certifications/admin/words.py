"""How verdicts are worded for officers."""

from django.utils.translation import gettext_lazy

from certifications.rules.verdicts import Verdict

VERDICTS = {
    Verdict.MET: gettext_lazy("符合"),
    Verdict.NOT_MET: gettext_lazy("不符合"),
    Verdict.UNKNOWN: gettext_lazy("数据不足"),
    Verdict.WAIVED: gettext_lazy("免于此项"),
}
