"""What a page says while others act or the line is down: of the moment it tells of, and no more."""

import itertools
import os
import pathlib
import re
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Camera, Person
from Tests.e2e.desk import Desk
from Tests.e2e.pages import Lobby, RoomPage, ShowPage
from Tests.e2e.server import HOME

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
MINUTE = 60_000
numbers = itertools.count(1)
desk = Desk()
setUpModule, tearDownModule = desk.open, desk.close


class Meanwhile(unittest.TestCase):
    def setUp(self):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.camera = Camera(SCREENSHOTS)
        self.people: list[Person] = []
        self.addCleanup(self.nothing_was_wrong)
        desk.new_room()

    def nothing_was_wrong(self) -> None:
        for person in self.people:
            self.assertEqual([], person.problems)
            person.context.close()
        self.assertEqual([], self.camera.violations)

    def person(self, *roles: str) -> Person:
        """Of a name of their own."""
        self.people.append(desk.person(f"小林{next(numbers)}", *roles))
        return self.people[-1]

    def in_room(self, phase: str, *roles: str) -> tuple[Person, RoomPage]:
        desk.others.move(phase)
        person = self.person(*roles)
        desk.at_room(person.page)
        return person, RoomPage(person.page)

    def test_when_the_cards_are_turned_who_writes_is_told_that_and_not_of_a_move(self):
        person, room = self.in_room("collect", "host")
        room.write("妆发没跟上", role="主播", kind="失误")
        desk.others.send(desk.room, "cards.reveal", {})
        expect(room.composer).to_contain_text("卡片已翻开，这张一提交大家就看得到")
        expect(room.composer).not_to_contain_text("照样可以提交")
        expect(person.page.locator("[aria-live=polite]").get_by_text("卡片翻开了")).to_have_count(1)
        self.camera.look(person.page, "turned-while-writing")
        room.text.press("Enter")
        expect(room.composer).not_to_contain_text("卡片已翻开")
        # Who has written nothing is told nothing of it.
        room.text.click()
        desk.others.move("vote")
        room.is_at("投票")
        expect(room.composer).not_to_contain_text("照样可以提交")

    def test_who_edits_a_card_when_the_cards_are_turned_is_told_that_it_is_seen(self):
        person, room = self.in_room("collect", "host")
        room.write("妆发没跟上", role="主播", kind="失误")
        room.submit()
        room.card("妆发没跟上").hover()
        room.card("妆发没跟上").get_by_role("button", name="修改").click()
        editor = person.page.locator(".editing")
        editor.get_by_role("textbox", name="内容").press_sequentially("，开播十分钟才好")
        desk.others.send(desk.room, "cards.reveal", {})
        expect(editor).to_contain_text("卡片已翻开，一保存大家就看得到")
        self.camera.look(person.page, "turned-while-editing")

    def test_without_a_line_own_cards_wait_and_nothing_is_told_of_others(self):
        person, room = self.in_room("collect", "host")
        banner = person.page.locator(".banner")
        expect(banner).to_contain_text("你写了 0 张")
        expect(banner).to_contain_text("人在场")
        person.loses_the_line()
        expect(banner).not_to_contain_text("人在场")
        for text in ("没有网的第一张", "没有网的第二张"):
            room.write(text, role="主播", kind="失误")
            room.submit()
        expect(banner).to_contain_text("你写了 2 张，其中 2 张等待联网")
        expect(person.page.get_by_role("button", name=re.compile("人在场"))).to_have_count(0)
        self.camera.look(person.page, "offline-counts")
        person.finds_the_line()
        expect(banner).to_contain_text("你写了 2 张")
        expect(banner).to_contain_text("现有 2 张卡片")
        expect(banner).not_to_contain_text("等待联网")

    def test_a_refused_vote_names_its_card_and_is_tried_again_only_where_it_can_succeed(self):
        card = self.turned("主播换装离席九十秒")
        person, room = self.in_room("vote", "host")
        person.loses_the_line()
        expect(person.page.get_by_text("离线").or_(person.page.get_by_text("连接中")).first).to_be_visible()
        room.card(card["text"]).get_by_role("button", name="加一票").click()
        desk.others.move("closed")
        person.finds_the_line()
        page = person.page
        page.get_by_role("button", name="查看").click()
        dialog = page.get_by_role("dialog", name="没有保存的内容")
        expect(dialog).to_contain_text(f"#{card['no']} 主播换装离席九十秒 · 1 票")
        expect(dialog).to_contain_text("会议在「完成」阶段")
        expect(dialog.get_by_role("button", name="再试一次")).to_have_count(0)
        self.camera.look(page, "refused-vote")
        desk.others.move("vote")
        dialog.get_by_role("button", name="再试一次").click()
        expect(dialog).to_contain_text("都保存好了")

    def turned(self, text: str) -> dict:
        desk.others.move("collect")
        desk.card(text)
        desk.others.send(desk.room, "cards.reveal", {})
        return desk.others.record(desk.room, "issue", text=text, revealed=True)

    def test_where_the_review_is_over_an_empty_composer_has_nothing_to_keep_and_a_half_written_card_no_hints(self):
        person, room = self.in_room("collect", "host")
        room.text.click()
        desk.others.move("closed")
        expect(room.composer).to_contain_text("现在是「完成」，这里不能写卡")
        for name in ("复制文字", "不要了"):
            expect(room.composer.get_by_role("button", name=name)).to_have_count(0)
        self.camera.look(person.page, "closed-empty")
        desk.others.move("collect")
        room.write("妆发没有跟上节奏", role="主播", kind="失误", anonymous=True)
        expect(room.composer).to_contain_text("带上分钟或数字更有用")
        desk.others.move("closed")
        expect(room.composer).to_contain_text("这张卡提交不了了")
        for hint in ("带上分钟或数字更有用", "匿名", "大家已到"):
            expect(room.composer.locator(".composer-hint")).not_to_contain_text(hint)
        expect(room.composer.get_by_role("button", name="复制文字")).to_be_visible()
        self.camera.look(person.page, "closed-half-written")

    def test_a_question_is_not_asked_for_its_minute_any_more_when_the_end_was_taken_back(self):
        person = self.on_air(ended=True)
        log = ShowPage(person.page)
        log.line.fill("几点问的")
        log.line.press("Enter")
        asked = person.page.get_by_role("alert").filter(has_text="这场已经下播")
        expect(asked).to_be_visible()
        desk.others.send(desk.show, "show.end", {"at": ""})
        expect(asked).to_have_count(0)
        log.line.press("Enter")
        expect(log.question("几点问的")).to_be_visible()

    def test_a_press_is_taken_back_by_whoever_may_press_for_a_while(self):
        person = self.on_air(ended=True)
        self.camera.look(person.page, "undo-of-others")
        person.page.get_by_role("button", name="撤销下播").click()
        expect(person.page.get_by_role("button", name="下播", exact=True)).to_be_visible()
        # It began long ago: that is corrected, not taken back.
        expect(person.page.get_by_role("button", name="撤销开播")).to_have_count(0)

    def on_air(self, *, ended: bool) -> Person:
        """Begun an hour ago, by somebody else; ended just now."""
        person = self.person("floor")
        begin = desk.others.record(desk.show, "show")["plannedStart"]
        desk.others.send(desk.show, "show.start", {"at": begin - 60 * MINUTE})
        if ended:
            desk.others.send(desk.show, "show.end", {})
        desk.at_show(person.page)
        return person

    def test_where_no_question_is_being_read_a_new_one_is_shown_at_once(self):
        person = self.person("host")
        desk.at_show(person.page)
        expect(person.page.get_by_text("还没有问题，记下的会出现在这里。")).to_be_visible()
        log = ShowPage(person.page)
        desk.others.send(desk.show, "question.log", {"text": "有加绒的吗", "offset": 60})
        expect(log.question("有加绒的吗")).to_be_visible()
        desk.others.send(desk.show, "question.log", {"text": "几点抽福袋", "offset": 60})
        person.page.get_by_role("button", name="1 条新问题").click()
        expect(log.questions).to_have_count(2)
        # A filter that leaves nothing to be read has nothing wait, either.
        person.page.get_by_label("状态").select_option(label="已解决")
        expect(person.page.get_by_text("没有符合的问题")).to_be_visible()
        desk.others.send(desk.show, "question.log", {"text": "能退吗", "offset": 60})
        expect(person.page.get_by_role("tab", name="问题 3")).to_be_visible()
        expect(person.page.get_by_role("button", name="条新问题")).to_have_count(0)

    def test_a_show_that_is_over_leads_to_its_room_or_to_opening_one(self):
        host = self.on_air(ended=True)
        expect(host.page.get_by_role("link", name="进入复盘室")).to_have_attribute("href", f"/room/{desk.room}")
        channel = desk.others.record(desk.show, "show")["channel"]
        show = {"channel": channel, "title": "还没复盘的一场", "startsAt": 1_700_000_000_000}
        desk.others.send(desk.others.directory, "show.schedule", show)
        alone = desk.others.record(desk.others.directory, "show", title=show["title"])["id"]
        desk.others.send(alone, "show.start", {"at": show["startsAt"]})
        desk.others.send(alone, "show.end", {"at": show["startsAt"] + 60 * MINUTE})
        desk.goto(host.page, f"/show/{alone}")
        expect(host.page.get_by_role("heading", name="还没复盘的一场")).to_be_visible()
        expect(host.page.get_by_role("button", name="开复盘室")).to_have_count(0)
        planner = self.person("operations")
        desk.goto(planner.page, f"/show/{alone}")
        planner.page.get_by_role("button", name="开复盘室").click()
        dialog = planner.page.get_by_role("dialog", name="开复盘室")
        # Each show is a line of its own, on this page as in the lobby.
        line = dialog.get_by_role("group").locator("label").first
        self.assertEqual("flex", line.evaluate("label => getComputedStyle(label).display"))
        dialog.get_by_role("button", name="开复盘室").click()
        RoomPage(planner.page).is_here()
        desk.goto(host.page, f"/show/{alone}")
        expect(host.page.get_by_role("link", name="进入复盘室")).to_be_visible()

    def test_the_lobby_tells_when_a_show_really_began(self):
        begin = desk.others.record(desk.show, "show")["plannedStart"]
        desk.others.send(desk.show, "show.start", {"at": begin - 50 * MINUTE})
        desk.others.send(desk.show, "show.end", {"at": begin - 10 * MINUTE})
        person = self.person("operations")
        Lobby(person.page).open()
        row = person.page.get_by_role("listitem").filter(has=person.page.locator(f"[href='/show/{desk.show}']"))
        expect(row).to_contain_text(self.clock(person, begin - 50 * MINUTE))
        desk.others.send(desk.show, "show.plan", {"start": begin - 40 * MINUTE})
        expect(row).to_contain_text(self.clock(person, begin - 40 * MINUTE))

    def clock(self, person: Person, at: int) -> str:
        return person.page.evaluate(
            "at => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)", at
        )


if __name__ == "__main__":
    unittest.main(verbosity=2)
