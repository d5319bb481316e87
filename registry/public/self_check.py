"""The self-check for everyone: no login, nothing kept; the answer comes back on the same page."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from certifications.editions import NoEdition, edition_for
from certifications.models import Batch, Edition, Scheme
from certifications.rules.rulebook import book_of
from certifications.self_check.answers import Answers
from certifications.self_check.asked import Asked, asked_by, is_open_to_check
from certifications.self_check.limits import MOST_SEALED
from certifications.self_check.outcome import check
from certifications.self_check.sealed import seal
from enterprises.addresses import too_often
from enterprises.clock import today
from registry.public.catalogue import Rung, rungs
from registry.public.self_check_form import AnswersForm
from registry.public.self_check_result import Result, open_batches
from registry.query import Words

CHECKS, MINUTES = 60, 10  # from one address in so many minutes: reading a result takes time too
TOO_MANY = 429
UNREADABLE = 422
FILL = "fill"  # carry the answers over to another page, and show its form
# What tells most about most titles, in the order in which an annual report has it.
COMMON = Asked(
    (
        ("employees", 0), ("tech_staff", 0), ("revenue", 0), ("rd_spend", 0),
        ("total_assets", 0),
    ),
    ("ip_class_1", "niche_years", "on_dishonest_list"),
    (),
)  # fmt: skip
FEW = 2  # changes of a gap: where all titles are looked at, only what is near is searched for


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def self_check(request: HttpRequest) -> HttpResponse:
    """Which rung can I climb? The common questions, held against every title."""
    Words(request.GET, ())
    day, ladder = today(), rungs(today())
    titles = tuple(each.scheme.code for rung in ladder for each in rung.titles if each.is_held)
    asked = Asked(COMMON.figures, COMMON.facts, titles)
    page = _Page(request, AnswersForm(asked, day, _sent(request)))
    context: dict[str, Any] = {"rungs": ladder, "form": page.form}
    if page.is_answered():
        answers = page.form.answers()
        context |= {"results": _all(ladder, answers), **_sealing("", answers)}
    return render(request, "public/self_check.html", context, status=page.status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def title(request: HttpRequest, scheme: str) -> HttpResponse:
    """One title in full: every question of its rules, every criterion answered."""
    day = today()
    words = Words(request.GET, ("edition", "kind"))
    kind = words.choice("kind", Batch.Kind.values) or Batch.Kind.NEW
    edition = _edition(scheme, words, kind, day)
    form = AnswersForm(asked_by(book_of(edition, day.year)), day, _sent(request))
    if request.method == "POST" and FILL in request.POST:
        form = AnswersForm(form.asked, day, initial=_carried(request, form))
    page = _Page(request, form)
    context: dict[str, Any] = {
        "edition": edition,
        "kind": kind,
        "kinds_differ": kind != Batch.Kind.NEW or _kinds_differ(edition, day),
        "form": form,
    }
    if page.is_answered():
        answers = form.answers()
        context["result"] = Result(check(edition, answers, kind), answers)
        context["batches"] = open_batches(edition.scheme, kind, day)
        context |= _sealing(edition.scheme.code, answers)
    return render(request, "public/self_check_title.html", context, status=page.status)


class _Page:
    """A form that was sent or not; refused when it came too often, its values kept."""

    def __init__(self, request: HttpRequest, form: AnswersForm) -> None:
        self.request, self.form, self.status = request, form, 200

    def is_answered(self) -> bool:
        if not self.form.is_bound:
            return False
        if too_often(self.request, "self_check", at_most=CHECKS, seconds=MINUTES * 60):
            says = _("同一网络 %(minutes)d 分钟内自测过多，请稍后再试；您填写的内容都已保留。")
            self.form.add_error(None, says % {"minutes": MINUTES})
            self.status = TOO_MANY
        elif not self.form.is_valid():
            self.status = UNREADABLE
        return self.status == 200


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _carried(request: HttpRequest, form: AnswersForm) -> dict[str, Any]:
    """What was answered on the other page, for the fields that this one has too."""
    sent = request.POST
    held = [code for code in sent.getlist("held") if code in form.asked.titles]
    return {name: sent[name] for name in form.fields if name in sent} | {"held": held}


def _edition(code: str, words: Words, kind: str, day: date) -> Edition:
    """The edition named in the address, else the one that judges today; it must have conditions."""
    scheme = Scheme.objects.filter(code=code).first()
    if scheme is None:
        raise Http404
    editions = {each.code: each for each in scheme.editions.select_related("scheme")}
    named = words.choice("edition", list(editions))
    try:
        found = editions[named] if named else edition_for(scheme, kind, day)
    except NoEdition as error:
        raise Http404 from error
    if not is_open_to_check(found):
        raise Http404
    return found


def _kinds_differ(edition: Edition, day: date) -> bool:
    """Whether a renewal is judged otherwise: by other conditions, or by another edition."""
    if any("applies_to" in said for said in edition.rules["criteria"]):
        return True
    return edition.scheme.editions.kept_for_renewals_on(day).exists()


def _all(ladder: list[Rung], answers: Answers) -> list[tuple[Rung, list[Result]]]:
    """Every title whose conditions are known, rung by rung."""
    return [
        (
            rung,
            [
                _quick(each.in_force.edition, answers)
                for each in rung.titles
                if each.in_force and each.can_be_checked
            ],
        )
        for rung in ladder
    ]


def _quick(edition: Edition, answers: Answers) -> Result:
    return Result(check(edition, answers, Batch.Kind.NEW, most=FEW), answers)


def _sealing(scheme: str, answers: Answers) -> dict[str, str]:
    """The answers for the way to a draft; nothing where there are none, or too many to carry."""
    sealed = "" if answers.is_empty else seal(scheme, answers)
    return {"sealed": sealed if len(sealed) <= MOST_SEALED else ""}
