"""The facilitator's time, focus, marks and way back are the same for everyone, on every node."""

import re
import threading
import time
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Person
from Tests.e2e.client import Refused
from Tests.e2e.desk import Desk
from Tests.e2e.pages import RoomPage

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close

# Counts, where a test reads it, every note that is played and how often a screen reader is told that the time is over.
HEARD = """
  const count = (name) => { const { dataset } = document.documentElement; dataset[name] = Number(dataset[name] ?? 0) + 1; };
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...at) { count('notes'); return start.apply(this, at); };
  let said = '';
  new MutationObserver(() => {
    const words = document.querySelector('.unseen[aria-live]')?.textContent ?? '';
    if (words !== said && words === '时间到') count('said');
    said = words;
  }).observe(document, { subtree: true, childList: true, characterData: true });
"""


class Time(unittest.TestCase):
    def test_runs_the_same_for_everyone_is_held_prolonged_and_survives_a_reload(self):
        desk.new_room("collect")
        lead, other = desk.person("计时人", lead=True), desk.person("看时间", "floor", phone=True)
        for person in (lead, other):
            desk.at_room(person.page)
        lead.page.get_by_role("button", name="计时 15 分").click()
        for person in (lead, other):
            expect(person.page.get_by_role("timer")).to_have_text(re.compile(r"^1[45]:\d\d$"))
        expect(other.page.get_by_role("button", name="暂停")).to_have_count(0)
        lead.page.get_by_role("button", name="暂停").click()
        expect(other.page.locator(".timer[data-state=paused]")).to_be_visible()
        held = other.page.get_by_role("timer").inner_text()
        lead.page.get_by_role("button", name="加一分钟").click()
        expect(other.page.get_by_role("timer")).not_to_have_text(held)
        other.page.reload()
        expect(other.page.get_by_role("timer")).to_have_text(re.compile(r"^1[56]:\d\d$"))
        lead.page.get_by_role("button", name="停掉计时").click()
        expect(other.page.get_by_role("timer")).to_have_count(0)
        self.assertEqual([], lead.problems + other.problems)

    def test_that_it_is_over_is_said_once_and_sounds_unless_that_is_off(self):
        desk.new_room("collect")
        loud, quiet = desk.person("听得见", "host"), desk.person("静音的", "floor")
        for person in (loud, quiet):
            person.page.add_init_script(HEARD)
            desk.at_room(person.page)
        desk.others.send(desk.room, "timer.start", {"minutes": 1})
        quiet.page.get_by_role("button", name="到点会响").click()
        expect(quiet.page.get_by_role("button", name="已静音")).to_be_visible()
        for person in (loud, quiet):
            expect(person.page.get_by_role("timer")).to_have_text(re.compile(r"^超 00:\d\d$"), timeout=75_000)
            expect(person.page.locator("html")).to_have_attribute("data-said", "1")
        expect(loud.page.locator("html")).to_have_attribute("data-notes", "2")
        self.assertIsNone(quiet.page.locator("html").get_attribute("data-notes"))
        self.assertEqual([], loud.problems + quiet.problems)


class Marks(unittest.TestCase):
    def test_show_who_is_done_and_go_when_the_phase_moves(self):
        desk.new_room("collect")
        one, two = desk.person("写得快", "host"), desk.person("写得慢", "floor")
        for person in (one, two):
            desk.at_room(person.page)
        one.page.get_by_role("button", name="我写完了").click()
        expect(two.page.locator(".ready-count")).to_contain_text("好了 1")
        expect(two.page.locator(".people .dot.ready")).to_have_count(1)
        desk.others.move("vote")
        expect(two.page.locator(".ready-count")).to_have_count(0)
        expect(one.page.get_by_role("button", name="我投完了")).to_have_attribute("aria-pressed", "false")
        self.assertEqual([], one.problems + two.problems)


