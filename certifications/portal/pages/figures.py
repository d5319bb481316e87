"""The figures of one year: shown with their origin, refused with their values kept."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certifications import drafting
from certifications.models import Application
from certifications.moves import Refused
from certifications.portal.answers import value_in_words
from certifications.portal.forms.figures import FiguresForm
from certifications.portal.kept import typed_data
from certifications.portal.origins import YearKnown, year_known
from certifications.portal.returning import after_saving, notes
from certifications.portal.showing import UNREADABLE, refusal, show, status_of
from certifications.portal.visitor import Visitor, about_a_case
from certifications.portal.years import figures_by_year
from certifications.states import EDITABLE

CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
@about_a_case
def figures(request: HttpRequest, visitor: Visitor, case: Application, year: int) -> HttpResponse:
    """Fill one year. Saved half full is fine; saved over a colleague's version is asked again."""
    years = figures_by_year(case, visitor.today)
    if year not in years:
        raise Http404
    known = year_known(case.enterprise, year, years[year])
    values = known.values(years[year])
    data = typed_data(request)
    form = FiguresForm(years[year], data, initial=values, origins=known.origins)
    page = _Page(request, visitor, case, year, known, form)
    if data is None or request.method != "POST":
        return page.show()
    if not form.is_valid():
        return page.show(UNREADABLE)
    if _saved_meanwhile(data.get("seen", ""), known) and form.cleaned_data != values:
        return page.ask_again()
    return page.save()


class _Page:
    """The page of one year, shown or saved."""

    def __init__(
        self,
        request: HttpRequest,
        visitor: Visitor,
        case: Application,
        year: int,
        known: YearKnown,
        form: FiguresForm,
    ) -> None:
        self.request, self.visitor, self.case, self.year = request, visitor, case, year
        self.known, self.form = known, form

    def show(self, status: int = 200, **context: Any) -> HttpResponse:
        return show(
            self.request,
            self.visitor,
            "figures.html",
            status=status,
            application=self.case,
            year=self.year,
            form=self.form,
            known=self.known,
            is_editable=self.case.state in EDITABLE,
            notes=notes(self.case, [f"{code}-{self.year}" for code in self.form.fields]),
            back=self.request.GET.get("back", ""),
            **context,
        )

    def ask_again(self) -> HttpResponse:
        """What was typed stays; what is kept by now stands beside it."""
        for code, field in self.form.fields.items():
            kept = value_in_words(self.form.initial[code], code)
            words = {"value": kept, "origin": self.known.origins.get(code, "")}
            field.origin = _("现存：%(value)s · %(origin)s") % words  # type: ignore[attr-defined]
        return self.show(CONFLICT, has_errors=True, sentences=[_meanwhile(self.known)])

    def save(self) -> HttpResponse:
        try:
            is_new = drafting.save_figures(
                self.case,
                self.year,
                self.form.cleaned_data,
                by=self.visitor.user,
                today=self.visitor.today,
            )
        except Refused as refused:
            return self.show(status_of(refused), **refusal(refused))
        says = _("%(year)d 年数据已保存。") if is_new else _("%(year)d 年数据没有变化。")
        messages.success(self.request, says % {"year": self.year})
        return redirect(after_saving(self.request, self.case))


def _saved_meanwhile(seen: str, known: YearKnown) -> bool:
    """Whether a version was made after this form was opened."""
    return seen.isdigit() and int(seen) != known.version


def _meanwhile(known: YearKnown) -> str:
    by = known.latest.entered_by if known.latest else ""
    return _(
        "您填写期间，%(by)s保存了第 %(version)d 版。您填的内容都保留在下面，"
        "请与每栏下“现存”的数值核对后再保存。"
    ) % {"by": by or _("有人"), "version": known.version}
