"""A room in which words are written, and people whose device, line or membership fails them."""

import asyncio
import concurrent.futures
import os
import pathlib
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Camera, Person, chromium
from Tests.e2e.house import team
from Tests.e2e.pages import JoinPage, RoomPage
from Tests.e2e.server import HOME, running_server
from Tests.e2e.session import Session

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))


def aside(work):
    """Beside the browser's own loop."""
    with concurrent.futures.ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


class Words(unittest.TestCase):
    """A room in which cards are written, and a server for all of a class's tests."""

    @classmethod
    def setUpClass(cls):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        cls.server = cls.enterClassContext(running_server())
        cls.browser = cls.enterClassContext(chromium())
        cls.camera = Camera(SCREENSHOTS)
        cls.lead, cls.room, cls.directory = aside(cls.prepare())

    @classmethod
    async def prepare(cls) -> tuple[Session, str, str]:
        async with team(cls.server.address, cls.server.lead_link) as house:
            await house.open_room()
            await house.move("collect")
            return house.sessions["lead"], house.room, house.directory

    @classmethod
    def tearDownClass(cls):
        assert cls.camera.violations == [], "\n".join(cls.camera.violations)

    def person(self, name: str, fault: str = "", **more) -> Person:
        person = Person(self.browser, name, self.server.address, **more)
        self.addCleanup(person.context.close)
        if fault:
            person.context.add_init_script(fault)
        return person

    def invitation(self) -> str:
        link = self.lead.post("/api/invitations", {"roles": ["host", "floor"]}).json["link"]
        return self.server.address + link[link.index("/join#"):]

    def member(self, name: str, fault: str = "", **more) -> tuple[Person, RoomPage]:
        person = self.person(name, fault, **more)
        JoinPage(person.page).open(self.invitation()).enter(name, "主播")
        return person, self.enter(person)

    def enter(self, person: Person) -> RoomPage:
        person.go(f"/room/{self.room}")
        room = RoomPage(person.page)
        room.is_here()
        return room

    def write(self, room: RoomPage, text: str) -> None:
        room.text.click()
        room.text.fill(text)
        room.submit()

    def reconnects(self, person: Person) -> None:
        person.finds_the_line()
        # The button goes as soon as the page has come back by itself.
        person.page.evaluate("document.querySelector('.strip.offline button:last-child')?.click()")
        expect(person.page.get_by_text("已连接")).to_be_visible()

    def leaving_is_warned_of(self, person: Person) -> None:
        with person.page.expect_event("dialog") as asked:
            person.page.evaluate("setTimeout(() => location.reload())")
        self.assertEqual("beforeunload", asked.value.type)
        asked.value.dismiss()

    def nothing_broke(self, person: Person) -> None:
        # Cut off, the page asks whether its address is the reason, with a link that is none.
        self.assertEqual([], [problem for problem in person.problems if "/api/link" not in problem])

    def strip(self, person: Person):
        return person.page.get_by_role("status").first
