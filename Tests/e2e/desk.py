"""One server, one browser and a team for all tests of a module; each test has a show and a room of its own.

    setUpModule = desk.open
    tearDownModule = desk.close
    …
    desk.new_room()                       # desk.others.house.show and .room are new
    person = desk.person("小场", "floor")  # signed in, in a browser context of their own
"""

import contextlib

from playwright.sync_api import Page, expect

from Tests.e2e.browser import Person, chromium
from Tests.e2e.colleagues import Colleagues
from Tests.e2e.database import PrivateDatabase
from Tests.e2e.pages import ROLES, JoinPage
from Tests.e2e.server import running_server


class Desk:
    def __init__(self, *names: str):
        self._names = names
        self._stack = contextlib.ExitStack()
        self.others: Colleagues

    def open(self) -> None:
        self.server = self._stack.enter_context(running_server("--rate", "100000", "--burst", "100000"))
        self.browser = self._stack.enter_context(chromium())
        self.others = self._stack.enter_context(Colleagues(self.server, *self._names))
        self.address = self.server.address
        idle = self.browser.new_page()  # a page's line runs only while some page is asked for something
        self.others.carry = lambda: idle.wait_for_timeout(20)

    def close(self) -> None:
        self._stack.close()

    @property
    def database(self) -> PrivateDatabase:
        return PrivateDatabase(self.server.data)

    def new_room(self, phase: str | None = None) -> None:
        self.others.await_(self.others.house.open_room())
        if phase:
            self.others.move(phase)

    @property
    def room(self) -> str:
        return self.others.house.room

    @property
    def show(self) -> str:
        return self.others.house.show

    def person(self, name: str, *roles: str, lead: bool = False, phone: bool = False) -> Person:
        person = Person(self.browser, name, self.address, phone=phone)
        link = self.others.invitation(lead=lead, roles=list(roles))
        JoinPage(person.page).open(link).enter(name, *[ROLES[role] for role in roles if len(roles) > 1])
        return person

    def member(self, name: str) -> str:
        return self.others.record(self.others.directory, "member", name=name)["id"]

    def goto(self, page: Page, path: str) -> None:
        page.goto(self.address + path)
        expect(page.get_by_text("已连接")).to_be_visible()

    def at_room(self, page: Page) -> None:
        self.goto(page, f"/room/{self.room}")

    def at_show(self, page: Page, tab: str = "questions") -> None:
        self.goto(page, f"/show/{self.show}#{tab}")

    def card(self, text: str, *, by: str = "lead", role: str = "host", **more) -> dict:
        card = {"role": role, "kind": "mistake", "text": text, **more}
        return self.others.add(self.room, "issue.post", card, "issue", by=by, text=text)

    def solution(self, text: str, *, by: str = "lead", **more) -> dict:
        solution = {"text": text, "kind": "sop", "owner": "host", **more}
        return self.others.add(self.room, "solution.propose", solution, "solution", by=by, text=text)
