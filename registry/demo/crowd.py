"""Walks the many cases: days counted back from today, then every step through the workflow."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from certifications import drafting
from certifications.editions import notice_days, term
from certifications.models import Application, Batch, Edition
from certifications.procedure import ROADS
from certifications.terms import work_calendar
from enterprises.models import Enterprise, Membership, User
from registry.demo.batches import Windows
from registry.demo.errands import Errand
from registry.demo.naming import Naming
from registry.demo.walking import Walker, judged_met

# working days between a step and the one before it
GAPS = {
    "submit": (1, 6), "accept": (1, 4), "return_for_correction": (2, 5), "resubmit": (2, 7),
    "recommend": (2, 8), "record_review": (4, 12), "open_notice": (1, 4),
    "refuse_acceptance": (1, 4), "not_recommend": (3, 8), "decline": (5, 14), "withdraw": (1, 4),
}  # fmt: skip
WITHOUT_TERM, CLOSED_FOR = (0, 12), (1, 40)
REASONS = {
    "refuse_acceptance": "申报主体与营业执照不一致，不属于本批次受理范围。",
    "not_recommend": "现场核查发现申报产品尚未形成销售，建议下一批次再报。",
    "decline": "评审认为核心技术与主要产品的关联不足。",
    "withdraw": "内部资料尚需完善，先行撤回。",
}
DEFECT = {
    "item": "licence", "says": "扫描件缺少盖章页。", "remedy": "请补传加盖公章的完整扫描件。",
}  # fmt: skip
CITY_STEPS = ("record_review", "open_notice", "recognise", "decline")
WORKING_WEEK = 5
ENTERPRISE_STEPS = ("submit", "resubmit", "withdraw")


class Crowd:
    """Every case has a clerk of its own."""

    def __init__(self, walker: Walker, windows: Windows, clerks: Mapping[int, User]) -> None:
        self.walker, self.windows, self.clerks = walker, windows, clerks
        self.dice = walker.plan.dice("crowd")

    def walk(self, errand: Errand, enterprise: Enterprise) -> Application:
        """One case from its draft to where it is found today."""
        batches = self.windows.of(errand.scheme, "new")
        agos = self.schedule(errand, batches[-1].edition)
        batch, days = self.fit(batches, [self.walker.day(ago) for ago in agos])
        clerk = self.clerks[errand.firm.serial]
        application = self.walker.open(enterprise, batch, clerk, days[0])
        self.walker.fill(application, clerk, days[0])
        if errand.way or self.dice.random() < 0.5:
            self.walker.attach_all(application, clerk, days[0], {})
        for code, day in zip(errand.way, days[1:], strict=True):
            application = self.take(application, code, day, errand)
        return application

    def schedule(self, errand: Errand, edition: Edition) -> list[int]:
        """Working days ago of the opening and of each step, the last one first thought of."""
        agos = [self.waiting(errand, edition)]
        for code in reversed(errand.way):
            least, most = GAPS.get(code, (0, 0))
            if code == "recognise":
                least = (notice_days(edition) or 0) + WORKING_WEEK + 1
                most = least + WORKING_WEEK
            agos.insert(0, agos[0] + self.dice.randint(least, most))
        return agos

    def waiting(self, errand: Errand, edition: Edition) -> int:
        """How many working days ago the last step was: a part of the term that runs now."""
        if not errand.way:
            return self.dice.randint(*WITHOUT_TERM)
        step = ROADS[edition.road].step(errand.way[-1])
        running = term(edition, step.answer_within)
        if running is not None:
            used_before = 2 if errand.way[-1] == "resubmit" else 1
            return round(running.days * errand.passed / used_before)
        ended = not list(ROADS[edition.road].leaving(step.to))
        return self.dice.randint(*(CLOSED_FOR if ended else WITHOUT_TERM))

    def fit(self, batches: list[Batch], days: list[date]) -> tuple[Batch, list[date]]:
        """The batch that takes the submission; what came before its opening is drawn into it."""
        submitted = days[min(1, len(days) - 1)]
        batch = next((each for each in batches if each.is_open_on(submitted)), batches[0])
        return batch, [max(batch.opens_on, days[0]), *days[1:]]

    def take(self, application: Application, code: str, day: date, errand: Errand) -> Application:
        walker, clerk = self.walker, self.clerks[errand.firm.serial]
        if code == "resubmit":
            self.answer(application, clerk, day)
        by = clerk
        if code in CITY_STEPS:
            by = walker.city_officer(application)
        elif code not in ENTERPRISE_STEPS:
            by = walker.district_officer(application)
        details = self.details(application, code, day, errand)
        return walker.step(application, code, day, by, REASONS.get(code, ""), **details)

    def details(
        self, application: Application, code: str, day: date, errand: Errand
    ) -> dict[str, object]:
        """What the officer or clerk fills in with a step."""
        if code == "submit":
            return {"undertaking": True}
        if code == "return_for_correction":
            given = application.materials.order_by("requirement").first()
            item = given.requirement if given else DEFECT["item"]
            return {"defects": [{**DEFECT, "item": item}]}
        if code == "record_review":
            judged = judged_met(application.edition)
            return {"outcome": "passed", "score": self.dice.randint(72, 93), "judgements": judged}
        if code == "open_notice":
            return {"starts_on": monday_from(day)}
        if code == "recognise":
            number = self.walker.number(application, day, errand.firm.district)
            return {"number": number, "issued_on": day, "announced_on": day}
        return {}

    def answer(self, application: Application, clerk: User, day: date) -> None:
        with self.walker.at(day):
            for defect in application.defects.filter(answer=""):
                drafting.answer_defect(
                    defect, answer="changed", says="已补传。", by=clerk, today=day
                )


def monday_from(day: date) -> date:
    """Notices begin on Mondays, or the first worked day after, so that one list holds several."""
    monday = day + timedelta(days=-day.weekday() % 7)
    return work_calendar().last_day(monday, 1).on


def hire_clerks(
    errands: Iterable[Errand], ids: Mapping[int, int], naming: Naming
) -> dict[int, User]:
    """One clerk for each case; they cannot sign in, the people of the switcher can."""
    firms = {errand.firm.serial: errand.firm for errand in errands}
    users = User.objects.bulk_create(
        User(
            username=f"clerk_{firm.code.lower()}",
            full_name=naming.person(),
            password=make_password(None),
        )
        for firm in firms.values()
    )
    hired = dict(zip(firms, users, strict=True))
    Membership.objects.bulk_create(
        Membership(user=user, enterprise_id=ids[serial], role=Membership.Role.SUBMIT)
        for serial, user in hired.items()
    )
    return hired
