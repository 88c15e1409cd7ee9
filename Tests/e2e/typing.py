"""Nobody's words are touched while they type: every field of every page is typed in while news pours in."""

import re
import unittest
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from Tests.e2e import samples
from Tests.e2e.browser import Person, chromium, wait_until
from Tests.e2e.colleagues import Colleagues
from Tests.e2e.pages import ROLES, JoinPage, ShowPage
from Tests.e2e.server import running_server, temporary_folder

FIELDS = "input:visible:not([type=checkbox], [type=radio], [type=file], [readonly]), textarea:visible, select:visible"
"""Counts what the page has been told and how often it has changed since, so that a test can wait for a drawing."""
WATCH = """
  window.heads = {};
  window.changes = 0;
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        for (const frame of JSON.parse(data)) {
          if (frame.t === 'ev') window.heads[frame.log] = frame.from + frame.events.length - 1;
          if (frame.t === 'snap') window.heads[frame.log] = frame.at.seq;
        }
      });
    }
  };
  addEventListener('DOMContentLoaded', () => new MutationObserver(() => (window.changes += 1)).observe(
    document.body, { subtree: true, childList: true, attributes: true, characterData: true }));
"""


class News:
    """One round of everything that others may do to what is on a page."""

    def __init__(self, others: Colleagues):
        self.others, self.rounds = others, 0
        house = others.house
        others.follow_playbook()
        self.question = others.add(house.show, "question.log", {"text": "会起球吗", "offset": 60}, "question", no=1)
        entry = {"title": "离席顶讲", "kind": "sop", "roles": ["host"], "text": "副播顶讲"}
        self.entry = others.add(others.playbook, "entry.write", entry, "entry", no=1)
        others.send(house.show, "show.start", {})  # after the entry, which it can verify
        self.channel = next(iter(others.records(others.directory, "channel")))
        self.card = self.solution = None

    def write_cards(self) -> None:
        """A card and a solution that are there to be changed."""
        card = {"role": "host", "kind": "mistake", "text": "离席九十秒", "offset": 5400}
        self.card = self.others.add(self.others.house.room, "issue.post", card, "issue", text="离席九十秒")

    def propose(self) -> None:
        solution = {"text": "副播坐在镜头旁", "kind": "sop", "owner": "host"}
        self.solution = self.others.add(self.others.house.room, "solution.propose", solution, "solution", text="副播坐在镜头旁")

    def pour(self) -> dict[str, int]:
        """Returns where each log stands once all of it is committed."""
        self.rounds += 1
        n, others, house = self.rounds, self.others, self.others.house
        question, entry = self.question, self.entry
        commands = [
            (others.directory, "channel.rename", {"channel": self.channel, "name": f"直播间{n}"}),
            (others.directory, "organisation.rename", {"name": f"团队{n}"}),
            (others.directory, "organisation.label", {"role": "operations", "label": f"岗{n}"}),
            (others.directory, "organisation.label", {"role": "host", "label": f"主{n}"}),
            (others.directory, "member.rename", {"name": f"领队{n}"}),
            (
                house.show, "question.edit",
                {"question": question["id"], "text": f"会起球吗{n}", "product": f"品{n}"}, question["edited"],
            ),
            (house.show, "question.plus", {"question": question["id"]}),
            (house.show, "question.log", {"text": f"第{n}问", "offset": n, "product": f"品{n % 5}"}),
            (house.show, "goal.set", {"metric": "gmv", "value": 1000 + n, "basis": f"第{n}版"}),
            (house.show, "show.plan", {"title": f"羊绒专场{n}"}),
            (
                others.playbook, "entry.edit",
                {"entry": entry["id"], "title": f"离席顶讲{n}", "text": f"副播顶讲{n}"}, entry["edited"],
            ),
        ]
        if self.card:
            edit = {"issue": self.card["id"], "text": f"离席{n}秒", "offset": n}
            commands.append((house.room, "issue.edit", edit, self.card["edited"]))
        if self.solution:
            edit = {"solution": self.solution["id"], "text": f"副播坐旁边{n}", "due": f"第{n}场"}
            commands.append((house.room, "solution.edit", edit, self.solution["edited"]))
        return others.send_all(commands)


class Typist:
    """Types slowly: between two keys news comes and is drawn, and what stands in the field is what was typed."""

    def __init__(self, test: unittest.TestCase, page: Page, news: News):
        self.test, self.page, self.news = test, page, news
        self.fields: set[str] = set()

    def type_in_all(self, place: str, *, within: str = "body") -> None:
        fields = self.page.locator(within).locator(FIELDS)
        expect(fields.first).to_be_visible()
        for n in range(fields.count()):
            self.type_in(place, fields.nth(n))

    def type_in(self, place: str, field: Locator) -> None:
        name = field.evaluate(
            "node => node.ariaLabel || node.labels?.[0]?.firstChild.textContent || node.placeholder || node.id")
        kind = field.evaluate("node => node.tagName === 'SELECT' ? 'select' : node.type")
        self.fields.add(f"{place}：{re.sub('[0-9]+', '', name)}")
        field.evaluate("node => { node.focus(); node.typedIn = true; node.select?.(); }")
        if kind not in ("select", "datetime-local"):
            self.page.keyboard.press("Delete")
            self.holds(place, name, "")
        keys = {"select": ["ArrowDown"], "datetime-local": ["1", "2"], "number": ["1", "2"]}
        for key in keys.get(kind, ["羊", "a", "1"]):
            before = self.value
            if len(key) == 1 and not key.isascii():
                self.page.keyboard.insert_text(key)
            else:
                self.page.keyboard.press(key)
            typed = self.value
            if kind not in ("select", "datetime-local"):
                self.test.assertEqual(before + key, typed, f"{place}: {name} does not take {key}")
            self.holds(place, name, typed)
        field.evaluate("node => { node.typedIn = false; node.blur(); }")

    @property
    def value(self) -> str:
        return self.page.evaluate("document.activeElement.value")

    def holds(self, place: str, name: str, typed: str) -> None:
        changes = self.page.evaluate("window.changes")
        heads = self.news.pour()
        wait_until(
            self.page,
            "heads => Object.entries(heads).every(([log, seq]) => !(log in window.heads) || window.heads[log] >= seq)",
            heads)
        wait_until(self.page, "changes => window.changes > changes", changes)
        self.test.assertTrue(self.page.evaluate("document.activeElement.typedIn === true"), f"{place}: {name} lost the focus")
        self.test.assertEqual(typed, self.value, f"{place}: {name} was written by a drawing")


