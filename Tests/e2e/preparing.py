"""What is to be prepared is where one is led, and where no goals were set the numbers are."""

import os
import pathlib
import re
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Camera
from Tests.e2e.desk import Desk
from Tests.e2e.server import HOME

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
desk = Desk("host")
setUpModule, tearDownModule = desk.open, desk.close


class Preparing(unittest.TestCase):
    def test_the_lobby_leads_to_the_goals_of_the_next_show(self):
        desk.new_room()
        lead = desk.person("备目标", lead=True)
        desk.goto(lead.page, "/")
        lead.page.get_by_role("link", name=re.compile("去准备")).click()
        expect(lead.page.get_by_role("tab", name=re.compile("^数据"))).to_have_attribute("aria-selected", "true")
        expect(lead.page.get_by_role("button", name="定目标")).to_be_visible()
        self.assertEqual([], lead.problems)

    def test_a_review_without_goals_says_so_and_leads_to_them_and_to_the_numbers(self):
        desk.new_room("data")
        desk.others.send(desk.show, "snapshot.take", {"values": {"gmv": 231_200, "avg_online": 356}})
        lead = desk.person("没目标", lead=True)
        desk.at_room(lead.page)
        page = lead.page.locator(".data-page")
        expect(page).to_contain_text(re.compile(r"这场没有定目标，数据有 \d 项"))
        expect(page.get_by_role("link", name="定目标")).to_have_attribute("href", f"/show/{desk.show}#numbers")
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        camera = Camera(SCREENSHOTS)
        camera.look(lead.page, "goals-none")
        self.assertEqual([], camera.violations)
        page.get_by_role("button", name="看数据").click()
        expect(lead.page.get_by_role("button", name="横向对比")).to_have_attribute("aria-pressed", "true")
        expect(lead.page.locator(".data-page")).to_contain_text("成交金额")
        self.assertEqual([], lead.problems)


if __name__ == "__main__":
    unittest.main(verbosity=2)
