"""Cards are tagged, suggested tags come from turned cards alone, and a tag shows its cards alone."""

import re
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

    def test_a_chosen_tag_says_what_it_hides_and_hides_no_card_that_one_has_just_written(self):
        here, room = self.tagged_room("filter", {"福袋发晚了": ["节奏"], "链接挂错了": [], "灯光太暗": [], "口播": []})
        lane = here.page.locator(".lane[data-role=host]")
        here.page.get_by_role("group", name="标签").get_by_role("button", name="#节奏 1").click()
        expect(lane.get_by_text("另有 3 张不带这个标签")).to_be_visible()
        expect(lane.locator("header .count")).to_have_text("1/4")
        room.write("刚写的一张", role="主播", kind="失误")
        room.submit()
        expect(room.card("刚写的一张")).to_be_visible()
        expect(lane.locator("header .count")).to_have_text("2/5")
        here.page.get_by_role("button", name="看全部").click()
        expect(room.card("灯光太暗")).to_be_visible()
        expect(here.page.get_by_role("button", name="看全部")).to_be_hidden()
        expect(lane.locator("header .count")).to_have_text("5")
        here.page.get_by_role("group", name="标签").get_by_role("button", name="#节奏 1").click()
        expect(room.card("灯光太暗")).to_be_hidden()
        desk.others.move("vote")
        expect(room.card("灯光太暗")).to_be_visible()
        self.assertEqual([], here.problems)

    def test_where_solutions_are_written_tags_are_read_and_not_pressed(self):
        here, room = self.tagged_room("solve", {"福袋发晚了": ["节奏"]})
        desk.others.move("vote")
        desk.others.move("solve")
        expect(room.card("福袋发晚了").get_by_text("#节奏")).to_be_visible()
        expect(room.card("福袋发晚了").get_by_role("button", name="#节奏")).to_have_count(0)

    def test_chosen_tags_are_kept_and_what_is_typed_is_parted_and_told_where_it_is_too_long(self):
        here, room = self.tagged_room("typed", {"福袋发晚了": ["离线标签"], "链接挂错了": []})
        dialog = self.opened(room, "链接挂错了")
        box = dialog.get_by_role("textbox", name="新标签")
        chosen = dialog.get_by_role("button", name=re.compile("^去掉标签"))
        box.press_sequentially("离")
        expect(dialog.get_by_role("button", name="#离线标签")).to_be_visible()
        box.press_sequentially("题")
        expect(dialog.get_by_role("button", name="#离线标签")).to_be_hidden()
        box.press("Backspace")
        dialog.get_by_role("button", name="#离线标签").click()
        expect(box).to_have_value("")
        box.fill("投流，断流 半")
        expect(chosen).to_have_text(["#离线标签 ×", "#投流 ×", "#断流 ×"])
        expect(box).to_have_value("半")
        here.page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        here.page.reload()
        dialog = self.opened(room, "链接挂错了")
        expect(chosen).to_have_text(["#离线标签 ×", "#投流 ×", "#断流 ×"])
        expect(box).to_have_value("半")
        box.fill("一二三四五六七八九十一二三")
        expect(dialog.get_by_role("alert")).to_have_text("每个标签最多 12 字，这个有 13 字")
        dialog.get_by_role("button", name="保存").click()
        expect(dialog).to_be_visible()
        box.fill("四、五、六")
        expect(dialog.get_by_role("alert")).to_have_text("已有 5 个标签，「六」加不上")
        box.fill("")
        expect(box).to_be_disabled()
        expect(box).to_have_attribute("placeholder", "已有 5 个标签，去掉一个才能再加")
        # What a colleague does to the card meanwhile is neither lost nor in the way.
        card = desk.others.record(desk.room, "issue", text="链接挂错了")
        desk.others.send(desk.room, "issue.tag", {"issue": card["id"], "tags": ["同事的"]})
        expect(dialog.get_by_role("alert")).to_have_text("最多 5 个标签，去掉 1 个再保存")
        dialog.get_by_role("button", name="去掉标签 五").click()
        dialog.get_by_role("button", name="保存").click()
        expect(dialog).to_be_hidden()
        room.is_saved("链接挂错了")
        tags = ["同事的", "离线标签", "投流", "断流", "四"]
        desk.others.record(desk.room, "issue", text="链接挂错了", tags=tags)
        expect(self.opened(room, "链接挂错了").get_by_role("textbox", name="新标签")).to_be_disabled()
        self.assertEqual([], here.problems)

    def test_on_a_phone_every_tag_of_the_dialog_is_as_large_as_a_thumb(self):
        here, room = self.tagged_room("thumb", {"福袋发晚了": ["快"], "链接挂错了": ["慢"]}, phone=True)
        dialog = self.opened(room, "链接挂错了")
        for tag in (dialog.get_by_role("button", name="去掉标签 慢"), dialog.get_by_role("button", name="#快")):
            box = tag.bounding_box()
            self.assertGreaterEqual(min(box["width"], box["height"]), 44)

    def tagged_room(self, name: str, cards: dict[str, list[str]], *, phone: bool = False):
        """Turned cards of the host with their tags, and a host who looks at them."""
        desk.new_room("collect")
        for text, tags in cards.items():
            card = desk.card(text, by="host")
            if tags:
                desk.others.send(desk.room, "issue.tag", {"issue": card["id"], "tags": tags}, by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        here = desk.person(f"看签{name}", "host", phone=phone)
        desk.at_room(here.page)
        return here, RoomPage(here.page)

    def opened(self, room: RoomPage, card: str):
        room.card(card).hover()
        room.card(card).get_by_role("button", name="打标签").click()
        return room.page.get_by_role("dialog", name="标签")

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
