"""What goes wrong while a file is imported: it is left, its line is lost, another one comes, somebody changes the show."""

import base64
import re
import unittest

from playwright.sync_api import Page, expect

from Tests.e2e import samples
from Tests.e2e.bringing import DRAG, DROP, PASTE, WORKBOOK, AtShow
from Tests.e2e.desk import Desk
from Tests.e2e.preview import Preview

desk = Desk("host")
setUpModule, tearDownModule = desk.open, desk.close


class ImportMishaps(AtShow):
    desk = desk

    def test_nothing_is_stored_by_whoever_leaves_and_what_was_chosen_is_asked_for(self):
        page = self.person("operations").page
        preview = self.drop(page, WORKBOOK)
        page.keyboard.press("Escape")
        expect(preview.dialog).to_have_count(0)
        preview = self.drop(page, WORKBOOK)
        preview.choose("直播间曝光次数", "观看人次")
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="接着看")).to_be_focused()
        page.get_by_role("alertdialog").get_by_role("button", name="不存了").click()
        expect(preview.dialog).to_have_count(0)
        self.assertEqual({}, desk.others.records(desk.show, "snapshot"))

    def test_escape_never_shuts_it_behind_the_pages_back(self):
        """Chromium lets a page keep a dialog a few times only, and then closes it."""
        person = self.person("operations")
        page = person.page
        held = []
        self.escaped(page, self.drop(page, WORKBOOK))
        for step in ("preview", "import"):
            page.route(f"**/api/files/{step}**", lambda route: held.append(route))
            preview = Preview(page)
            if step == "preview":
                page.get_by_label("导入", exact=True).set_input_files(WORKBOOK)
                expect(preview.dialog).to_contain_text("正在读取")
            else:
                self.drop(page, WORKBOOK).button.click()
                expect(preview.dialog.get_by_role("button", name="正在存…")).to_be_visible()
            self.escape(page)
            if step == "import":
                expect(preview.dialog).to_be_visible()
                held.pop().continue_()
                expect(preview.dialog.get_by_role("heading", name="存下了")).to_be_visible()
                self.escape(page)
            page.unroute(f"**/api/files/{step}**")
            expect(preview.dialog).to_have_count(0)
        page.evaluate(PASTE, ["没有\t人\n认识\t它", ""])
        expect(preview.dialog.get_by_role("alert")).to_be_visible()
        self.escaped(page, preview)
        page.get_by_role("button", name="粘贴表格").click()
        expect(preview.dialog.get_by_label("把表格粘贴到这里")).to_be_visible()
        self.escaped(page, preview)
        preview = self.drop(page, samples.path("channels-trend.csv"))
        preview.dialog.get_by_role("button", name=re.compile("当作什么")).nth(1).click()
        preview.dialog.get_by_role("option", name="不用这一列").click()
        for _ in range(5):
            page.keyboard.press("Escape")
            expect(preview.dialog).to_be_visible()
        expect(preview.dialog.get_by_role("alertdialog")).to_be_visible()
        preview.dialog.get_by_role("alertdialog").get_by_role("button", name="不存了").click()
        self.drop(page, samples.path("goals.csv"))

    def escape(self, page: Page) -> None:
        for _ in range(5):
            page.keyboard.press("Escape")

    def escaped(self, page: Page, preview: Preview) -> None:
        self.escape(page)
        expect(preview.dialog).to_have_count(0)

    def test_another_file_on_a_preview_with_choices_is_asked_about_first(self):
        page = self.person("operations").page
        preview = self.drop(page, WORKBOOK)
        preview.choose("直播间曝光次数", "观看人次")
        for answer, name in (("接着看", "douyin-show.xlsx"), ("读另一个", "goals.csv")):
            page.evaluate(DRAG, ["goals.csv", base64.b64encode(samples.content("goals.csv")).decode()])
            page.evaluate(DROP)
            preview.dialog.get_by_role("alertdialog").get_by_role("button", name=answer).click()
            expect(preview.dialog.get_by_role("heading", name=f"导入 {name}")).to_be_visible()
            expect(preview.dialog.get_by_role("alertdialog")).to_have_count(0)

    def test_of_two_files_the_first_is_read_and_it_says_so(self):
        page = self.person("operations").page
        page.evaluate(DRAG, ["one.csv", base64.b64encode(samples.content("goals.csv")).decode()])
        page.evaluate("() => window.dragged.items.add(new File(['x'], 'two.csv'))")
        page.evaluate(DROP)
        expect(Preview(page).stands().dialog).to_contain_text("一次一个，先读「one.csv」")

    def test_what_somebody_else_changes_meanwhile_is_looked_at_again(self):
        page = self.person("operations").page
        preview = self.drop(page, WORKBOOK)
        desk.others.send(desk.show, "snapshot.take", {"values": {"watch_uv": 9000}})
        preview.button.click()
        expect(preview.dialog.get_by_role("alert")).to_contain_text("请再核对一遍")
        expect(preview.column("直播间观看人数")).to_contain_text("9000人")
        preview.store()

    def test_a_lost_line_is_told_and_tried_again(self):
        person = self.person("operations")
        person.context.route("**/api/files/**", lambda route: route.abort())
        person.page.get_by_label("导入", exact=True).set_input_files(WORKBOOK)
        dialog = person.page.get_by_role("dialog", name="导入")
        expect(dialog).to_contain_text("会自动再试")
        person.context.unroute("**/api/files/**")
        expect(Preview(person.page).stands().column("直播间观看人数")).to_be_visible()

    def test_after_a_lost_answer_the_same_is_sent_again_and_never_told_as_not_stored(self):
        person = self.person("operations")
        preview = self.drop(person.page, WORKBOOK)
        sent = []

        def lose(route):
            sent.append(route.request.post_data_buffer)
            if len(sent) == 1:
                route.abort()
            else:
                route.fulfill(json={"file": "F", "new": 1, "merged": 0, "known": 0, "skipped": 0, "lines": []})

        person.page.route("**/api/files/import**", lose)
        preview.button.click()
        expect(preview.dialog.get_by_role("alert")).to_contain_text("不知道存没存下")
        expect(preview.dialog.get_by_text("还没有存", exact=False)).to_have_count(0)
        preview.dialog.get_by_role("button", name="再存一次").click()
        expect(preview.dialog.get_by_role("heading", name="存下了")).to_be_visible()
        self.assertEqual(sent[0], sent[1])

    def test_a_file_that_was_begun_and_not_finished_is_gone_on_with(self):
        page = self.person("operations").page

        def unfinished(route):
            answer = route.fetch()
            route.fulfill(response=answer, json={**answer.json(), "unfinished": "F"})

        page.route("**/api/files/preview**", unfinished)
        preview = self.drop(page, WORKBOOK)
        expect(preview.dialog).to_contain_text("上次没存完，接着存")
        expect(preview.dialog.get_by_text("还没有存")).to_have_count(0)
        preview.store()


if __name__ == "__main__":
    unittest.main(verbosity=2)
