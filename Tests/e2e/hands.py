"""What hands do on the board: dragged into order, pressed long on a phone, taken back, voted for in one list."""

import re
import unittest

from playwright.sync_api import Locator, Page, expect

from Tests.e2e.browser import Person
from Tests.e2e.desk import Desk
from Tests.e2e.dragging import drop, hold, move, point
from Tests.e2e.pages import RoomPage

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close

CARDS = ("开场太慢没有福袋", "链接挂错了", "灯光太暗")
LONG = 900
"""Milliseconds a finger rests: longer than ours and than the browser's own."""


class Order(unittest.TestCase):
    def test_a_card_dragged_between_two_stands_there_for_everyone_and_can_be_taken_back(self):
        here, there = turned("排卡"), person("看排")
        room = RoomPage(here.page)
        self.assertEqual(["#1", "#2", "#3"], numbers(there.page))
        drop(card(room, "#3"), card(room, "#1"), at=4)
        expect(lane(there.page).first).to_contain_text("#3")
        self.assertEqual(["#3", "#1", "#2"], numbers(there.page))
        here.page.get_by_role("button", name="撤销").click()
        expect(lane(there.page).first).to_contain_text("#1")
        drop(card(room, "#1"), card(room, "#3"), at=-4)
        expect(lane(there.page).last).to_contain_text("#1")
        expect(there.page.locator(".issue.stack")).to_have_count(0)
        drop(card(room, "#2"), card(room, "#3"))
        expect(there.page.locator(".issue.stack")).to_have_count(1)
        self.assertEqual([], here.problems + there.problems)

    def test_while_a_card_is_dragged_the_gap_it_would_go_into_is_marked_and_nothing_where_it_stands(self):
        here = turned("看线")
        room = RoomPage(here.page)
        hold(card(room, "#3"), card(room, "#1"), at=4)
        for place, mark in ((("#1", 4), "before"), (("#1", None), "onto"), (("#2", -4), None)):
            move(card(room, place[0]), place[1])
            marked = here.page.locator("[data-drop]")
            expect(marked).to_have_count(1 if mark else 0)
            if mark:
                expect(marked).to_have_attribute("data-drop", mark)
        here.page.mouse.up()
        self.assertEqual(["#1", "#2", "#3"], numbers(here.page))

    def test_a_card_is_moved_by_keyboard_alone(self):
        here = turned("键排")
        lane(here.page).last.focus()
        here.page.keyboard.press("Shift+ArrowUp")
        expect(lane(here.page).nth(1)).to_contain_text("#3")
        here.page.keyboard.press("Shift+ArrowUp")
        expect(lane(here.page).first).to_contain_text("#3")
        here.page.keyboard.press("u")
        expect(lane(here.page).nth(1)).to_contain_text("#3")


class Taking(unittest.TestCase):
    def test_a_withdrawn_card_comes_back_with_one_press(self):
        here, there = turned("撤卡的"), person("看撤")
        for one in (here, there):
            expect(lane(one.page)).to_have_count(3)
        text = desk.card("我写的卡", by="lead")["text"]
        desk.others.send(desk.room, "facilitator.hand", {"member": desk.member("撤卡的")})
        room = RoomPage(here.page)
        room.card(text).hover()
        room.card(text).get_by_role("button", name="撤回", exact=True).click()
        room.card(text).get_by_role("alertdialog").get_by_role("button", name="撤回", exact=True).click()
        expect(RoomPage(there.page).card(text)).to_have_count(0)
        expect(here.page.get_by_text("卡片撤回了")).to_be_visible()
        here.page.get_by_role("button", name="撤销").click()
        expect(RoomPage(there.page).card(text)).to_be_visible()
        self.assertEqual([], here.problems + there.problems)

    def test_one_s_own_card_and_solution_go_without_a_question_and_come_back(self):
        desk.new_room("collect")
        here = person("自己撤", lead=True)
        desk.others.send(desk.room, "cards.reveal", {})
        desk.at_room(here.page)
        page, room = here.page, RoomPage(here.page)
        room.write("我自己写的", role="全队", kind="失误")
        room.submit()
        room.card("我自己写的").hover()
        room.card("我自己写的").get_by_role("button", name="撤回", exact=True).click()
        expect(page.get_by_text("卡片撤回了")).to_be_visible()
        expect(page.get_by_role("alertdialog")).to_have_count(0)
        page.get_by_role("button", name="撤销").click()
        expect(room.card("我自己写的")).to_be_visible()
        # What others said of it would go along: that is asked.
        issue = desk.others.record(desk.room, "issue", text="我自己写的")["id"]
        desk.others.send(desk.room, "comment.post", {"issue": issue, "text": "没人看着"})
        room.card("我自己写的").hover()
        expect(page.get_by_role("button", name="撤回", exact=True)).to_be_visible()
        room.card("我自己写的").get_by_role("button", name="撤回", exact=True).click()
        expect(page.get_by_role("alertdialog")).to_be_visible()
        self.assertEqual([], here.problems)

    def test_a_timer_that_was_stopped_by_mistake_stands_as_it_stood(self):
        desk.new_room("collect")
        here, there = person("停错了", lead=True), person("看时间")
        here.page.get_by_role("button", name=re.compile("^计时 ")).click()
        here.page.get_by_role("button", name="暂停").click()
        expect(there.page.locator(".timer[data-state=paused]")).to_be_visible()
        held = there.page.get_by_role("timer").inner_text()
        here.page.get_by_role("button", name="停掉计时").click()
        expect(there.page.get_by_role("timer")).to_have_count(0)
        here.page.get_by_role("button", name="撤销").click()
        expect(there.page.locator(".timer[data-state=paused]")).to_be_visible()
        expect(there.page.get_by_role("timer")).to_have_text(held)
        # Running, it is stopped as well.
        here.page.get_by_role("button", name="继续").click()
        expect(there.page.locator(".timer[data-state=paused]")).to_have_count(0)
        here.page.get_by_role("button", name="停掉计时").click()
        expect(there.page.get_by_role("timer")).to_have_count(0)
        self.assertEqual([], here.problems + there.problems)


