"""Cards are tagged, suggested tags come from turned cards alone, and a tag shows its cards alone."""

import unittest

from playwright.sync_api import expect

from Tests.e2e.desk import Desk
from Tests.e2e.pages import RoomPage

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close


class Tags(unittest.TestCase):
    def test_a_card_is_tagged_by_anyone_once_it_is_turned_and_its_tag_shows_its_cards_alone(self):
        desk.new_room("collect")
        for text in ("福袋发晚了", "链接挂错了", "灯光太暗"):
            desk.card(text, by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        here, there = desk.person("打签", "floor"), desk.person("看签", "host", phone=True)
        for person in (here, there):
            desk.at_room(person.page)
        RoomPage(here.page).tag("福袋发晚了", "节奏")
        RoomPage(here.page).tag("链接挂错了", "链接", suggested="节奏")
        filters = there.page.get_by_role("group", name="标签")
        expect(filters.get_by_role("button", name="#节奏 2")).to_be_visible()
        filters.get_by_role("button", name="#链接 1").click()
        there.page.get_by_role("tab", name="主播").or_(there.page.get_by_role("button", name="主播")).first.click()
        expect(there.page.locator(".issue-text")).to_have_text(["链接挂错了"])
        filters.get_by_role("button", name="#链接 1").click()
        expect(there.page.locator(".issue-text", has_text="灯光太暗")).to_be_visible()
        self.assertEqual([], here.problems + there.problems)

    def test_a_card_that_is_not_turned_lends_nobody_its_tags(self):
        desk.new_room("collect")
        writer = desk.person("背着打签", "host")
        card = desk.card("只有我看得到", by="host")
        desk.others.send(desk.room, "issue.tag", {"issue": card["id"], "tags": ["秘密"]}, by="host")
        desk.at_room(writer.page)
        expect(writer.page.get_by_text("现有 1 张卡片")).to_be_visible()
        expect(writer.page.get_by_text("#秘密")).to_have_count(0)

    def test_a_tag_waits_while_an_older_server_is_still_there_and_everything_else_is_saved_at_once(self):
        desk.new_room("collect")
        text, told = "更新的时候打的签", "服务器更新完再保存"
        desk.card(text, by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        person = desk.person("更新时打签", "floor")
        desk.at_room(person.page)
        room = RoomPage(person.page)
        with desk.database.session("aftershow old desk"):
            while "layout.held" not in desk.server.log_text():
                person.page.wait_for_timeout(100)
            room.tag(text, "节奏")
            expect(room.card(text)).to_contain_text(told)
            for number in range(3):
                room.write(f"照常写第{number}张", role="场控", kind="失误")
                room.submit()
                expect(room.card(f"照常写第{number}张")).to_be_visible()
            expect(room.card(text)).to_contain_text(told)
        expect(room.card(text)).not_to_contain_text(told, timeout=90_000)
        self.assertEqual(["节奏"], desk.others.record(desk.room, "issue", text=text, tags=["节奏"])["tags"])
        self.assertEqual([], person.problems)


if __name__ == "__main__":
    unittest.main(verbosity=2)
