"""What was withdrawn or dropped is seen by a lead alone, who can have its words erased."""

import unittest

from playwright.sync_api import expect

from Tests.e2e.desk import Desk

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close

PLACE = "撤回和删除的内容"


class Withdrawn(unittest.TestCase):
    def test_a_lead_sees_what_was_withdrawn_or_dropped_and_erases_it(self):
        desk.new_room("collect")
        blind = desk.card("还背着就撤回了", by="host")
        card = desk.card("写了客户电话的卡片", by="host")
        self.send("issue.withdraw", {"issue": blind["id"]}, by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.move("solve")
        solution = desk.solution("写了客户姓名的办法", by="host")
        self.send("issue.withdraw", {"issue": card["id"]}, by="host")
        self.send("solution.drop", {"solution": solution["id"]}, by="host")

        lead = desk.person("看撤回", lead=True)
        desk.at_room(lead.page)
        lead.page.get_by_role("button", name="主持", exact=True).click()
        lead.page.get_by_role("button", name=PLACE).click()
        self.erase_all(lead.page)

        desk.others.move("closed")
        lead.page.reload()
        lead.page.get_by_role("button", name=PLACE).click()
        expect(lead.page.get_by_role("dialog", name=PLACE)).to_contain_text("没有这样的内容")
        self.assertEqual([], lead.problems)
        for name in ("host", "floor"):
            with self.assertRaisesRegex(Exception, "^403"):
                desk.others.member(name).session.get(f"/api/withdrawn?log={desk.room}")
        other = desk.person("不看撤回", "host")
        desk.at_room(other.page)
        expect(other.page.get_by_text("复盘完成").first).to_be_visible()
        expect(other.page.get_by_role("button", name=PLACE)).to_have_count(0)

    def erase_all(self, page) -> None:
        place = page.get_by_role("dialog", name=PLACE)
        items = place.get_by_role("list", name=PLACE).get_by_role("listitem")
        expect(items).to_have_count(2)
        expect(place.get_by_text("还背着就撤回了")).to_have_count(0)
        for words in ("写了客户电话的卡片", "写了客户姓名的办法"):
            item = items.filter(has_text=words)
            item.get_by_role("button", name="抹除").click()
            item.get_by_label("原因").fill("客户隐私")
            item.get_by_role("button", name="抹除").click()
            expect(place.get_by_text(words)).to_have_count(0)
        expect(place).to_contain_text("没有这样的内容")

    def send(self, op: str, args: dict, *, by: str) -> None:
        desk.others.send(desk.room, op, args, by=by)


if __name__ == "__main__":
    unittest.main(verbosity=2)