# Tools of a card that lie under something else, or are cut off.
OUT_OF_REACH = """
card => [...card.querySelectorAll('.tool')].filter(tool => {
  const { left, top, right, bottom } = tool.getBoundingClientRect();
  return ![[left + 2, top + 4], [right - 2, bottom - 4]].every(([x, y]) => tool.contains(document.elementFromPoint(x, y)));
}).map(tool => tool.title)
"""


class Tools(unittest.TestCase):
    def test_all_tools_of_a_card_can_be_pressed_in_every_lane_of_a_laptop(self):
        desk.new_room("collect")
        here = person("伸手够", lead=True)
        room = RoomPage(here.page)
        lanes = {"运营": "operations", "主播": "host", "场控": "floor", "中控": "backstage", "私域": "private", "全队": "all"}
        for name in lanes:
            room.write(f"{name}的第一张", role=name, kind="失误")
            room.submit()
            room.write(f"{name}的第二张", role=name, kind="失误")
            room.submit()
        desk.others.send(desk.room, "cards.reveal", {})
        for width, height in ((1366, 820), (1440, 900)):
            here.page.set_viewport_size({"width": width, "height": height})
            for role in lanes.values():
                for one in lane(here.page, f".lane[data-role={role}]").all():
                    one.hover()
                    expect(one.locator(".tool")).to_have_count(8)
                    self.assertEqual([], one.evaluate(OUT_OF_REACH), f"{role} at {width}")
        self.assertEqual([], here.problems)


class Phone(unittest.TestCase):
    def test_a_finger_that_rests_on_a_card_opens_its_menu_marks_no_word_and_presses_nothing(self):
        turned("旁人")
        here = person("长按", phone=True)
        room = RoomPage(here.page)
        rest(here, card(room, "#1").locator(".issue-text"))
        menu = here.page.get_by_role("dialog", name=re.compile("^#1 "))
        expect(menu).to_be_visible()
        self.assertEqual("", here.page.evaluate("() => String(getSelection())"))
        expect(here.page.locator("aside.sheet")).to_have_count(0)
        menu.get_by_role("button", name="下移一张").click()
        expect(menu).to_have_count(0)
        expect(lane(here.page).nth(1)).to_contain_text("#1")
        rest(here, card(room, "#1").locator(".issue-text"))
        menu.get_by_role("button", name="合并").click()
        grouping = here.page.get_by_role("dialog", name="合并")
        expect(grouping).to_be_visible()
        grouping.get_by_role("button", name="关闭").click()
        # A short press opens the card, as ever; one on a button is the button's.
        card(room, "#2").locator(".issue-text").tap()
        expect(here.page.locator(".sheet")).to_be_visible()
        self.assertEqual([], here.problems)

    def test_a_finger_that_goes_on_scrolls_and_opens_nothing(self):
        turned("扫的人")
        here = person("滑过", phone=True)
        rest(here, RoomPage(here.page).card(CARDS[0]).locator(".issue-text"), by=60)
        expect(here.page.get_by_role("dialog")).to_have_count(0)

    def test_while_one_votes_all_cards_are_one_list_in_which_nothing_moves(self):
        desk.new_room("collect")
        for n in range(3):
            for role in ("host", "floor", "backstage"):
                desk.card(f"{role}的第{n}张", role=role)
        desk.others.move("vote")
        here = person("手机投票", phone=True)
        cards = here.page.locator("[data-issue]")
        expect(cards).to_have_count(9)
        before = numbers(here.page, ".lanes")
        last = cards.last
        last.scroll_into_view_if_needed()
        expect(last).to_be_in_viewport()
        RoomPage(here.page).vote("backstage的第2张")
        RoomPage(here.page).has_left(4)
        self.assertEqual(before, numbers(here.page, ".lanes"))
        here.page.locator(".lane-tabs button.role-floor").click()
        expect(here.page.locator(".lane[data-role=floor] > header")).to_be_in_viewport()
        chosen = here.page.locator(".lane-tabs [aria-pressed=true]")
        lanes = here.page.locator(".lanes")
        for role in ("host", "floor"):
            lanes.evaluate("(lanes, role) => lanes.querySelector(`.lane[data-role=${role}]`).scrollIntoView()", role)
            expect(chosen).to_have_class(re.compile(f"role-{role}"))
        lanes.evaluate("lanes => lanes.scrollTo(0, 0)")
        expect(chosen).to_have_class(re.compile("role-host"))
        self.assertEqual([], here.problems)


