"""Cards are put together by dragging, by key and by menu; a group is one thing to vote for; votes are entered by hand."""

import re
import unittest

from playwright.sync_api import Locator, Page, expect

from Tests.e2e.browser import Person
from Tests.e2e.desk import Desk
from Tests.e2e.dragging import drop
from Tests.e2e.pages import RoomPage

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close

CARDS = ("开场太慢没有人说福袋", "开场太慢，福袋没人说", "链接挂错了", "灯光太暗")


class Groups(unittest.TestCase):
    def test_cards_put_together_are_one_card_for_everyone_with_a_name_and_one_vote(self):
        here, there = self.voting("合并"), self.person("看合", phone=True)
        room = RoomPage(here.page)
        room.card("链接挂错了").focus()
        here.page.keyboard.press("g")
        dialog = here.page.get_by_role("dialog", name="合并")
        dialog.get_by_role("button", name=re.compile("^并入 #")).first.click()
        dialog.get_by_role("textbox", name="这一组叫什么").fill("开场和链接")
        dialog.get_by_role("button", name="保存").click()
        here.page.keyboard.press("Escape")
        for page in (here.page, there.page):
            expect(page.locator(".stack-title").filter(has_text="开场和链接")).to_be_visible()
            expect(page.locator(".lane[data-role=host] [data-issue]")).to_have_count(3)
            expect(self.stack(page).get_by_role("listitem")).to_have_count(2)
        RoomPage(there.page).vote("开场和链接")
        RoomPage(there.page).has_given("开场和链接", 1)
        RoomPage(there.page).has_left(4)
        desk.others.move("solve")
        first = here.page.locator(".ranked [data-issue]").first
        expect(first).to_contain_text("开场和链接")
        expect(first.get_by_label("共 1 票")).to_be_visible()
        self.assertEqual([], here.problems + there.problems)

    def test_a_card_is_dragged_onto_another_and_taken_out_again_and_its_votes_come_back(self):
        here = self.voting("拖卡")
        room = RoomPage(here.page)
        room.vote("灯光太暗")
        room.has_left(4)
        drop(room.card("灯光太暗").locator(".issue-text"), room.card("链接挂错了").locator(".issue-text"))
        expect(self.stack(here.page).get_by_role("listitem")).to_have_count(2)
        room.has_left(5)
        dialog = self.opened(room, "链接挂错了")
        dialog.get_by_role("button", name=re.compile("^移出 #")).first.click()
        here.page.keyboard.press("Escape")
        expect(self.stack(here.page)).to_have_count(0)
        expect(here.page.locator(".lane[data-role=host] [data-issue]")).to_have_count(4)
        self.assertEqual([], here.problems)

    def test_likely_ones_are_offered_first_and_nothing_is_put_together_by_itself(self):
        here = self.voting("像的")
        room = RoomPage(here.page)
        dialog = self.opened(room, CARDS[0])
        offered = dialog.get_by_role("list", name="和哪些是一件事").get_by_role("listitem")
        expect(offered.first).to_contain_text(CARDS[1])
        expect(offered.first).to_contain_text("像是一件事")
        expect(offered.last).not_to_contain_text("像是一件事")
        expect(self.stack(here.page)).to_have_count(0)

    def test_of_many_cards_the_one_meant_is_looked_for_by_its_words_or_number(self):
        desk.new_room("collect")
        for n in range(14):
            desk.card(f"第{n}件事说的是货盘{n}", by="host")
        desk.others.move("vote")
        here = self.person("找卡的")
        room = RoomPage(here.page)
        expect(here.page.get_by_role("status").filter(has_text="♡")).to_have_count(0)
        dialog = self.opened(room, "货盘0")
        field = dialog.get_by_role("searchbox", name="找一张卡")
        expect(field).to_be_focused()
        here.page.keyboard.insert_text("货盘13")
        offered = dialog.get_by_role("list", name="和哪些是一件事").get_by_role("listitem")
        expect(offered).to_have_count(1)
        offered.get_by_role("button", name=re.compile("^并入 #")).click()
        name = dialog.get_by_role("textbox", name="这一组叫什么")
        save = dialog.get_by_role("button", name="保存")
        here.page.set_viewport_size({"width": 390, "height": 844})
        self.assertLess(abs(name.bounding_box()["y"] - save.bounding_box()["y"]), 8)
        self.assertEqual([], here.problems)

    def test_votes_are_given_and_taken_back_by_keyboard_alone(self):
        here = self.voting("键盘")
        room = RoomPage(here.page)
        room.card("链接挂错了").focus()
        for key, given, left in (("+", 1, 4), ("+", 2, 3), ("-", 1, 4)):
            here.page.keyboard.press(key)
            room.has_given("链接挂错了", given)
            room.has_left(left)
        self.assertEqual([], here.problems)

    def test_a_cap_is_said_and_holds(self):
        here = self.voting("上限", cap=2)
        room = RoomPage(here.page)
        expect(here.page.get_by_text("一张最多 2 票，投票结束前谁也看不到总数。")).to_be_visible()
        for _ in range(3):
            room.vote("灯光太暗")
        room.has_given("灯光太暗", 2)
        room.is_refused("灯光太暗", "每张卡最多给 2 票")
        room.has_left(3)

    def test_the_facilitator_votes_for_people_without_a_device_and_it_is_marked_when_totals_are_told(self):
        here, there = self.voting("记票"), self.person("旁人")
        expect(there.page.get_by_role("button", name="代投")).to_have_count(0)
        desk.others.send(desk.room, "facilitator.hand", {"member": desk.member("记票")})
        here.page.get_by_role("button", name="代投").click()
        dialog = here.page.get_by_role("dialog", name="代投")
        dialog.get_by_role("button", name="多一人").click()
        expect(dialog.get_by_text("还剩 5 票")).to_be_visible()
        row = dialog.get_by_role("listitem").filter(has_text="灯光太暗")
        for _ in range(3):
            row.get_by_role("button", name=re.compile("加一票")).click()
        expect(dialog.get_by_text("还剩 2 票")).to_be_visible()
        here.page.keyboard.press("Escape")
        expect(here.page.get_by_text("已连接")).to_be_visible()
        expect(there.page.get_by_text(re.compile("^代 "))).to_have_count(0)
        desk.others.record(desk.room, "room", facilitator=desk.member("记票"))
        desk.others.send(desk.room, "phase.move", {"phase": "solve"})
        first = there.page.locator(".ranked [data-issue]").first
        expect(first).to_contain_text("灯光太暗")
        expect(first.get_by_label("共 3 票")).to_be_visible()
        expect(first.get_by_text("代 3")).to_be_visible()
        self.assertEqual([], here.problems + there.problems)

    def voting(self, name: str, cap: int = 0) -> Person:
        """A room that votes on four cards of the host's, and somebody who looks at them."""
        desk.new_room("collect")
        for text in CARDS:
            desk.card(text, by="host")
        if cap:
            desk.others.send(desk.room, "votes.cap", {"votes": cap})
        desk.others.move("vote")
        return self.person(name)

    def person(self, name: str, *, phone: bool = False) -> Person:
        person = desk.person(name, "host", phone=phone)
        desk.at_room(person.page)
        return person

    def stack(self, page: Page) -> Locator:
        return page.locator(".issue.stack")

    def opened(self, room: RoomPage, card: str) -> Locator:
        room.card(card).hover()
        room.card(card).get_by_role("button", name="合并").click()
        return room.page.get_by_role("dialog", name="合并")
