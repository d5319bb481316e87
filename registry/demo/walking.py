"""Walks cases through the real workflow on days of the past, as the people of the demo."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from certifications import drafting, workflow
from certifications.editions import requirements, statements_asked
from certifications.models import Application, Batch, Edition, Material
from certifications.terms import work_calendar
from enterprises.clock import morning_of, now, standing_at
from enterprises.models import Enterprise, Paper, Posting, User
from registry.demo.numbers import Numbers
from registry.demo.plan import Plan
from registry.demo.shelf import file_name, kind_for

LONGEST_PAST = 420
A_WHILE = timedelta(minutes=6)
# what an enterprise of the demo states where a rule asks for it; everything else is "yes"
SAYS = {
    "niche_years": "6", "industry_years": "8", "fiscal_years": "5", "quality_score": "66",
    "quality_score_prev": "61",
    "conversions_per_year": "5", "digital_level": "3", "quality_items": "3", "market_share": "0.18",
    "ip_class_1_high_value": "1", "national_award_5y": "no", "national_award_3y_top3": "no",
    "provincial_award_3y": "no", "provincial_award_3y_top3": "no",
    "provincial_top3_or_national_top5_3y": "no", "maker_top500_3y": "no", "led_standard_5y": "no",
    "other_honour_valid": "no", "chain_gap_filled": "no", "took_part_in_standard": "no",
}  # fmt: skip


@dataclass(frozen=True)
class Cast:
    """Who is on stage: officers by office and role, papers by kind, numbers still to give."""

    officers: Mapping[tuple[int, str], User]
    papers: Mapping[str, Paper]
    numbers: Numbers


def officers() -> dict[tuple[int, str], User]:
    """The demo's officers by office and role; where a post is held twice, the first."""
    found: dict[tuple[int, str], User] = {}
    for post in Posting.objects.select_related("user").order_by("pk"):
        found.setdefault((post.office_id, post.role), post.user)
    return found


class Walker:
    """Takes steps on working days counted back from the city's day."""

    def __init__(self, plan: Plan, cast: Cast) -> None:
        self.plan, self.cast = plan, cast
        self.dice = plan.dice("walking")
        calendar = work_calendar()
        days = (plan.until - timedelta(days=back) for back in range(1, LONGEST_PAST))
        self.days = [day for day in days if calendar.is_workday(day)]
        self.last = morning_of(plan.until)

    def day(self, ago: int) -> date:
        """So many working days before the last one worked: the city's own day has just begun."""
        return self.days[min(max(ago, 0), len(self.days) - 1)]

    def at(self, day: date) -> Any:
        """Office hours of the day, later than whatever was done before on that day."""
        hour = time(self.dice.randint(9, 16), self.dice.randint(0, 59))
        moment = timezone.make_aware(datetime.combine(day, hour))
        if self.last.date() == day and moment <= self.last:
            moment = self.last + A_WHILE
        self.last = moment
        return standing_at(moment)

    def open(self, enterprise: Enterprise, batch: Batch, clerk: User, day: date) -> Application:
        with self.at(day):
            return drafting.open_application(enterprise, batch, by=clerk, today=day)

    def fill(self, application: Application, clerk: User, day: date) -> None:
        """Answer every question of the edition; figures stand in the register already."""
        with self.at(day):
            claims = claims_for(application.edition)
            drafting.save_claims(application, claims, by=clerk, today=day)

    def attach_all(
        self, application: Application, clerk: User, day: date, other: Mapping[str, str]
    ) -> None:
        """Put a paper beside each required material; `other` names another paper for some."""
        with self.at(day):
            Material.objects.bulk_create(
                self.material(application, code, kind, clerk)
                for code, kind in self.papers_for(application.edition, other).items()
            )

    def papers_for(self, edition: Edition, other: Mapping[str, str]) -> dict[str, str]:
        asked = {each.code: kind_for(each.code) for each in requirements(edition) if each.required}
        return {**asked, **other}

    def material(self, application: Application, code: str, kind: str, clerk: User) -> Material:
        return Material(
            application=application, requirement=code, paper=self.cast.papers[kind],
            file_name=file_name(kind), added_by=clerk, added_at=now(),
        )  # fmt: skip

    def step(
        self, application: Application, code: str, day: date, by: User, note: str = "",
        **details: Any,
    ) -> Application:  # fmt: skip
        with self.at(day):
            return workflow.advance(application, code, by=by, today=day, note=note, details=details)

    def district_officer(self, application: Application, role: str = "reviewer") -> User:
        return self.cast.officers[application.district_office_id or 0, role]

    def city_officer(self, application: Application) -> User:
        return self.cast.officers[application.city_office_id or 0, "reviewer"]

    def number(self, application: Application, day: date, district: str) -> str:
        return self.cast.numbers.next(application.scheme.code, day, district=district)


def claims_for(edition: Edition) -> dict[str, str]:
    return {code: SAYS.get(code, "yes") for code in statements_asked(edition)}


def judged_met(edition: Edition) -> dict[str, bool]:
    """Every criterion that a person judges, judged met."""
    return {
        item["code"]: True
        for item in edition.rules["criteria"]
        if item["kind"] in ("judged", "external_score")
    }