class Voting(unittest.TestCase):
    def test_whoever_steers_sees_how_many_still_have_votes(self):
        turned("投的", cap=True)
        lead, voter = person("主持投票", lead=True), person("还有票")
        way_on = lead.page.get_by_role("button", name="下一步：共创")
        expect(lead.page.get_by_text(re.compile(r"^\d+ 人还有票$"))).to_be_visible()
        expect(way_on).not_to_have_class(re.compile("primary"))
        before = int(re.sub(r"\D", "", lead.page.get_by_text(re.compile(r"人还有票$")).inner_text()))
        room = RoomPage(voter.page)
        for left in range(4, -1, -1):
            room.vote(CARDS[0])
            room.has_left(left)
        expect(lead.page.get_by_text(f"{before - 1} 人还有票")).to_be_visible()
        expect(voter.page.get_by_text("人还有票")).to_have_count(0)
        self.assertEqual([], lead.problems + voter.problems)


class Kind(unittest.TestCase):
    def test_a_first_card_asks_which_kind_it_is_and_the_next_room_knows(self):
        desk.new_room("collect")
        here = person("第一次写")
        room = RoomPage(here.page)
        kinds = here.page.get_by_role("radiogroup", name="类型")
        expect(kinds.get_by_role("radio", checked=True)).to_have_count(0)
        room.text.fill("先讲场景再报价，点击好了一截")
        room.text.press("Enter")
        expect(room.composer.get_by_role("alert")).to_contain_text("哪一类")
        expect(room.text).to_have_value("先讲场景再报价，点击好了一截")
        kinds.get_by_role("radio", name="经验").click()
        expect(room.text).to_be_focused()
        here.page.keyboard.press("Enter")
        expect(room.text).to_have_value("")
        expect(room.card("先讲场景再报价")).to_contain_text("经验")
        desk.new_room("collect")
        desk.at_room(here.page)
        expect(kinds.get_by_role("radio", checked=True)).to_contain_text("经验")
        self.assertEqual([], here.problems)


def turned(name: str, cap: bool = False) -> Person:
    """A room whose cards are turned, before the vote or in it, and somebody who looks at it."""
    desk.new_room("collect")
    for text in CARDS:
        desk.card(text, by="host")
    desk.others.send(desk.room, "cards.reveal", {})
    if cap:
        desk.others.move("vote")
    return person(name)


def person(name: str, *, lead: bool = False, phone: bool = False) -> Person:
    one = desk.person(name, "host", lead=lead, phone=phone)
    desk.at_room(one.page)
    return one


def lane(page: Page, within: str = ".lane[data-role=host]") -> Locator:
    return page.locator(f"{within} [data-issue]")


def numbers(page: Page, within: str = ".lane[data-role=host]") -> list[str]:
    return lane(page, within).locator(".no").all_inner_texts()


def card(room: RoomPage, no: str) -> Locator:
    return room.page.locator(".lane [data-issue]").filter(has=room.page.get_by_text(no, exact=True))


def rest(one: Person, on: Locator, by: int = 0) -> None:
    """A finger that rests, or goes on by so many pixels first."""
    line = one.context.new_cdp_session(one.page)
    x, y = point(on)
    send = lambda kind, *points: line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})
    send("touchStart", {"x": x, "y": y})
    if by:
        send("touchMove", {"x": x, "y": y + by})
    one.page.wait_for_timeout(LONG)
    send("touchEnd")


if __name__ == "__main__":
    unittest.main(verbosity=2)
