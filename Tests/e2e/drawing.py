"""A drawing on hard ground: a page that is translated, one that throws, a curve whose library comes late or not at all."""

import itertools
import unittest

from playwright.sync_api import Route, expect

from Tests.e2e import samples
from Tests.e2e.browser import wait_until
from Tests.e2e.desk import Desk
from Tests.e2e.pages import RoomPage
from Tests.e2e.server import temporary_folder

desk = Desk("floor")
setUpModule, tearDownModule = desk.open, desk.close
NUMBERS = itertools.count(1)
LIBRARY = "**/vendor/dygraphs/dygraph.min.js"
"""As browsers do it: every text leaves its place to an element with other words."""
TRANSLATE = """
  () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.nodeValue.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (text.parentNode.closest('script, style, option, svg')) continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = `«${text.nodeValue}»`;
      outer.append(inner);
      text.replaceWith(outer);
    }
  }
"""


class ATranslatedPage(unittest.TestCase):
    def test_the_page_asks_not_to_be_translated(self):
        person = desk.person("不译", "host")
        self.assertEqual("no", person.page.locator("html").get_attribute("translate"))
        expect(person.page.locator("meta[name=google]")).to_have_attribute("content", "notranslate")

    def test_a_page_that_is_translated_all_the_same_goes_on_and_shows_the_truth(self):
        desk.new_room("collect")
        person = desk.person("翻译", "host")
        desk.at_room(person.page)
        room = RoomPage(person.page)
        desk.card("离席九十秒")
        desk.others.send(desk.room, "cards.reveal", {})
        expect(room.card("离席九十秒")).to_be_visible()
        person.page.evaluate(TRANSLATE)
        expect(person.page.get_by_text("«已连接»")).to_be_visible()
        desk.others.move("vote")
        expect(person.page.get_by_text("还剩 5 票")).to_be_visible()
        room.vote("离席九十秒")
        room.has_given("离席九十秒", 1)
        person.page.evaluate(TRANSLATE)
        person.loses_the_line()
        expect(person.page.locator(".status-dot")).to_have_text("离线")
        expect(person.page.get_by_text("网络断开")).to_be_visible()
        person.finds_the_line()
        expect(person.page.get_by_text("网络断开")).to_be_hidden()
        desk.others.move("solve")
        expect(person.page.get_by_role("region", name="解决办法", exact=True)).to_be_visible()
        self.assertEqual([], person.problems)


class ADrawingThatThrows(unittest.TestCase):
    def setUp(self):
        desk.new_room("collect")

    def test_says_so_and_is_drawn_anew(self):
        person = desk.person("画错", "host")
        desk.at_room(person.page)
        room = RoomPage(person.page)
        room.text.fill("写到一半")
        person.page.evaluate("""() => {
          const plain = Element.prototype.insertBefore;
          Node.prototype.insertBefore = function () {
            Node.prototype.insertBefore = plain;
            throw new Error('once');
          };
        }""")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.card("离席九十秒")
        expect(person.page.get_by_text("这一页刚才出过错，已经重新画好")).to_be_visible()
        expect(room.card("离席九十秒")).to_be_visible()
        expect(room.text).to_have_value("写到一半")
        person.page.get_by_role("button", name="知道了").click()
        expect(person.page.get_by_text("这一页刚才出过错")).to_be_hidden()
        self.assertEqual(1, len(person.problems), person.problems)

    def test_says_so_where_it_cannot_be_drawn_and_comes_back_with_the_next_news(self):
        person = desk.person("画不出", "host")
        desk.at_room(person.page)
        expect(person.page.get_by_text("背对背写卡")).to_be_visible()
        person.page.evaluate("""() => {
          const plain = document.createElement;
          document.createElement = function (tag) {
            if (tag === 'article' && window.broken !== false) throw new Error('again and again');
            return plain.call(document, tag);
          };
        }""")
        desk.others.send(desk.room, "cards.reveal", {})
        desk.card("离席九十秒")
        expect(person.page.get_by_role("alert")).to_contain_text("这一页没有画出来")
        expect(person.page.get_by_role("button", name="重新加载")).to_be_visible()
        person.page.evaluate("window.broken = false")
        desk.card("又一张")
        expect(RoomPage(person.page).card("又一张")).to_be_visible()


