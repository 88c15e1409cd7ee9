"""On a phone every control is whole: none is cut, none breaks its words, and none lies over another."""

import unittest

from playwright.sync_api import Page, expect

from Tests.e2e.desk import Desk

desk = Desk("host", "floor", "private")
setUpModule, tearDownModule = desk.open, desk.close

WIDTHS = (390, 360)
# What is swept sideways as a whole says so by the piece in sight: the stations of a review and its lanes.
ODD = """
() => {
  const odd = [];
  const named = one => (one.getAttribute('aria-label') || one.textContent || one.placeholder || '').trim().slice(0, 24);
  const seen = one => one.checkVisibility({ visibilityProperty: true }) && getComputedStyle(one).clipPath === 'none';
  if (document.documentElement.scrollWidth > innerWidth) odd.push('the page is wider than the screen');
  const place = document.querySelector('dialog[open]') ?? document.querySelector('.menu .items') ?? document;
  const all = place.querySelectorAll('button:not(.text), a.button, label.file, input:not([type=file]), select, textarea, .label');
  for (const one of all) {
    if (!seen(one) || one.closest('.track, .lanes')) continue;
    const { left, right } = one.getBoundingClientRect();
    if (left < -0.5 || right > innerWidth + 0.5) odd.push(`cut: ${named(one)}`);
    if (one.matches('button, a, label, .label') && one.scrollWidth > one.clientWidth + 1) odd.push(`narrower than its words: ${named(one)}`);
    if (!one.matches('button, a, label, .label')) continue;
    for (const words of one.childNodes) {
      if (words.nodeType !== Node.TEXT_NODE || !words.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(words);
      if (new Set([...range.getClientRects()].map(line => Math.round(line.top / 4))).size > 1) odd.push(`on two lines: ${named(one)}`);
    }
  }
  return odd;
}
"""
# What is in sight beside the pill and goes on beneath it.
COVERED = """
pill => [...document.querySelectorAll('.question, .issue')].filter(one => {
  const [a, b] = [pill.getBoundingClientRect(), one.getBoundingClientRect()];
  const [top, bottom] = [Math.max(a.top, b.top) + 1, Math.min(a.bottom, b.bottom) - 1];
  const meet = a.left < b.right && b.left < a.right && top < bottom;
  return meet && [top, bottom].some(y => one.contains(document.elementFromPoint(b.left + 4, y)));
}).length
"""
# Of all cards, the words and numbers that lie beneath the tools of one.
WORDS_BENEATH = """
tools => {
  const a = tools.getBoundingClientRect();
  return [...document.querySelectorAll('.issue :is(.no, .kind, time, .issue-text, .author)')].filter(one => {
    const b = one.getBoundingClientRect();
    return a.left < b.right && b.left < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom;
  }).map(one => one.textContent);
}
"""
# Buttons in sight that are lower than a thumb; not those within a line of words, nor marks and tools of a card.
LOW = """
() => [...document.querySelectorAll('button, a.button')]
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.unseen'))
  .filter(one => !one.matches('.sourced, .link, .text, .tag, .tool, .said, .action-box, .at-minute, .chip, .timer, .turn'))
  .map(one => [one.getBoundingClientRect().height, (one.getAttribute('aria-label') || one.textContent).trim().slice(0, 24)])
  .filter(([height]) => height > 0 && height < 43.5)
  .map(([height, name]) => `${name}: ${Math.round(height)}`)
"""
# What opens a dialog of the lobby: in either language by what it shows.
OPENS = {
    "invite": ".bar > button:has(path[d^='M8.5 11.5'])",
    "search": ".bar > button:has(path[d^='M9 14.5'])",
    "schedule": ".channel > header > button:last-child",
}
# A page that scrolls within itself is no longer than the window.
TOO_LONG = "() => document.documentElement.scrollHeight - innerHeight"
IS_ON_TOP = """
tools => [...tools.querySelectorAll('button')].every(one => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  return [top + 2, bottom - 2].every(y => one.contains(document.elementFromPoint((left + right) / 2, y)));
})
"""


