"""The copy sheet of a title that is recorded on another platform: a page to print, and a workbook."""

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certifications import copy_sheet
from certifications.copy_sheet import Entry, Sheet
from certifications.models import Scheme
from certifications.portal.showing import show
from certifications.portal.visitor import Visitor, members_only
from certifications.spreadsheet import XLSX, Leaf, as_xlsx
from enterprises.punctuation import labelled

WIDTHS = (28, 8, 22, 8, 22, 14)


@require_safe
@members_only
def page(request: HttpRequest, visitor: Visitor, scheme: str) -> HttpResponse:
    """What the platform asks, in its order, with what we know."""
    found = _sheet(visitor, scheme)
    return show(request, visitor, "copy_sheet.html", tab="climb", sheet=found)


@require_safe
@members_only
def workbook(request: HttpRequest, visitor: Visitor, scheme: str) -> HttpResponse:
    """The same as a file."""
    found = _sheet(visitor, scheme)
    name = f"{found.edition.scheme.name}-{_('抄写单')}-{found.on.isoformat()}.xlsx"
    answer = HttpResponse(as_xlsx(leaf_of(found)), content_type=XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer


def _sheet(visitor: Visitor, scheme: str) -> Sheet:
    """The sheet of the enterprise spoken for; a title that is recorded with us has none."""
    wanted = get_object_or_404(Scheme, code=scheme)
    found = copy_sheet.sheet(visitor.enterprise, wanted, visitor.today)
    if found is None:
        raise Http404
    return found


def leaf_of(found: Sheet) -> Leaf:
    """The workbook's sheet: who, for what, on which day; then a line for each field."""
    firm = found.enterprise
    order = _("按平台填报次序") if found.platform.order_is_seen else _("平台实际次序未核实")
    return Leaf(
        _("抄写单"),
        (_("项目"), _("年度"), _("填写值（可直接复制）"), _("单位"), _("读法"), _("来源")),
        [_cells(each) for each in found.entries],
        above=(
            (labelled(_("企业"), firm.name), "", labelled(_("信用代码"), firm.credit_code)),
            (labelled(_("称号"), found.edition.scheme.name), "", found.edition.name),
            (labelled(_("平台"), found.platform.name), "", found.platform.address),
            (labelled(_("数据截至"), found.on.isoformat()), "", order),
            (),
        ),
        widths=WIDTHS,
    )


def _cells(entry: Entry) -> tuple[str, str, str, str, str, str]:
    return (
        entry.label,
        str(entry.year or ""),
        entry.plain,
        entry.unit,
        entry.says,
        entry.origin_says,
    )
