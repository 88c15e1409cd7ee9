"""What was agreed comes back: the next room of the channel asks for it before it goes on."""

import re
import unittest

from playwright.sync_api import Page, expect

from Tests.e2e.desk import Desk

desk = Desk("host", "operations")
setUpModule, tearDownModule = desk.open, desk.close


class Agreed(unittest.TestCase):
    def test_an_action_agreed_in_the_first_room_is_not_yet_done_in_the_second_and_done_in_the_third(self):
        desk.new_room("solve")
        desk.solution("尺码表做成图，开播前发")
        lead = desk.person("阿青", "operations", lead=True)
        desk.goto(lead.page, f"/room/{desk.room}")
        lead.page.get_by_role("button", name="定成待办").first.click()
        dialog = lead.page.get_by_role("dialog", name="定成待办")
        for label in ("做什么", "什么时候", "负责岗位"):
            expect(dialog.get_by_text(label, exact=True)).to_be_visible()
        dialog.get_by_role("radio", name="中控").click()
        self.assertStandsOut(dialog.get_by_role("radio", name="中控"), dialog.get_by_role("radio", name="场控"))
        dialog.get_by_role("button", name="下一场").click()
        self.assertStandsOut(dialog.get_by_role("button", name="下一场"), dialog.get_by_role("button", name="不定"))
        dialog.get_by_role("button", name="定成待办").click()
        expect(lead.page.locator(".made-action")).to_contain_text("下一场")
        expect(lead.page.get_by_role("button", name="再定一件")).to_be_visible()
        expect(lead.page.get_by_role("button", name="定成待办")).to_have_count(0)

        second = self.another_room("第二场")
        desk.goto(lead.page, f"/room/{second}")
        row = self.row(lead.page)
        expect(lead.page.get_by_role("button", name="还有 1 件没答，先进直播")).to_be_visible()
        row.get_by_role("button", name="未做").click()
        expect(row).to_contain_text("未做")
        expect(row).to_contain_text("代答")
        lead.page.get_by_role("button", name="下一步：直播").click()
        expect(lead.page.get_by_role("button", name="下一步：数据")).to_be_visible()

        third = self.another_room("第三场")
        desk.goto(lead.page, f"/room/{third}")
        row = self.row(lead.page)
        expect(row).to_contain_text("已顺延 1 次")
        lead.page.get_by_role("button", name="还有 1 件没答，先进直播").click()
        asked = lead.page.get_by_role("dialog", name="还有 1 件没答")
        asked.get_by_role("button", name="回去答").click()
        row.get_by_role("button", name="完成").click()
        expect(row).to_contain_text("完成")
        lead.page.get_by_role("button", name="下一步：直播").click()
        desk.goto(lead.page, "/actions")
        lead.page.get_by_role("button", name="做过的").click()
        self.assertStandsOut(
            lead.page.get_by_role("button", name="做过的"), lead.page.get_by_role("button", name="我的"))
        expect(lead.page.get_by_text("尺码表做成图，开播前发")).to_be_visible()
        self.assertEqual([], lead.problems)

    def test_the_third_not_yet_asks_why(self):
        desk.new_room()
        desk.others.send(
            self.channel(), "action.add", {"text": "样衣提前挂好", "owner": "floor", "due": {"next": True}})
        rooms = [desk.room, self.another_room("二"), self.another_room("三")]
        host = desk.person("小场", "floor", phone=True)
        for room in rooms[:2]:
            desk.goto(host.page, f"/room/{room}")
            self.row(host.page, "样衣提前挂好").get_by_role("button", name="未做").click()
            expect(self.row(host.page, "样衣提前挂好")).to_contain_text("未做")
        desk.goto(host.page, f"/room/{rooms[2]}")
        row = self.row(host.page, "样衣提前挂好")
        row.get_by_role("button", name="未做").click()
        expect(row).to_contain_text("第 3 次没做")
        row.get_by_role("radio", name="没有人手").click()
        expect(row.get_by_label("原因", exact=True)).to_have_value("没有人手")
        row.get_by_role("button", name="保存").click()
        expect(row).to_contain_text("没有人手")
        self.assertEqual([], host.problems)

    def test_whoever_steers_puts_off_what_nobody_answers_and_hears_of_it_once_more_at_the_end(self):
        desk.new_room()
        desk.others.send(
            self.channel(), "action.add", {"text": "补拍主图", "owner": "floor", "due": {"next": True}})
        lead = desk.person("阿梅", "operations", lead=True)
        desk.at_room(lead.page)
        lead.page.get_by_role("button", name="还有 1 件没答，先进直播").click()
        lead.page.get_by_role("dialog").get_by_role("button", name="以后再答").click()
        expect(lead.page.get_by_role("button", name="下一步：数据")).to_be_visible()
        desk.others.move("solve")
        lead.page.get_by_role("button", name=re.compile("还有 1 件没答")).click()
        expect(lead.page.get_by_role("dialog")).to_contain_text("补拍主图")
        lead.page.get_by_role("dialog").get_by_role("button", name="以后再答").click()
        expect(lead.page.get_by_text("复盘完成")).to_be_visible()
        self.assertEqual([], lead.problems)

    def test_the_list_adds_ticks_and_takes_back(self):
        desk.new_room()
        person = desk.person("小卓", "backstage")
        desk.goto(person.page, "/actions")
        bar = person.page.get_by_role("banner")
        expect(bar.get_by_role("button", name="搜索")).to_be_visible()
        bar.get_by_role("button", name="菜单").click()
        expect(bar.get_by_role("button", name="退出登录")).to_be_visible()
        person.page.keyboard.press("Escape")
        box = person.page.get_by_role("textbox", name="加一件待办")
        expect(box).to_be_visible()
        person.page.keyboard.press("n")
        expect(box).to_be_focused()
        box.fill("核价再上架 @主播 下一场")
        box.press("Enter")
        row = person.page.locator(".action", has_text="核价再上架")
        expect(row).to_contain_text("下一场")
        expect(row).to_contain_text("主播")
        row.get_by_role("checkbox").click()
        expect(row.get_by_role("checkbox")).to_have_attribute("aria-checked", "mixed")
        row.get_by_role("checkbox").click()
        expect(row.get_by_role("checkbox")).to_have_attribute("aria-checked", "true")
        row.get_by_role("button", name="撤销").click()
        expect(row.get_by_role("checkbox")).to_have_attribute("aria-checked", "false")
        row.get_by_role("button", name="改这件待办").click()
        sheet = person.page.get_by_role("dialog", name="待办")
        sheet.get_by_label("为什么放弃").fill("换供应商了")
        sheet.get_by_role("button", name="放弃").click()
        expect(row).to_contain_text("换供应商了")
        self.assertEqual([], person.problems)

    def row(self, page: Page, text: str = "尺码表做成图"):
        return page.get_by_role("region", name=re.compile("^(上次定下|说好要做)的事$")).get_by_role("listitem").filter(has_text=text)

    def assertStandsOut(self, chosen, other):
        ground = "node => getComputedStyle(node).backgroundColor"
        other.page.mouse.move(0, 0)
        expect(chosen.and_(other.page.locator("[aria-pressed=true], [aria-checked=true]"))).to_be_visible()
        self.assertNotEqual(chosen.evaluate(ground), other.evaluate(ground))

    def channel(self) -> str:
        listed = desk.others.record(desk.others.directory, "show", id=desk.show)
        return desk.others.record(desk.others.directory, "channel", id=listed["channel"])["log"]

    def another_room(self, title: str) -> str:
        desk.others.await_(desk.others.house.review_again(title))
        return desk.room


if __name__ == "__main__":
    unittest.main(verbosity=2)
