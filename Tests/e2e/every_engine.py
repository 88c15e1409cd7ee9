"""One member's review in each of the three engines: join, import, write, vote, solve, lose the line, reload."""

import asyncio
import contextlib
import os
import pathlib
import unittest

from Tests.e2e import engines
from Tests.e2e.house import ROLES, team
from Tests.e2e.line import Line
from Tests.e2e.server import HOME, running_server
from Tests.e2e.session import token_of
from Tests.e2e.window import Window

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))

CARD = "换装离席太久，在线掉了三成"
UNSENT = "断网时写下的一条"
QUESTION = "三号会不会偏大"
SOLUTION = "离席前先讲完一轮福利"
COMPOSER = "写一张卡"

# iOS zooms into a field whose letters are smaller than 16 pixels.
SMALL_FIELDS = """
return [...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=file]), textarea, select')]
  .filter(one => one.getClientRects().length > 0 && parseFloat(getComputedStyle(one).fontSize) < 16)
  .map(one => one.getAttribute('aria-label') || one.name || one.outerHTML.slice(0, 80));
"""

TOUCHES = """
const { x, y } = arguments[0].getBoundingClientRect();
const finger = { pointerType: 'touch', isPrimary: true, bubbles: true, clientX: x + 30, clientY: y + 30 };
arguments[0].dispatchEvent(new PointerEvent('pointerdown', finger));
"""
LIFTS = """
const lifted = new Event('touchend', { bubbles: true, cancelable: true });
arguments[0].dispatchEvent(lifted);
return lifted.defaultPrevented;
"""

# What a page throws is kept in the window until it is asked for.
WATCH = """
if (!window.thrown) {
  window.thrown = [];
  addEventListener('error', event => window.thrown.push(String(event.message)));
  addEventListener('unhandledrejection', event => window.thrown.push(String(event.reason)));
}
return window.thrown;
"""


class Review(unittest.IsolatedAsyncioTestCase):
    """What is the same in every engine."""

    async def review(self, engine) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        with running_server() as server, contextlib.closing(Line(server.port)) as line, engine() as window:
            window.resize(390, 844)
            async with team(server.address, server.lead_link) as house:
                await house.open_room(votes=3)
                link = house.lead.session.post("/api/invitations", {"roles": ROLES}).json["link"]
                await asyncio.to_thread(self.joins, window, f"{line.address}/join#{token_of(link)}")
                await asyncio.to_thread(self.imports, window, f"{line.address}/show/{house.show}#questions")
                await asyncio.to_thread(self.enters_the_room, window, line.address)
                await house.move("collect")
                await asyncio.to_thread(self.writes_blind, window)
                await asyncio.to_thread(self.loses_the_line_and_reloads, window, line)
                await house.move("vote")
                await asyncio.to_thread(self.votes, window)
                await asyncio.to_thread(self.rests_on_a_card, window)
                await house.move("solve")
                await asyncio.to_thread(self.solves, window)
                self.is_stored(house)

    def joins(self, window: Window, link: str) -> None:
        window.go(link)
        window.speaks_chinese()
        window.type("怎么称呼你", "小场")
        window.click("button", "场控")
        self.look(window, "join")
        window.click("button", "进入", exact=True)
        window.find("link", "打法手册")
        window.reads("已连接")
        self.look(window, "lobby")

    def imports(self, window: Window, show: str) -> None:
        """A table that is pasted: seen, answered for and agreed to."""
        window.go(show)
        window.click("button", "粘贴表格")
        window.put("把表格粘贴到这里", f"问题,来源\n{QUESTION},社群")
        window.click("button", "看看读成什么")
        window.reads("1 个问题没写时间")
        self.look(window, "import")
        window.click("radio", "算在开播的时候")
        free = "return !arguments[0].disabled"
        window.until(lambda: window.run(free, window.find("button", "存下 1 条")), "button that stores")
        window.click("button", "存下 1 条")
        window.reads("存下了")
        window.click("button", "完成")
        window.reads(QUESTION)

    def enters_the_room(self, window: Window, address: str) -> None:
        window.go(f"{address}/")
        window.click("link", "复盘")

    def writes_blind(self, window: Window) -> None:
        window.reads("背对背")
        window.click("field", COMPOSER)
        window.type(COMPOSER, CARD)
        window.click("radio", "失误")
        window.click("button", "提交")
        window.is_empty(COMPOSER)
        window.find("article", CARD)
        self.look(window, "collect")

    def loses_the_line_and_reloads(self, window: Window, line: Line) -> None:
        line.cut()
        window.reads("网络断开")
        window.type(COMPOSER, UNSENT)
        window.click("button", "提交")
        window.reads("等待联网", within=UNSENT)
        self.look(window, "offline")
        window.run("location.reload()")
        window.reads("1 条还没保存")
        line.mend()
        window.reads("已连接")
        self.look(window, "reloaded")

    def rests_on_a_card(self, window: Window) -> None:
        """A finger, as the engine tells of one; what follows when it is lifted is kept from the page."""
        card = window.find("article", CARD)
        window.run(TOUCHES, card)
        window.find("button", "打开", exact=True)
        self.assertTrue(window.run(LIFTS, card))
        self.look(window, "menu")
        window.click("button", "关闭")

    def votes(self, window: Window) -> None:
        window.click("button", "加一票", within=CARD)
        window.until(lambda: window.run("return !!document.querySelector('[aria-label=\"你投了 1 票\"]')"), "vote")
        self.look(window, "vote")

    def solves(self, window: Window) -> None:
        window.find("article", CARD)
        window.find("checkbox", "", within=CARD).click()
        window.type("写一个解决办法", SOLUTION)
        window.click("button", "提出")
        window.is_empty("写一个解决办法")
        self.look(window, "solve")

    def is_stored(self, house) -> None:
        room = house.lead.log(house.room)
        self.assertEqual({CARD, UNSENT}, {issue["text"] for issue in room.of("issue").values()})
        self.assertEqual([SOLUTION], [solution["text"] for solution in room.of("solution").values()])

    def look(self, window: Window, name: str) -> None:
        window.picture(SCREENSHOTS, name)
        self.assertEqual([], window.run(SMALL_FIELDS), f"{name}: fields that a phone zooms into")
        self.assertEqual([], window.run(WATCH), f"{name}: what the page has thrown")


class InChromium(Review):
    async def test_a_member_joins_writes_votes_solves_and_reloads_without_a_line_in_chromium(self):
        await self.review(engines.chromium)


class InWebKit(Review):
    async def test_a_member_joins_writes_votes_solves_and_reloads_without_a_line_in_webkit(self):
        await self.review(engines.webkit)


class InFirefox(Review):
    async def test_a_member_joins_writes_votes_solves_and_reloads_without_a_line_in_firefox(self):
        await self.review(engines.firefox)


if __name__ == "__main__":
    unittest.main(verbosity=2)