class EveryField(unittest.TestCase):
    def test_every_field_of_every_page_keeps_what_is_typed_while_news_pours_in(self):
        with (
            running_server("--rate", "100000", "--burst", "100000") as server, chromium() as browser,
            Colleagues(server) as others, temporary_folder() as folder,
        ):
            self.others, self.news = others, News(others)
            trend = samples.Today(folder).path("channels-trend.csv").read_bytes()
            others.lead.session.import_file("trend", trend, log=others.house.show)
            person = Person(browser, "typist", server.address)
            self.page = person.page
            self.page.add_init_script(WATCH)
            self.typist = Typist(self, self.page, self.news)
            JoinPage(self.page).open(others.invitation(lead=True)).enter("打字的人", *ROLES.values())
            self.in_the_lobby()
            self.in_the_room()
            self.at_the_show()
            self.in_the_playbook()
            print("\n".join(sorted(self.typist.fields)))
            self.assertEqual([], person.problems)

    def in_the_lobby(self) -> None:
        self.goto("/")
        self.dialog("安排场次", lambda: self.button("安排场次"))
        self.dialog("团队设置", lambda: self.menu("团队设置"))
        self.dialog("成员", self.my_own_name)
        self.dialog("邀请", lambda: self.button("邀请"))
        self.dialog("开复盘室", lambda: self.button("再开一间复盘室"))

    def my_own_name(self) -> None:
        self.menu("成员")
        me = self.page.get_by_role("dialog").get_by_role("listitem").filter(has_text="打字的人")
        me.get_by_role("button", name="修改").click()

    def at_the_show(self) -> None:
        self.goto(f"/show/{self.others.house.show}")
        show = ShowPage(self.page)
        show.show_more_fields()
        self.typist.type_in_all("问题")
        self.goto(f"/show/{self.others.house.show}")
        words = self.page.get_by_role("list", name="问题").get_by_role("button", name="会起球吗")
        for mode in ("回应", "转为卡片", "修改", "抹除"):
            words.click()
            self.page.get_by_role("group").get_by_role("button", name=mode, exact=True).first.click()
            self.typist.type_in_all(f"问题{mode}", within=".panel")
            words.click()
        show.tab("数据")
        self.button("手填")
        self.typist.type_in_all("数据")
        self.dialog("改时间", lambda: self.button("改时间"))
        show.tab("标记")
        self.typist.type_in_all("标记")

    def in_the_room(self) -> None:
        house = self.others.house
        self.others.move("collect")
        self.news.write_cards()
        self.goto(f"/room/{house.room}")
        self.page.get_by_role("textbox", name="写一张卡").click()
        self.typist.type_in_all("写卡", within=".room-composer")
        self.dialog("关联数据", lambda: self.button("关联数据"))
        self.others.send(house.room, "cards.reveal", {})
        me = self.others.record(self.others.directory, "member", name="打字的人")
        self.others.send(house.room, "facilitator.hand", {"member": me["id"]})
        self.edit(f'[data-issue="{self.news.card["id"]}"]', "改卡")
        self.others.move("data", step="show")
        self.typist.type_in_all("曲线", within=".second-column")
        self.others.move("solve")
        self.news.propose()
        self.page.get_by_role("textbox", name="写一个解决办法").click()
        self.typist.type_in_all("办法", within=".room-composer")
        self.edit(f'[data-solution="{self.news.solution["id"]}"]', "改办法")
        self.dialog("收进手册", lambda: self.button("收进手册"))

    def edit(self, record: str, place: str) -> None:
        card = self.page.locator(record)
        card.hover()
        card.get_by_role("button", name="修改").click()
        self.typist.type_in_all(place, within=record)
        card.get_by_role("button", name="用现在的").click()

    def in_the_playbook(self) -> None:
        self.goto("/playbook")
        self.dialog("写条目", lambda: self.page.get_by_role("button", name="新写一条").click())
        self.dialog("改条目", lambda: self.button("修改"))
        self.dialog("验证有效", lambda: self.button("验证有效"))

    def goto(self, path: str) -> None:
        self.page.goto(self.others.lead.session.address + path)
        expect(self.page.get_by_text("已连接")).to_be_visible()

    def menu(self, name: str) -> None:
        self.button("菜单")
        self.button(name)

    def dialog(self, place: str, opens: Callable[[], None]) -> None:
        opens()
        expect(self.page.get_by_role("dialog")).to_be_visible()
        self.typist.type_in_all(place, within="dialog")
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("dialog")).to_be_hidden()

    def button(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()


if __name__ == "__main__":
    unittest.main(verbosity=2)
