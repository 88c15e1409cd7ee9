"""A room is opened by a template, and a team keeps its own."""

import os
import pathlib
import re
import unittest

from playwright.sync_api import Locator, Page, expect

from Tests.e2e.browser import Camera, Person
from Tests.e2e.desk import Desk
from Tests.e2e.server import HOME

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
desk = Desk("host")
setUpModule, tearDownModule = desk.open, desk.close


class Templates(unittest.TestCase):
    def test_a_room_by_kpt_is_written_by_its_kinds(self):
        lead = self.lead("阿青")
        dialog = self.opening(lead.page)
        dialog.get_by_role("combobox", name=re.compile("^模板")).select_option(label="KPT 保持 · 问题 · 尝试")
        self.open(dialog, lead.page)
        self.look_at_writing(lead.page)
        expect(lead.page.get_by_text("先写保持，再写问题，最后写想试的")).to_be_visible()
        kinds = lead.page.get_by_role("radiogroup", name="类型")
        expect(kinds.get_by_role("radio")).to_have_count(3)
        told = [words.split()[-1] for words in kinds.get_by_role("radio").all_inner_texts()]
        self.assertEqual(["保持", "问题", "尝试"], told)
        kinds.get_by_role("radio", name="问题").click()
        expect(self.field(lead.page)).to_have_attribute("placeholder", re.compile("^遇到了什么问题"))
        self.assertEqual([], lead.problems)

    def test_a_team_keeps_a_template_of_its_own_and_a_card_bears_its_kind(self):
        lead = self.lead("阿蓝")
        dialog = self.opening(lead.page)
        dialog.get_by_role("button", name="存一个自己的").click()
        form = dialog.get_by_role("group", name="自己的模板")
        form.get_by_role("button", name="保存").click()
        expect(form.get_by_role("alert")).to_contain_text("写上模板名")
        form.get_by_label("模板名").fill("两栏")
        form.get_by_label("第 1 类叫什么").fill("照做的")
        form.get_by_label("第 2 类叫什么").fill("要改的")
        form.get_by_label("写卡时说什么").fill("先写照做的，再写要改的")
        form.get_by_role("button", name="保存").click()
        # What was saved is the one the room will go by.
        chosen = dialog.get_by_role("combobox", name=re.compile("^模板")).locator("option:checked")
        expect(chosen).to_have_text("两栏")
        expect(dialog.get_by_text("照做的 · ● 要改的")).to_be_visible()
        self.open(dialog, lead.page)
        self.look_at_writing(lead.page)
        expect(lead.page.get_by_text("先写照做的，再写要改的")).to_be_visible()
        lead.page.get_by_role("radio", name="要改的").click()
        self.field(lead.page).fill("开场三分钟没有福袋")
        lead.page.get_by_role("button", name="提交").click()
        card = lead.page.locator("[data-issue]", has_text="开场三分钟没有福袋")
        expect(card).to_contain_text("要改的")
        card.click()
        expect(lead.page.locator("aside.sheet")).to_contain_text("要改的")
        self.assertEqual([], lead.problems)

    def test_a_template_that_is_half_written_is_lost_only_when_one_says_so_and_a_copy_begins_with_its_words(self):
        lead = self.lead("阿紫")
        dialog = self.opening(lead.page)
        form = dialog.get_by_role("group", name="自己的模板")
        dialog.get_by_role("button", name="存一个自己的").click()
        form.get_by_label("模板名").fill("三栏")
        dialog.get_by_role("button", name="开复盘室", exact=True).click()
        asked = dialog.get_by_role("alertdialog")
        expect(asked).to_contain_text("还没有存")
        Camera(SCREENSHOTS).look(lead.page, "template-unsaved")
        asked.get_by_role("button", name="回去存").click()
        expect(form.get_by_label("模板名")).to_have_value("三栏")
        lead.page.keyboard.press("Escape")
        asked.get_by_role("button", name="回去存").click()
        form.get_by_label("第 1 类叫什么").fill("照做的")
        form.get_by_label("写卡时说什么").fill("先写照做的")
        form.get_by_role("button", name="保存").click()
        chosen = dialog.get_by_role("combobox", name=re.compile("^模板")).locator("option:checked")
        expect(chosen).to_have_text("三栏")
        dialog.get_by_role("button", name="另存一份").click()
        expect(form.get_by_label("模板名")).to_have_value("三栏 2")
        expect(form.get_by_label("第 1 类叫什么")).to_have_value("照做的")
        expect(form.get_by_label("写卡时说什么")).to_have_value("先写照做的")
        form.get_by_label("第 1 类叫什么").fill("还照做的")
        form.get_by_role("button", name="保存").click()
        expect(chosen).to_have_text("三栏 2")
        expect(dialog.get_by_text("还照做的")).to_be_visible()
        dialog.get_by_role("button", name="存一个自己的").click()
        form.get_by_label("模板名").fill("不要的")
        dialog.get_by_role("button", name="开复盘室", exact=True).click()
        asked.get_by_role("button", name="不存，开复盘室").click()
        expect(lead.page.get_by_role("list", name="复盘进程")).to_be_visible()
        self.assertEqual([], lead.problems)

    def test_a_phone_asks_for_one_of_the_rooms_own_kinds_and_every_page_calls_the_card_by_it(self):
        self.room_by("kpt")
        writer = desk.person("手机写", "host", phone=True)
        desk.at_room(writer.page)
        self.field(writer.page).tap()
        kinds = writer.page.get_by_role("radiogroup", name="类型")
        self.assertEqual(
            ["保持", "问题", "尝试"], [one.split()[-1] for one in kinds.get_by_role("radio").all_inner_texts()]
        )
        expect(kinds.get_by_role("radio", checked=True)).to_have_count(0)
        self.field(writer.page).fill("福袋提前说一遍")
        kinds.get_by_role("radio", name="尝试").tap()
        expect(self.field(writer.page)).to_have_value("福袋提前说一遍")
        writer.page.get_by_role("button", name="提交").tap()
        card = writer.page.locator("[data-issue]", has_text="福袋提前说一遍")
        expect(card).to_contain_text("尝试")
        desk.others.send(desk.room, "cards.reveal", {})
        card.tap()
        sheet = writer.page.locator(".sheet")
        expect(sheet.locator(".issue-head").first).to_contain_text("尝试")
        sheet.get_by_role("button", name="修改记录").tap()
        expect(sheet.get_by_text("尝试")).not_to_have_count(0)
        wall = desk.person("墙上的", lead=True)
        wall.page.goto(f"{desk.address}/room/{desk.room}?projector")
        expect(wall.page.locator(".projected-cards article")).to_contain_text("尝试")
        self.assertEqual([], writer.problems + wall.problems)

    def room_by(self, template: str) -> None:
        """A room by a usual template, which the desk is at from then on."""
        desk.new_room()
        opened = {"shows": [desk.show], "title": f"按{template}", "template": template}
        desk.others.send(desk.others.directory, "room.open", opened)
        house = desk.others.house
        house.room = desk.others.record(desk.others.directory, "room", title=opened["title"])["id"]
        for client in house.members.values():
            desk.others.await_(house.introduce(client))
        desk.others.move("collect")

    def lead(self, name: str) -> Person:
        desk.new_room()
        desk.others.send(desk.show, "show.start", {})
        person = desk.person(name, lead=True)
        desk.goto(person.page, "/")
        return person

    def opening(self, page: Page) -> Locator:
        page.get_by_role("button", name=re.compile("^(再开一间|开)复盘室$")).first.click()
        return page.get_by_role("dialog", name="开复盘室")

    def open(self, dialog: Locator, page: Page) -> None:
        dialog.get_by_role("button", name="开复盘室").click()
        expect(page.get_by_role("list", name="复盘进程")).to_be_visible()

    def field(self, page: Page) -> Locator:
        return page.get_by_role("region", name="写一张卡").locator("textarea")

    def look_at_writing(self, page: Page) -> None:
        page.get_by_role("button", name=re.compile("^下一步")).click()
        expect(page.get_by_role("button", name="下一步：数据")).to_be_visible()  # whoever looks elsewhere comes along
        page.get_by_role("button", name=re.compile("写卡$")).first.click()
