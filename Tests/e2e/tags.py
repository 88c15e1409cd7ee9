"""Cards are tagged, suggested tags come from turned cards alone, and a tag shows its cards alone."""

import unittest

from playwright.sync_api import Page, expect

from Tests.e2e.desk import Desk

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
        self.tag(here.page, "福袋发晚了", "节奏")
        self.tag(here.page, "链接挂错了", "链接", suggested="节奏")
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

    def tag(self, page: Page, text: str, tag: str, suggested: str | None = None) -> None:
        card = page.locator(".issue", has_text=text)
        card.hover()
        card.get_by_role("button", name="打标签").click()
        dialog = page.get_by_role("dialog", name="标签")
        if suggested:
            dialog.get_by_role("button", name=f"#{suggested}").click()
        dialog.get_by_role("textbox", name="新标签").fill(tag)
        dialog.get_by_role("button", name="保存").click()
        expect(card.get_by_role("button", name=f"#{tag}")).to_be_visible()


if __name__ == "__main__":
    unittest.main(verbosity=2)