class OnAPhone(unittest.TestCase):
    def test_every_control_is_whole_in_both_languages(self):
        desk.new_room("collect")
        self.issue = desk.card("第一张", by="floor", role="floor")["id"]
        self.ask("这件有什么颜色", product="1号 山羊绒围巾", urgency="order", source="group", group="三群")
        person = desk.person("小窄", lead=True, phone=True)
        page = person.page
        for language in ("zh", "en"):
            if language == "en":
                desk.goto(page, "/")
                page.get_by_role("button", name="菜单").click()
                page.get_by_role("button", name="English").click()
                expect(page.get_by_role("link", name="Playbook")).to_be_visible()
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 844})
                with self.subTest(language=language, width=width):
                    self.assertEqual([], self.odd(page))
        self.assertEqual([], person.problems)

    def test_what_is_pressed_is_as_high_as_a_thumb(self):
        desk.new_room("collect")
        desk.card("第一张", by="floor", role="floor")
        desk.others.send(desk.room, "cards.reveal", {})
        person = desk.person("大拇指", lead=True, phone=True)
        page = person.page
        for path, here in (("/", ".channel"), ("/actions", ".actions-add"), (f"/room/{desk.room}", ".lane")):
            desk.goto(page, path)
            expect(page.locator(here).first).to_be_visible()
            self.assertEqual([], page.evaluate(LOW), path)
        for phase, here in (("vote", ".voting"), ("solve", ".ranked"), ("closed", ".report-sheet")):
            desk.others.move(phase)
            expect(page.locator(here).first).to_be_visible()
            self.assertEqual([], page.evaluate(LOW), phase)
            self.assertLessEqual(page.evaluate(TOO_LONG), 0, phase)
        page.goto(f"{desk.address}/replay/{desk.room}")
        expect(page.locator(".replay-controls")).to_be_visible()
        self.assertEqual([], page.evaluate(LOW), "replay")
        self.assertEqual([], page.evaluate(ODD), "replay")
        self.assertEqual([], person.problems)

    def odd(self, page: Page) -> list[str]:
        found: list[str] = []

        def look(where: str) -> None:
            found.extend(f"{where}: {odd}" for odd in page.evaluate(ODD))

        page.goto(desk.address + "/")
        expect(page.locator(".channel").first).to_be_visible()
        look("lobby")
        page.locator(".menu > button").click()
        look("menu")
        for n in (0, 1, 2):
            page.locator(".menu .items button").nth(n).click()
            expect(page.get_by_role("dialog").locator("li, .setting").first).to_be_visible()
            look(f"dialog {n}")
            page.keyboard.press("Escape")
            page.locator(".menu > button").click()
        expect(page.locator(".menu .items")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".menu .items")).to_have_count(0)
        for name in ("invite", "schedule"):
            page.locator(OPENS[name]).first.click()
            expect(page.locator("dialog[open] .fields")).to_be_visible()
            look(name)
            page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)
        page.locator(OPENS["search"]).click()
        page.locator("dialog.search input").fill("第一张")
        look("search")
        page.keyboard.press("Escape")
        for tab in ("questions", "numbers", "markers"):
            page.goto("about:blank")
            page.goto(f"{desk.address}/show/{desk.show}#{tab}")
            expect(page.locator(f".show.{tab}")).to_be_visible()
            look(tab)
            if tab == "questions":
                page.locator("button.text").first.click()
                for n in range(page.locator(".modes button").count()):
                    page.locator(".modes button").nth(n).click()
                    look(f"question {n}")
        page.goto(f"{desk.address}/room/{desk.room}")
        expect(page.locator(".station").first).to_be_visible()
        for n in range(page.locator(".station").count()):
            page.locator(".station").nth(n).click()
            expect(page.locator(".station.shown")).to_have_count(1)
            look(f"station {n}")
        page.goto(f"{desk.address}/room/{desk.room}?issue={self.issue}")
        expect(page.locator(".sheet")).to_be_visible()
        look("sheet")
        page.goto(f"{desk.address}/playbook")
        expect(page.locator(".index")).to_be_visible()
        look("playbook")
        page.goto(f"{desk.address}/actions")
        expect(page.locator(".actions-add")).to_be_visible()
        look("actions")
        return found

    def ask(self, text: str, by: str = "floor", **more) -> None:
        desk.others.add(desk.show, "question.log", {"text": text, "offset": 60, **more}, "question", by=by, text=text)

    def test_what_says_that_there_is_news_lies_over_nothing_that_can_be_pressed(self):
        desk.new_room("collect")
        for n in range(12):
            self.ask(f"问题{n}")
        for roles in (["floor"], ["host"]):
            with self.subTest(roles):
                page = desk.person(f"看新{roles[0]}", *roles, phone=True).page
                desk.at_show(page)
                expect(page.locator(".question").first).to_be_visible()
                page.locator("button.text").first.click()
                page.mouse.wheel(0, 300)
                self.ask(f"新来的{roles[0]}", by="private")
                pill = page.get_by_role("button", name="1 条新问题")
                expect(pill).to_be_in_viewport(ratio=1)
                self.assertEqual(0, pill.evaluate(COVERED))

    def test_new_cards_of_a_lane_wait_below_it_and_over_none_of_its_cards(self):
        desk.new_room("collect")
        for n in range(12):
            desk.card(f"卡片{n}", by="host")
        desk.others.send(desk.room, "cards.reveal", {})
        page = desk.person("看新卡", "host", phone=True).page
        desk.at_room(page)
        expect(page.locator(".issue").first).to_be_visible()
        page.locator('.lane[data-role="host"] .lane-cards').evaluate("lane => lane.scrollTop = 120")
        desk.card("新来的卡片", by="host")
        pill = page.get_by_role("button", name="1 条新卡片")
        expect(pill).to_be_visible()
        self.assertEqual(0, pill.evaluate(COVERED))

    def test_a_line_that_is_cut_moves_nothing_that_is_read(self):
        desk.new_room("collect")
        desk.card("读着的卡片", by="floor", role="floor")
        desk.others.send(desk.room, "cards.reveal", {})
        self.ask("读着的问题")
        person = desk.person("不动", "floor", phone=True)
        page = person.page
        for path, read in (("/", "h2"), (f"/show/{desk.show}", ".question"), (f"/room/{desk.room}", '.lane[data-role="floor"] .issue')):
            with self.subTest(path):
                desk.goto(page, path)
                expect(page.locator(read).first).to_be_visible()
                # What a room says of its channel comes last, and takes its place below the title.
                if path.startswith("/room/"):
                    expect(page.get_by_text("暖冬针织直播间").first).to_be_visible()
                before = self.places(page, "h1", read)
                person.loses_the_line()
                again = page.get_by_role("status").get_by_role("button", name="立即重连")
                expect(again).to_be_in_viewport()
                self.assertEqual(before, self.places(page, "h1", read))
                person.finds_the_line()
                # The page may have connected by itself a moment before.
                again.evaluate_all("buttons => buttons.forEach(button => button.click())")
                expect(again).to_have_count(0)

    def places(self, page: Page, *names: str) -> list[tuple[float, float]]:
        boxes = [page.locator(name).first.bounding_box() for name in names]
        return [(box["x"], box["y"]) for box in boxes]

    def test_what_is_pressed_leaves_the_title_of_a_show_its_line(self):
        desk.new_room("live")
        desk.others.send(desk.show, "show.start", {})
        page = desk.person("看标题", "floor", phone=True).page
        desk.at_show(page)
        expect(page.get_by_role("button", name="撤销开播")).to_be_visible()
        title, undo = page.locator("h1").bounding_box(), page.get_by_role("button", name="撤销开播").bounding_box()
        self.assertGreaterEqual(title["width"], 240)
        self.assertGreaterEqual(undo["y"], title["y"] + title["height"])
        bar = page.locator(".show-bar").bounding_box()
        self.assertLessEqual(bar["height"], 100)

    def test_signing_out_and_another_language_are_told(self):
        page = desk.person("走了", phone=True, lead=True).page
        page.get_by_role("button", name="菜单").click()
        page.get_by_role("button", name="English").click()
        expect(page.get_by_role("status")).to_contain_text("Now in English.")
        page.get_by_role("button", name="Menu").click()
        page.get_by_role("button", name="中文").click()
        expect(page.get_by_role("status")).to_contain_text("已换成中文。")
        page.get_by_role("button", name="菜单").click()
        page.get_by_role("button", name="退出登录").click()
        expect(page.get_by_role("status")).to_contain_text("已退出登录。")


