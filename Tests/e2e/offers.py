"""What a page offers is what its viewer may do; and what the facilitator is offered next is what comes next."""

import unittest

from playwright.sync_api import Page, expect

from Tests.e2e import samples
from Tests.e2e.desk import Desk
from Tests.e2e.pages import RoomPage, ShowPage

desk = Desk("host", "floor", "private")
setUpModule, tearDownModule = desk.open, desk.close

LOG, IMPORT, START = "记下", "导入", "开播"
"""By role: what stands on the page of a show, tab by tab; the lead is offered all of it."""
SHOW = {
    "operations": {"questions": {IMPORT}, "numbers": {"导入目标", "定目标", IMPORT, "粘贴表格", "手填"}, "bar": {START}},
    "host": {"questions": set(), "numbers": set(), "bar": {START}},
    "floor": {"questions": {LOG, IMPORT}, "numbers": set(), "bar": {START}},
    "backstage": {"questions": {LOG, IMPORT}, "numbers": {IMPORT, "粘贴表格", "手填"}, "bar": {START}},
    "private": {"questions": {LOG, IMPORT}, "numbers": set(), "bar": set()},
}
LOBBY = {role: {IMPORT, "安排场次"} if role == "operations" else set() for role in SHOW}
ALL = {
    "questions": {LOG, IMPORT}, "numbers": {"导入目标", "定目标", IMPORT, "粘贴表格", "手填"}, "bar": {START},
    "lobby": {IMPORT, "安排场次", "邀请"},
}


class WhatAPageOffers(unittest.TestCase):
    def test_is_what_its_viewer_may_do(self):
        desk.new_room()
        for role, offered in SHOW.items():
            with self.subTest(role):
                self.look(desk.person(f"看{role}", role).page, offered | {"lobby": LOBBY[role]})
        with self.subTest("lead"):
            self.look(desk.person("看lead", lead=True).page, ALL)

    def look(self, page: Page, offered: dict[str, set[str]]) -> None:
        desk.goto(page, "/")
        expect(page.get_by_role("heading", name="暖冬针织直播间").first).to_be_visible()
        self.assertEqual(offered["lobby"], self.offers(page, ALL["lobby"]))
        desk.at_show(page)
        expect(page.get_by_role("list", name="问题")).to_be_attached()
        self.assertEqual(offered["bar"], self.offers(page, ALL["bar"]))
        self.assertEqual(offered["questions"], self.offers(page, ALL["questions"]))
        told = page.get_by_text("写在上面，回车就记下")
        expect(told).to_have_count(1 if LOG in offered["questions"] else 0)
        ShowPage(page).tab("数据")
        expect(page.get_by_role("heading", name="目标", exact=True)).to_be_visible()
        self.assertEqual(offered["numbers"], self.offers(page, ALL["numbers"]))

    def test_one_act_is_blue_and_the_composer_is_once_it_has_words(self):
        desk.new_room("collect")
        page = desk.person("看蓝", lead=True).page
        desk.at_room(page)
        blue = page.locator("button.primary:visible")
        expect(page.get_by_role("button", name="翻开卡片")).to_be_visible()
        expect(blue).to_have_count(1)
        field = page.get_by_role("textbox", name="写一张卡")
        field.fill("换装没有人顶")
        expect(page.get_by_role("button", name="提交")).to_have_class("primary send")
        field.fill("")
        field.blur()
        expect(blue).to_have_count(1)
        desk.others.move("vote")
        desk.others.move("solve")
        expect(page.get_by_role("button", name="提出")).to_be_visible()
        expect(blue).to_have_count(1)

    def test_nobody_is_shown_settings_they_may_not_change_or_told_to_bring_numbers_they_may_not_bring(self):
        desk.new_room()
        for role in SHOW:
            with self.subTest(role):
                page = desk.person(f"设{role}", role).page
                page.get_by_role("button", name="菜单").click()
                expect(page.get_by_role("button", name="成员")).to_be_visible()
                expect(page.get_by_role("button", name="团队设置")).to_have_count(1 if role == "operations" else 0)
                desk.at_show(page, "numbers")
                expect(page.get_by_text("还没有数据。")).to_be_visible()
                told = page.get_by_text("可以导入平台文件，也可以手填")
                expect(told).to_have_count(1 if "手填" in SHOW[role]["numbers"] else 0)

    def offers(self, page: Page, names: set[str]) -> set[str]:
        def stands(name: str) -> bool:
            return page.get_by_role("button", name=name, exact=True).or_(page.get_by_label(name, exact=True)).count() > 0

        return {name for name in names if stands(name)}

    def test_operations_import_questions_and_a_host_is_refused(self):
        desk.new_room()
        desk.others.send(desk.show, "show.plan", {"startsAt": samples.STARTS_AT})
        person = desk.person("运营导入", "operations")
        desk.at_show(person.page)
        report = ShowPage(person.page).import_file("导入", samples.path("questions.csv"))
        self.assertIn(f"问题 {len(samples.rows('questions.csv'))} 条", report)
        self.assertEqual([], person.problems)
        host = desk.others.member("host").session
        with self.assertRaisesRegex(Exception, "^403"):
            host.import_file("questions", samples.content("questions.csv"), log=desk.show)

    def test_nobody_is_told_to_write_below_where_there_is_nothing_to_write_in(self):
        desk.new_room("vote")
        person = desk.person("先看看", "host")
        desk.at_room(person.page)
        person.page.get_by_role("list", name="复盘进程").get_by_role("button", name="共创").click()
        expect(person.page.get_by_role("region", name="解决办法", exact=True).get_by_text("还没有解决办法。", exact=True)).to_be_visible()


class TheFacilitator(unittest.TestCase):
    def test_is_led_to_turning_the_cards_and_only_then_to_the_vote(self):
        desk.new_room("collect")
        lead = desk.person("主持一下", lead=True)
        desk.at_room(lead.page)
        bar = lead.page.locator(".steering")
        expect(bar.locator(".primary")).to_have_text("翻开卡片")
        expect(bar.get_by_role("button", name="下一步")).to_have_count(0)
        RoomPage(lead.page).reveal()
        expect(bar.locator(".primary")).to_contain_text("投票")

    def test_and_everyone_see_how_many_cards_there_are_and_how_many_have_voted_and_not_who(self):
        desk.new_room("collect")
        lead = desk.person("数一数", lead=True)
        other = desk.person("也数数", "host")
        for person in (lead, other):
            desk.at_room(person.page)
        for person in (lead, other):
            expect(person.page.get_by_text("现有 0 张卡片")).to_be_visible()
        desk.card("甲", by="floor", role="floor")
        desk.card("乙", by="floor", role="floor", anonymous=True)
        desk.card("丙", by="host")
        for person in (lead, other):
            expect(person.page.get_by_text("现有 3 张卡片")).to_be_visible()
            expect(RoomPage(person.page).cards).to_have_count(0)
        desk.others.move("vote")
        issue = next(iter(desk.others.records(desk.room, "issue")))
        desk.others.send(desk.room, "vote.set", {"issue": issue, "votes": 2}, by="floor")
        for person in (lead, other):
            expect(person.page.get_by_text("1 人投了票")).to_be_visible()


if __name__ == "__main__":
    unittest.main(verbosity=2)
