"""Links that lead into the middle of something open there from a cold page: an issue, a moment of a replay, a show's minute."""

import os
import pathlib
import re
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Camera
from Tests.e2e.desk import Desk
from Tests.e2e.pages import RoomPage
from Tests.e2e.server import HOME

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close


class DeepLinks(unittest.TestCase):
    def reviewed(self) -> None:
        desk.new_room("collect")
        for n, minute in enumerate((60, 1200, 2400, 3600, 4800, 6000)):
            desk.others.send(desk.show, "marker.add", {"kind": "note", "offset": minute, "text": f"标记 {n}"})
        self.card = desk.card("四号链接挂错五分钟", by="host", offset=3720)
        desk.others.send(desk.room, "cards.reveal", {})
        self.turned = desk.others.lead.log(desk.room).at["seq"]
        desk.others.send(desk.room, "issue.tag", {"issue": self.card["id"], "tags": ["核价"]}, by="floor")
        desk.others.move("solve")
        desk.solution("双人核价", by="host", issues=[self.card["id"]])
        desk.others.move("closed")

    def test_an_issue_a_moment_and_a_shows_minute_open_from_a_cold_page(self):
        self.reviewed()
        person = desk.person("冷开", "host")
        for path in (f"/room/{desk.room}?issue={self.card['id']}",):
            page = person.tab()
            desk.goto(page, path)
            expect(page.locator("aside.sheet")).to_contain_text("四号链接挂错五分钟")
            page.close()
        page = person.tab()
        page.goto(f"{desk.address}/replay/{desk.room}#{self.turned + 1}")
        expect(page.locator(".replay-card.is-subject")).to_contain_text("#核价")
        expect(page.locator(".replay-card", has_text="双人核价")).to_have_count(0)
        page.close()
        page = person.tab()
        desk.goto(page, f"/show/{desk.show}?at=3720")
        expect(page.get_by_role("tab", name=re.compile("^标记"))).to_have_attribute("aria-selected", "true")
        lines = page.locator(".markers li")
        expect(lines).to_have_count(7)
        expect(lines.nth(2)).to_contain_text("1:02:00")
        expect(lines.nth(2)).to_contain_text("链接指的这一刻")
        expect(lines.nth(2)).to_be_in_viewport(ratio=1)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        camera = Camera(SCREENSHOTS)
        camera.look(page, "show-minute")
        self.assertEqual([], camera.violations)
        page.close()
        self.assertEqual([], person.problems)

    def test_a_line_of_what_happened_leads_to_its_card_and_to_its_moment(self):
        self.reviewed()
        person = desk.person("从动态去", "host")
        desk.at_room(person.page)
        dialog = RoomPage(person.page).activity()
        line = dialog.get_by_role("listitem").filter(has_text="打了标签")
        expect(line).to_have_count(1)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        camera = Camera(SCREENSHOTS)
        camera.look(person.page, "activity-links")
        self.assertEqual([], camera.violations)
        line.get_by_role("link", name=re.compile("打了标签")).click()
        expect(dialog).to_have_count(0)
        expect(person.page.locator("aside.sheet")).to_contain_text("四号链接挂错五分钟")
        person.page.locator("aside.sheet").get_by_role("link", name="看这场直播的 1:02:00").click()
        expect(person.page.locator(".markers li.led")).to_be_in_viewport(ratio=1)
        desk.at_room(person.page)
        RoomPage(person.page).activity()
        line.get_by_role("link").first.click()
        expect(person.page).to_have_url(re.compile(rf"/replay/{desk.room}#{self.turned + 1}$"))
        expect(person.page.locator(".replay-card.is-subject")).to_contain_text("#核价")
        self.assertEqual([], person.problems)


if __name__ == "__main__":
    unittest.main(verbosity=2)
