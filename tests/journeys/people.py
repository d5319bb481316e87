"""People with a browser: they log in, look, type and press; each leaves pictures behind."""

import os
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.factories import CLAIMS, FIGURES, PDF, WAN

PICTURES = Path(__file__).parents[2] / "build" / "journeys"


class Person:
    """One person at one screen. What goes wrong in the page's console fails the journey."""

    def __init__(self, browser: Browser, address: str, username: str) -> None:
        self.address, self.username = address, username
        self.complaints: list[str] = []
        context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="zh-CN")
        self.page: Page = context.new_page()
        self.page.on("console", self._hear)
        self.page.set_default_timeout(15_000)

    def _hear(self, message) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def goes_to(self, path: str) -> "Person":
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None and answer.status < 400, f"{path}: {answer and answer.status}"
        return self

    def logs_in(self) -> "Person":
        self.goes_to("/login/")
        self.page.fill("input[name=username]", self.username)
        self.page.fill("input[name=password]", "a-quiet-password")
        self.page.click("main button.btn")
        self.page.wait_for_url(lambda url: "/login" not in url)
        return self

    def presses(self, words: str) -> "Person":
        self.page.get_by_role("button", name=words, exact=True).first.click()
        self.page.wait_for_load_state()
        return self

    def reads(self, words: str) -> "Person":
        assert words in self.page.inner_text("body"), f"“{words}” is not on {self.page.url}"
        return self

    def takes_a_picture(self, name: str) -> "Person":
        engine = "postgres" if "postgres" in os.environ.get("DATABASE_URL", "") else "sqlite"
        folder = PICTURES / engine
        folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(folder / f"{name}.png"), full_page=True)
        assert not self.complaints, self.complaints
        return self


class Clerk(Person):
    """Fills an application in the portal."""

    def begins(self, batch: str) -> str:
        """Open the application of a batch; return its address."""
        self.goes_to(f"/portal/batches/{batch}/")
        self.presses("开始申报")
        return self.page.url.removeprefix(self.address)

    def fills_figures(self, case: str) -> None:
        """Every year that the task list asks for."""
        self.goes_to(case)
        links = self.page.locator("main a[href*='/figures/']").all()
        for path in dict.fromkeys(link.get_attribute("href").split("?")[0] for link in links):
            self.goes_to(path)
            for code, value in FIGURES.items():
                field = self.page.locator(f"main input[name={code}]")
                if field.count():
                    is_money = isinstance(value, Decimal)
                    field.fill(str(value / WAN if is_money else value))
            self.presses("保存")

    def answers_statements(self, case: str) -> None:
        self.goes_to(f"{case}statements/")
        for code, answer in CLAIMS.items():
            choice = self.page.locator(f"main input[name={code}][value='{answer}'][type=radio]")
            typed = self.page.locator(f"main input[name={code}]:not([type=radio])")
            if choice.count():
                choice.check()
            elif typed.count():
                typed.fill(answer)
        self.presses("保存")

    def uploads_materials(self, case: str) -> None:
        self.goes_to(f"{case}materials/")
        inputs = self.page.locator("main input[type=file]")
        for place in range(inputs.count()):
            code = inputs.nth(place).get_attribute("name")
            content = PDF + f"% {code}\n".encode()
            inputs.nth(place).set_input_files(
                {"name": f"{code}.pdf", "mimeType": "application/pdf", "buffer": content}
            )
        self.presses("上传所选文件")

    def hands_in(self, case: str) -> None:
        self.goes_to(f"{case}check/")
        self.page.check("#undertaking")
        self.presses("提交申请")


class Officer(Person):
    """Takes steps on the case page of the admin."""

    def opens(self, reference: str) -> "Officer":
        self.goes_to(f"/admin/certifications/application/{reference}/case/")
        return self

    def unfolds(self, step: str) -> None:
        deed = self.page.locator(f"details#{step}")
        if deed.get_attribute("open") is None:
            deed.locator("summary").click()

    def takes(self, step: str, **fields: str | bool) -> "Officer":
        """Fill a step's form (fields by the name behind its prefix) and press its button."""
        self.unfolds(step)
        deed = self.page.locator(f"details#{step}")
        for name, value in fields.items():
            field = deed.locator(f"[name='{step}-{name}']")
            field.check() if value is True else field.fill(str(value))
        deed.locator("button.btn").last.click()
        self.page.wait_for_load_state()
        return self

    def judges_everything_met(self, step: str = "record_review") -> None:
        self.unfolds(step)
        boxes = self.page.locator(f"details#{step} input[type=checkbox]")
        for place in range(boxes.count()):
            boxes.nth(place).check()
        self.page.check(f"details#{step} input[value=passed]")

    def sends_back(self, item: str, says: str, remedy: str) -> None:
        self.unfolds("return_for_correction")
        letter = self.page.locator("details#return_for_correction")
        letter.locator("select[name=defects-0-item]").select_option(item)
        letter.locator("input[name=defects-0-says]").fill(says)
        letter.locator("input[name=defects-0-remedy]").fill(remedy)
        letter.get_by_role("button", name="退回补正").click()
        self.page.wait_for_load_state()
