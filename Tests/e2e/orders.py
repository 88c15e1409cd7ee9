"""Two who look at the same list see the same order, whoever was there first: every list of every page."""

import time
import unittest

from playwright.sync_api import Page, expect

from Tests.e2e import samples
from Tests.e2e.browser import PATIENCE, Person
from Tests.e2e.desk import Desk
from Tests.e2e.pages import ROLES, RoomPage, ShowPage
from Tests.e2e.server import temporary_folder

desk = Desk("host", "floor", "private")
setUpModule, tearDownModule = desk.open, desk.close
SEVERAL = 6
"""Every list on the page by what stands in it, lists and tables alike; those of one only have no order."""
LISTS = """
  () => [...document.querySelectorAll('ul, ol, dl, tbody, datalist, select, main, section, .lane-cards, .stretch, dialog .fields')]
    .map(list => [...list.children].map(one => one.textContent.trim() || one.value || '').filter(Boolean))
    .filter(list => list.length > 1)
"""


class TwoViewers(unittest.TestCase):
    maxDiff = None

    def test_every_list_of_every_page_has_one_order_whoever_came_first(self):
        desk.new_room()
        veteran = desk.person("先来的", *ROLES, lead=True)
        newcomer = desk.person("后来的", *ROLES, lead=True)
        self.lists = 0
        with temporary_folder() as folder:
            self.trend = samples.Today(folder).path("channels-trend.csv").read_bytes()
        self.in_the_room(veteran, newcomer)
        self.at_the_show(veteran, newcomer)
        self.in_the_lobby(veteran, newcomer)
        self.in_the_playbook(veteran, newcomer)
        self.assertGreater(self.lists, 40)
        self.assertEqual([], veteran.problems + newcomer.problems)

    def compare(self, place: str, veteran: Page, newcomer: Page) -> None:
        """The newcomer's page was loaded only now; the veteran's has stood all the while. What both hold is drawn."""
        for page in (veteran, newcomer):
            expect(page.get_by_text("正在载入")).to_have_count(0)
        seen, deadline = newcomer.evaluate(LISTS), time.monotonic() + PATIENCE / 1000
        # News may still be on its way to one of them.
        while seen != veteran.evaluate(LISTS) and time.monotonic() < deadline:
            newcomer.wait_for_timeout(100)
            seen = newcomer.evaluate(LISTS)
        self.lists += len(seen)
        self.assertEqual(seen, veteran.evaluate(LISTS), place)

    def at_the_show(self, veteran: Person, newcomer: Person) -> None:
        show, send = desk.show, desk.others.send
        send(show, "show.start", {})
        desk.at_show(veteran.page)
        for n in range(SEVERAL):
            send(show, "question.log", {"text": f"第{n}问", "offset": 60, "product": f"品{(n * 5) % SEVERAL}"})
            send(show, "marker.add", {"kind": "product", "offset": 60, "text": f"讲{(n * 5) % SEVERAL}"})
        for metric in ("refund_amt", "gmv", "watch_uv", "avg_online"):
            send(show, "goal.set", {"metric": metric, "value": 100})
        for n in range(3):
            send(show, "snapshot.take", {"values": {"watch_uv": n, "gmv": 2, "avg_online": 3}, "label": f"第{n}张"})
        desk.others.lead.session.import_file("trend", self.trend, log=show)
        expect(veteran.page.get_by_role("tab", name=f"问题 {SEVERAL}")).to_be_visible()
        ShowPage(veteran.page).holds(SEVERAL)
        desk.at_show(newcomer.page)
        for tab in ("问题", "数据", "标记"):
            for person in (veteran, newcomer):
                ShowPage(person.page).tab(tab)
            self.compare(tab, veteran.page, newcomer.page)

    def in_the_room(self, veteran: Person, newcomer: Person) -> None:
        desk.others.move("collect")
        desk.at_room(veteran.page)
        for n in range(SEVERAL):
            by = ("lead", "host", "floor")[n % 3]
            desk.card(f"第{n}张", by=by, role={"lead": "operations"}.get(by, by))
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.move("vote")
        for n in range(SEVERAL):
            desk.card(f"后来第{n}张", role="operations")
        desk.at_room(newcomer.page)
        expect(RoomPage(veteran.page).cards).to_have_count(2 * SEVERAL)
        expect(RoomPage(newcomer.page).cards).to_have_count(2 * SEVERAL)
        self.compare("卡片", veteran.page, newcomer.page)
        desk.others.move("solve")
        expect(veteran.page.get_by_role("region", name="解决办法", exact=True)).to_be_visible()
        cards = list(desk.others.records(desk.room, "issue"))
        for n in range(SEVERAL):
            made = desk.solution(f"第{n}个办法", issues=cards[n % 3 : n % 3 + 1])
            desk.others.send(desk.room, "solution.choose", {"solution": made["id"], "chosen": True})
        newcomer.page.reload()
        for person in (veteran, newcomer):
            expect(person.page.locator("[data-solution]")).to_have_count(SEVERAL)
            expect(RoomPage(person.page).cards).to_have_count(2 * SEVERAL)
        self.compare("办法", veteran.page, newcomer.page)
        for person in (veteran, newcomer):
            person.page.get_by_role("button", name="人在场").first.click()
        self.people(veteran.page, newcomer.page)
        for person in (veteran, newcomer):
            person.page.keyboard.press("Escape")
        desk.others.move("closed")
        newcomer.page.reload()
        for person in (veteran, newcomer):
            expect(person.page.get_by_text("复盘完成")).to_be_visible()
            expect(person.page.locator(".decisions li")).to_have_count(SEVERAL)
        self.compare("总结", veteran.page, newcomer.page)

    def people(self, veteran: Page, newcomer: Page) -> None:
        """Who is here stands first, and each of the two sees the other here."""
        for page in (veteran, newcomer):
            expect(page.get_by_role("dialog").locator(".here.reading, .here.away")).not_to_have_count(0)
        names = "() => [...document.querySelectorAll('.people-list li')].map(one => one.children[1].firstChild.textContent)"
        self.assertEqual(sorted(newcomer.evaluate(names)), sorted(veteran.evaluate(names)))

    def in_the_lobby(self, veteran: Person, newcomer: Person) -> None:
        send, directory = desk.others.send, desk.others.directory
        desk.goto(veteran.page, "/")
        for n in range(SEVERAL):
            send(directory, "channel.add", {"name": f"直播间{(n * 5) % SEVERAL}"})
        channels = list(desk.others.records(directory, "channel"))
        for n in range(SEVERAL):
            send(directory, "show.schedule", {"channel": channels[0], "title": f"同时的第{n}场", "startsAt": 1_900_000_000_000})
        for n in range(3):
            send(directory, "room.open", {"shows": [desk.show], "title": f"再复盘{n}"})
        for n in range(3):
            desk.others.lead.session.post("/api/invitations", {"roles": ["host"], "uses": 3 + n})
        expect(veteran.page.get_by_text("同时的第5场")).to_be_visible()
        expect(veteran.page.get_by_role("heading", name="直播间5")).to_be_visible()
        desk.goto(newcomer.page, "/")
        expect(newcomer.page.get_by_text("同时的第5场")).to_be_visible()
        for person in (veteran, newcomer):
            expect(person.page.get_by_role("region", name="正在进行").get_by_text("再复盘2")).to_be_visible()
        self.compare("首页", veteran.page, newcomer.page)
        opens = {
            "成员": lambda page: (self.button(page, "菜单"), self.button(page, "成员")),
            "团队设置": lambda page: (self.button(page, "菜单"), self.button(page, "团队设置")),
            "邀请": lambda page: self.button(page, "邀请"),
            "安排场次": lambda page: self.button(page, "安排场次"),
        }
        for name, act in opens.items():
            for person in (veteran, newcomer):
                act(person.page)
                expect(person.page.get_by_role("dialog")).to_be_visible()
                expect(person.page.get_by_role("dialog").get_by_text("正在载入")).to_have_count(0)
            self.compare_dialog(name, veteran.page, newcomer.page)
            for person in (veteran, newcomer):
                person.page.keyboard.press("Escape")

    def compare_dialog(self, place: str, veteran: Page, newcomer: Page) -> None:
        """But for the word 我 behind one's own name, and one's own controls."""
        names = "() => [...document.querySelectorAll('dialog :is(b, option, input, li)')].map(one => (one.value || one.textContent).replace(/ ?我/, ''))"
        self.assertEqual(newcomer.evaluate(names), veteran.evaluate(names), place)
        self.lists += 1

    def in_the_playbook(self, veteran: Person, newcomer: Person) -> None:
        desk.others.follow_playbook()
        desk.goto(veteran.page, "/playbook")
        for n in range(SEVERAL):
            entry = {"title": f"第{n}条", "kind": "sop", "roles": ["host"], "text": "照做", "stage": ("before", "opening")[n % 2]}
            made = desk.others.add(desk.others.playbook, "entry.write", entry, "entry", title=f"第{n}条")
            if n % 3:
                desk.others.send(desk.others.playbook, "entry.mark", {"entry": made["id"], "status": "inForce"})
        expect(veteran.page.get_by_role("article")).to_have_count(SEVERAL)
        desk.goto(newcomer.page, "/playbook")
        expect(newcomer.page.get_by_role("article")).to_have_count(SEVERAL)
        self.compare("手册", veteran.page, newcomer.page)

    def button(self, page: Page, name: str) -> None:
        page.get_by_role("button", name=name, exact=True).first.click()


if __name__ == "__main__":
    unittest.main(verbosity=2)
