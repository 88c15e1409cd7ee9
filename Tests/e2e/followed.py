"""An organisation of thirty channels: no page follows more than twenty logs, and each shows what it shows of few."""

import json
import time
import unittest

from playwright.sync_api import Page, WebSocketRoute, expect

from Tests.e2e.browser import LINE
from Tests.e2e.desk import Desk

desk = Desk("host")
setUpModule, tearDownModule = desk.open, desk.close
CHANNELS = 30
MOST = 20


class Followed:
    """What a page's lines say that they follow; the directory is always among it."""

    def __init__(self, page: Page, directory: str):
        self.most = 0
        self._directory = directory
        page.context.route_web_socket(LINE, self._carry)

    def _carry(self, line: WebSocketRoute) -> None:
        server = line.connect_to_server()
        held = {self._directory}

        def said(message: str | bytes) -> None:
            for frame in json.loads(message):
                if frame["t"] == "hello":
                    held.update(asked["log"] for asked in frame["logs"])
                elif frame["t"] == "sub":
                    held.add(frame["log"])
                elif frame["t"] == "unsub":
                    held.discard(frame["log"])
            self.most = max(self.most, len(held))
            server.send(message)

        line.on_message(said)


class ThirtyChannels(unittest.TestCase):
    def test_no_page_follows_more_than_twenty_logs_and_the_lobby_lists_every_channel(self):
        channels = [self.channel(f"直播间{n:02}") for n in range(CHANNELS)]
        shows = [self.show(channel, f"第{n}场") for n, channel in enumerate(channels)]
        room = desk.others.add(
            desk.others.directory, "room.open", {"shows": shows[-14:], "title": "周复盘"}, "room", title="周复盘")["id"]
        person = desk.person("阿青", "operations", lead=True)
        page = person.page
        followed = Followed(page, desk.others.directory)

        desk.goto(page, "/")
        for n in (0, CHANNELS - 1):
            expect(self.section(page, channels[n])).to_contain_text(f"第{n}场")
        late = self.show(channels[-1], "后来排的")
        expect(self.section(page, channels[-1])).to_contain_text("后来排的")
        self.assertGreater(followed.most, 10)

        last = self.section(page, channels[-1])
        last.get_by_role("button", name="安排场次").click()
        page.keyboard.press("Escape")
        page.get_by_role("link", name="待办").first.click()
        expect(page.get_by_role("textbox", name="加一件待办")).to_be_visible()
        page.get_by_role("link", name="手册").first.click()
        expect(page.get_by_text("手册还是空的").or_(page.locator(".book")).first).to_be_visible()
        page.get_by_role("link", name="场次").or_(page.get_by_role("link", name="返回")).first.click()
        expect(self.section(page, channels[-1])).to_contain_text("后来排的")

        desk.others.send(
            desk.others.record(desk.others.directory, "channel", id=channels[-1])["log"], "action.add",
            {"text": "补拍主图", "owner": "floor", "due": {"next": True}})
        desk.goto(page, f"/room/{room}")
        row = page.get_by_role("listitem").filter(has_text="补拍主图")
        row.get_by_role("button", name="完成").click()
        expect(row).to_contain_text("完成")
        desk.goto(page, f"/show/{late}")
        expect(page.get_by_role("heading", name="后来排的")).to_be_visible()
        self.assertLessEqual(followed.most, MOST)
        self.assertEqual([], person.problems)

    def channel(self, name: str) -> str:
        return desk.others.add(desk.others.directory, "channel.add", {"name": name}, "channel", name=name)["id"]

    def show(self, channel: str, title: str) -> str:
        show = {"channel": channel, "title": title, "startsAt": int(time.time() * 1000)}
        return desk.others.add(desk.others.directory, "show.schedule", show, "show", title=title)["id"]

    def section(self, page: Page, channel: str):
        return page.locator(f"section[data-channel='{channel}']")


if __name__ == "__main__":
    unittest.main(verbosity=2)