class TheCurve(unittest.TestCase):
    def setUp(self):
        desk.new_room()
        with temporary_folder() as folder:
            trend = samples.Today(folder).path("channels-trend.csv").read_bytes()
        desk.others.lead.session.import_file("trend", trend, log=desk.show)
        # A name of their own for each: who comes under a member's name is asked first whether they are that member.
        self.person = desk.person(f"看曲线{next(NUMBERS)}", "host")
        self.page = self.person.page
        self.held: list[Route] = []

    @property
    def drawn(self):
        return self.page.locator(".curve canvas").first

    def test_says_that_it_is_on_its_way_and_stands_when_its_library_came_while_another_step_was_shown(self):
        self.page.route(LIBRARY, lambda route: self.held.append(route))
        desk.others.move("data", step="show")
        with self.page.expect_request(LIBRARY):
            desk.at_room(self.page)
        expect(self.page.get_by_text("正在画分钟曲线…")).to_be_visible()
        desk.others.move("data", step="goals")
        expect(self.page.locator(".curve-box")).to_have_count(0)
        with self.page.expect_response(LIBRARY):
            self.held[0].continue_()
        wait_until(self.page, "window.Dygraph !== undefined")
        desk.others.move("data", step="show")
        expect(self.drawn).to_be_visible()
        expect(self.page.get_by_text("正在画分钟曲线…")).to_be_hidden()
        self.assertEqual([], self.person.problems)

    def test_says_that_it_failed_and_can_be_asked_for_again(self):
        self.page.route(LIBRARY, lambda route: route.abort())
        desk.others.move("data", step="show")
        desk.at_room(self.page)
        expect(self.page.get_by_role("alert")).to_contain_text("图表没有加载出来。")
        self.page.unroute(LIBRARY)
        self.page.get_by_role("alert").get_by_role("button", name="再试一次").click()
        expect(self.drawn).to_be_visible()

    def test_says_that_its_numbers_did_not_come_on_the_page_of_the_show_too(self):
        self.page.route("**/api/series?*", lambda route: route.abort())
        desk.at_show(self.page, "numbers")
        expect(self.page.get_by_text("分钟数据没有取到。")).to_be_visible()
        self.page.unroute("**/api/series?*")
        self.page.get_by_role("button", name="再试一次").click()
        expect(self.page.locator("svg.spark")).to_be_visible()

    def test_says_that_there_is_nothing_where_there_is_nothing(self):
        desk.new_room()
        desk.others.move("data", step="show")
        desk.at_room(self.page)
        expect(self.page.get_by_text("这场还没有分钟数据。").first).to_be_visible()

    def test_wears_the_colours_of_a_theme_that_changed_while_another_step_was_shown(self):
        desk.others.move("data", step="show")
        desk.at_room(self.page)
        expect(self.drawn).to_be_visible()
        light = self.page.evaluate(INK)
        desk.others.move("data", step="goals")
        expect(self.page.locator(".curve-box")).to_have_count(0)
        self.page.emulate_media(color_scheme="dark")
        desk.others.move("data", step="show")
        expect(self.drawn).to_be_visible()
        wait_until(self.page, f"light => ({INK})() !== light", light)


"""The colour in which most of the drawn points of the curve are."""
INK = """
  () => {
    const counts = new Map();
    for (const canvas of document.querySelectorAll('.curve canvas')) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let n = 0; n < data.length; n += 4) {
        if (data[n + 3] < 255) continue;
        const ink = `${data[n]} ${data[n + 1]} ${data[n + 2]}`;
        counts.set(ink, (counts.get(ink) ?? 0) + 1);
      }
    }
    return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
  }
"""


if __name__ == "__main__":
    unittest.main(verbosity=2)
