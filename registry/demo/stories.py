"""The hand-written cases of stories.yaml, acted out line by line."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import seeds
from certifications import drafting, notices, recognition
from certifications.editions import day_before, years_later
from certifications.models import Application, Certification
from certifications.models.notice import Objection
from enterprises import registration
from enterprises.models import District, Enterprise, User
from registry.demo.batches import Windows
from registry.demo.firm import Firm, Title
from registry.demo.history import History
from registry.demo.walking import Walker, judged_met

CONTACT = "演示电话 0532-0000 0000"
Line = Mapping[str, Any]
Scene = Callable[..., None]


def script() -> dict[str, Any]:
    return dict(seeds.read("demo/stories.yaml"))


def remember_titles(firms: Mapping[str, Firm], history: History) -> None:
    """The titles that the enterprises of the stories held before their story begins."""
    until = history.plan.until
    for row in script()["enterprises"]:
        firm = firms[row["key"]]
        for held in row["holds"]:
            first = until - timedelta(days=held["began"])
            last = date(first.year + 1, 3, 31)
            if held["years"]:
                last = day_before(years_later(first, held["years"]))
            number = history.numbers.next(held["scheme"], first, district=firm.district)
            firm.titles.append(
                Title(held["scheme"], firm.serial, number, first, first, first, last)
            )


class Stage:
    """Acts one story: each line of the plot is a method here or a step of the workflow."""

    def __init__(self, story: Line, walker: Walker, windows: Windows, clerk: User) -> None:
        self.story, self.walker, self.windows, self.clerk = story, walker, windows, clerk
        self.application: Application | None = None
        self.enterprise: Enterprise | None = None

    def act(self, enterprise: Enterprise) -> None:
        self.enterprise = enterprise
        for line in self.story["plot"]:
            day = self.walker.day(line["ago"])
            scene: Scene = SCENES.get(line["do"], Stage.city_step)
            scene(self, line, day)

    @property
    def case(self) -> Application:
        if self.application is None:
            raise LookupError(f"{self.story['key']}: the plot must begin with open")
        return self.application

    def open(self, line: Line, day: date, *, whole: bool = True) -> None:
        batch = self.windows.open_on(self.story["scheme"], self.story["kind"], day)
        if batch is None or self.enterprise is None:
            raise LookupError(f"{self.story['key']}: no batch on {day}")
        self.application = self.walker.open(self.enterprise, batch, self.clerk, day)
        self.walker.fill(self.application, self.clerk, day)
        if whole:
            self.walker.attach_all(self.application, self.clerk, day, self.story["papers"])

    def open_partly(self, line: Line, day: date) -> None:
        self.open(line, day, whole=False)
        with self.walker.at(day):
            for code, kind in self.story["papers"].items():
                self.walker.material(self.case, code, kind, self.clerk).save()

    def submit(self, line: Line, day: date) -> None:
        self.go(line, day, self.clerk, undertaking=True)

    def by_clerk(self, line: Line, day: date) -> None:
        self.go(line, day, self.clerk)

    def by_district(self, line: Line, day: date) -> None:
        self.go(line, day, self.walker.district_officer(self.case))

    def return_for_correction(self, line: Line, day: date, role: str = "reviewer") -> None:
        defect = {name: line[name] for name in ("item", "says", "remedy")}
        officer = self.walker.district_officer(self.case, role)
        self.go({**line, "do": "return_for_correction"}, day, officer, defects=[defect])

    def return_again(self, line: Line, day: date) -> None:
        self.return_for_correction(line, day, "supervisor")

    def answer(self, line: Line, day: date) -> None:
        with self.walker.at(day):
            if line["replace"]:
                for material in self.case.materials.filter(
                    requirement=line["replace"], removed_at=None
                ):
                    drafting.detach(material, by=self.clerk, today=day)
                self.walker.material(self.case, line["replace"], line["paper"], self.clerk).save()
            for defect in self.case.defects.filter(answer=""):
                drafting.answer_defect(
                    defect, answer=line["answer"], says=line["says"], by=self.clerk, today=day
                )

    def record_review(self, line: Line, day: date) -> None:
        judged = judged_met(self.case.edition)
        self.city_step(line, day, outcome="passed", score=line["score"], judgements=judged)

    def open_notice(self, line: Line, day: date) -> None:
        self.city_step(line, day, starts_on=day)

    def recognise(self, line: Line, day: date) -> None:
        issued = self.adjoining_day() if line.get("adjoins") else day
        district = self.case.district_office.district if self.case.district_office else None
        number = self.walker.number(self.case, day, district.code if district else "370200")
        self.city_step(line, day, number=number, issued_on=issued, announced_on=day)

    def adjoining_day(self) -> date:
        """The day after the former title's last: a late renewal is dated back to it."""
        former = Certification.objects.filter(
            enterprise=self.case.enterprise, scheme=self.case.scheme
        ).latest("valid_until")
        return (former.valid_until or former.valid_from) + timedelta(days=1)

    def object(self, line: Line, day: date) -> None:
        with self.walker.at(day):
            notices.object_to(
                self.case.notice_entry, by_kind=line["by_kind"], by_name=line["by_name"],
                contact=CONTACT, says=line["says"], today=day,
            )  # fmt: skip

    def decide(self, line: Line, day: date) -> None:
        objection = Objection.objects.get(entry__application=self.case)
        with self.walker.at(day):
            notices.decide_objection(
                objection, upheld=line["do"] == "uphold", says=line["says"],
                by=self.walker.city_officer(self.case), today=day,
            )  # fmt: skip

    def move(self, line: Line, day: date) -> None:
        district = District.objects.get(code=line["district"])
        address = f"青岛市{district.name_zh}演示路 8 号"
        with self.walker.at(day):
            registration.move(
                self.case.enterprise, district, address=address, on=day, by=None, note="企业迁址"
            )

    def rename(self, line: Line, day: date) -> None:
        """A new name; number and span stay, the city makes out a new paper."""
        officer = self.walker.city_officer(self.case)
        with self.walker.at(day):
            registration.rename(self.case.enterprise, line["name"], on=day, by=None)
            recognition.reissue_for_new_name(
                Certification.objects.get(application=self.case),
                name=line["name"], by=officer, today=day,
            )  # fmt: skip

    def city_step(self, line: Line, day: date, **details: Any) -> None:
        self.go(line, day, self.walker.city_officer(self.case), **details)

    def go(self, line: Line, day: date, by: User, **details: Any) -> None:
        note = str(line.get("note", ""))
        self.application = self.walker.step(self.case, line["do"], day, by, note, **details)


SCENES: dict[str, Scene] = {
    "open": Stage.open,
    "open_partly": Stage.open_partly,
    "submit": Stage.submit,
    "resubmit": Stage.by_clerk,
    "withdraw": Stage.by_clerk,
    "accept": Stage.by_district,
    "recommend": Stage.by_district,
    "return_for_correction": Stage.return_for_correction,
    "return_again": Stage.return_again,
    "answer": Stage.answer,
    "record_review": Stage.record_review,
    "open_notice": Stage.open_notice,
    "recognise": Stage.recognise,
    "object": Stage.object,
    "uphold": Stage.decide,
    "dismiss": Stage.decide,
    "move": Stage.move,
    "rename": Stage.rename,
}
