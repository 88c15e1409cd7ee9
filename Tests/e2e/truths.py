"""What stands on the screen is true: a playbook without made-up effects, numbers that a partial snapshot does not empty."""

import os
import pathlib
import re
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Camera, Person, chromium
from Tests.e2e.pages import JoinPage, Lobby, RoomPage, ShowPage
from Tests.e2e.samples import Today
from Tests.e2e.server import HOME, running_server, temporary_folder

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
SHOW = "羊绒专场"


class TheDemonstration(unittest.TestCase):
    """A lead looks over the demonstration's shoulder."""

    @classmethod
    def setUpClass(cls):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        cls.camera = Camera(SCREENSHOTS)
        cls.today = Today(cls.enterClassContext(temporary_folder()))
        server = cls.enterClassContext(running_server("--demo"))
        cls.lead = Person(cls.enterClassContext(chromium()), "lead", server.address)
        JoinPage(cls.lead.page).open(server.lead_link).enter("阿青")

    def setUp(self):
        self.page = self.lead.page
        Lobby(self.page).open()

    def tearDown(self):
        self.assertEqual([], self.lead.problems)
        self.assertEqual([], self.camera.violations)

    def test_an_entry_tells_what_was_known_and_is_verified_with_a_show_and_a_note(self):
        Lobby(self.page).open_playbook()
        entry = self.page.get_by_role("article").first
        known = re.compile(r"提出时：[\d.]+(人|%|万元)（目标 [\d.]+(人|%|万元)，上场 [\d.]+(人|%|万元)）")
        expect(entry).to_contain_text(known)
        title = entry.get_by_role("heading").inner_text().split(". ", 1)[1]
        expect(self.page.get_by_text("→")).to_have_count(0)
        self.camera.look(self.page, "entries")
        entry.get_by_role("button", name="验证有效").click()
        form = self.page.get_by_role("dialog", name="验证有效")
        expect(form).to_contain_text("收录之后还没有开播过别的场次")
        self.camera.look(self.page, "verifying-nothing")
        form.get_by_role("button", name="关闭").last.click()
        for title in ("夜场", "夜场"):
            Lobby(self.page).open().schedule(title, self.today.input(20), self.today.input(150))
            self.page.get_by_role("listitem").filter(has_text=title).filter(has_not_text="直播中").get_by_role("link").first.click()
            ShowPage(self.page).start()
        Lobby(self.page).open().open_playbook()
        entry.get_by_role("button", name="验证有效").click()
        shows = form.get_by_label("在哪一场").get_by_role("option")
        expect(shows).to_have_text(["选一场", *[re.compile(r"^\d+月\d+日 \d\d:\d\d 夜场$")] * 2])
        form.get_by_role("button", name="验证有效").click()
        expect(form.get_by_role("alert")).to_contain_text("请填写在哪一场")
        form.get_by_label("在哪一场").select_option(index=1)
        form.get_by_label("看到了什么").fill("换装四十秒，在线没有掉")
        self.camera.look(self.page, "verifying")
        form.get_by_role("button", name="验证有效").click()
        expect(form).to_be_hidden()
        verified = self.page.get_by_role("article").filter(has_text=title)
        expect(verified).to_contain_text("换装四十秒，在线没有掉")
        expect(verified.get_by_text("生效", exact=True)).to_be_visible()
        self.camera.look(self.page, "verified")

    def test_a_partial_snapshot_empties_no_page(self):
        show = self.reviewed_show().tab("数据")
        self.page.get_by_role("button", name="手填").click()
        self.page.get_by_label("退款金额").fill("2415.6")
        self.page.get_by_label("名称").fill("T+1")
        self.page.get_by_role("button", name="保存").click()
        self.page.locator(".sources > summary").click()
        expect(self.page.get_by_role("heading", name="T+1")).to_be_visible()
        self.assertIn("23.12万元", show.page.get_by_role("row", name="成交金额").inner_text())
        Lobby(self.page).open().enter_room()
        room = RoomPage(self.page)
        self.look_at("目标回顾")
        row = self.page.get_by_role("row", name="成交金额")
        expect(row).to_contain_text("23.12万元")
        expect(row).to_contain_text("101%")
        expect(self.page.get_by_role("row", name="退款率")).to_contain_text("1.04%")
        self.camera.look(self.page, "goals-partial")
        self.look_at("横向对比")
        expect(self.page.get_by_role("row", name="成交金额")).to_contain_text("23.12万元")
        self.camera.look(self.page, "comparison-partial")
        self.look_at("单场分析")
        turns = self.page.get_by_role("heading", name="低点").locator("..")
        expect(turns.get_by_role("button")).to_have_text([re.compile(r"\d:\d\d:00")] * 5)
        self.camera.look(self.page, "curve-minutes")
        room.is_at("共创")

    def test_what_is_about_one_question_stays_with_it_and_what_was_set_can_be_cleared(self):
        log = self.reviewed_show()
        log.show_more_fields()
        self.page.get_by_label("群名").fill("三群")
        self.page.get_by_label("群名").blur()
        self.page.get_by_label("客户").select_option(label="新客")
        self.page.get_by_label("播中时间").fill("0:20:00")
        log.log_question("有没有加绒的", user="", source="社群", category="尺码规格", product="3号")
        for label in ("群名", "客户"):
            expect(self.page.locator("form").get_by_label(label)).to_have_value("")
        expect(self.page.locator("form").get_by_label("来源")).to_have_value("")
        expect(self.page.locator("form").get_by_label("分类")).to_have_value("size")
        question = log.question("有没有加绒的")
        expect(question).to_contain_text("三群")
        question.get_by_role("button", name="有没有加绒的").click()
        question.get_by_role("button", name="修改").click()
        expect(question.get_by_role("textbox", name="内容")).to_be_focused()
        question.get_by_label("分类").select_option(value="")
        question.get_by_label("商品").fill("")
        question.get_by_label("商品").blur()
        question.get_by_role("button", name="保存").click()
        expect(question).not_to_contain_text("尺码规格")
        expect(question).not_to_contain_text("3号")
        expect(question).to_contain_text("三群")
        log.everything_is_saved()

    def test_a_card_is_linked_to_a_number_or_told_that_there_is_none(self):
        Lobby(self.page).enter_room()
        card = self.page.get_by_role("article").and_(self.page.locator("[data-issue]")).first
        card.hover()
        card.get_by_role("button", name="关联数据").click()
        dialog = self.page.get_by_role("dialog", name="关联数据")
        dialog.get_by_label("找指标").fill("没有的")
        expect(dialog.get_by_text("没有叫「没有的」的指标。")).to_be_visible()
        dialog.get_by_label("找指标").fill("UV价值")
        dialog.get_by_role("button", name="UV价值").click()
        expect(card.get_by_text("UV价值", exact=True)).to_be_visible()

    def reviewed_show(self) -> ShowPage:
        self.page.get_by_role("listitem").filter(has=self.page.get_by_role("link", name="复盘")).get_by_role("link").first.click()
        expect(self.page.get_by_role("heading", name=SHOW)).to_be_visible()
        return ShowPage(self.page)

    def look_at(self, step: str) -> None:
        self.page.get_by_role("list", name="复盘进程").get_by_role("button", name="数据").click()
        self.page.get_by_role("group", name="数据").get_by_role("button", name=step).click()


if __name__ == "__main__":
    unittest.main(verbosity=2)
