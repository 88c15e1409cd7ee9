"""A card opens as a sheet: where one writes why it happened and what is to be done, and where it is agreed on."""

import re
import unittest

from playwright.sync_api import Page, expect

from Tests.e2e.browser import LAPTOP, PHONE
from Tests.e2e.desk import Desk
from Tests.e2e.pages import RoomPage
from Tests.e2e.session import HTTPRefusal, Session

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close


class Sheets(unittest.TestCase):
    def turned(self, *texts: str, phase: str = "solve") -> list[dict]:
        """Cards of the host in a room that has come so far."""
        desk.new_room("collect")
        for text in texts:
            desk.card(text, by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        if phase == "solve":
            desk.others.move("vote")
            desk.others.move("solve")
        return [desk.others.record(desk.room, "issue", text=text) for text in texts]

    def sheet(self, page: Page):
        return page.locator("[data-sheet]")

    def test_a_card_opens_by_a_press_and_by_enter_and_keys_turn_to_the_next_and_close_it(self):
        self.turned("链接挂错了", "福袋发晚了", phase="collect")
        person = desk.person("翻卡", "floor")
        desk.at_room(person.page)
        room, sheet = RoomPage(person.page), self.sheet(person.page)
        room.card("链接挂错了").click()
        expect(sheet.get_by_role("heading", name="链接挂错了")).to_be_visible()
        other = "J" if "1 / 2" in sheet.inner_text() else "K"
        person.page.keyboard.press(other.lower())
        expect(sheet.get_by_role("heading", name="福袋发晚了")).to_be_visible()
        person.page.keyboard.press("Escape")
        expect(sheet).to_have_count(0)
        expect(person.page.get_by_role("complementary", name="证据")).to_be_visible()
        expect(room.card("福袋发晚了")).to_be_focused()
        person.page.keyboard.press("Enter")
        expect(sheet.get_by_role("heading", name="福袋发晚了")).to_be_visible()
        self.assertEqual([], person.problems)

    def test_its_address_opens_it_for_somebody_else_and_after_a_reload(self):
        issue, _ = self.turned("链接挂错了", "福袋发晚了", phase="collect")
        person = desk.person("发链接", "floor")
        desk.at_room(person.page)
        RoomPage(person.page).card("链接挂错了").click()
        expect(self.sheet(person.page)).to_be_visible()
        self.assertTrue(person.page.url.endswith(f"?issue={issue['id']}"), person.page.url)
        person.page.reload()
        expect(self.sheet(person.page).get_by_role("heading", name="链接挂错了")).to_be_visible()
        phone = desk.person("收链接", "host", phone=True)
        desk.goto(phone.page, f"/room/{desk.room}?issue={issue['id']}")
        expect(self.sheet(phone.page).get_by_role("heading", name="链接挂错了")).to_be_visible()
        self.sheet(phone.page).get_by_role("button", name="关闭").click()
        expect(RoomPage(phone.page).card("链接挂错了")).to_be_visible()
        self.assertEqual([], person.problems + phone.problems)

    def test_whys_and_solutions_are_written_on_it_and_seen_by_everyone_and_what_is_chosen_settles_it(self):
        first, second = self.turned("主播离席没有人顶", "福袋发晚了")
        lead, other = desk.person("带着谈", "host", lead=True), desk.person("跟着谈", "floor")
        for person in (lead, other):
            desk.goto(person.page, f"/room/{desk.room}?issue={first['id']}")
        here, there = self.sheet(lead.page), self.sheet(other.page)
        there.get_by_role("button", name="问为什么").click()
        field = there.get_by_role("textbox", name="为什么")
        for why in ("画面空了两分钟", "没有人接话"):
            field.fill(why)
            field.press("Enter")
            expect(here.get_by_role("listitem").filter(has_text=why)).to_be_visible()
        here.get_by_role("button", name="改第 2 层").click()
        here.get_by_role("textbox", name="改第 2 层").fill("离席前没有交接")
        here.get_by_role("textbox", name="改第 2 层").press("Enter")
        expect(there.get_by_role("listitem").last).to_contain_text("离席前没有交接")
        there.get_by_role("button", name="办法", exact=True).click()
        field = there.get_by_role("textbox", name="办法")
        field.fill("离席前三十秒口头交接")
        field.press("Enter")
        expect(field).to_have_value("")
        here.get_by_role("button", name="开始谈这件").click()
        here.get_by_role("button", name="谈完，看下一件").click()
        expect(here.get_by_text("还没有选定办法")).to_be_visible()
        here.get_by_role("button", name="取消").click()
        here.get_by_role("checkbox", name="选定：离席前三十秒口头交接").check()
        expect(there.get_by_text("选定", exact=True)).to_be_visible()
        here.get_by_role("button", name="谈完，看下一件").click()
        expect(here.get_by_role("heading", name="福袋发晚了")).to_be_visible()
        expect(RoomPage(other.page).card("主播离席没有人顶").get_by_text("已解决")).to_be_visible()
        expect(there.get_by_role("heading", name="福袋发晚了")).to_be_visible()
        expect(here.get_by_role("button", name="谈完，看下一件")).to_be_visible()
        desk.others.record(desk.room, "issue", id=first["id"], state="solved")
        desk.others.record(desk.room, "issue", id=second["id"], state="discussing")
        here.get_by_role("button", name="停放这件").click()
        expect(here.get_by_role("button", name="重新打开")).to_be_visible()
        desk.others.record(desk.room, "issue", id=second["id"], state="parked")
        self.assertEqual([], lead.problems + other.problems)

    def test_an_action_is_agreed_on_where_one_writes_on_it_once_a_solution_is_there(self):
        [issue] = self.turned("链接挂错了")
        person = desk.person("定待办", "host", lead=True)
        desk.goto(person.page, f"/room/{desk.room}?issue={issue['id']}")
        writing = self.sheet(person.page).get_by_role("region", name="写在这张卡上")
        expect(writing.get_by_role("button", name="办法")).to_have_attribute("aria-pressed", "true")
        expect(writing.get_by_role("button", name="待办")).to_have_count(0)
        desk.solution("双人核价", issues=[issue["id"]])
        solution = desk.solution("核完回「已核」", issues=[issue["id"]], owner="backstage")
        desk.others.send(desk.room, "solution.choose", {"solution": solution["id"], "chosen": True})
        expect(writing.get_by_role("button", name="待办")).to_be_visible()
        person.page.locator(".sheet-body").click()
        person.page.keyboard.press("t")
        field = writing.get_by_role("textbox", name="待办")
        expect(field).to_be_focused()
        expect(field).to_have_attribute("placeholder", re.compile("核完回"))
        field.fill("在群里写一条核价口令")
        writing.get_by_role("radio", name="中控").click()
        writing.get_by_role("button", name="定下").click()
        expect(field).to_have_value("")
        made = self.sheet(person.page).locator(f"[data-solution='{solution['id']}'] .made-action")
        expect(made).to_contain_text("中控")
        expect(made).to_contain_text("下一场")
        self.assertEqual([], person.problems)

    def test_how_its_words_came_about_is_told_from_the_turning_on(self):
        (issue,) = self.turned("开场太慢", phase="collect")
        edited = {"issue": issue["id"], "text": "开场慢了三分钟"}
        desk.others.send(desk.room, "issue.edit", edited, on=issue["edited"])
        person = desk.person("看记录", "floor")
        desk.goto(person.page, f"/room/{desk.room}?issue={issue['id']}")
        story = self.sheet(person.page).get_by_role("region", name="修改记录")
        story.get_by_role("button", name="看修改记录").click()
        expect(story.get_by_role("listitem")).to_have_text([re.compile("开场太慢"), re.compile("开场慢了三分钟")])
        self.assertEqual([], person.problems)

    def test_no_history_is_told_of_a_hidden_card_and_nobody_is_named_of_an_anonymous_one(self):
        desk.new_room("collect")
        card = desk.card("主播换装太慢", by="host", anonymous=True)
        for session in (desk.others.lead.session, desk.others.member("host").session):
            self.assertEqual(404, self.refused(session, card))
        edited = {"issue": card["id"], "text": "换装慢了三分钟"}
        desk.others.send(desk.room, "cards.reveal", {})
        card = desk.others.record(desk.room, "issue", text="主播换装太慢")
        desk.others.send(desk.room, "issue.edit", edited, by="host", on=card["edited"])
        versions = desk.others.lead.session.get(self.history(card)).json["versions"]
        self.assertEqual(["主播换装太慢", "换装慢了三分钟"], [version["text"] for version in versions])
        self.assertEqual([], [version for version in versions if "by" in version or "at" in version])
        desk.others.send(desk.room, "issue.withdraw", {"issue": card["id"]}, by="host")
        self.assertEqual(404, self.refused(desk.others.lead.session, card))

    def refused(self, session: Session, card: dict) -> int:
        with self.assertRaises(HTTPRefusal) as refusal:
            session.get(self.history(card))
        return refusal.exception.status

    def history(self, card: dict) -> str:
        return f"/api/history?log={desk.room}&issue={card['id']}"

    def test_the_facilitator_takes_everyone_along_and_whoever_writes_stays(self):
        first, second = self.turned("主播离席没有人顶", "福袋发晚了")
        lead, other = desk.person("领着看", "host", lead=True), desk.person("正在写", "floor")
        for person in (lead, other):
            desk.goto(person.page, f"/room/{desk.room}?issue={first['id']}")
        self.sheet(other.page).get_by_role("textbox", name="办法").fill("写到一半")
        RoomPage(lead.page).card("福袋发晚了").click()
        beside = lead.page.locator(".phase-line, .sheet")
        expect(beside.get_by_role("button", name="带大家看")).to_have_count(1)
        self.sheet(lead.page).get_by_role("button", name="带大家看").click()
        expect(other.page.get_by_text("大家在看 #").first).to_be_visible()
        expect(self.sheet(other.page).get_by_role("heading", name="主播离席没有人顶")).to_be_visible()
        expect(self.sheet(other.page).get_by_role("textbox", name="办法")).to_have_value("写到一半")
        other.page.keyboard.press("Escape")
        other.page.get_by_role("button", name="回到大家在看的").click()
        expect(self.sheet(other.page).get_by_role("heading", name="福袋发晚了")).to_be_visible()
        self.assertEqual([], lead.problems + other.problems)

    def test_on_a_phone_it_is_the_whole_page_with_one_part_at_a_time(self):
        first, _ = self.turned("主播离席没有人顶", "福袋发晚了")
        desk.others.send(desk.room, "cause.add", {"issue": first["id"], "text": "没有人接话"})
        person = desk.person("手机谈", "floor", phone=True)
        desk.goto(person.page, f"/room/{desk.room}?issue={first['id']}")
        sheet = self.sheet(person.page)
        box = sheet.bounding_box()
        self.assertEqual((0, PHONE["width"]), (box["x"], box["width"]))
        expect(sheet.get_by_text("没有人接话")).to_be_hidden()
        sheet.get_by_role("button", name="为什么", exact=True).first.click()
        expect(sheet.get_by_text("没有人接话")).to_be_visible()
        self.assertEqual([], person.problems)

    def test_one_tap_on_a_phone_says_what_is_written_and_nothing_moves_under_the_finger(self):
        first, _ = self.turned("主播离席没有人顶", "福袋发晚了")
        person = desk.person("点一下", "floor", phone=True)
        desk.goto(person.page, f"/room/{desk.room}?issue={first['id']}")
        writing = self.writing(person.page)
        self.taps(person.page, writing.get_by_role("button", name="讨论"))
        field = writing.get_by_role("textbox", name="说一句")
        expect(field).to_be_focused()
        self.taps(person.page, writing.get_by_role("button", name="办法"))
        expect(writing.get_by_role("textbox", name="办法")).to_be_focused()
        self.taps(person.page, writing.get_by_role("button", name="讨论"))
        field.fill("那两分钟没有人接话")
        self.taps(person.page, writing.get_by_role("button", name="发表"))
        said = self.sheet(person.page).get_by_role("region", name="讨论").get_by_role("listitem")
        expect(said).to_contain_text("那两分钟没有人接话")
        expect(said).to_be_in_viewport()
        expect(self.sides(person.page).get_by_role("button", name="讨论 1")).to_have_attribute("aria-pressed", "true")
        self.assertEqual([], person.problems)

    def test_what_is_written_shows_in_its_part_and_a_half_written_comment_is_marked_after_a_reload(self):
        first, _ = self.turned("主播离席没有人顶", "福袋发晚了")
        desk.others.send(desk.room, "cause.add", {"issue": first["id"], "text": "没有人接话"})
        person = desk.person("写一半", "floor", phone=True)
        desk.goto(person.page, f"/room/{desk.room}?issue={first['id']}")
        writing, sides = self.writing(person.page), self.sides(person.page)
        sides.get_by_role("button", name="为什么").click()
        expect(writing.get_by_role("textbox", name="为什么")).to_be_visible()
        writing.get_by_role("button", name="讨论").click()
        expect(self.sheet(person.page).get_by_text("还没有人说话")).to_be_visible()
        expect(sides.get_by_role("button", name="为什么 1")).to_be_visible()
        writing.get_by_role("textbox", name="说一句").fill("写到一半")
        person.page.reload()
        expect(writing.get_by_role("button", name="办法")).to_have_attribute("aria-pressed", "true")
        expect(sides.get_by_role("button", name=re.compile("讨论.*写了一半"))).to_be_visible()
        writing.get_by_role("button", name=re.compile("讨论.*写了一半")).click()
        expect(writing.get_by_role("textbox", name="说一句")).to_have_value("写到一半")
        expect(self.sheet(person.page).get_by_text("写了一半")).to_have_count(0)
        self.assertEqual([], person.problems)

    def test_on_a_phone_nothing_of_its_head_is_cut_off(self):
        desk.new_room("collect")
        card = desk.card("主播离席没有人顶", by="host", offset=3_723)
        desk.others.move("vote")
        desk.others.send(desk.room, "vote.set", {"issue": card["id"], "votes": 3}, by="host")
        desk.others.move("solve")
        desk.others.send(desk.room, "issue.mark", {"issue": card["id"], "state": "discussing"})
        person, other = desk.person("看全", "floor", phone=True), desk.person("也在看", "floor")
        for one in (other, person):
            desk.goto(one.page, f"/room/{desk.room}?issue={card['id']}")
        head = self.sheet(person.page).locator(".sheet-head")
        expect(head.get_by_text("♥ 3")).to_be_visible()
        for part in head.locator(".issue-head > *, button, .count").all():
            expect(part).to_be_in_viewport(ratio=1)
        self.assertEqual([], person.problems + other.problems)

    def test_a_talk_that_begins_takes_everyone_along_and_one_card_is_talked_about_at_a_time(self):
        first, second, third = self.turned("主播离席没有人顶", "福袋发晚了", "链接挂错了")
        lead, other = desk.person("主持谈", "host", lead=True), desk.person("手里空", "floor", phone=True)
        desk.goto(lead.page, f"/room/{desk.room}?issue={first['id']}")
        desk.goto(other.page, f"/room/{desk.room}?issue={third['id']}")
        here, there = self.sheet(lead.page), self.sheet(other.page)
        self.writing(other.page).get_by_role("textbox", name="办法").focus()
        here.get_by_role("button", name="开始谈这件").click()
        expect(there.get_by_role("heading", name="主播离席没有人顶")).to_be_visible()
        expect(self.writing(other.page).get_by_role("textbox", name="办法")).to_be_focused()
        self.writing(other.page).get_by_role("textbox", name="办法").fill("离席前三十秒口头交接")
        self.writing(other.page).get_by_role("button", name="提出").click()
        here.get_by_role("button", name="谈完，看下一件").click()
        here.get_by_role("button", name="没定，看下一件").click()
        expect(there.get_by_role("heading", name="主播离席没有人顶")).to_have_count(0)
        desk.others.record(desk.room, "issue", id=first["id"], state=None)
        self.talked_about(1)
        here.get_by_role("button", name="停放这件").click()
        expect(there.get_by_text("停放")).to_have_count(0)
        expect(here.get_by_role("button", name="谈完，看下一件")).to_be_visible()
        self.talked_about(1)
        RoomPage(lead.page).card("主播离席没有人顶").click()
        here.get_by_role("button", name="开始谈这件").click()
        desk.others.record(desk.room, "issue", id=first["id"], state="discussing")
        self.talked_about(1)
        self.assertEqual([], lead.problems + other.problems)

    def test_it_closes_when_the_room_ends_and_whoever_has_words_in_it_keeps_them(self):
        first, _ = self.turned("主播离席没有人顶", "福袋发晚了")
        phone, laptop = desk.person("看到底", "floor", phone=True), desk.person("也看到底", "host")
        writer = desk.person("还在写", "floor")
        for person in (phone, laptop, writer):
            desk.goto(person.page, f"/room/{desk.room}?issue={first['id']}")
            expect(self.sheet(person.page)).to_be_visible()
        self.writing(writer.page).get_by_role("textbox", name="办法").fill("写到一半")
        desk.others.move("closed")
        for person in (phone, laptop):
            expect(self.sheet(person.page)).to_have_count(0)
            expect(person.page.get_by_role("group", name="值不值").or_(person.page.locator(".report")).first).to_be_visible()
        expect(self.sheet(writer.page)).to_contain_text("没发出的话还在")
        expect(self.sheet(writer.page)).to_contain_text("写到一半")
        self.assertEqual([], phone.problems + laptop.problems + writer.problems)

    def writing(self, page: Page):
        return self.sheet(page).get_by_role("region", name="写在这张卡上")

    def sides(self, page: Page):
        return self.sheet(page).locator(".sides")

    def talked_about(self, cards: int) -> None:
        log = desk.others.lead.log(desk.room)
        self.assertEqual(cards, sum(one.get("state") == "discussing" for one in log.of("issue").values()))

    def taps(self, page: Page, button) -> None:
        """A finger goes down and up; what it pressed stays under it."""
        expect(button).to_be_visible()
        before = button.bounding_box()
        page.mouse.move(before["x"] + before["width"] / 2, before["y"] + before["height"] / 2)
        page.mouse.down()
        self.assertEqual(before, button.bounding_box())
        page.mouse.up()

    def test_a_card_is_moved_in_its_lane_and_everyone_sees_it_there(self):
        self.turned("链接挂错了", "福袋发晚了", phase="collect")
        here, there = desk.person("排一排", "floor"), desk.person("看排序", "host")
        for person in (here, there):
            desk.at_room(person.page)
        lane = there.page.locator(".lane[data-role=host] .issue-text")
        before = lane.all_inner_texts()
        RoomPage(here.page).card(before[1]).focus()
        here.page.keyboard.press("Shift+ArrowUp")
        expect(lane).to_have_text([before[1], before[0]])
        RoomPage(here.page).card(before[1]).click()
        self.sheet(here.page).get_by_role("button", name="在这一列里下移").click()
        expect(lane).to_have_text(before)
        self.assertEqual([], here.problems + there.problems)

    def test_where_solutions_are_found_it_is_the_centre_and_the_list_stands_at_its_left(self):
        first, _ = self.turned("主播离席没有人顶", "福袋发晚了")
        person = desk.person("中间看", "floor")
        desk.goto(person.page, f"/room/{desk.room}?issue={first['id']}")
        sheet = self.sheet(person.page)
        expect(sheet).to_be_visible()
        self.assertGreater(sheet.bounding_box()["width"], LAPTOP["width"] / 2)
        RoomPage(person.page).card("福袋发晚了").click()
        expect(sheet.get_by_role("heading", name="福袋发晚了")).to_be_visible()
        self.assertEqual([], person.problems)


if __name__ == "__main__":
    unittest.main(verbosity=2)
