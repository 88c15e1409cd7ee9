"""What search finds, for whom, and how soon; and how its hits are opened."""

import json
import re
import unittest

from playwright.sync_api import Page, expect

from Tests.e2e.desk import Desk
from Tests.e2e.session import HTTPRefusal

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close


class Search(unittest.TestCase):
    def opened(self, page: Page, words: str = ""):
        page.keyboard.press("/")
        dialog = page.get_by_role("dialog", name="搜索")
        expect(dialog).to_be_visible()
        if words:
            dialog.get_by_role("combobox").fill(words)
        return dialog

    def found(self, words: str, by: str = "lead", **more) -> dict:
        return desk.others.member(by).session.post("/api/search", {"q": words, **more}).json

    def soon(self, page: Page, words: str, number: int) -> dict:
        """What is found once so much is; two seconds are promised, and a slow machine is given more."""
        for _ in range(100):
            found = self.found(words)
            if found["total"] == number:
                return found
            page.wait_for_timeout(100)
        self.fail(f"{words}: {found['total']} found, not {number}")

    def test_a_card_is_found_by_two_characters_once_it_is_turned_and_enter_opens_it(self):
        desk.new_room("collect")
        desk.card("主播离席没有人顶", by="host", offset=98)
        desk.card("又离席一次", by="floor", role="floor")
        desk.card("灯光太暗", by="host")
        here = desk.person("找卡片", "floor")
        desk.at_room(here.page)
        dialog = self.opened(here.page, "离席")
        expect(dialog.get_by_text("没有「离席」。")).to_be_visible()
        dialog.get_by_role("combobox").press("Escape")
        expect(dialog).to_be_hidden()
        desk.others.send(desk.room, "cards.reveal", {})
        self.soon(here.page, "离席", 2)
        desk.goto(here.page, "/")
        dialog = self.opened(here.page, "离席")
        hits = dialog.get_by_role("option")
        expect(hits).to_have_count(2)
        expect(dialog.get_by_role("button", name="卡片 2")).to_be_visible()
        expect(hits.locator("mark")).to_have_text(["离席", "离席"])
        dialog.get_by_role("combobox").press("ArrowDown")
        dialog.get_by_role("combobox").press("ArrowDown")
        text = hits.nth(1).locator(".hit-title").inner_text()
        expect(hits.nth(1)).to_have_attribute("aria-selected", "true")
        dialog.get_by_role("combobox").press("Enter")
        expect(here.page).to_have_url(re.compile(f"/room/{desk.room}\\?issue="))
        expect(here.page.get_by_text(text, exact=True).first).to_be_visible()
        self.assertEqual([], here.problems)

    def test_hits_of_all_kinds_stand_in_groups_and_tab_turns_to_the_next(self):
        desk.new_room()
        desk.others.send(desk.show, "question.log", {"text": "羊绒缩水怎么办", "offset": 61, "product": "3号"})
        desk.others.send(desk.show, "marker.add", {"kind": "note", "offset": 90, "text": "讲缩水"})
        desk.others.move("solve")
        desk.solution("缩水先问洗法")
        here = desk.person("分组看", "host")
        desk.goto(here.page, "/")
        self.soon(here.page, "缩水", 3)
        dialog = self.opened(here.page, "缩水")
        groups = dialog.get_by_role("group", name="分类").get_by_role("button")
        expect(groups).to_have_text(["全部", "办法 1", "问题 1", "曲线上 1"])
        dialog.get_by_role("combobox").press("Tab")
        expect(dialog.get_by_role("option")).to_have_count(1)
        expect(dialog.get_by_role("option")).to_contain_text("缩水先问洗法")
        dialog.get_by_role("combobox").press("Tab")
        expect(dialog.get_by_role("option")).to_contain_text("羊绒缩水怎么办")
        dialog.get_by_role("option").click()
        expect(here.page).to_have_url(re.compile(f"/show/{desk.show}\\?question=.*#questions"))
        expect(here.page.locator(".question", has_text="羊绒缩水怎么办")).to_be_visible()
        self.assertEqual([], here.problems)

    def test_what_is_erased_is_not_found_from_that_moment_on_and_what_was_withdrawn_neither(self):
        desk.new_room("collect")
        here = desk.person("看抹除", "floor")
        gone, back = desk.card("要抹掉的顾客电话", by="host"), desk.card("要撤回的顾客投诉", by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        self.soon(here.page, "顾客", 2)
        desk.others.send(desk.room, "issue.erase", {"issue": gone["id"], "reason": "用户要求"})
        self.assertEqual(0, self.found("顾客电话")["total"])
        desk.others.send(desk.room, "issue.withdraw", {"issue": back["id"]}, by="host")
        self.assertEqual(0, self.found("顾客")["total"])

    def test_nobody_finds_a_card_before_it_is_turned_not_even_its_author_and_never_whose_an_anonymous_one_is(self):
        desk.new_room("collect")
        author = desk.others.member("host").me["member"]
        desk.card("匿名写的心里话", by="host", anonymous=True)
        here = desk.person("猜是谁", "floor")
        here.page.wait_for_timeout(1500)
        for by in ("lead", "host", "floor"):
            self.assertEqual({"total": 0, "page": 1, "groups": {}, "hits": []}, self.found("心里话", by=by))
        desk.others.send(desk.room, "cards.reveal", {})
        found = self.soon(here.page, "心里话", 1)
        self.assertNotIn(author, json.dumps(found))
        self.assertEqual(desk.room, found["hits"][0]["log"])

    def test_twenty_stand_on_a_page_and_the_rest_comes_when_asked_for(self):
        desk.new_room("collect")
        for number in range(23):
            desk.card(f"第{number}次断播", by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        here = desk.person("翻页看", "floor", phone=True)
        desk.goto(here.page, "/")
        self.soon(here.page, "断播", 23)
        here.page.get_by_role("button", name="搜索").click()
        dialog = here.page.get_by_role("dialog", name="搜索")
        dialog.get_by_role("combobox").fill("断播")
        expect(dialog.get_by_role("option")).to_have_count(20)
        dialog.get_by_role("button", name="还有 3 条").click()
        expect(dialog.get_by_role("option")).to_have_count(23)
        self.assertEqual([], here.problems)

    def test_without_a_line_only_what_this_device_holds_is_searched_and_that_is_said(self):
        desk.new_room("collect")
        desk.card("断网也找得到", by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        here = desk.person("断网找", "floor")
        desk.at_room(here.page)
        self.opened(here.page).get_by_role("combobox").press("Escape")
        here.page.context.set_offline(True)
        expect(here.page.get_by_text("网络断开").first).to_be_visible()
        dialog = self.opened(here.page, "找得到")
        expect(dialog.get_by_role("option")).to_have_count(1)
        expect(dialog.get_by_text("网络断开，只搜这台设备上有的")).to_be_visible()

    def test_without_a_line_what_was_said_and_agreed_is_found_as_far_as_this_page_has_read_it(self):
        desk.new_room("collect")
        card = desk.card("起球没人答", by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.send(desk.room, "comment.post", {"issue": card["id"], "text": "是水温太高"}, by="host")
        listed = desk.others.record(desk.others.directory, "show", id=desk.show)
        channel = desk.others.record(desk.others.directory, "channel", id=listed["channel"])["log"]
        desk.others.send(channel, "action.add", {"text": "补一张洗护卡", "owner": "floor"})
        here = desk.person("断网再找", "floor")
        desk.goto(here.page, f"/room/{desk.room}?issue={card['id']}")
        expect(here.page.get_by_text("是水温太高")).to_be_visible()
        self.opened(here.page).get_by_role("combobox").press("Escape")
        here.page.context.set_offline(True)
        expect(here.page.get_by_text("网络断开").first).to_be_visible()
        dialog = self.opened(here.page, "水温")
        expect(dialog.get_by_role("option")).to_contain_text("是水温太高")
        dialog.get_by_role("combobox").fill("洗护卡")
        expect(dialog.get_by_role("option")).to_contain_text("补一张洗护卡")

    def test_what_nobody_has_said_is_written_as_a_card_where_one_may_write_one(self):
        desk.new_room("collect")
        here = desk.person("没找到", "floor")
        desk.at_room(here.page)
        dialog = self.opened(here.page, "灯架晃动")
        dialog.get_by_role("button", name="写成卡片").click()
        expect(dialog).to_be_hidden()
        composer = here.page.locator(".room-composer textarea")
        expect(composer).to_have_value("灯架晃动")
        expect(composer).to_be_focused()
        composer.press_sequentially("了")
        expect(composer).to_have_value("灯架晃动了")
        desk.goto(here.page, "/")
        dialog = self.opened(here.page, "灯架晃动")
        expect(dialog.get_by_text("没有「灯架晃动」。")).to_be_visible()
        expect(dialog.get_by_role("button", name="写成卡片")).to_be_hidden()
        self.assertEqual([], here.problems)

    def test_all_reviews_stand_in_a_list_by_channel_period_and_phase(self):
        desk.new_room("collect")
        title = desk.others.records(desk.others.directory, "room")[desk.room]["title"]
        here = desk.person("看列表", "host")
        desk.goto(here.page, "/")
        here.page.get_by_role("button", name="菜单").click()
        here.page.get_by_role("button", name="全部复盘").click()
        dialog = here.page.get_by_role("dialog", name="全部复盘")
        row = dialog.get_by_role("listitem").filter(has=here.page.locator(f"a[href='/room/{desk.room}']"))
        expect(row).to_contain_text(title)
        expect(row.get_by_text("写卡")).to_be_visible()
        dialog.get_by_label("阶段").select_option("closed")
        expect(row).to_be_hidden()
        dialog.get_by_label("阶段").select_option("open")
        row.get_by_role("link").click()
        expect(here.page).to_have_url(re.compile(f"/room/{desk.room}"))
        self.assertEqual([], here.problems)

    def test_slash_is_typed_where_words_are_typed_and_too_little_is_refused(self):
        here = desk.person("打斜杠", "host")
        desk.goto(here.page, "/")
        dialog = self.opened(here.page, "离")
        expect(dialog.get_by_text("写两个字就开始找。")).to_be_visible()
        dialog.get_by_role("combobox").press_sequentially("/号")
        expect(dialog.get_by_role("combobox")).to_have_value("离/号")
        with self.assertRaises(HTTPRefusal):
            self.found("离")
        self.assertEqual([], here.problems)


if __name__ == "__main__":
    unittest.main(verbosity=2)
