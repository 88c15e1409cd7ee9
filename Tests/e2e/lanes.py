"""Who is here and where, and the lanes of a room whose cards are face down, as several people see them."""

import re
import unittest

from playwright.sync_api import expect

from Tests.e2e.desk import Desk
from Tests.e2e.pages import RoomPage

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close


class Lanes(unittest.TestCase):
    def test_others_cards_are_backs_in_their_lane_until_they_are_turned_and_one_may_write_among_everyone(self):
        desk.new_room("collect")
        here, there = desk.person("写的", "floor"), desk.person("看的", "host")
        for person in (here, there):
            desk.at_room(person.page)
        room = RoomPage(here.page)
        room.write("交接没有人接", role="全队", kind="失误", anonymous=True)
        expect(there.page.get_by_text("交接没有人接")).to_have_count(0)
        room.submit()
        lane = there.page.locator(".lane[data-role=all]")
        expect(lane.locator(".back:not(.writes)")).to_have_count(1)
        expect(lane.locator("header .count")).to_have_text("1")
        expect(there.page.get_by_text("交接没有人接")).to_have_count(0)
        desk.others.send(desk.room, "cards.reveal", {})
        expect(RoomPage(there.page).card("交接没有人接")).to_be_visible()
        expect(lane.locator(".back")).to_have_count(0)
        self.assertEqual([], here.problems + there.problems)

    def test_that_somebody_writes_stands_in_their_lane_and_of_an_anonymous_writer_only_that_there_is_one(self):
        desk.new_room("collect")
        here, there, third = (desk.person(name, "floor") for name in ("写字", "看字", "旁人"))
        for person in (here, there, third):
            desk.at_room(person.page)
        room = RoomPage(here.page)
        room.write("场控", role="场控", kind="失误")
        expect(there.page.locator(".lane[data-role=floor] .writes")).to_be_visible()
        room.text.fill("")
        unnamed = RoomPage(third.page)
        unnamed.write("不留名", role="场控", kind="失误", anonymous=True)
        expect(there.page.locator(".lane[data-role=floor] .writes")).to_have_count(0)
        expect(there.page.get_by_text("有人在写")).to_be_visible(timeout=40_000)
        unnamed.text.fill("")
        self.assertEqual([], here.problems + there.problems + third.problems)

    def test_who_has_a_card_open_is_seen_on_its_sheet_by_whoever_opens_it_too(self):
        desk.new_room("collect")
        desk.card("讲解太慢", by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        here, there = desk.person("先开", "floor"), desk.person("后开", "host")
        for person in (here, there):
            desk.at_room(person.page)
            RoomPage(person.page).card("讲解太慢").press("Enter")
        expect(there.page.get_by_role("img", name=re.compile("先开.*也在看"))).to_be_visible()
        here.page.keyboard.press("Escape")
        expect(there.page.locator(".at-issue")).to_have_count(0)
        self.assertEqual([], here.problems + there.problems)