class Handing(unittest.TestCase):
    def test_whoever_steers_from_now_on_is_told_so_and_aloud(self):
        desk.new_room("collect")
        card = desk.card("主播离席没有人顶", by="host")
        desk.others.move("vote")
        here, there = desk.person("接手的", "host"), desk.person("没接手", "floor")
        desk.others.send(desk.room, "focus.set", {"issue": card["id"]})
        for person in (here, there):
            desk.at_room(person.page)
            # What tells it is here with what everyone looks at.
            expect(person.page.locator(".phase-line")).to_contain_text("大家在看 #1")
        desk.others.send(desk.room, "facilitator.hand", {"member": desk.member("接手的")})
        expect(here.page.locator(".phase-line")).to_contain_text("现在由你主持")
        expect(here.page.locator("[aria-live=polite]").filter(has_text="现在由你主持")).to_have_count(1)
        expect(there.page.get_by_role("button", name=re.compile("人在场"))).to_be_visible()
        expect(there.page.get_by_text("现在由你主持")).to_have_count(0)
        self.assertEqual([], here.problems + there.problems)


class Turning(unittest.TestCase):
    def test_is_asked_once_more_while_others_write_and_not_once_all_are_done(self):
        desk.new_room("collect")
        lead, other = desk.person("翻卡的", lead=True), desk.person("还在写", "floor")
        for person in (lead, other):
            desk.at_room(person.page)
        expect(lead.page.get_by_role("button", name=re.compile("人在场：.*还在写"))).to_be_visible()
        room = RoomPage(lead.page)
        turn = lead.page.get_by_role("button", name="翻开卡片")
        turn.click()
        expect(room.asked_to_reveal).to_have_text(re.compile(r"^还有 \d+ 人没写完，翻开？"))
        room.asked_to_reveal.get_by_role("button", name="再等等").click()
        expect(room.asked_to_reveal).to_have_count(0)
        expect(other.page.get_by_role("button", name="我写完了")).to_be_visible()
        for name in ("lead", "host", "floor"):
            desk.others.send(desk.room, "ready.set", {"ready": True}, by=name)
        turn.click()
        expect(room.asked_to_reveal).to_have_text(re.compile("^还有 1 人没写完，翻开？"))
        other.page.get_by_role("button", name="我写完了").click()
        expect(room.asked_to_reveal).to_have_text(re.compile("^都写完了，翻开？"))
        room.asked_to_reveal.get_by_role("button", name="再等等").click()
        turn.click()
        for person in (lead, other):
            expect(person.page.get_by_text("翻开了，一个岗位一个岗位读")).to_be_visible()
            expect(person.page.locator(".ready-count")).to_have_count(0)
            expect(person.page.locator(".ready-mark")).to_have_count(0)
        self.assertEqual([], lead.problems + other.problems)


class Focus(unittest.TestCase):
    def test_takes_everyone_along_and_one_tap_looks_away(self):
        desk.new_room("collect")
        card = desk.card("主播离席没有人顶", by="host")
        desk.others.move("vote")
        lead, other = desk.person("带头看", lead=True), desk.person("跟着看", "floor")
        for person in (lead, other):
            desk.at_room(person.page)
        desk.others.send(desk.room, "focus.set", {"issue": card["id"]})
        for person in (lead, other):
            expect(person.page.locator(".phase-line")).to_contain_text("大家在看 #1")
            expect(person.page.locator(".sheet")).to_contain_text("主播离席没有人顶")
        other.page.get_by_role("button", name="我自己看").click()
        expect(other.page.locator(".sheet")).to_have_count(0)
        other.page.get_by_role("button", name="回到大家在看的").click()
        expect(other.page.locator(".sheet")).to_be_visible()
        lead.page.get_by_role("button", name="取消带看").click()
        expect(other.page.locator(".along")).to_have_count(0)
        self.assertEqual([], lead.problems + other.problems)


# What can be pressed or written in, of the page beneath, that lies under the bar.
COVERED = """
bar => {
  const a = bar.getBoundingClientRect();
  return [...document.querySelectorAll('.room :is(button, a, input, textarea, select)')].filter(one => {
    const b = one.getBoundingClientRect();
    return !bar.contains(one) && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }).map(one => one.outerHTML);
}
"""


