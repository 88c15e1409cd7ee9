"""What is said of a card: comments, whom they name, and words said with one tap; who is told what, and what never."""

import re
import unittest

from playwright.sync_api import Locator, Page, expect

from Tests.e2e.desk import Desk
from Tests.e2e.pages import Lobby, RoomPage

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close


class Talk(unittest.TestCase):
    def test_a_comment_names_somebody_who_is_told_in_the_lobby_until_they_have_looked(self):
        self.turned_room("上链接慢了半分钟")
        here, there = desk.person("阿青", "host"), desk.person("大鹏", "floor", phone=True)
        desk.at_room(here.page)
        said = self.discussion(here.page, "上链接慢了半分钟")
        field = here.page.get_by_role("textbox", name="说一句")
        field.press_sequentially("**先**核价，@大")
        here.page.get_by_role("button", name="@大鹏").click()
        expect(field).to_have_value("**先**核价，@大鹏 ")
        field.press("Enter")
        expect(field).to_have_value("")
        comment = said.get_by_role("listitem").filter(has_text="核价")
        expect(comment.locator("strong")).to_have_text("先")
        expect(comment).to_contain_text("@大鹏")
        desk.goto(there.page, "/")
        expect(Lobby(there.page).page.get_by_label("有人提到你 1 次").first).to_be_visible()
        desk.goto(here.page, "/")
        expect(here.page.get_by_text("正在进行").first.or_(here.page.get_by_role("main"))).to_be_visible()
        expect(here.page.get_by_label(re.compile("有人提到你"))).to_have_count(0)
        desk.at_room(there.page)
        self.lane(there.page)
        card = RoomPage(there.page).card("上链接慢了半分钟")
        expect(card.get_by_role("button", name=re.compile("1 条评论.*有人提到你"))).to_be_visible()
        read = self.discussion(there.page, "上链接慢了半分钟")
        expect(read.get_by_role("listitem")).to_contain_text("核价")
        read.get_by_role("button", name="同意").first.click()
        expect(card.get_by_text("@ 你")).to_be_hidden()
        there.page.keyboard.press("Escape")
        desk.goto(there.page, "/")
        expect(there.page.get_by_role("link", name="打法手册")).to_be_visible()
        expect(there.page.get_by_label(re.compile("有人提到你"))).to_have_count(0)
        self.assertEqual([], here.problems + there.problems)

    def test_an_open_discussion_shows_what_others_say_and_who_said_which_word(self):
        card = self.turned_room("福袋发晚了")
        here = desk.person("看讨论", "floor")
        desk.at_room(here.page)
        said = self.discussion(here.page, "福袋发晚了")
        expect(said.get_by_text("还没有人说话")).to_be_visible()
        desk.others.send(desk.room, "comment.post", {"issue": card, "text": "我来盯"}, by="host")
        expect(said.get_by_role("listitem")).to_have_text(re.compile("我来盯"))
        desk.others.send(desk.room, "issue.react", {"issue": card, "word": "urgent", "on": True}, by="host")
        urgent = said.get_by_role("group", name="回应").first.get_by_role("button", name="着急")
        expect(urgent).to_have_text("着急 1")
        expect(RoomPage(here.page).card("福袋发晚了").get_by_role("button", name=re.compile("回应 1"))).to_be_visible()
        urgent.click()
        expect(urgent).to_have_text("着急 2")
        expect(urgent).to_have_attribute("aria-pressed", "true")
        expect(urgent).to_have_attribute("title", re.compile("我"))
        urgent.click()
        expect(urgent).to_have_text("着急 1")
        self.assertEqual([], here.problems)

    def test_a_comment_is_changed_and_taken_back_by_its_author_alone(self):
        card = self.turned_room("链接挂错了")
        desk.others.send(desk.room, "comment.post", {"issue": card, "text": "别人说的"}, by="host")
        here = desk.person("改评论", "floor")
        desk.at_room(here.page)
        said = self.discussion(here.page, "链接挂错了")
        here.page.get_by_role("textbox", name="说一句").fill("我说的")
        here.page.get_by_role("button", name="发表").click()
        own = said.get_by_role("listitem").filter(has_text="我说的")
        other = said.get_by_role("listitem").filter(has_text="别人说的")
        own.hover()
        own.get_by_role("button", name="修改").click()
        said.get_by_role("textbox", name="改评论").fill("我改的")
        said.get_by_role("button", name="保存").click()
        changed = said.get_by_role("listitem").filter(has_text="我改的")
        expect(changed).to_contain_text("改过")
        other.hover()
        expect(other.get_by_role("button", name="撤回评论")).to_have_count(0)
        changed.hover()
        changed.get_by_role("button", name="撤回评论").click()
        expect(said.get_by_role("listitem")).to_have_count(1)
        here.page.get_by_role("button", name="撤销").click()
        expect(said.get_by_role("listitem").filter(has_text="我改的")).to_be_visible()
        self.assertEqual([], here.problems)

    def test_the_author_of_an_anonymous_card_speaks_there_without_a_name(self):
        self.turned_room("我忘了开福袋", anonymous=True)
        reader = desk.person("猜不到", "floor")
        desk.others.send(
            desk.room, "comment.post", {"issue": self.card, "text": "下次我设闹钟", "anonymous": True}, by="host")
        answers: list[str] = []
        reader.page.on("response", lambda answer: "/api/issue" in answer.url and answers.append(answer.text()))
        desk.at_room(reader.page)
        said = self.discussion(reader.page, "我忘了开福袋")
        expect(said.get_by_role("listitem")).to_contain_text("卡片作者")
        expect(reader.page.get_by_role("textbox", name="说一句")).to_be_visible()
        said_here = reader.page.get_by_role("region", name="写在这张卡上")
        expect(said_here.get_by_role("button", name="匿名")).to_have_count(0)
        host = desk.others.member("host").me["member"]
        self.assertTrue(answers)
        for answer in answers:
            self.assertNotIn(host, answer)
        self.assertEqual([], reader.problems)

    def test_the_author_of_an_anonymous_card_has_to_say_so_to_be_named_beside_it(self):
        desk.new_room("collect")
        here, there = desk.person("不留名", "host"), desk.person("看不出", "floor")
        desk.at_room(here.page)
        room = RoomPage(here.page)
        room.write("我忘了开福袋", role="主播", kind="失误", anonymous=True)
        room.submit()
        room.is_saved("我忘了开福袋")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.at_room(there.page)
        said, seen = self.discussion(here.page, "我忘了开福袋"), self.discussion(there.page, "我忘了开福袋")
        writing = here.page.get_by_role("region", name="写在这张卡上")
        veil, field = writing.get_by_role("button", name="匿名"), writing.get_by_role("textbox", name="说一句")
        expect(veil).to_have_attribute("aria-pressed", "true")
        field.fill("下次我设闹钟")
        field.press("Enter")
        expect(said.get_by_role("listitem")).to_contain_text("我 · 匿名")
        expect(seen.get_by_role("listitem")).to_contain_text("卡片作者")
        veil.click()
        expect(writing.get_by_role("status")).to_contain_text("你的名字会和这张匿名卡片放在一起")
        field.fill("我来盯")
        field.press("Enter")
        expect(seen.get_by_role("listitem").filter(has_text="我来盯")).to_contain_text("不留名")
        expect(veil).to_have_attribute("aria-pressed", "true")
        self.assertEqual([], here.problems + there.problems)

    def test_who_writes_without_a_name_does_so_until_they_leave_the_room(self):
        desk.new_room("collect")
        here = desk.person("一直匿名", "host")
        desk.at_room(here.page)
        room = RoomPage(here.page)
        pin = room.composer.get_by_role("button", name="匿名")
        room.write("我忘了开福袋", role="主播", kind="失误", anonymous=True)
        room.submit()
        expect(pin).to_have_attribute("aria-pressed", "true")
        room.text.fill("写到一半")
        self.leaves_and_returns(here.page)
        expect(pin).to_have_attribute("aria-pressed", "true")
        room.text.fill("")
        self.leaves_and_returns(here.page)
        expect(pin).to_have_attribute("aria-pressed", "false")
        self.assertEqual([], here.problems)

    def leaves_and_returns(self, page: Page) -> None:
        Lobby(page).open()
        page.go_back()
        RoomPage(page).is_here()

    def test_a_comment_written_without_a_line_waits_and_is_said_once_it_is_back(self):
        self.turned_room("灯光太暗")
        here = desk.person("断网说", "floor")
        desk.at_room(here.page)
        said = self.discussion(here.page, "灯光太暗")
        expect(said.get_by_text("还没有人说话")).to_be_visible()
        here.goes_offline()
        here.loses_the_line()
        field = here.page.get_by_role("textbox", name="说一句")
        field.fill("等网回来")
        field.press("Enter")
        waiting = said.get_by_role("listitem").filter(has_text="等网回来")
        expect(waiting).to_contain_text("等待联网")
        here.comes_back()
        here.finds_the_line()
        expect(waiting).not_to_contain_text("等待联网")
        expect(waiting).to_have_count(1)
        self.assertEqual([], here.problems)

    def test_the_count_of_mentions_in_a_closed_room_leads_to_the_card_which_is_read_by_that(self):
        card = self.turned_room("样衣尺码拿错了")
        for phone, name in ((False, "被提到"), (True, "也被提到")):
            here = desk.person(name, "floor", phone=phone)
            desk.others.send(
                desk.room, "comment.post", {"issue": card, "text": "请看", "members": [desk.member(name)]},
                by="host")
            desk.others.move("closed")
            desk.goto(here.page, "/")
            one = here.page.get_by_role("link").filter(has=here.page.get_by_label("有人提到你 1 次"))
            one.first.click()
            expect(here.page.locator("aside.sheet")).to_contain_text("样衣尺码拿错了")
            expect(here.page.get_by_role("region", name="讨论").get_by_role("listitem").first).to_be_visible()
            self.assertIn(f"?issue={card}", here.page.url)
            desk.goto(here.page, "/")
            expect(here.page.get_by_role("link", name="打法手册")).to_be_visible()
            expect(here.page.get_by_label(re.compile("有人提到你"))).to_have_count(0)
            self.assertEqual([], here.problems)
            desk.others.move("solve")

    def turned_room(self, text: str, **card) -> str:
        """A turned card of the host's; answers its id."""
        desk.new_room("collect")
        self.card = desk.card(text, by="host", **card)["id"]
        desk.others.send(desk.room, "cards.reveal", {})
        return self.card

    def discussion(self, page: Page, text: str) -> Locator:
        self.lane(page)
        card = RoomPage(page).card(text)
        card.hover()
        card.get_by_role("button", name="讨论").click()
        said = page.get_by_role("region", name="讨论")
        expect(said).to_be_visible()
        return said

    def lane(self, page: Page) -> None:
        """On a phone the lanes take turns."""
        turn = page.get_by_role("tab", name="主播").or_(page.get_by_role("button", name=re.compile("^主播"))).first
        if turn.is_visible():
            turn.click()


if __name__ == "__main__":
    unittest.main(verbosity=2)