class OnALaptop(unittest.TestCase):
    def test_the_time_of_a_replay_stays_in_sight_however_much_happened(self):
        desk.new_room("collect")
        cards = [desk.card(f"第{n}张，说得长一点，占去两三行，看回放的右边有多高", by="host") for n in range(12)]
        desk.others.send(desk.room, "cards.reveal", {})
        for card in cards:
            desk.others.send(desk.room, "comment.post", {"issue": card["id"], "text": "看看"})
        for phase in ("vote", "solve", "closed"):
            desk.others.move(phase)
        person = desk.person("看时间", "host")
        page = person.page
        page.goto(f"{desk.address}/replay/{desk.room}")
        expect(page.get_by_role("slider", name="复盘的时间")).to_be_in_viewport(ratio=1)
        for _ in range(3):
            page.keyboard.press("Shift+ArrowLeft")
        expect(page.locator(".replay-then li").nth(6)).to_be_attached()
        expect(page.get_by_role("slider", name="复盘的时间")).to_be_in_viewport(ratio=1)
        self.assertLessEqual(page.evaluate(TOO_LONG), 0)
        self.assertEqual([], person.problems)

    def test_what_can_be_done_with_a_card_lies_over_nothing_that_a_card_says(self):
        desk.new_room("collect")
        person = desk.person("看工具", "host", lead=True)
        for n in range(24):
            desk.card(f"看得全的卡片{n}", by="host", offset=3600)
        desk.others.send(desk.room, "cards.reveal", {})
        desk.at_room(person.page)
        cards = person.page.locator(".lane[data-role=host] [data-issue]")
        expect(cards).to_have_count(24)
        for place in (0, 9, 10, 23):
            with self.subTest(place):
                cards.nth(place).hover()
                tools = cards.nth(place).locator(".tools")
                expect(tools.locator("button").last).to_be_visible()
                self.assertEqual([], tools.evaluate(WORDS_BENEATH))
                self.assertTrue(tools.evaluate(IS_ON_TOP))


if __name__ == "__main__":
    unittest.main(verbosity=2)