class Undo(unittest.TestCase):
    def test_takes_a_change_of_the_phase_back_for_everyone(self):
        desk.new_room("collect")
        lead, other = desk.person("点错了", lead=True, phone=True), desk.person("跟着走", "floor")
        for person in (lead, other):
            desk.at_room(person.page)
        RoomPage(lead.page).back()
        RoomPage(other.page).is_at("数据")
        expect(lead.page.get_by_text("已进入「数据」")).to_be_visible()
        self.assertEqual([], lead.page.locator(".undo-bar").evaluate(COVERED))
        lead.page.get_by_role("button", name="撤销").click()
        RoomPage(other.page).is_at("写卡")
        expect(lead.page.locator(".undo-bar")).to_have_count(0)
        self.assertEqual([], lead.problems + other.problems)


    def test_offered_in_the_line_of_the_phase_moves_nothing_below_it(self):
        desk.new_room("vote")
        lead = desk.person("眼快的", lead=True)
        desk.at_room(lead.page)
        line, lanes = lead.page.locator(".phase-line"), lead.page.locator(".lanes")
        start = lead.page.get_by_role("button", name=re.compile("^计时 "))
        expect(start).to_be_visible()
        before = lanes.bounding_box()
        start.click()
        expect(lead.page.locator(".undo-bar")).to_be_visible()
        for width in (1366, 1180):
            lead.page.set_viewport_size({"width": width, "height": 820})
            self.assertEqual(before["y"], lanes.bounding_box()["y"])
            self.assertEqual(0, line.evaluate("line => Math.max(0, line.scrollWidth - line.clientWidth)"))
        self.assertEqual([], lead.problems)

    def test_is_not_offered_any_more_once_another_has_moved_on(self):
        desk.new_room("collect")
        lead = desk.person("先走一步", lead=True)
        desk.at_room(lead.page)
        RoomPage(lead.page).back()
        expect(lead.page.get_by_role("button", name="撤销")).to_be_visible()
        desk.others.move("closed")
        expect(lead.page.get_by_text("复盘完成")).to_be_visible()
        expect(lead.page.get_by_role("button", name="撤销")).to_have_count(0)
        self.assertEqual([], lead.problems)


class WithoutALine(unittest.TestCase):
    def test_what_steers_is_not_kept_and_is_asked_for_again(self):
        desk.new_room("vote")
        lead = desk.person("断线主持", lead=True)
        desk.at_room(lead.page)
        lead.loses_the_line()
        expect(lead.page.get_by_text("网络断开").first).to_be_visible()
        lead.page.get_by_role("button", name=re.compile("^下一步")).click()
        strip = lead.page.get_by_role("status").first
        expect(strip).to_contain_text("1 条没有被接受")
        desk.others.move("closed")
        lead.page.reload()
        lead.finds_the_line()
        expect(lead.page.get_by_text("复盘完成")).to_be_visible()
        strip.get_by_role("button", name="查看").click()
        unsaved = lead.page.get_by_role("dialog", name="没有保存的内容")
        expect(unsaved).to_contain_text("没有连上，这一步没有再发")
        for _ in range(2):
            unsaved.get_by_role("button", name="放弃").click()
        expect(strip).not_to_contain_text("没有被接受")
        self.assertEqual("closed", desk.others.record(desk.room, "room")["phase"])
        self.assertEqual([], lead.problems)


