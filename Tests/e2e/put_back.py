"""Words that were refused go back into a field only where there is one, and write over nothing; else they stay to be copied."""

import unittest

from playwright.sync_api import Locator, Page, expect

from Tests.e2e.browser import Person
from Tests.e2e.desk import Desk

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close

MODES = {"讨论": "离线讨论词", "为什么": "离线为何词", "办法": "离线办法词", "待办": "离线待办词"}


class PutBack(unittest.TestCase):
    def test_words_whose_field_has_gone_stay_in_sight_and_in_the_list_of_what_is_unsaved(self):
        person, _ = self.at_sheet("丢线的", "solve", "有办法的卡")
        person.loses_the_line()
        for mode, words in MODES.items():
            self.write(person.page, mode, words)
            expect(person.page.locator(".sheet").get_by_text(words)).to_be_visible()
        desk.others.move("closed")
        self.reconnects(person)
        expect(person.page.get_by_role("status").first).to_contain_text("没有被接受")
        expect(person.page.get_by_role("button", name="放回输入框")).to_have_count(0)
        person.page.get_by_role("status").first.get_by_role("button", name="查看").click()
        unsaved = person.page.get_by_role("dialog", name="没有保存的内容")
        for words in ("离线讨论词", "离线为何词", "离线办法词"):
            item = unsaved.get_by_role("listitem").filter(has_text=words)
            expect(item.get_by_role("button", name="复制")).to_be_visible()
            expect(item.get_by_role("button", name="放弃")).to_be_visible()
        self.assertEqual([], person.problems)

    def test_a_refused_why_stands_in_front_of_the_one_that_is_half_written(self):
        person, card = self.at_sheet("追问的", "solve", "问得太多的卡")
        person.loses_the_line()
        self.write(person.page, "为什么", "先写的为什么")
        for n in range(7):
            desk.others.send(desk.room, "cause.add", {"issue": card, "text": f"别人{n}"})
        self.reconnects(person)
        field = self.field(person.page)
        field.fill("正写到一半")
        self.back(person.page)
        expect(field).to_have_value("先写的为什么\n正写到一半")
        self.assertEqual([], person.problems)

    def test_a_refused_solution_goes_back_into_the_field_of_the_sheet(self):
        person, _ = self.at_sheet("出主意的", "solve", "等办法的卡")
        person.loses_the_line()
        self.write(person.page, "办法", "断线时的办法")
        desk.others.move("vote")
        self.reconnects(person)
        expect(person.page.get_by_role("button", name="查看")).to_be_visible()
        expect(person.page.get_by_role("button", name="放回输入框")).to_have_count(0)
        desk.others.move("solve")
        self.back(person.page)
        expect(self.field(person.page)).to_have_value("断线时的办法")
        self.assertEqual([], person.problems)

    def test_a_comment_for_which_there_is_no_room_stays_beside_the_reason(self):
        person, card = self.at_sheet("说满的", "collect", "说满了的卡")
        desk.others.send_all([(desk.room, "comment.post", {"issue": card, "text": f"话{n}"}) for n in range(49)])
        said = person.page.get_by_role("region", name="讨论")
        expect(said.get_by_role("listitem")).to_have_count(49)
        field = person.page.get_by_role("textbox", name="说一句")
        field.press_sequentially("写到一半的话")
        desk.others.send(desk.room, "comment.post", {"issue": card, "text": "第五十"})
        expect(said.get_by_role("listitem")).to_have_count(50)
        expect(field).to_have_value("写到一半的话")
        expect(person.page.get_by_role("button", name="发表")).to_be_disabled()
        full = person.page.get_by_role("alert").filter(has_text="50")
        expect(full.get_by_role("button", name="复制文字")).to_be_visible()
        full.get_by_role("button", name="不要了").click()
        expect(field).to_have_count(0)
        self.assertEqual([], person.problems)

    def test_a_refused_comment_is_not_put_back_where_the_talk_is_full(self):
        person, card = self.at_sheet("断线说满的", "collect", "断线时说满的卡")
        desk.others.send_all([(desk.room, "comment.post", {"issue": card, "text": f"话{n}"}) for n in range(49)])
        person.loses_the_line()
        field = person.page.get_by_role("textbox", name="说一句")
        field.fill("断网时写的一段")
        field.press("Enter")
        desk.others.send(desk.room, "comment.post", {"issue": card, "text": "第五十"})
        self.reconnects(person)
        said = person.page.get_by_role("region", name="讨论").get_by_role("listitem").filter(has_text="断网时写的一段")
        expect(said.get_by_role("button", name="放弃")).to_be_visible()
        expect(said.get_by_role("button", name="放回输入框")).to_have_count(0)
        self.assertEqual([], person.problems)

    def at_sheet(self, name: str, phase: str, text: str) -> tuple[Person, str]:
        """Somebody before the sheet of a turned card, in that phase; in 共创 it has a solution."""
        desk.new_room("collect")
        card = desk.card(text, by="host")["id"]
        desk.others.send(desk.room, "cards.reveal", {})
        if phase != "collect":
            desk.others.move(phase)
        if phase == "solve":
            desk.solution("现有办法", issues=[card])
        person = desk.person(name, "host")
        desk.goto(person.page, f"/room/{desk.room}?issue={card}")
        expect(person.page.get_by_role("region", name="讨论")).to_be_visible()
        return person, card

    def write(self, page: Page, mode: str, words: str) -> None:
        page.locator(".sheet-composer .segments button", has_text=mode).first.click()
        field = page.locator(".sheet-composer").get_by_role("textbox", name="说一句" if mode == "讨论" else mode)
        field.fill(words)
        field.press("Enter")

    def field(self, page: Page) -> Locator:
        return page.locator(".sheet-composer textarea")

    def back(self, page: Page) -> None:
        page.get_by_role("button", name="放回输入框").click()

    def reconnects(self, person: Person) -> None:
        person.finds_the_line()
        # The button goes as soon as the page has come back by itself.
        person.page.evaluate("document.querySelector('.strip.offline button:last-child')?.click()")
        expect(person.page.get_by_text("已连接")).to_be_visible()


if __name__ == "__main__":
    unittest.main(verbosity=2)
