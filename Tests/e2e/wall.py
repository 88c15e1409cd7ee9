"""The room on the wall follows the facilitator, is read from four metres, and shows nobody's name."""

import unittest

from playwright.sync_api import expect

from Tests.e2e.desk import Desk

desk = Desk("host", "floor")
setUpModule, tearDownModule = desk.open, desk.close

SMALLEST = """() => {
  const words = document.createTreeWalker(document.querySelector('.projector'), NodeFilter.SHOW_TEXT);
  let least = Infinity;
  while (words.nextNode()) {
    const { parentElement: one, textContent } = words.currentNode;
    if (!textContent.trim() || !one.checkVisibility()) continue;
    least = Math.min(least, parseFloat(getComputedStyle(one).fontSize));
  }
  return least;
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
        desk.others.send(desk.room, "cards.reveal", {})
        expect(person.page.get_by_text("开衫讲了二十六分钟才切品")).to_be_visible()
        self.assertEqual(0, person.page.locator(".projector .author").count())
        self.assertEqual(0, person.page.locator(".projector textarea").count())
        self.assertGreaterEqual(person.page.evaluate(SMALLEST), 26)
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
        self.assertGreaterEqual(person.page.evaluate(SMALLEST), 26)
        desk.others.send(desk.room, "focus.set", {})
        expect(person.page.locator(".projected-issue")).to_have_count(0)
        expect(person.page.locator(".projected-ranked")).to_contain_text("主播离席没有人顶")
        self.assertEqual([], person.problems)

    def test_cards_put_together_are_one_on_the_wall_with_their_name_and_their_votes(self):
        desk.new_room("collect")
        cards = [desk.card(text, by="host")["id"] for text in ("没人顶上", "又没人顶上", "灯光太暗")]
        desk.others.move("vote")
        group = desk.others.add(
            desk.room, "group.make", {"issues": cards[:2], "title": "离席没有人顶"}, "group", title="离席没有人顶"
        )
        person = self.wall("看一组")
        lane = person.page.locator(".role-host .projected-cards article")
        expect(lane).to_have_count(2)
        expect(lane.filter(has_text="离席没有人顶")).to_have_count(1)
        for by, votes in (("host", 3), ("floor", 2)):
            desk.others.send(desk.room, "vote.set", {"issue": group["id"], "votes": votes}, by=by)
        expect(person.page.locator(".projector .total")).to_have_count(0)
        desk.others.move("solve")
        first = person.page.locator(".projected-ranked article").first
        expect(first).to_contain_text("离席没有人顶")
        expect(first.locator(".total")).to_have_text("♥ 5")
        expect(person.page.locator(".projected-ranked article")).to_have_count(2)
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
