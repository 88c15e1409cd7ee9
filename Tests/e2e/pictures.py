"""The pictures of the documentation: a team's evening from what was agreed before to the report, on laptop, phone and wall.

    AFTERSHOW_PICTURES=Sources/Aftershow/Aftershow.docc/Resources python -m unittest Tests.e2e.pictures Tests.e2e.first_hour

writes them where the articles look for them; those that are kept were given a palette of 128 colours, to be small.
Without it they are made all the same, beside those of the other suites.
"""

import os
import pathlib
import unittest

from playwright.sync_api import Page, expect

from Tests.e2e.browser import LAPTOP, PHONE, Camera, Person
from Tests.e2e.desk import Desk
from Tests.e2e.evening import TEAM, Evening
from Tests.e2e.server import HOME, temporary_folder

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
PICTURES = pathlib.Path(os.environ.get("AFTERSHOW_PICTURES", SCREENSHOTS / "pictures"))
WALL = {"width": 1920, "height": 1080}
desk = Desk(*TEAM)
setUpModule, tearDownModule = desk.open, desk.close


class AnEvening(unittest.TestCase):
    """One test, told in the order in which it happens."""

    def test_every_page_of_a_review_is_pictured_with_nothing_amiss(self):
        for folder in (SCREENSHOTS, PICTURES):
            folder.mkdir(parents=True, exist_ok=True)
        self.camera = Camera(SCREENSHOTS)
        with temporary_folder() as folder:
            self.evening = Evening(desk, folder)
            self.evening.agree_in_an_earlier_review()
            self.evening.bring_the_numbers()
            self.lead = desk.person("林岚", "operations", lead=True)
            self.phone = desk.person("小雨", "private", phone=True)
            self.what_was_agreed_is_asked_for()
            self.cards_are_written_and_turned()
            self.they_vote_and_find_solutions()
            self.it_is_over()
        self.assertEqual([], self.lead.problems + self.phone.problems)
        self.assertEqual([], self.camera.violations)

    def what_was_agreed_is_asked_for(self) -> None:
        desk.goto(self.lead.page, "/")
        expect(self.lead.page.locator(".channel").first).to_be_visible()
        self.look("evening-lobby")
        self.picture(self.lead.page, "lobby")
        desk.goto(self.lead.page, "/actions")
        expect(self.lead.page.locator(".actions-add")).to_be_visible()
        self.look("evening-actions")
        self.picture(self.lead.page, "actions")
        self.evening.begin()
        desk.at_room(self.lead.page)
        rows = self.lead.page.locator(".agreed-rows > li")
        expect(rows).to_have_count(4)
        rows.nth(0).get_by_role("button", name="完成").click()
        rows.nth(1).get_by_role("button", name="未做").click()
        expect(self.lead.page.get_by_text("已答 2 / 4")).to_be_visible()
        self.look("evening-prepare")
        self.picture(self.lead.page, "prepare")

    def cards_are_written_and_turned(self) -> None:
        self.evening.write()
        expect(self.lead.page.locator(".lane").first).to_be_visible()
        self.look("evening-collect")
        self.wall("evening-wall-blind", ".projected-count")
        self.evening.turn()
        expect(self.lead.page.locator(".stacked")).to_be_visible()
        self.look("evening-turned")
        self.picture(self.wall("evening-wall", ".projected-lanes"), "wall", {"width": 1366, "height": 768})

    def they_vote_and_find_solutions(self) -> None:
        self.evening.vote()
        expect(self.lead.page.locator(".voting").first).to_be_visible()
        self.look("evening-vote")
        desk.at_room(self.phone.page)
        self.phone.page.locator(".lane-tabs button").nth(1).click()
        expect(self.phone.page.locator(".voting:visible").first).to_be_visible()
        self.picture(self.phone.page, "vote", PHONE)
        self.evening.solve()
        expect(self.lead.page.locator(".ranked")).to_be_visible()
        self.look("evening-solve")
        self.picture(self.lead.page, "room")
        desk.goto(self.lead.page, f"/room/{desk.room}?issue={self.evening.left}")
        expect(self.lead.page.locator("[data-sheet] .comment")).to_have_count(4)
        expect(self.lead.page.locator("[data-sheet] svg").first).to_be_visible()
        self.look("evening-sheet")
        self.picture(self.lead.page, "sheet")
        self.wall("evening-wall-issue", ".projected-ranked")

    def it_is_over(self) -> None:
        self.evening.close()
        desk.at_room(self.lead.page)
        expect(self.lead.page.locator(".report-sheet")).to_be_visible()
        self.look("evening-report")
        self.picture(self.lead.page, "report")
        self.wall("evening-wall-report", ".report-sheet")
        self.lead.page.goto(f"{desk.address}/replay/{desk.room}")
        expect(self.lead.page.locator(".replay-card").first).to_be_visible()
        self.look("evening-replay")
        self.picture(self.lead.page, "replay")
        desk.goto(self.lead.page, "/")
        self.lead.page.get_by_role("button", name="搜索").click()
        self.lead.page.get_by_role("combobox", name="搜索").fill("离席")
        expect(self.lead.page.get_by_role("option").first).to_be_visible()
        self.look("evening-search")
        self.picture(self.lead.page, "search")

    def look(self, name: str) -> None:
        self.camera.look(self.lead.page, name)

    def picture(self, page: Page, name: str, size: dict = LAPTOP) -> None:
        page.set_viewport_size(size)
        page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")

    def wall(self, name: str, shows: str) -> Page:
        """In both schemes; the page stays as it is."""
        if not hasattr(self, "projected"):
            self.projected: Person = desk.person("投影", lead=True)
        page = self.projected.page
        page.set_viewport_size(WALL)
        page.goto(f"{desk.address}/room/{desk.room}?projector")
        expect(page.locator(shows)).to_be_visible()
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.screenshot(path=SCREENSHOTS / f"{name}-{scheme}.png", animations="disabled")
        return page


if __name__ == "__main__":
    unittest.main(verbosity=2)