class Absence(unittest.TestCase):
    def test_a_facilitator_who_is_gone_a_minute_is_stood_in_for_and_has_the_room_back_with_one_tap(self):
        desk.new_room("collect")
        gone, one, other = desk.person("走开的", "host"), desk.person("顶上的", "operations"), desk.person("旁观的", "floor")
        away = {"member": desk.member("走开的")}
        desk.others.send(desk.room, "facilitator.hand", away)
        self.await_that_the_node_knows_who_is_here()
        desk.others.send(desk.room, "facilitator.hand", away)
        for person in (one, other):
            person.page.clock.install()
            desk.at_room(person.page)
        stand_in = one.page.get_by_role("button", name="我来主持")
        expect(stand_in).to_have_count(0)
        self.pass_time(60, one, other)
        expect(one.page.locator(".phase-line")).to_contain_text("走开的 不在")
        expect(other.page.get_by_role("button", name="我来主持")).to_have_count(0)
        stand_in.click()
        RoomPage(one.page).reveal()
        RoomPage(one.page).next("投票")
        RoomPage(other.page).is_at("投票")
        desk.at_room(gone.page)
        expect(gone.page.get_by_role("button", name=re.compile("^下一步"))).to_have_count(0)
        gone.page.get_by_role("button", name="拿回主持").click()
        RoomPage(gone.page).next("共创")
        RoomPage(other.page).is_at("共创")
        expect(one.page.get_by_role("button", name=re.compile("^下一步"))).to_have_count(0)
        self.assertEqual([], gone.problems + one.problems + other.problems)

    def test_one_who_is_back_within_the_minute_is_not_stood_in_for(self):
        desk.new_room("collect")
        gone, one = desk.person("去倒水", "host"), desk.person("等着的", "operations")
        desk.others.send(desk.room, "facilitator.hand", {"member": desk.member("去倒水")})
        one.page.clock.install()
        desk.at_room(one.page)
        self.pass_time(40, one)
        desk.at_room(gone.page)
        expect(one.page.get_by_role("button", name=re.compile("人在场：.*去倒水"))).to_be_visible()
        self.pass_time(40, one)
        expect(one.page.get_by_role("button", name="我来主持")).to_have_count(0)
        self.assertEqual([], gone.problems + one.problems)

    def await_that_the_node_knows_who_is_here(self) -> None:
        """For a minute after its start it takes nobody for gone."""
        deadline = time.monotonic() + 90
        while True:
            try:
                desk.others.send(desk.room, "facilitator.take", {})
                return
            except Refused as refused:
                self.assertEqual("present", refused.code)
                self.assertLess(time.monotonic(), deadline)
                threading.Event().wait(1)

    def pass_time(self, seconds: int, *persons: Person) -> None:
        """On their clocks, in strides in which no line is taken for broken: between them something is heard."""
        for n in range(seconds // 20):
            desk.others.send(desk.room, "ready.set", {"ready": n % 2 == 0}, by="host")
            for person in persons:
                expect(person.page.locator(".ready-count")).to_have_count((n + 1) % 2)
                person.page.clock.fast_forward(20_000)


class Closed(unittest.TestCase):
    def test_a_review_that_is_over_is_opened_again_for_everyone(self):
        desk.new_room("closed")
        lead, other = desk.person("再打开", lead=True), desk.person("还在看", "floor")
        for person in (lead, other):
            desk.at_room(person.page)
            RoomPage(person.page).is_at("完成")
        expect(other.page.get_by_role("button", name="重新打开")).to_have_count(0)
        lead.page.get_by_role("button", name="重新打开").click()
        dialog = lead.page.get_by_role("dialog", name="重新打开")
        expect(dialog).to_contain_text("大家一起回去")
        dialog.get_by_role("button", name="不打开").click()
        expect(dialog).to_be_hidden()
        RoomPage(other.page).is_at("完成")
        lead.page.get_by_role("button", name="重新打开").click()
        dialog.get_by_role("button", name="重新打开").click()
        for person in (lead, other):
            RoomPage(person.page).is_at("共创")
        self.assertEqual([], lead.problems + other.problems)

    def test_it_is_put_away_and_brought_back_and_can_be_read_meanwhile(self):
        desk.new_room("closed")
        lead, other = desk.person("收起来", lead=True), desk.person("翻旧账", "floor")
        desk.at_room(lead.page)
        desk.goto(other.page, "/")
        listed = other.page.locator(f"a[href='/room/{desk.room}']")
        away = other.page.locator("details", has_text="已归档")
        expect(listed.first).to_be_visible()
        lead.page.get_by_role("button", name="归档", exact=True).click()
        expect(lead.page.get_by_role("button", name="取消归档")).to_be_visible()
        expect(listed.first).to_be_hidden()
        away.locator("summary").click()
        expect(away.get_by_role("button")).to_have_count(0)
        away.locator(f"a[href='/room/{desk.room}']").click()
        RoomPage(other.page).is_at("完成")
        desk.goto(lead.page, "/")
        away = lead.page.locator("details", has_text="已归档")
        away.locator("summary").click()
        away.get_by_role("button", name=re.compile("复盘$")).click()
        expect(away).to_have_count(0)
        expect(lead.page.locator(f"a[href='/room/{desk.room}']").first).to_be_visible()
        self.assertEqual([], lead.problems + other.problems)


if __name__ == "__main__":
    unittest.main(verbosity=2)
