"""Numbers that came in by mistake are taken back, and brought back: what goes by them follows at once."""

import re
import unittest

from playwright.sync_api import expect

from Tests.e2e.desk import Desk

desk = Desk("backstage", "host")
setUpModule, tearDownModule = desk.open, desk.close


class WithdrawnNumbers(unittest.TestCase):
    def test_what_was_taken_back_counts_no_more_until_it_is_brought_back(self):
        desk.new_room()
        desk.others.send(desk.show, "goal.set", {"metric": "gmv", "value": 1000})
        for label, gmv in (("下播时", 900), ("别场的", 10)):
            desk.others.send(desk.show, "snapshot.take", {"values": {"gmv": gmv}, "label": label})
        here, there = desk.person("撤数据", "backstage", phone=True), desk.person("看数据", "host")
        for person in (here, there):
            desk.at_show(person.page, "numbers")
        goal = there.page.get_by_role("row").filter(has_text="成交金额")
        expect(goal).to_contain_text("1%")
        for person in (here, there):
            person.page.locator(".sources > summary").click()
        wrong = here.page.locator(".snapshot", has_text="别场的")
        expect(here.page.locator(".snapshot", has_text="下播时")).to_contain_text("已被更新的数据取代")
        expect(here.page.get_by_role("tab", name="数据")).to_contain_text("2")
        wrong.get_by_role("button", name="撤回").click()
        expect(wrong).to_contain_text("已撤回，不计入")
        expect(goal).to_contain_text("90%")
        expect(there.page.locator(".snapshot", has_text="别场的")).to_contain_text("已撤回，不计入")
        expect(there.page.locator(".snapshot").get_by_role("button", name=re.compile("撤回|恢复"))).to_have_count(0)
        expect(here.page.get_by_role("tab", name="数据")).to_contain_text("1")
        now = there.page.locator(".current")
        expect(now).to_contain_text("成交金额")
        now.get_by_role("button", name="900").click()
        expect(there.page.get_by_role("dialog", name="数字的来源")).to_contain_text("下播时")
        there.page.keyboard.press("Escape")
        wrong.get_by_role("button", name="恢复").click()
        expect(goal).to_contain_text("1%")
        self.assertEqual([], here.problems + there.problems)
