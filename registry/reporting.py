"""Entering a figure that another bureau states: a new version each time, with its source and day."""

from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from enterprises import journal
from enterprises.models import Office, Paper, Posting, User
from enterprises.visibility import postings_on
from registry.indicators import UnknownIndicator, find
from registry.models import ReportedFigure
from registry.periods import UnknownPeriod, parse

REPORTERS = (Posting.Role.REVIEWER, Posting.Role.SUPERVISOR, Posting.Role.STATISTICIAN)
TOO_LARGE = Decimal(10) ** 15  # beyond it SQLite keeps no exact figure


class FigureRefused(ValueError):
    """The figure cannot be entered like this; the sentence says why and what to do."""


@transaction.atomic
def report(
    indicator: str,
    period: str,
    value: Decimal,
    *,
    as_of: date,
    source: str,
    note: str = "",
    paper: Paper | None = None,
    by: User,
    at: datetime,
) -> ReportedFigure:
    """Enter a figure (in the indicator's base unit: yuan, a fraction, pieces) as the newest version.

    Versions before it stay. Raises FigureRefused with a sentence.
    """
    _may_report(by, at.date())
    unit = _told(indicator, period, as_of, at.date())
    if not source.strip():
        raise FigureRefused(_("请写明来源：哪个部门的哪份文件或哪期公报。"))
    if abs(value) >= TOO_LARGE:
        raise FigureRefused(_("数值过大，请核对单位和位数。"))
    earlier = ReportedFigure.objects.filter(indicator=indicator, period=period)
    latest = earlier.order_by("-version").first()
    if latest and (latest.value, latest.as_of, latest.source) == (value, as_of, source.strip()):
        raise FigureRefused(_("与现有的第 %(n)d 版相同，不必重复填报。") % {"n": latest.version})
    try:
        with transaction.atomic():
            figure = ReportedFigure.objects.create(
                indicator=indicator, period=period, version=latest.version + 1 if latest else 1,
                value=value, unit=unit, as_of=as_of, source=source.strip(), note_zh=note.strip(),
                verified="no", paper=paper, entered_by=by, entered_at=at,
            )  # fmt: skip
    except IntegrityError as error:
        raise FigureRefused(_("刚刚有人填报了同一指标同一期间，请刷新后核对。")) from error
    detail = {"value": str(value), "as_of": as_of.isoformat(), "source": source.strip()}
    journal.record(f"figure/{indicator}/{period}", "report_figure", by=by, detail=detail)
    return figure


def _may_report(by: User, today: date) -> None:
    posts = postings_on(by, today).filter(role__in=REPORTERS, office__level=Office.Level.CITY)
    if not posts.exists():
        raise FigureRefused(_("填报数由市级部门的经办、负责或统计岗位登记，您今天没有这样的岗位。"))


def _told(code: str, period: str, as_of: date, today: date) -> str:
    """The unit of an indicator that may be told for the period."""
    try:
        indicator, within = find(code), parse(period)
    except (UnknownIndicator, UnknownPeriod) as error:
        raise FigureRefused(str(error)) from error
    if indicator.is_counted:
        raise FigureRefused(_("“%(name)s”由本系统统计，不能填报。") % {"name": indicator.name})
    if as_of > today:
        raise FigureRefused(_("数据日期不得晚于今天。"))
    if as_of < within.first:
        raise FigureRefused(_("数据日期早于所报期间，请核对。"))
    return indicator.unit
