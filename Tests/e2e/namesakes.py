"""Members of one name are told apart wherever a name stands."""

import unittest

from playwright.sync_api import expect

from Tests.e2e.desk import Desk

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close


class Namesakes(unittest.TestCase):
    def test_members_of_one_name_are_told_apart_on_cards_solutions_and_in_lists(self):
        desk.new_room("collect")
        twin = desk.others.member("host").session
        again = type(twin)(desk.address).join(desk.others.invitation(roles=["private"]), "host", ["private"])
        self.assertNotEqual(twin.member, again.member)
        desk.card("一张卡片", by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.move("solve")
        desk.solution("一个办法", by="host")
        person = desk.person("看同名", lead=True)
        page = person.page
        desk.at_room(page)
        expect(page.locator(".solution .author")).to_have_text("host（主播）")
        page.get_by_role("list", name="复盘进程").get_by_role("button", name="投票").click()
        expect(page.locator(".issue .author")).to_have_text("host（主播）")
        page.locator("button.people").click()
        for name in ("host（主播）", "host（私域）"):
            expect(page.get_by_role("dialog").get_by_text(name)).to_be_visible()
        desk.goto(page, "/")
        page.get_by_role("button", name="菜单").click()
        page.get_by_role("button", name="成员").click()
        for name in ("host（主播）", "host（私域）"):
            expect(page.get_by_role("dialog").get_by_text(name)).to_be_visible()
        self.assertEqual([], person.problems)


if __name__ == "__main__":
    unittest.main(verbosity=2)
