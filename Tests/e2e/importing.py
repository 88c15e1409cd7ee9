"""A file is read, shown and agreed to before anything of it is stored; and it can be taken back as one."""

import pathlib
import re
import unittest

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from Tests.e2e import samples
from Tests.e2e.bringing import PASTE, WORKBOOK, AtShow
from Tests.e2e.desk import Desk
from Tests.e2e.preview import Preview

desk = Desk("host")
setUpModule, tearDownModule = desk.open, desk.close


class Importing(AtShow):
    desk = desk

    def test_a_workbook_is_dropped_mapped_by_hand_remembered_and_taken_back(self):
        page = self.person("operations").page
        preview = self.drop(page, WORKBOOK)
        expect(preview.column("直播间观看人数")).to_contain_text("场观")
        expect(preview.column("直播间观看人数")).to_contain_text("11967")
        self.assertEqual({}, desk.others.records(desk.show, "snapshot"))
        preview.choose("直播间曝光次数", "观看人次")
        expect(preview.column("直播间曝光次数")).to_contain_text("20.3万次")
        expect(preview.column("直播间曝光次数")).to_contain_text("你选的")
        preview.store()
        preview.take_back()
        preview.done()
        expect(self.numbers(page)).to_contain_text("已撤回")
        again = self.drop(page, WORKBOOK)
        expect(again.column("直播间曝光次数")).to_contain_text("上次选的")
        expect(again.column("直播间曝光次数")).to_contain_text("观看人次")
        again.store()
        again.done()
        expect(self.numbers(page).filter(has_not_text="已撤回")).to_contain_text("观看人次")

    def test_the_same_file_again_is_known_until_it_is_taken_back_and_choices_can_be_forgotten(self):
        page = self.person("operations").page
        preview = self.drop(page, WORKBOOK)
        preview.choose("直播间曝光次数", "观看人次")
        preview.store()
        preview.done()
        again = self.drop(page, WORKBOOK)
        expect(again.dialog).to_contain_text("这个文件已经存过")
        expect(again.button).to_be_disabled()
        again.dialog.get_by_role("button", name="撤回那一次").click()
        expect(again.button).to_be_enabled()
        again.dialog.get_by_role("button", name="忘掉").click()
        expect(again.column("直播间曝光次数")).to_contain_text("没有对应的指标")
        again.store()

    def test_a_table_is_pasted_from_the_clipboard(self):
        page = self.person("operations").page
        page.evaluate(PASTE, ["观看人数\t成交金额\n11967\t231182", ""])
        preview = Preview(page).stands()
        expect(preview.column("成交金额")).to_contain_text("231182")
        preview.store()
        preview.done()
        expect(self.numbers(page)).to_contain_text("成交金额")

    def test_a_table_of_a_page_is_pasted_too(self):
        page = self.person("operations", phone=True).page
        row = "<table><tr><th>指标</th><th>目标值</th></tr><tr><td>场观</td><td>14000</td></tr></table>"
        page.evaluate(PASTE, ["", row])
        preview = Preview(page).stands()
        preview.store()
        preview.done()
        expect(page.get_by_role("row").filter(has_text="场观")).to_contain_text("1.4万人")

    def test_on_a_phone_a_table_is_pasted_into_a_field(self):
        page = self.person("operations", phone=True).page
        page.get_by_role("button", name="粘贴表格").click()
        page.get_by_label("把表格粘贴到这里").fill("观看人数\t成交金额\n11967\t231182")
        page.get_by_role("button", name="看看读成什么").click()
        Preview(page).stands().store()

    def test_what_is_pasted_into_a_field_stays_in_it(self):
        page = self.person("floor", tab="questions").page
        field = page.get_by_label("记下用户问题…")
        field.focus()
        self.assertTrue(page.evaluate(PASTE, ["观看人数\t成交金额\n1\t2", ""]))
        expect(page.get_by_role("dialog")).to_have_count(0)

    def test_a_table_of_unknown_words_is_mapped_by_hand_and_known_the_next_time(self):
        page = self.person("operations").page
        rows = "甲\t乙\t丙\n总营业\t{}\t很好\n"
        page.evaluate(PASTE, [rows.format(231182), ""])
        dialog = Preview(page).dialog
        dialog.get_by_role("group", name="它是什么？").get_by_role("button", name="标记").click()
        preview = Preview(page).stands()
        expect(dialog.get_by_text("请至少选一列当作时间，一列当作类型")).to_be_visible()
        dialog.get_by_role("group", name="它是什么？").get_by_role("button", name="总览").click()
        expect(dialog.get_by_text("请至少选一列当作一个指标")).to_be_visible()
        for header, cell in (("甲", "总营业"), ("乙", "231182"), ("丙", "很好")):
            expect(preview.column(header)).to_contain_text("不认识，选一个")
            expect(preview.column(header)).to_contain_text(cell)
        expect(preview.button).to_be_disabled()
        expect(dialog.get_by_text("必须有的列还没有选")).to_be_visible()
        preview.choose("甲", "备注")
        expect(dialog.get_by_text("请至少选一列当作一个指标")).to_be_visible()
        preview.choose("乙", "成交金额")
        expect(dialog.get_by_text("请至少选一列当作一个指标")).to_have_count(0)
        expect(preview.column("乙")).to_contain_text("23.12万元")
        preview.store()
        preview.done()
        page.evaluate(PASTE, [rows.format(250000), ""])
        again = Preview(page).stands()
        expect(again.column("甲")).to_contain_text("备注")
        expect(again.column("乙")).to_contain_text("上次选的")
        expect(again.column("乙")).to_contain_text("25万元")
        again.store()
        again.done()
        expect(self.numbers(page).first).to_contain_text("成交金额")

    def test_a_table_that_was_taken_for_another_kind_can_be_told_its_own(self):
        page = self.person("operations").page
        page.evaluate(PASTE, ["指标\t目标值\n场观\t14000", ""])
        preview = Preview(page).stands()
        preview.dialog.get_by_text("不是目标？").click()
        preview.dialog.get_by_role("group", name="它是什么？").get_by_role("button", name="总览").click()
        expect(preview.dialog.get_by_text("不是目标？")).to_have_count(0)
        preview.dialog.get_by_text("不是总览？").click()
        preview.dialog.get_by_role("button", name="目标", exact=True).click()
        expect(preview.dialog.get_by_text("不是目标？")).to_be_visible()
        preview.store()

    def test_a_goal_that_was_changed_is_told_as_it_was_and_as_it_is(self):
        desk.others.send(desk.show, "goal.set", {"metric": "watch_uv", "value": 9000})
        page = self.person("operations").page
        page.evaluate(PASTE, ["指标\t目标值\n场观\t14000", ""])
        preview = Preview(page).stands()
        preview.store()
        expect(preview.dialog).to_contain_text("场观 9000人 → 1.4万人")

    def test_of_several_rows_the_one_of_this_show_is_shown_first_beside_what_is_there(self):
        desk.others.send(desk.show, "snapshot.take", {"values": {"watch_uv": 11967, "comment_cnt": 50}})
        page = self.person("operations").page
        rows = (
            "直播主题\t开播时间\t观看人数\t评论条数\n大衣专场\t2026-03-10 19:58:03\t9000\t7\n"
            "毛衣专场\t2026-03-11 19:58:03\t8000\t8\n羊绒专场\t2026-03-12 19:58:03\t11967\t"
        )
        page.evaluate(PASTE, [rows, ""])
        preview = Preview(page).stands()
        expect(preview.dialog.get_by_text("读的是第 4 行")).to_be_visible()
        self.assertEqual(["11967", "9000", "8000"], preview.column("观看人数").locator(".raw .sample").all_inner_texts())
        expect(preview.column("观看人数").locator(".now")).to_have_text("一样")
        expect(preview.column("评论条数").locator(".now")).to_have_text("50条，留着")
        preview.dialog.get_by_label("毛衣专场").check()
        expect(preview.dialog.get_by_text("读的是第 3 行")).to_be_visible()
        expect(preview.column("观看人数").locator(".raw .sample").first).to_have_text("8000")
        expect(preview.column("观看人数").locator(".now")).to_contain_text("1.2万人")

    def test_of_many_metrics_that_change_all_can_be_unfolded_and_a_phone_counts_them_beside_the_button(self):
        before = {"watch_uv": 1, "gmv": 2, "comment_cnt": 3, "like_cnt": 4, "share_cnt": 5}
        desk.others.send(desk.show, "snapshot.take", {"values": before})
        page = self.person("operations", phone=True).page
        page.evaluate(PASTE, ["观看人数\t成交金额\t评论次数\t点赞次数\t分享次数\n10\t20\t30\t40\t50", ""])
        preview = Preview(page).stands()
        expect(preview.dialog.locator(".import-foot")).to_contain_text("变了 5 项")
        row = preview.dialog.locator(".import-after .differs")
        row.get_by_text("全部 5 项").click()
        expect(row.get_by_role("listitem")).to_have_count(5)
        expect(row.get_by_role("listitem").filter(has_text="5次 → 50次")).to_be_visible()

    def test_another_days_file_is_told_and_stored_only_where_it_is_said_to_be_this_show(self):
        desk.others.send(desk.show, "show.plan", {"startsAt": samples.STARTS_AT + 5 * 86_400_000})
        page = self.person("operations").page
        preview = self.drop(page, WORKBOOK)
        expect(preview.dialog.get_by_text("文件里的时间不是这一场的")).to_be_visible()
        expect(preview.button).to_be_disabled()
        preview.dialog.get_by_label(re.compile("羊绒专场 .*3月12日 19:58")).check()
        expect(preview.button).to_be_enabled()
        expect(preview.dialog.get_by_role("radio")).to_be_checked()
        expect(preview.dialog.get_by_text("文件里的时间不是这一场的，仍存到这一场")).to_be_visible()
        preview.store()

    def test_of_several_shows_another_row_can_be_chosen_after_the_first(self):
        desk.others.send(desk.show, "show.plan", {"startsAt": samples.STARTS_AT + 5 * 86_400_000})
        page = self.person("operations").page
        rows = "直播主题\t开播时间\t观看人数\n大衣专场\t2026-03-10 19:58:03\t9000\n毛衣专场\t2026-03-11 19:58:03\t8000"
        page.evaluate(PASTE, [rows, ""])
        preview = Preview(page).stands()
        for title, people in (("大衣专场", "9000"), ("毛衣专场", "8000"), ("大衣专场", "9000")):
            preview.dialog.get_by_label(re.compile(title)).check()
            expect(preview.column("观看人数").locator(".raw .sample").first).to_have_text(people)
            expect(preview.dialog.get_by_label(re.compile(title))).to_be_checked()
        preview.store()

    def test_rows_that_cannot_be_read_are_left_out_only_when_that_is_agreed_to(self):
        page = self.person("operations", tab="markers").page
        rows = "时间\t类型\t说明\n2026-03-12 19:59:00\t讲解\t围巾\n没有时间\t讲解\t毛衣"
        page.evaluate(PASTE, [rows, ""])
        preview = Preview(page).stands()
        expect(preview.dialog).to_contain_text("1 处没读懂")
        expect(preview.button).to_be_disabled()
        preview.dialog.get_by_label("有 1 行读不懂：存其余的").check()
        preview.store()
        preview.done()
        expect(page.locator(".markers").get_by_role("listitem")).to_have_count(1)

    def test_a_list_asks_which_show_a_row_is_and_stores_it_as_that_one(self):
        person = self.person("operations")
        desk.goto(person.page, "/")
        channel = desk.others.record(desk.show, "show")["channel"]
        rows = "直播主题\t开播时间\t观看人数\n羊绒返场\t2026-03-12 20:10:03\t11967\n大衣专场\t2026-03-11 19:58:03\t9000"
        list_of = {"name": "list.tsv", "mimeType": "text/plain", "buffer": rows.encode()}
        person.page.locator(f"[data-channel='{channel}']").get_by_label("导入", exact=True).set_input_files(files=[list_of])
        preview = Preview(person.page).stands()
        expect(preview.button).to_be_disabled()
        expect(preview.dialog).to_contain_text("1 场是新的")
        preview.dialog.get_by_label(re.compile("「羊绒返场 .*3月12日 20:10」是哪一场")).select_option(label="就是「羊绒专场」")
        preview.store()
        preview.done()
        desk.others.record(desk.show, "snapshot", source="list")
        expect(person.page.locator(f"[data-channel='{channel}']")).to_contain_text("大衣专场")

    def test_a_list_that_comes_without_a_channel_is_asked_for_one(self):
        person = self.person("operations")
        desk.new_room()
        desk.goto(person.page, "/")
        person.page.evaluate(PASTE, ["直播主题\t开播时间\t观看人数\n棉服专场\t2026-03-10 19:58:03\t9000", ""])
        dialog = Preview(person.page).dialog
        # Of channels of one name any may be the last, and what another test stored may stand in it.
        dialog.get_by_role("group", name="存到哪个直播间？").get_by_role("button").last.click()
        expect(Preview(person.page).stands().dialog).to_contain_text("1 场是新的")

    def test_it_can_be_read_to_whoever_does_not_see_it(self):
        page = self.person("operations", phone=True).page
        preview = self.drop(page, WORKBOOK)
        self.assertEqual([], self.violations(page))
        self.assertTrue(preview.dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth"), "wider than the phone")
        preview.column("直播间观看人数").get_by_role("button").click()
        expect(preview.dialog.get_by_role("combobox", name="「直播间观看人数」当作什么")).to_be_focused()
        self.assertEqual([], self.violations(page))
        page.keyboard.press("Escape")
        expect(preview.column("直播间观看人数").get_by_role("button")).to_be_focused()
        preview.store()
        self.assertEqual([], self.violations(page))

    def violations(self, page: Page) -> list[str]:
        return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in Axe().run(page).response["violations"]]

    def test_a_host_is_offered_only_what_a_host_may_bring(self):
        page = self.person("host").page
        expect(page.get_by_label("导入", exact=True)).to_have_count(0)
        self.drop_is_read_as(page, samples.path("markers.csv"), "标记")

    def drop_is_read_as(self, page: Page, file: pathlib.Path, part: str) -> None:
        preview = self.drop(page, file)
        expect(preview.dialog.get_by_role("button", name=part).first).to_be_visible()


if __name__ == "__main__":
    unittest.main(verbosity=2)
