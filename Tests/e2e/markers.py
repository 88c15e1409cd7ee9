"""A marker is corrected in its place, by whoever may remove it; nothing of what is half written is lost."""

import itertools
import unittest

from playwright.sync_api import Locator, expect

from Tests.e2e.browser import Person
from Tests.e2e.desk import Desk

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close
NUMBERS = itertools.count(1)


class Markers(unittest.TestCase):
    def setUp(self):
        desk.new_room()
        args = {"offset": 60, "kind": "note", "text": "发福带"}
        self.marker = desk.others.add(desk.show, "marker.add", args, "marker", text="发福带")

    def person(self, *roles: str, phone: bool = False) -> Person:
        person = desk.person(f"改标记{next(NUMBERS)}", *roles, phone=phone)
        self.addCleanup(lambda: self.assertEqual([], person.problems))
        desk.at_show(person.page, "markers")
        return person

    def row(self, person: Person) -> Locator:
        return person.page.locator(".markers").get_by_role("listitem")

    def begin(self, person: Person) -> Locator:
        self.row(person).get_by_role("button", name="修改").click()
        field = self.row(person).get_by_label("说明（选填）")
        expect(field).to_be_focused()
        return field

    def test_text_and_kind_are_corrected_and_everyone_sees_it(self):
        there, here = self.person("host"), self.person("floor", phone=True)
        expect(self.row(there)).to_contain_text("发福带")
        expect(self.row(there).get_by_role("button")).to_have_count(0)
        field = self.begin(here)
        field.fill("发福袋")
        self.row(here).get_by_label("类型").select_option(label="福袋")
        self.row(here).get_by_role("button", name="保存").click()
        for person in (here, there):
            expect(self.row(person)).to_have_text("0:01:00福袋发福袋")
        expect(self.row(here).get_by_role("button", name="修改")).to_be_focused()
        self.begin(here).fill("")
        here.page.keyboard.press("Enter")
        expect(self.row(there)).not_to_contain_text("发福袋")

    def test_half_written_it_is_kept_and_what_came_meanwhile_is_shown_above_it(self):
        person = self.person("floor")
        self.begin(person).fill("福袋发晚了")
        person.page.keyboard.press("Escape")
        expect(self.row(person)).to_contain_text("发福带")
        person.page.reload()
        field = self.begin(person)
        expect(field).to_have_value("福袋发晚了")
        self.edit(kind="luckyBag", text="福袋")
        expect(self.row(person).locator(".newer")).to_contain_text("福袋 福袋")
        expect(self.row(person).get_by_label("类型")).to_have_value("luckyBag")
        field.press("Enter")
        expect(self.row(person).get_by_role("button", name="用我的覆盖")).to_be_focused()
        person.page.keyboard.press("Enter")
        expect(self.row(person)).to_contain_text("福袋发晚了")
        expect(self.row(person).locator(".state")).to_have_count(0)  # saved
        kept = desk.others.record(desk.show, "marker", id=self.marker["id"], text="福袋发晚了")
        self.assertEqual("luckyBag", kept["kind"])  # which was left alone here

    def test_what_is_written_of_a_marker_that_goes_can_still_be_taken_along(self):
        person = self.person("floor")
        self.begin(person).fill("福袋发晚了")
        desk.others.send(desk.show, "marker.remove", {"marker": self.marker["id"]})
        expect(self.row(person).get_by_role("alert")).to_contain_text("这条标记刚被移除")
        expect(self.row(person).get_by_label("说明（选填）")).to_have_value("福袋发晚了")
        expect(self.row(person).get_by_role("button", name="保存")).to_have_count(0)
        self.row(person).get_by_role("button", name="不要了").click()
        expect(self.row(person)).to_have_count(0)

    def test_an_edit_that_someone_was_faster_than_comes_back_with_both_texts(self):
        person = self.person("floor")
        self.begin(person).fill("福袋发晚了")
        person.loses_the_line()
        self.row(person).get_by_role("button", name="保存").click()
        expect(self.row(person)).to_contain_text("福袋发晚了")
        self.edit(text="福袋")
        person.finds_the_line()
        expect(self.row(person).locator(".newer")).to_contain_text("场记 福袋", timeout=60_000)
        expect(self.row(person).get_by_label("说明（选填）")).to_have_value("福袋发晚了")
        self.row(person).get_by_role("button", name="用现在的").click()
        expect(self.row(person)).to_contain_text("福袋")
        expect(self.row(person).locator(".state")).to_have_count(0)

    def edit(self, **changes: str) -> None:
        desk.others.send(desk.show, "marker.edit", {"marker": self.marker["id"], **changes}, on=self.marker["edited"])


if __name__ == "__main__":
    unittest.main()
