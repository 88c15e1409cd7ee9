"""What happened in a room is told by person and kind; a closed one is walked through as it stood, and tells no secret."""

import json
import os
import pathlib
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Camera
from Tests.e2e.desk import Desk
from Tests.e2e.pages import RoomPage
from Tests.e2e.server import HOME

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
desk = Desk("host", "floor", "backstage")
setUpModule, tearDownModule = desk.open, desk.close

# Headings of lanes that do not stand whole within the board.
CUT = """
board => {
  const { left, right } = board.getBoundingClientRect();
  return [...board.querySelectorAll('.replay-lane')].filter(lane => {
    const place = lane.getBoundingClientRect();
    return place.left < left || place.right > right;
  }).map(lane => lane.textContent);
}
"""


class LookingBack(unittest.TestCase):
    def reviewed(self) -> None:
        desk.new_room("collect")
        self.card = desk.card("四号链接挂错五分钟", by="host")
        self.secret = desk.card("排班太满", by="floor", role="floor", anonymous=True)
        self.gone = desk.card("写错了的卡", by="backstage", role="backstage")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.send(desk.room, "issue.withdraw", {"issue": self.gone["id"]}, by="backstage")
        desk.others.send(desk.room, "issue.tag", {"issue": self.card["id"], "tags": ["核价"]}, by="backstage")
        desk.others.send(desk.room, "issue.tag", {"issue": self.secret["id"], "tags": ["排班"]}, by="floor")
        desk.others.move("vote")
        desk.others.send(desk.room, "vote.set", {"issue": self.card["id"], "votes": 2}, by="host")
        desk.others.move("solve")
        self.solution = desk.solution("双人核价", by="host", issues=[self.card["id"]])
        desk.others.move("closed")

    def test_what_happened_is_told_by_person_and_kind(self):
        self.reviewed()
        person = desk.person("看动态", "host")
        desk.at_room(person.page)
        dialog = RoomPage(person.page).activity()
        deeds = dialog.get_by_role("list", name="发生了什么").get_by_role("listitem")
        expect(deeds.filter(has_text="翻开 2 张卡片")).to_have_count(1)
        expect(deeds.filter(has_text="进入投票")).to_have_count(1)
        expect(deeds.filter(has_text="有人给").filter(has_text="排班太满")).to_have_count(1)
        expect(dialog).not_to_contain_text("写错了的卡")
        dialog.get_by_role("combobox", name="谁").select_option(label="backstage")
        expect(deeds).to_have_count(1)
        expect(deeds).to_contain_text("打了标签")
        dialog.get_by_role("combobox", name="谁").select_option(label="所有人")
        dialog.get_by_role("button", name="办法", exact=True).click()
        expect(deeds).to_have_count(1)
        expect(deeds).to_contain_text("双人核价")
        self.assertEqual([], person.problems)

    def test_a_closed_review_is_walked_through_and_a_link_leads_to_a_moment(self):
        self.reviewed()
        person = desk.person("看回放", "host")
        desk.at_room(person.page)
        person.page.get_by_role("link", name="看回放").click()
        slider = person.page.get_by_role("slider", name="复盘的时间")
        expect(slider).to_be_visible()
        expect(person.page.locator(".replay-card", has_text="双人核价")).to_be_visible()
        person.page.keyboard.press("Shift+ArrowLeft")
        expect(person.page.locator(".replay-card", has_text="双人核价")).to_be_hidden()
        expect(person.page.locator(".replay-card", has_text="四号链接挂错五分钟")).to_be_visible()
        moment = person.page.url
        for _ in range(20):
            person.page.keyboard.press("ArrowLeft")
        expect(person.page.get_by_text("翻开之前：写了 3 张卡片")).to_be_visible()
        expect(person.page.locator(".replay-card")).to_have_count(0)
        person.page.goto(moment)
        person.page.reload()
        expect(person.page.locator(".replay-card", has_text="四号链接挂错五分钟")).to_be_visible()
        expect(person.page.locator(".replay-card", has_text="双人核价")).to_be_hidden()
        person.page.set_viewport_size({"width": 1366, "height": 768})
        self.assertEqual([], person.page.locator(".replay-board").evaluate(CUT))
        expect(person.page.get_by_role("slider")).to_be_in_viewport(ratio=1)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        camera = Camera(SCREENSHOTS)
        camera.look(person.page, "replay")
        self.assertEqual([], camera.violations)
        self.assertEqual([], person.problems)

    def test_the_slider_goes_along_with_the_keys_and_before_the_turning_each_lane_tells_its_count(self):
        desk.new_room("collect")
        desk.card("四号链接挂错五分钟", by="host")
        desk.card("交接没有人接", by="floor", role="all")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.move("vote")
        desk.others.move("closed")
        person = desk.person("按键看", "host")
        desk.goto(person.page, f"/replay/{desk.room}")
        slider = person.page.get_by_role("slider", name="复盘的时间")
        expect(slider).to_have_value("1000")
        slider.focus()
        for _ in range(9):
            slider.press("ArrowLeft")
        expect(slider).not_to_have_value("1000")
        lanes = {"host": "1", "all": "1", "floor": "0"}
        for role, n in lanes.items():
            expect(person.page.locator(f".replay-lane:has(h2 .role-{role}) h2 small")).to_have_text(n)
        expect(person.page.locator(".replay-card")).to_have_count(0)
        slider.press("Shift+ArrowRight")
        slider.press("Shift+ArrowRight")
        expect(slider).to_have_value("1000")
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        slider.press("Shift+ArrowLeft")
        slider.press("Shift+ArrowLeft")
        Camera(SCREENSHOTS).look(person.page, "replay-blind")
        self.assertEqual([], person.problems)

    def test_groups_stand_on_the_board_of_a_stop_as_they_did_in_the_room(self):
        desk.new_room("collect")
        cards = [desk.card(text, by="host") for text in ("开场太慢", "开场没人说福袋", "灯光太暗")]
        desk.others.send(desk.room, "cards.reveal", {})
        pair = [card["id"] for card in cards[:2]]
        desk.others.send(desk.room, "group.make", {"issues": pair, "title": "开场"}, by="host")
        desk.others.move("vote")
        desk.others.move("closed")
        person = desk.person("看合并", "host")
        desk.goto(person.page, f"/replay/{desk.room}")
        pile = person.page.locator(".replay-card.stack")
        expect(pile).to_have_count(1)
        expect(pile.locator(".stack-title").filter(has_text="开场")).to_be_visible()
        expect(pile.get_by_role("listitem")).to_have_count(2)
        expect(person.page.locator(".replay-card")).to_have_count(2)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        Camera(SCREENSHOTS).look(person.page, "replay-group")
        around = person.page.get_by_role("complementary", name="这时候").get_by_role("listitem")
        around.filter(has_text="翻开 3 张卡片").get_by_role("button").click()
        expect(pile).to_have_count(0)
        expect(person.page.locator(".replay-card")).to_have_count(3)
        # Who wrote what is told once it is turned.
        expect(around.filter(has_text="host写了").or_(around.filter(has_text="host 写了"))).to_have_count(1)
        self.assertEqual([], person.problems)

    def test_no_byte_of_it_tells_a_withdrawn_card_an_anonymous_author_or_a_vote(self):
        self.reviewed()
        floor = desk.others.member("floor").me["member"]
        for name in ("lead", "host"):
            session = desk.others.member(name).session
            paths = [f"/api/activity?log={desk.room}", f"/api/replay?log={desk.room}", f"/api/report?log={desk.room}"]
            first = session.get(paths[1]).json["first"]
            last = session.get(paths[0]).json["deeds"][0]["seq"]
            paths += [f"/api/replay?log={desk.room}&at={seq}" for seq in range(first - 1, last + 1)]
            for path in paths:
                told = session.get(path).body.decode()
                for secret in (self.gone["id"], "写错了的卡", floor, '"ballot"'):
                    self.assertNotIn(secret, told, path)
        own = json.dumps(desk.others.member("backstage").session.get(f"/api/activity?log={desk.room}").json)
        self.assertIn(self.gone["id"], own)

    def test_a_room_that_goes_on_is_not_replayed(self):
        desk.new_room("collect")
        with self.assertRaisesRegex(Exception, "^409"):
            desk.others.member("host").session.get(f"/api/replay?log={desk.room}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
