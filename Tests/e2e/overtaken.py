"""Who changes what somebody else changes meanwhile sees both texts, and says which of them is to stand: on every page alike."""

import itertools
import unittest

from playwright.sync_api import Locator, Page, expect

from Tests.e2e.desk import Desk

desk = Desk("floor")
setUpModule, tearDownModule = desk.open, desk.close
NUMBERS = itertools.count(1)


class Overtaken(unittest.TestCase):
    def setUp(self):
        desk.new_room()
        self.person = desk.person(f"改的人{next(NUMBERS)}", "host", lead=True)
        self.addCleanup(lambda: self.assertEqual([], self.person.problems))

    @property
    def page(self) -> Page:
        return self.person.page

    def test_a_question_keeps_both_texts_apart_and_enter_leads_to_the_choice(self):
        self.page.goto(f"{desk.address}/show/{desk.show}")
        question = self.logged("三号偏大吗")
        row = self.page.locator(".question").first
        row.locator("button.text").click()
        row.get_by_role("button", name="修改").click()
        field = row.get_by_label("内容")
        field.fill("三号会不会偏大")
        self.edit(desk.show, "question", question, "三号偏小吗")
        expect(row.get_by_text("有人先改过了")).to_be_visible()
        expect(row.locator(".newer")).to_contain_text("三号偏小吗")
        expect(field).to_have_value("三号会不会偏大")
        field.press("Enter")
        expect(row.get_by_role("button", name="用我的覆盖")).to_be_focused()
        self.page.keyboard.press("Enter")
        expect(self.page.locator(".question .text")).to_have_text("三号会不会偏大")
        expect(row.locator(".state")).to_have_count(0)  # saved
        desk.others.record(desk.show, "question", id=question["id"], text="三号会不会偏大")

    def test_a_question_begun_before_a_reload_is_not_written_over_what_came_meanwhile(self):
        self.page.goto(f"{desk.address}/show/{desk.show}")
        question = self.logged("能不能便宜点")
        row = self.page.locator(".question").first
        row.locator("button.text").click()
        row.get_by_role("button", name="修改").click()
        row.get_by_label("内容").fill("能不能再便宜点")
        self.edit(desk.show, "question", question, "有没有优惠券")
        expect(row.get_by_text("有人先改过了")).to_be_visible()
        self.page.reload()
        row.locator("button.text").click()
        row.get_by_role("button", name="修改").click()
        expect(row.get_by_label("内容")).to_have_value("能不能再便宜点")
        row.get_by_role("button", name="用现在的").click()
        expect(self.page.locator(".question .text")).to_have_text("有没有优惠券")
        row.locator("button.text").click()
        row.get_by_role("button", name="修改").click()
        expect(row.get_by_label("内容")).to_have_value("有没有优惠券")

    def test_an_entry_is_told_of_while_it_is_written_and_theirs_is_taken(self):
        args = {"title": "换装顶讲", "kind": "sop", "roles": ["host"], "text": "场控顶讲"}
        desk.others.follow_playbook()
        entry = desk.others.add(desk.others.playbook, "entry.write", args, "entry", title="换装顶讲")
        self.page.goto(f"{desk.address}/playbook")
        card = self.page.locator(".entry", has_text="换装顶讲")
        card.get_by_role("button", name="修改").click()
        form = self.page.get_by_role("dialog", name="修改这一条")
        form.get_by_label("怎么做").fill("场控顶讲，主播不离席")
        self.edit(desk.others.playbook, "entry", entry, "场控顶讲三十秒")
        expect(form.get_by_text("有人先改过了")).to_be_visible()
        expect(form.locator(".newer")).to_contain_text("场控顶讲三十秒")
        form.get_by_role("button", name="用现在的").click()
        expect(form).to_have_count(0)
        expect(card).to_contain_text("场控顶讲三十秒")

    def test_an_action_that_was_looked_at_before_a_reload_shows_what_it_says_now_and_only_what_was_changed_is_sent(self):
        log = self.channel()
        action = desk.others.add(log, "action.add", {"text": "样衣挂好", "owner": "host"}, "action", text="样衣挂好")
        self.opened("样衣挂好")
        self.page.reload()
        self.edit(log, "action", action, "样衣提前挂好")
        form = self.opened("样衣提前挂好")
        expect(form.get_by_label("做什么")).to_have_value("样衣提前挂好")
        form.get_by_role("button", name="下一场").click()
        form.get_by_role("button", name="保存").click()
        desk.others.record(log, "action", text="样衣提前挂好", due={"next": True})

    def test_an_action_half_changed_before_a_reload_is_not_written_over_what_came_meanwhile(self):
        log = self.channel()
        action = desk.others.add(log, "action.add", {"text": "灯光加一盏", "owner": "floor"}, "action", text="灯光加一盏")
        self.opened("灯光加一盏").get_by_label("做什么").fill("灯光加两盏")
        self.edit(log, "action", action, "灯光换暖色")
        self.page.reload()
        form = self.opened("灯光换暖色")
        expect(form.locator(".newer")).to_contain_text("灯光换暖色")
        expect(form.get_by_label("做什么")).to_have_value("灯光加两盏")
        form.get_by_role("button", name="用现在的").click()
        expect(self.opened("灯光换暖色").get_by_label("做什么")).to_have_value("灯光换暖色")

    def test_ones_own_comment_changed_on_another_device_is_not_written_over(self):
        desk.others.move("collect")
        card = desk.card("链接挂错了", by="lead")["id"]
        desk.others.send(desk.room, "cards.reveal", {})
        self.page.goto(f"{desk.address}/room/{desk.room}?issue={card}")
        self.page.get_by_role("textbox", name="说一句").fill("我先说的")
        self.page.get_by_role("button", name="发表").click()
        other = self.person.tab()
        other.goto(self.page.url)
        for page, words in ((self.page, "电脑上改的"), (other, "手机上改的")):
            said = page.get_by_role("region", name="讨论").get_by_role("listitem").filter(has_text="我先说的")
            said.hover()
            said.get_by_role("button", name="修改").click()
            page.get_by_role("textbox", name="改评论").fill(words)
        other.get_by_role("button", name="保存").click()
        editor = self.page.locator(".commenting.editing")
        expect(editor.locator(".newer")).to_contain_text("手机上改的")
        expect(editor.get_by_role("textbox")).to_have_value("电脑上改的")
        editor.get_by_role("button", name="用现在的").click()
        expect(self.page.get_by_role("region", name="讨论")).to_contain_text("手机上改的")

    def test_a_why_that_somebody_reworded_meanwhile_is_not_written_over(self):
        desk.others.move("collect")
        card = desk.card("主播离席", by="lead")["id"]
        desk.others.move("solve")
        cause = desk.others.add(desk.room, "cause.add", {"issue": card, "text": "没有人顶"}, "cause", id=card)
        self.page.goto(f"{desk.address}/room/{desk.room}?issue={card}")
        self.page.get_by_role("button", name="改第 1 层").click()
        field = self.page.get_by_role("textbox", name="改第 1 层")
        field.fill("没有排班")
        desk.others.send(
            desk.room, "cause.reword", {"cause": card, "place": 0, "text": "没有交接"}, on=cause["edited"], by="floor")
        whys = self.page.get_by_role("region", name="为什么").first
        expect(whys.locator(".newer")).to_contain_text("没有交接")
        field.press("Enter")
        self.page.keyboard.press("Enter")
        desk.others.record(desk.room, "cause", id=card, whys=["没有排班"])

    def channel(self) -> str:
        show = desk.others.record(desk.others.directory, "show", id=desk.show)
        log = desk.others.record(desk.others.directory, "channel", id=show["channel"])["log"]
        desk.others.await_(desk.others.lead.follow(log))
        return log

    def opened(self, text: str) -> Locator:
        self.page.goto(f"{desk.address}/actions")
        self.page.locator(".action", has_text=text).get_by_role("button", name="改这件待办").click()
        return self.page.get_by_role("dialog", name="待办")

    def logged(self, text: str) -> dict:
        desk.others.send(desk.show, "question.log", {"text": text, "offset": 60})
        expect(self.page.locator(".question .text")).to_have_text(text)
        return desk.others.record(desk.show, "question", text=text)

    def edit(self, log: str, kind: str, record: dict, text: str) -> None:
        desk.others.send(log, f"{kind}.edit", {kind: record["id"], "text": text}, on=record["edited"])


if __name__ == "__main__":
    unittest.main()
