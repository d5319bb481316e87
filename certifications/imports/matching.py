"""Which enterprise of the register a list means: by code, else by a name that only one has had."""

from collections import defaultdict
from typing import NamedTuple

from django.utils.translation import gettext as _

from enterprises import credit_code, names
from enterprises.imports.report import Judged
from enterprises.models import Enterprise, NameSpan
from enterprises.punctuation import series


class Known(NamedTuple):
    """What matching needs to know of a registered enterprise."""

    pk: int
    credit_code: str
    name: str
    is_branch: bool


class Register:
    """Every code and every name, today's and former, read once for an import."""

    def __init__(self) -> None:
        rows = Enterprise.objects.values_list("pk", "credit_code", "name", "kind").iterator()
        known = [
            Known(pk, code, name, kind == Enterprise.Kind.BRANCH) for pk, code, name, kind in rows
        ]
        by_pk = {each.pk: each for each in known}
        self.by_code = {each.credit_code: each for each in known}
        self.by_name: dict[str, set[Known]] = defaultdict(set)
        for each in known:
            self.by_name[names.key(each.name)].add(each)
        spans = NameSpan.objects.filter(until__isnull=False).values_list("enterprise", "name")
        for pk, name in spans.iterator():
            self.by_name[names.key(name)].add(by_pk[pk])

    def match(self, row: Judged) -> Known | None:
        """The one enterprise that the row means; None with a blocking finding otherwise."""
        code = row.credit_code
        if code in self.by_code:
            return self._by_code(row, self.by_code[code])
        flaw = credit_code.flaw(code) if code else None
        if code and flaw is None:
            says = _("代码 %(code)s 未在册，请先登记该企业，再导入名单。") % {"code": code}
            row.block("unmatched", says, "credit_code")
            return None
        if flaw:
            says = flaw.says + _("改按名称匹配。")
            row.advise("code_not_used", says, "credit_code")
        return self._by_name(row)

    def _by_code(self, row: Judged, known: Known) -> Known | None:
        if known in self.by_name.get(names.key(row.name), set()):
            return self._legal_person(row, known)
        says = _("代码登记的是“%(name)s”，与名单中的名称不符，请核对是否更名或错行。")
        row.block("name_differs", says % {"name": known.name}, "name")
        return None

    def _by_name(self, row: Judged) -> Known | None:
        found = self.by_name.get(names.key(row.name), set())
        if len(found) == 1:
            return self._legal_person(row, next(iter(found)))
        if found:
            codes = series(sorted(each.credit_code for each in found))
            says = _("有 %(n)d 家企业用过这个名称（%(codes)s），请在名单中补填代码。")
            row.block("ambiguous", says % {"n": len(found), "codes": codes}, "name")
            return None
        says = _("没有名称相符的在册企业，请补填代码，或先登记该企业。")
        row.block("unmatched", says, "name")
        return None

    def _legal_person(self, row: Judged, known: Known) -> Known | None:
        row.credit_code = known.credit_code
        if known.is_branch:
            row.block("branch", _("是分支机构，不能取得称号，请核对名单。"), "name")
            return None
        return known
