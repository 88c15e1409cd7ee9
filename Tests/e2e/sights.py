"""What stands on a page stands there whole, is of this moment, and goes on paper as well."""

import itertools
import os
import pathlib
import unittest

from playwright.sync_api import Locator, expect

from Tests.e2e.browser import PHONE, Camera, Person
from Tests.e2e.desk import Desk
from Tests.e2e.pages import Lobby, RoomPage
from Tests.e2e.server import HOME

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
numbers = itertools.count(1)
desk = Desk()
setUpModule, tearDownModule = desk.open, desk.close


class Sights(unittest.TestCase):
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

    def person(self, *roles: str, lead: bool = False, phone: bool = False) -> Person:
        self.people.append(desk.person(f"小程{next(numbers)}", *roles, lead=lead, phone=phone))
        return self.people[-1]

    def in_room(self, phase: str, *roles: str, phone: bool = False) -> tuple[Person, RoomPage]:
        desk.others.move(phase)
        person = self.person(*roles, phone=phone)
        desk.at_room(person.page)
        return person, RoomPage(person.page)

    def test_the_kind_and_the_due_date_of_a_solution_do_not_stay_for_the_next(self):
        person, _ = self.in_room("solve", "host")
        region = person.page.get_by_role("region", name="写一个解决办法")
        words, due = region.get_by_role("textbox", name="写一个解决办法"), region.get_by_label("期限")
        words.fill("副播坐在镜头旁")
        region.get_by_role("radio", name="话术").click()
        due.fill("下一场")
        due.press("Enter")
        expect(words).to_have_value("")
        expect(due).to_have_value("")
        expect(region.get_by_role("radio", name="流程")).to_be_checked()

    def test_a_card_that_waits_for_the_line_says_that_it_is_anonymous(self):
        person, room = self.in_room("collect", "host")
        person.loses_the_line()
        room.write("妆发没跟上", role="主播", kind="失误", anonymous=True)
        room.submit()
        expect(person.page.locator("[data-ghost]")).to_contain_text("我 · 匿名")

    def test_removing_a_namesake_breaks_no_word(self):
        lead = self.person("operations", lead=True)
        for _ in range(2):
            desk.others.await_(desk.others.house.invite("小林"))
        Lobby(lead.page).open()
        lead.page.get_by_role("button", name="菜单").click()
        lead.page.get_by_role("button", name="成员").click()
        dialog = lead.page.get_by_role("dialog")
        dialog.get_by_role("listitem").filter(has_text="小林（").first.get_by_role("button", name="修改").click()
        dialog.get_by_role("button", name="移出", exact=True).click()
        for width in range(340, 700, 24):
            lead.page.set_viewport_size({"width": width, "height": 820})
            self.is_one_line(dialog.locator("label").filter(has_text="是负责人"), 48)
        self.camera.look(lead.page, "removing")

    def test_on_a_phone_the_head_of_a_room_tells_its_day(self):
        person, _ = self.in_room("collect", "host", phone=True)
        when = person.page.locator(".room-title p > span").last
        expect(when).to_contain_text("月")
        # However many are here, whose dots take their place.
        for width in range(160, 90, -10):
            person.page.evaluate("width => { document.querySelector('.room-title').style.maxWidth = `${width}px`; }", width)
            self.assertTrue(when.evaluate("node => node.scrollWidth <= node.clientWidth && node.getBoundingClientRect().right <= node.parentNode.getBoundingClientRect().right"))
        person.page.screenshot(path=SCREENSHOTS / "room-head-phone.png")

    def test_in_english_on_a_phone_the_name_of_a_channel_is_one_line(self):
        lead = self.person("operations", lead=True, phone=True)
        Lobby(lead.page).open()
        lead.page.get_by_role("button", name="菜单").click()
        lead.page.get_by_role("button", name="English").click()
        expect(lead.page.get_by_role("button", name="Schedule").first).to_be_visible()
        self.is_one_line(lead.page.locator(".channel h2").first, 30)
        lead.page.screenshot(path=SCREENSHOTS / "lobby-english-phone.png")

    def test_in_english_on_a_phone_goals_tell_how_much_was_reached(self):
        desk.others.send(desk.show, "goal.set", {"metric": "gmv", "value": 100_000})
        desk.others.send(desk.show, "snapshot.take", {"values": {"gmv": 87_600}})
        person = self.person("operations", phone=True)
        Lobby(person.page).open()
        person.page.get_by_role("button", name="菜单").click()
        person.page.get_by_role("button", name="English").click()
        expect(person.page.get_by_text("Connected")).to_be_visible()
        person.page.goto(f"{desk.address}/show/{desk.show}#numbers")
        expect(person.page.get_by_text("87%").locator("visible=true")).to_have_count(1)
        person.page.screenshot(path=SCREENSHOTS / "goals-english-phone.png")

    def is_one_line(self, place: Locator, height: int) -> None:
        self.assertLessEqual(place.bounding_box()["height"], height)

    def test_a_product_that_stayed_is_replaced_by_the_next(self):
        person = self.person("floor")
        desk.at_show(person.page)
        product = person.page.locator("form.composer").get_by_label("商品")
        product.fill("羊绒开衫")
        person.page.get_by_role("textbox", name="记下用户问题").click()
        product.click()
        person.page.keyboard.insert_text("围巾")
        expect(product).to_have_value("围巾")

    def test_the_playbook_on_paper_has_its_title_and_dark_words_and_nothing_to_press(self):
        desk.others.follow_playbook()
        entry = {"title": "离席顶讲", "kind": "sop", "roles": ["host"], "text": "副播顶讲"}
        desk.others.add(desk.others.playbook, "entry.write", entry, "entry", title="离席顶讲")
        lead = self.person("operations", lead=True)
        desk.goto(lead.page, "/playbook")
        expect(lead.page.get_by_text("副播顶讲")).to_be_visible()
        lead.page.emulate_media(media="print", color_scheme="dark")
        expect(lead.page.get_by_text("我的团队 · 打法手册")).to_be_visible()
        expect(lead.page.locator(".paper")).to_contain_text("月")
        expect(lead.page.locator("button:visible")).to_have_count(0)
        expect(lead.page.get_by_text("副播顶讲")).to_have_css("color", "rgb(27, 29, 32)")
        lead.page.set_viewport_size(PHONE)
        lead.page.screenshot(path=SCREENSHOTS / "playbook-paper.png")


if __name__ == "__main__":
    unittest.main(verbosity=2)
