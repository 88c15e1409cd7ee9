"""One truth a metric: whatever numbers came, whichever were taken back, every page tells the same value of one show, and
where it is from."""

import re
import time
import unittest

from playwright.sync_api import Locator, Page, expect

from Tests.e2e.desk import Desk

desk = Desk("backstage", "operations")
setUpModule, tearDownModule = desk.open, desk.close

NAMES = {"gmv": "成交金额", "refund_amt": "退款金额", "refund_rate": "退款率", "watch_uv": "场观", "like_cnt": "点赞"}
EVIDENCE = ("gmv", "watch_uv")


class OneTruth(unittest.TestCase):
    def setUp(self):
        desk.new_room("data")
        self.show, self.room = desk.show, desk.room
        others = desk.others
        for metric, value in {"gmv": 60000, "refund_amt": 900, "refund_rate": 0.05, "watch_uv": 13000, "like_cnt": 500}.items():
            others.send(self.show, "goal.set", {"metric": metric, "value": value})
        self.next_show, self.next_room = self.later_show()
        name = self._testMethodName[-5:]
        self.typist = desk.person(f"中控 {name}", "backstage")
        self.reader = desk.person(f"运营 {name}", "operations", phone=True)

    def tearDown(self):
        self.assertEqual([], self.typist.problems + self.reader.problems)

    def later_show(self) -> tuple[str, str]:
        """Of the same channel: its review compares with this one."""
        others, directory = desk.others, desk.others.directory
        channel = others.record(directory, "show", id=self.show)["channel"]
        starts = int(time.time() * 1000) + 86_400_000
        args = {"channel": channel, "title": "下一场", "startsAt": starts}
        show = others.add(directory, "show.schedule", args, "show", channel=channel, title="下一场")["id"]
        room = others.add(directory, "room.open", {"shows": [show], "title": "下一场复盘"}, "room", shows=[show])["id"]
        house = others.house
        for log in (show, room):
            others.await_(house.lead.follow(log))
            others.await_(house.lead.until(lambda log=log: house.lead.log(log).at))
        others.send(show, "snapshot.take", {"values": dict.fromkeys(NAMES, 1)})
        others.send(room, "phase.move", {"phase": "data"})
        return show, room

    def test_every_page_tells_the_same_of_numbers_typed_of_a_later_part_and_of_what_was_taken_back(self):
        self.type({"gmv": "48312", "refund_amt": "1000", "watch_uv": "1.25万", "like_cnt": "520"}, "下播时")
        self.all_tell(
            {"gmv": "4.83万元", "refund_amt": "1000元", "refund_rate": "2.07%", "watch_uv": "1.25万人", "like_cnt": "520次"},
            {metric: "下播时" for metric in NAMES},
        )
        # T+1: the refunds alone. What is derived from them moves along, and nothing else.
        self.type({"refund_amt": "4831.2"}, "T+1 退款")
        late = {"gmv": "4.83万元", "refund_amt": "4831.2元", "refund_rate": "10%", "watch_uv": "1.25万人", "like_cnt": "520次"}
        from_ = {metric: "T+1 退款" if metric.startswith("refund") else "下播时" for metric in NAMES}
        self.all_tell(late, from_)
        self.assertTrue(self.origin(self.on_numbers_tab("refund_rate")).startswith("退款率 10%"))
        # The wrong file, and back again.
        desk.others.send(self.show, "snapshot.take", {"values": {"gmv": 7, "watch_uv": 7, "refund_rate": 0.7}, "label": "错的"})
        self.all_tell(late | {"gmv": "7元", "watch_uv": "7人", "refund_rate": "70%"},
                      from_ | {"gmv": "错的", "watch_uv": "错的", "refund_rate": "错的"})
        wrong = desk.others.record(self.show, "snapshot", label="错的")
        desk.others.send(self.show, "snapshot.withdraw", {"snapshot": wrong["id"]})
        self.all_tell(late, from_)
        self.exports_tell("refund_rate", "10%")

    def test_whatever_the_catalogue_has_can_be_typed_and_survives_a_reload_half_written(self):
        page = self.typist.page
        desk.goto(page, f"/show/{self.show}#numbers")
        page.get_by_role("button", name="手填").click()
        fields = page.locator(".snapshot-form .field > span")
        expect(fields.nth(0)).to_have_text("场观 人")
        expect(fields.nth(1)).to_have_text("点赞 次")
        page.get_by_label("再加一项").select_option(label="分享次数")
        page.get_by_role("button", name="加上").click()
        expect(page.get_by_label("分享次数")).to_be_focused()
        page.get_by_label("分享次数").fill("34")
        expect(page.get_by_label("再加一项").get_by_role("option", name="分享次数")).to_have_count(0)
        page.get_by_label("再加一项").select_option(label="ROI")
        page.get_by_role("button", name="加上").click()
        page.reload()
        page.get_by_role("button", name="手填").click()
        expect(page.get_by_label("分享次数")).to_have_value("34")
        expect(page.locator("#typed-roi")).to_have_count(0)
        page.get_by_role("button", name="保存").click()
        expect(page.locator(".snapshot", has_text="分享次数")).to_contain_text("34次")

    def test_a_figure_that_is_pointed_at_says_where_it_is_from(self):
        self.type({"gmv": "48312"}, "下播时")
        figure = self.on_numbers_tab("gmv")
        figure.hover()
        expect(figure).to_have_attribute("title", re.compile("口径：支付金额.*来源：手填「下播时」", re.DOTALL))
        # By the keyboard as well, and the focus stays where it was.
        figure.focus()
        figure.press("Enter")
        expect(figure.page.get_by_role("dialog", name="数字的来源")).to_contain_text("48,312")
        figure.press("Escape")
        expect(figure).to_be_focused()

    def type(self, values: dict[str, str], label: str) -> None:
        page = self.typist.page
        desk.goto(page, f"/show/{self.show}#numbers")
        page.get_by_role("button", name="手填").click()
        form = page.locator("form").filter(has=page.get_by_label("名称"))
        for metric, text in values.items():
            form.get_by_label(NAMES[metric]).fill(text)
        form.get_by_label("名称").fill(label)
        form.get_by_role("button", name="保存").click()
        expect(page.locator(".snapshot").filter(has_text=label)).to_have_count(1)

    def all_tell(self, values: dict[str, str], from_: dict[str, str]) -> None:
        for metric in NAMES:
            self.tells(self.on_numbers_tab(metric), values[metric], from_[metric])
        page = self.reader.page
        desk.goto(page, f"/room/{self.room}")
        self.look_at("目标回顾")
        for metric in NAMES:
            self.tells(self.cell(metric, 1), values[metric], from_[metric])
        self.look_at("横向对比")
        for metric in NAMES:
            self.tells(self.cell(metric, 0), values[metric], from_[metric])
        desk.goto(page, f"/room/{self.room}")
        page.get_by_role("list", name="复盘进程").get_by_role("button", name="写卡").click()
        self.open_evidence(page)
        for metric in EVIDENCE:
            row = page.locator(".key-numbers > div").filter(has=page.get_by_text(NAMES[metric], exact=True))
            self.tells(row.locator(".sourced"), values[metric], from_[metric])
        # The next show's review: this one is the last show, of which no log is followed.
        desk.goto(page, f"/room/{self.next_room}")
        self.look_at("横向对比")
        for metric in NAMES:
            self.tells(self.cell(metric, 1), values[metric], from_[metric])
        desk.goto(page, "/")
        row = page.locator(f".show-row:has(a[href='/show/{self.show}'])")
        for metric in ("watch_uv", "gmv"):
            cell = row.locator(".figure").filter(has_text={"watch_uv": "场观", "gmv": "成交"}[metric])
            self.tells(cell.locator(".sourced"), values[metric], from_[metric])

    def on_numbers_tab(self, metric: str) -> Locator:
        page = self.typist.page
        return page.locator(".goals").get_by_role("row").filter(
            has=page.get_by_role("rowheader", name=NAMES[metric], exact=True)
        ).locator(".actual .sourced")

    def cell(self, metric: str, column: int) -> Locator:
        page = self.reader.page
        row = page.locator(".numbers-table tbody tr").filter(has=page.get_by_text(NAMES[metric], exact=True))
        return row.locator("td.num").nth(column).locator(".sourced")

    def look_at(self, step: str) -> None:
        page = self.reader.page
        page.get_by_role("list", name="复盘进程").get_by_role("button", name="数据").click()
        page.get_by_role("group", name="数据").get_by_role("button", name=step).click()

    def open_evidence(self, page: Page) -> None:
        if not page.locator(".room-evidence").is_visible():
            page.get_by_role("button", name="证据").first.click()

    def tells(self, figure: Locator, value: str, label: str) -> None:
        expect(figure).to_have_text(value)
        self.assertIn(label, self.origin(figure))

    def origin(self, figure: Locator) -> str:
        """What a press on it tells."""
        figure.click()
        card = figure.page.get_by_role("dialog", name="数字的来源")
        expect(card).to_be_visible()
        text = card.inner_text().replace("\n", " ")
        figure.page.keyboard.press("Escape")
        expect(card).to_have_count(0)
        self.assertIn("定义第 1 版", text)
        return text

    def exports_tell(self, metric: str, value: str) -> None:
        """By way of a card that is tied to the number, and the solution that goes into the playbook."""
        others = desk.others
        others.send(self.room, "phase.move", {"phase": "collect"})
        card = desk.card("退款多")
        others.send(self.room, "issue.link", {"issue": card["id"], "show": self.show, "metric": metric})
        for phase in ("vote", "solve"):
            others.send(self.room, "phase.move", {"phase": phase})
        solution = desk.solution("先发样品", issues=[card["id"]])
        others.send(self.room, "solution.promote", {"solution": solution["id"], "title": "先发样品"})
        others.follow_playbook()
        others.record(others.playbook, "entry", title="先发样品")
        page = self.reader.page
        desk.goto(page, "/playbook")
        entry = page.get_by_role("article").filter(has_text="先发样品").locator(".sourced")
        expect(entry).to_contain_text(f"提出时：{value}")
        self.assertIn("提出办法时", self.origin(entry))
        session = others.lead.session
        for kind in ("md", "csv"):
            told = session.get(f"/api/playbook.{kind}").body.decode("utf-8-sig")
            self.assertIn(f"{NAMES[metric]} 提出时：{value}", told.replace("\\", ""))


if __name__ == "__main__":
    unittest.main(verbosity=2)
