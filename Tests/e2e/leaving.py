"""The field is not taken away under the fingers: it stays until it is left, with what happened and a way to keep the text."""

import itertools
import unittest

from playwright.sync_api import Locator, expect

from Tests.e2e.desk import Desk
from Tests.e2e.pages import RoomPage, ShowPage

desk = Desk("floor")
setUpModule, tearDownModule = desk.open, desk.close
NUMBERS = itertools.count(1)


class AFieldInUse(unittest.TestCase):
    def setUp(self):
        desk.new_room()

    def person(self, *roles: str, lead: bool = True):
        person = desk.person(f"写的人{next(NUMBERS)}", *roles, lead=lead)
        self.addCleanup(lambda: self.assertEqual([], person.problems))
        return person

    def types_on(self, field: Locator, text: str) -> None:
        """The same node has the focus and takes what is typed behind what stood there."""
        expect(field).to_be_focused()
        before = field.input_value()
        field.page.keyboard.insert_text(text)
        expect(field).to_have_value(before + text)

    def copied(self, page, text: str, place=None) -> None:
        """In the clipboard: what a paste brings."""
        (place or page).get_by_role("button", name="复制文字").click()
        expect((place or page).get_by_role("button", name="已复制")).to_be_visible()
        self.assertEqual(text, page.evaluate("navigator.clipboard.readText()"))

    def at_room(self, person, phase: str):
        person.context.grant_permissions(["clipboard-read", "clipboard-write"])
        desk.others.move(phase)
        desk.at_room(person.page)
        return RoomPage(person.page)

    def test_a_card_being_written_stays_when_the_room_moves_on_to_solving(self):
        person = self.person("host")
        room = self.at_room(person, "vote")
        room.text.click()
        person.page.keyboard.insert_text("写到一半")
        desk.others.move("solve")
        room.is_at("共创")
        self.types_on(room.text, "，接着写")
        expect(room.composer.get_by_text("大家已到「共创」，这张卡照样可以提交。")).to_be_visible()
        room.submit()
        expect(room.card("写到一半，接着写")).to_be_visible()

    def test_a_card_left_half_written_is_pointed_to_from_the_next_station(self):
        person = self.person("host")
        room = self.at_room(person, "vote")
        room.text.fill("写到一半")
        desk.others.move("solve")
        room.is_at("共创")
        room.text.blur()
        form = person.page.get_by_role("region", name="写一个解决办法")
        form.get_by_role("button", name="接着写没写完的卡片").click()
        expect(room.text).to_have_value("写到一半")
        expect(room.text).to_be_focused()

    def test_a_card_that_can_no_longer_be_posted_can_be_kept(self):
        person = self.person("host")
        room = self.at_room(person, "vote")
        room.text.click()
        person.page.keyboard.insert_text("来不及了")
        desk.others.move("closed")
        room.is_at("完成")
        self.types_on(room.text, "的卡")
        expect(room.composer.get_by_role("alert")).to_contain_text("已到「完成」，这张卡提交不了了。")
        self.copied(person.page, "来不及了的卡", room.composer)
        room.composer.get_by_role("button", name="不要了").click()
        expect(room.composer).to_be_hidden()

    def test_a_solution_begun_stays_when_the_review_is_closed(self):
        person = self.person("host")
        room = self.at_room(person, "solve")
        field = person.page.get_by_role("textbox", name="写一个解决办法")
        field.click()
        person.page.keyboard.insert_text("副播")
        desk.others.move("closed")
        room.is_at("完成")
        self.types_on(field, "顶讲")
        stranded = person.page.get_by_role("alert").filter(has_text="现在提不了办法")
        expect(stranded).to_be_visible()
        self.copied(person.page, "副播顶讲", stranded)  # the report of a closed room has a button of that name too

    def test_a_solution_dropped_while_it_is_edited_stays_with_its_editor(self):
        person = self.person("host")
        self.at_room(person, "solve")
        solution = desk.solution("副播坐在镜头旁")
        editor = self.edit(person.page, f'[data-solution="{solution["id"]}"]')
        desk.others.send(desk.room, "solution.drop", {"solution": solution["id"]})
        expect(person.page.get_by_role("alert")).to_contain_text("这个解决办法刚被删除。")
        self.types_on(editor, "，随时接")
        person.page.get_by_role("button", name="提成新办法").click()
        expect(RoomPage(person.page).solution("副播坐在镜头旁，随时接")).to_be_visible()

    def test_a_card_withdrawn_while_it_is_edited_stays_with_its_editor(self):
        person = self.person("host")
        self.at_room(person, "collect")
        me = desk.member(person.name)
        card = desk.card("离席九十秒")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.send(desk.room, "facilitator.hand", {"member": me})
        editor = self.edit(person.page, f'[data-issue="{card["id"]}"]')
        desk.others.send(desk.room, "issue.withdraw", {"issue": card["id"]})
        expect(person.page.get_by_role("alert")).to_contain_text("这张卡刚被撤回。")
        self.types_on(editor, "，没人顶")
        self.copied(person.page, "离席九十秒，没人顶")
        person.page.get_by_role("button", name="发成新卡").click()
        expect(RoomPage(person.page).card("离席九十秒，没人顶")).to_be_visible()

    def test_a_card_given_to_another_role_stays_with_its_editor(self):
        person = self.person("host")
        self.at_room(person, "collect")
        me = desk.member(person.name)
        card = desk.card("离席九十秒")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.send(desk.room, "facilitator.hand", {"member": me})
        editor = self.edit(person.page, f'[data-issue="{card["id"]}"]')
        desk.others.send(desk.room, "issue.edit", {"issue": card["id"], "role": "floor"}, on=card["edited"] + 1)
        expect(person.page.get_by_text("有人先改过了")).to_be_visible()
        self.types_on(editor, "，没人顶")

    def test_an_open_editor_stays_when_the_room_moves_on_and_its_writer_follows_after(self):
        person = self.person("host")
        room = self.at_room(person, "collect")
        me = desk.member(person.name)
        card = desk.card("离席九十秒")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.send(desk.room, "facilitator.hand", {"member": me})
        editor = self.edit(person.page, f'[data-issue="{card["id"]}"]')
        desk.others.move("solve")
        room.is_at("共创")
        expect(person.page.get_by_text("大家已到「共创」。写完就带你过去。")).to_be_visible()
        self.types_on(editor, "，没人顶")
        person.page.get_by_role("button", name="保存").click()
        expect(person.page.get_by_role("region", name="按票数")).to_contain_text("离席九十秒，没人顶")

    def test_a_change_not_saved_when_the_review_is_closed_is_shown_until_it_is_let_go(self):
        person = self.person("host")
        room = self.at_room(person, "solve")
        solution = desk.solution("副播坐在镜头旁")
        editor = self.edit(person.page, f'[data-solution="{solution["id"]}"]')
        self.types_on(editor, "，随时接")
        editor.blur()
        desk.others.move("closed")
        room.is_at("完成")
        left = person.page.get_by_role("region", name="没存上的修改")
        expect(left).to_contain_text("副播坐在镜头旁，随时接")
        desk.at_room(person.page)
        expect(left).to_contain_text("副播坐在镜头旁，随时接")
        self.copied(person.page, "副播坐在镜头旁，随时接", left)
        left.get_by_role("button", name="不要了").click()
        expect(left).to_be_hidden()

    def test_what_is_said_of_the_last_card_goes_with_the_first_key_of_the_next(self):
        person = self.person("host")
        room = self.at_room(person, "collect")
        room.text.click()
        person.page.keyboard.insert_text("第一张卡")
        desk.others.move("solve")
        room.is_at("共创")
        expect(room.composer).to_contain_text("这张卡照样可以提交")
        room.choose_kind()
        room.text.press("Enter")
        expect(room.composer).to_contain_text("已保存")
        expect(room.composer).not_to_contain_text("这张卡照样可以提交")
        self.types_on(room.text, "第二张")
        expect(room.composer).not_to_contain_text("已保存")

    def test_a_question_noted_after_the_show_asks_for_its_minute_and_can_be_found(self):
        person = self.person("floor")
        begin = desk.others.record(desk.show, "show")["plannedStart"]
        desk.others.send(desk.show, "show.start", {"at": begin - 3_600_000})
        desk.others.send(desk.show, "show.end", {"at": begin - 60_000})
        desk.at_show(person.page)
        log = ShowPage(person.page)
        log.line.fill("几点问的")
        log.line.press("Enter")
        expect(person.page.get_by_role("alert")).to_contain_text("这场已经下播")
        minute = person.page.get_by_label("播中时间")
        expect(minute).to_be_focused()
        minute.fill("0:12:30")
        minute.press("Enter")
        expect(log.line).to_be_focused()
        expect(log.line).to_have_value("")
        expect(person.page.get_by_role("status").filter(has_text="已记在 0:12:30")).to_be_visible()
        person.page.get_by_role("button", name="去看").click()
        expect(log.question("几点问的")).to_be_in_viewport()
        person.page.get_by_role("tab", name="标记").click()
        expect(person.page.get_by_text("先写播中时间，再点类型")).to_be_visible()

    def edit(self, page, record: str) -> Locator:
        place = page.locator(record)
        place.hover()
        place.get_by_role("button", name="修改").click()
        editor = place.get_by_role("textbox", name="内容")
        expect(editor).to_be_focused()
        return editor

    def test_a_solution_dropped_while_it_is_promoted_leaves_the_form_to_its_writer(self):
        person = self.person("host")
        self.at_room(person, "solve")
        solution = desk.solution("副播坐在镜头旁")
        RoomPage(person.page).solution("副播坐在镜头旁").get_by_role("button", name="收进手册").click()
        dialog = person.page.get_by_role("dialog", name="收进手册")
        title = dialog.get_by_label("标题")
        title.fill("离席")
        title.focus()
        desk.others.send(desk.room, "solution.drop", {"solution": solution["id"]})
        expect(dialog.get_by_role("alert")).to_contain_text("这个解决办法刚被删除。")
        self.types_on(title, "顶讲")
        expect(dialog.get_by_role("button", name="收进手册")).to_be_disabled()

    # The question log

    def question(self, person, mode: str) -> tuple[dict, Locator]:
        person.context.grant_permissions(["clipboard-read", "clipboard-write"])
        question = desk.others.add(desk.show, "question.log", {"text": "会起球吗", "offset": 60}, "question", text="会起球吗")
        desk.at_show(person.page)
        row = person.page.get_by_role("list", name="问题").get_by_role("listitem").first
        row.get_by_role("button", name="会起球吗").click()
        if mode != "回应":
            row.get_by_role("button", name=mode, exact=True).click()
        field = row.get_by_role("textbox").first
        field.focus()
        return question, field

    def test_a_question_erased_while_it_is_answered_leaves_the_answer_to_its_writer(self):
        person = self.person("host", lead=False)
        question, field = self.question(person, "回应")
        person.page.keyboard.insert_text("不会，")
        desk.others.send(desk.show, "question.erase", {"question": question["id"], "reason": "含隐私"})
        expect(person.page.get_by_role("alert")).to_contain_text("这条提问刚被抹除")
        self.types_on(field, "放心洗")
        self.copied(person.page, "不会，放心洗")
        person.page.get_by_role("button", name="不要了").click()
        expect(field).to_be_hidden()
        expect(person.page.get_by_text("已抹除：含隐私")).to_be_visible()

    def test_a_question_erased_while_it_is_changed_leaves_the_field_to_its_writer(self):
        person = self.person("floor", lead=False)
        question, field = self.question(person, "修改")
        person.page.keyboard.press("End")
        person.page.keyboard.insert_text("？")
        desk.others.send(desk.show, "question.erase", {"question": question["id"], "reason": "含隐私"})
        expect(person.page.get_by_role("alert")).to_contain_text("这条提问刚被抹除")
        self.types_on(field, "？")

    def test_an_open_question_stays_in_sight_when_it_no_longer_passes_the_filter(self):
        person = self.person("host", lead=False)
        question, field = self.question(person, "回应")
        person.page.get_by_label("状态", exact=True).first.select_option(label="待回应")
        field.focus()
        person.page.keyboard.insert_text("不会，")
        desk.others.send(desk.show, "question.mark", {"question": question["id"], "status": "resolved"})
        expect(person.page.get_by_role("list", name="问题").get_by_text("已解决").first).to_be_visible()
        self.types_on(field, "放心洗")

    def test_who_may_no_longer_log_questions_keeps_the_one_begun(self):
        person = self.person("floor", lead=False)
        person.context.grant_permissions(["clipboard-read", "clipboard-write"])
        desk.at_show(person.page)
        line = person.page.get_by_label("记下用户问题…")
        line.click()
        person.page.keyboard.insert_text("有没有")
        desk.others.send(desk.others.directory, "member.assign", {"member": desk.member(person.name), "roles": ["host"]})
        expect(person.page.get_by_role("alert")).to_contain_text("不能再记录提问")
        self.types_on(line, "大码")
        self.copied(person.page, "有没有大码")
        person.page.get_by_role("button", name="不要了").click()
        expect(line).to_be_hidden()


if __name__ == "__main__":
    unittest.main(verbosity=2)
