"""The room on the wall follows the facilitator, is read from four metres, and shows nobody's name."""

import unittest

from playwright.sync_api import expect

from Tests.e2e.desk import Desk

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close

# Of all words, in points of the screen: a page of the room stands there enlarged.
SIZES = """() => {
  const words = document.createTreeWalker(document.querySelector('.projector'), NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (words.nextNode()) {
    const { parentElement: one, textContent } = words.currentNode;
    if (!textContent.trim() || !one.checkVisibility()) continue;
    sizes.push(parseFloat(getComputedStyle(one).fontSize) * (one.currentCSSZoom ?? 1));
  }
  return sizes;
}"""


class TheWall(unittest.TestCase):
    def wall(self, name: str):
        person = desk.person(name, lead=True)
        person.page.set_viewport_size({"width": 1920, "height": 1080})
        person.page.goto(f"{desk.address}/room/{desk.room}?projector")
        expect(person.page.locator(".projector")).to_be_visible()
        return person

    def test_shows_counts_while_cards_are_blind_and_the_lanes_once_they_are_turned_without_names(self):
        desk.new_room("collect")
        desk.card("开衫讲了二十六分钟才切品", by="host")
        person = self.wall("投影的")
        expect(person.page.locator(".projected-count")).to_contain_text("1")
        expect(person.page.get_by_text("开衫讲了")).to_have_count(0)
        expect(person.page.locator(".projector > header")).not_to_contain_text("翻开了")
        desk.others.send(desk.room, "cards.reveal", {})
        expect(person.page.get_by_text("开衫讲了二十六分钟才切品")).to_be_visible()
        self.assertEqual(0, person.page.locator(".projector .author").count())
        self.assertEqual(0, person.page.locator(".projector textarea").count())
        self.assertGreaterEqual(min(person.page.evaluate(SIZES)), 26)
        self.assertEqual([], person.problems)

    def test_gives_the_wall_to_what_everyone_looks_at_and_takes_it_back(self):
        desk.new_room("collect")
        card = desk.card("主播离席没有人顶", by="host")
        desk.others.move("vote")
        desk.others.move("solve")
        desk.solution("换装一律由场控顶讲", issues=[card["id"]])
        person = self.wall("投影的人")
        desk.others.send(desk.room, "focus.set", {"issue": card["id"]})
        expect(person.page.locator(".projected-issue h2")).to_have_text("主播离席没有人顶")
        expect(person.page.locator(".projected-reasons")).to_contain_text("换装一律由场控顶讲")
        self.assertGreaterEqual(min(person.page.evaluate(SIZES)), 26)
        desk.others.send(desk.room, "focus.set", {})
        expect(person.page.locator(".projected-issue")).to_have_count(0)
        expect(person.page.locator(".projected-ranked")).to_contain_text("主播离席没有人顶")
        self.assertEqual([], person.problems)

    def test_where_solutions_are_found_cards_bear_their_number_and_what_became_of_them(self):
        desk.new_room("collect")
        cards = [desk.card(text, by="host")["id"] for text in ("换装离席没有人顶", "四号链接挂错价")]
        desk.others.move("vote")
        desk.others.move("solve")
        desk.others.send(desk.room, "issue.mark", {"issue": cards[0], "state": "solved"})
        desk.others.send(desk.room, "issue.mark", {"issue": cards[1], "state": "parked"})
        person = self.wall("看进展")
        ranked = person.page.locator(".projected-ranked article")
        for text, state in (("换装离席没有人顶", "已解决"), ("四号链接挂错价", "停放")):
            expect(ranked.filter(has_text=text)).to_contain_text(state)
            expect(ranked.filter(has_text=text)).to_contain_text("#")
        self.assertGreaterEqual(min(person.page.evaluate(SIZES)), 26)
        self.assertEqual([], person.problems)

    def test_cards_put_together_stand_on_the_wall_once_by_the_name_of_their_group_with_its_votes(self):
        desk.new_room("collect")
        cards = [desk.card(text, by="host")["id"] for text in ("换装离席没有人顶", "第三小时又离席一次")]
        other = desk.card("四号链接挂错价", by="floor", role="floor")["id"]
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.send(desk.room, "group.make", {"issues": cards, "title": "离席没有人顶"})
        group = desk.others.record(desk.room, "group", title="离席没有人顶")["id"]
        person = self.wall("看合并")
        lane = person.page.locator(".role-host article")
        expect(lane).to_have_count(1)
        expect(lane).to_contain_text("2 张")
        expect(lane).to_contain_text("离席没有人顶")
        desk.others.move("vote")
        desk.others.send(desk.room, "vote.set", {"issue": group, "votes": 2})
        desk.others.send(desk.room, "vote.set", {"issue": other, "votes": 1})
        desk.others.move("solve")
        ranked = person.page.locator(".projected-ranked article")
        expect(ranked).to_have_count(2)
        expect(ranked.first).to_contain_text("♥ 2")
        desk.others.send(desk.room, "focus.set", {"issue": cards[1]})
        expect(person.page.locator(".projected-issue h2")).to_have_text("离席没有人顶")
        expect(person.page.locator(".projected-mark")).to_contain_text("♥ 2")
        self.assertEqual([], person.problems)

    def test_the_report_is_read_from_four_metres_and_has_nothing_to_press(self):
        desk.new_room("collect")
        card = desk.card("四号链接挂错价", by="host")
        desk.others.move("vote")
        desk.others.move("solve")
        desk.solution("双人核价", issues=[card["id"]])
        desk.others.move("closed")
        person = self.wall("看报告")
        expect(person.page.locator(".projector .report-sheet")).to_contain_text("双人核价")
        sizes = person.page.evaluate(SIZES)
        self.assertGreaterEqual(min(sizes), 26)
        self.assertLessEqual(max(sizes), 48)
        expect(person.page.locator(".projector button:visible")).to_have_count(0)
        self.assertEqual([], person.problems)

    def test_a_lane_that_does_not_fit_says_how_many_more_there_are(self):
        desk.new_room("collect")
        for n in range(9):
            desk.card(f"第{n}张，写得长一点，占去墙上的四行，看它怎么收尾，后面的说还有几张", by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        person = self.wall("看得全")
        expect(person.page.locator(".role-host .projected-more")).to_contain_text("还有")
        self.assertEqual([], person.problems)


if __name__ == "__main__":
    unittest.main(verbosity=2)
