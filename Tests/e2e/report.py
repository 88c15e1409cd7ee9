"""A closed review's report: sent as text, as a picture and by a link, and what it was worth, told of nobody."""

import json
import os
import pathlib
import re
import unittest

from playwright.sync_api import Page, expect

from Tests.e2e.browser import Camera
from Tests.e2e.desk import Desk
from Tests.e2e.server import HOME
from Tests.e2e.session import Session

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
desk = Desk("host", "floor", "backstage", "private")
setUpModule, tearDownModule = desk.open, desk.close


class Report(unittest.TestCase):
    def reviewed(self) -> None:
        """Two cards, one of them anonymous, with votes; a solution; closed."""
        desk.new_room("collect")
        desk.others.send(desk.show, "goal.set", {"metric": "gmv", "value": 228_000})
        desk.others.send(desk.show, "snapshot.take", {"values": {"gmv": 231_200, "avg_online": 356}})
        self.card = desk.card("四号链接挂错五分钟", by="host", offset=7080)
        self.secret = desk.card("排班太满，没人顶", by="floor", role="floor", anonymous=True)
        desk.others.send(desk.room, "cards.reveal", {})
        desk.others.move("vote")
        for voter, votes in (("host", 2), ("floor", 1)):
            desk.others.send(desk.room, "vote.set", {"issue": self.card["id"], "votes": votes}, by=voter)
        desk.others.move("solve")
        self.solution = desk.solution(
            "双人核价，有事打 13812345678", by="host", issues=[self.card["id"]], owner="backstage", due="下一场"
        )
        desk.others.send(desk.room, "solution.choose", {"solution": self.solution["id"], "chosen": True})
        desk.others.move("closed")

    def at_report(self, page: Page) -> None:
        desk.at_room(page)
        expect(page.locator(".report-sheet")).to_be_visible()

    def test_everyone_sees_what_was_decided_and_copies_it_as_text(self):
        self.reviewed()
        person = desk.person("看报告", "floor")
        person.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.at_report(person.page)
        sheet = person.page.locator(".report-sheet")
        expect(sheet.locator(".decisions li")).to_have_count(1)
        expect(sheet.locator(".decisions li")).to_contain_text("双人核价")
        expect(sheet.locator(".decisions li")).to_contain_text("3 票")
        expect(sheet.locator(".top li")).to_have_count(1)
        expect(sheet.locator(".top li")).to_contain_text("1:58:00")
        expect(sheet).to_contain_text("▲ +1.4%")
        person.page.get_by_role("button", name="复制文字").click()
        expect(person.page.get_by_role("button", name="已复制")).to_be_visible()
        text = person.page.evaluate("navigator.clipboard.readText()")
        self.assertIn("## 定下 1 条办法", text)
        self.assertIn("1. 双人核价", text)
        # Nobody but a lead and the facilitator makes links.
        expect(person.page.get_by_role("button", name="做个链接")).to_have_count(0)
        with self.assertRaisesRegex(Exception, "^403"):
            desk.others.member("floor").session.post("/api/shares", {"log": desk.room, "days": 7})
        self.assertEqual([], person.problems)

    def test_what_was_proposed_alone_is_called_undecided_and_what_was_put_off_stands_by_itself(self):
        self.reviewed()
        desk.others.move("solve")
        desk.solution("换个人核价", by="floor", issues=[self.card["id"]], owner="floor")
        desk.others.send(desk.room, "solution.choose", {"solution": self.solution["id"], "chosen": False})
        desk.others.send(desk.room, "issue.mark", {"issue": self.secret["id"], "state": "parked"})
        desk.others.move("closed")
        lead = desk.person("没定", lead=True)
        self.at_report(lead.page)
        sheet = lead.page.locator(".report-sheet")
        expect(sheet).to_contain_text("没有定下办法。")
        expect(sheet.locator(".decisions li")).to_have_count(0)
        expect(sheet.locator(".proposed li")).to_have_count(2)
        expect(sheet.locator(".parked li")).to_contain_text("排班太满")
        expect(lead.page.locator(".card.time")).to_contain_text("谈了 2 张")
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        camera = Camera(SCREENSHOTS)
        camera.look(lead.page, "report-undecided")
        self.assertEqual([], camera.violations)
        made = desk.others.lead.session.post("/api/shares", {"log": desk.room, "days": 1}).json
        told = Session(desk.address).post("/api/report", {"token": made["link"].split("#")[1]}).json
        self.assertEqual([[], 2, 1], [told["decisions"], len(told["proposed"]), len(told["parked"])])
        self.assertNotIn("13812345678", json.dumps(told, ensure_ascii=False))
        self.assertEqual([], lead.problems)

    def test_a_picture_of_it_is_saved_and_is_no_larger_than_a_megabyte(self):
        self.reviewed()
        person = desk.person("存图", "floor")
        self.at_report(person.page)
        with person.page.expect_download() as download:
            person.page.get_by_role("button", name="存成图片").click()
        path = download.value.path()
        bytes_ = path.read_bytes()
        self.assertEqual(b"\x89PNG", bytes_[:4])
        self.assertEqual((1080, 1440), (int.from_bytes(bytes_[16:20]), int.from_bytes(bytes_[20:24])))
        self.assertLess(len(bytes_), 1_000_000)
        self.assertGreater(len(bytes_), 10_000)
        self.assertEqual([], person.problems)

    def test_a_link_opens_without_an_account_shows_what_is_erased_as_erased_and_is_taken_back_at_once(self):
        self.reviewed()
        lead = desk.person("做链接", lead=True)
        self.at_report(lead.page)
        lead.page.get_by_role("button", name="做个链接").click()
        link = lead.page.get_by_role("textbox", name=re.compile("链接")).input_value()
        self.assertRegex(link, r"/report#[\w-]{43}$")
        stranger = desk.browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
        page = stranger.new_page()
        lines = []
        page.on("websocket", lambda socket: lines.append(socket.url))
        page.goto(link)
        sheet = page.locator(".report-sheet")
        expect(sheet.locator(".decisions li")).to_contain_text("双人核价")
        expect(page.locator("body")).not_to_contain_text("13812345678")
        self.assertEqual([], lines)

        desk.others.send(desk.room, "issue.erase", {"issue": self.card["id"], "reason": "客户要求"})
        page.reload()
        expect(sheet.locator(".top li")).to_contain_text("客户要求")
        expect(page.locator("body")).not_to_contain_text("四号链接")

        desk.others.move("solve")
        page.reload()
        expect(page.get_by_text("这场复盘又打开了")).to_be_visible()
        expect(page.locator("body")).not_to_contain_text("双人核价")
        desk.others.move("closed")

        lead.page.get_by_role("button", name="撤回").first.click()
        lead.page.get_by_role("alertdialog").get_by_role("button", name="撤回").click()
        expect(lead.page.get_by_role("list", name="还能打开的链接")).to_have_count(0)
        page.reload()
        expect(page.get_by_text("链接失效了")).to_be_visible()
        stranger.close()
        self.assertEqual([], lead.problems)

    def test_by_a_link_nobody_is_named_and_no_id_of_a_member_is_told(self):
        self.reviewed()
        made = desk.others.lead.session.post("/api/shares", {"log": desk.room, "days": 1}).json
        token = made["link"].split("#")[1]
        told = Session(desk.address).post("/api/report", {"token": token}).json
        text = json.dumps(told, ensure_ascii=False)
        for member in desk.others.records(desk.others.directory, "member").values():
            self.assertNotIn(member["id"], text)
        self.assertNotIn("领队", text)
        self.assertNotIn(desk.room, text)
        self.assertNotIn("排班太满", text)

    def test_whoever_tries_tokens_is_told_nothing_and_soon_to_wait(self):
        stranger = Session(desk.address)
        codes = []
        for _ in range(70):
            try:
                stranger.post("/api/report", {"token": "x" * 43})
            except Exception as refused:
                codes.append(str(refused)[:3])
        self.assertEqual({"404", "429"}, set(codes))

    def test_what_it_was_worth_is_answered_by_one_tap_and_its_mean_waits_for_enough(self):
        self.reviewed()
        person = desk.person("打分", "host")
        self.at_report(person.page)
        scores = person.page.get_by_role("group", name="这场复盘值不值")
        scores.get_by_role("button", name="4 分").click()
        expect(scores.get_by_role("button", name="4 分")).to_have_attribute("aria-pressed", "true")
        expect(person.page.get_by_text("不记名 · 1 人答了")).to_be_visible()
        expect(person.page.get_by_text(re.compile("满 5 人答了才看得到"))).to_be_visible()
        for name, score in (("host", 5), ("floor", 5), ("backstage", 3), ("private", 3)):
            desk.others.send(desk.room, "worth.set", {"score": score}, by=name)
        # Three took part and have answered; later ones count three at a time.
        expect(person.page.get_by_text("平均 4.7 分").first).to_be_visible()
        expect(person.page.get_by_text("按其中 3 份算")).to_be_visible()
        desk.others.send(desk.room, "worth.set", {"score": 3})
        expect(person.page.get_by_text("平均 3.8 分").first).to_be_visible()
        expect(person.page.get_by_text("按其中")).to_have_count(0)
        for name in ("host", "floor"):
            told = desk.others.records(desk.room, "worth", by=name)
            self.assertEqual([desk.others.member(name).me["member"]], list(told))
        self.assertEqual([], person.problems)

    def test_it_goes_to_a_chat_group_short_and_keys_copy_and_print_it(self):
        self.reviewed()
        lead = desk.person("发群", lead=True)
        lead.context.grant_permissions(["clipboard-read", "clipboard-write"])
        lead.page.add_init_script("window.print = () => (window.prints = (window.prints ?? 0) + 1)")
        self.at_report(lead.page)
        send = lead.page.get_by_role("button", name="发到群")
        lead.page.evaluate("navigator.share = undefined")
        send.click()
        expect(lead.page.get_by_role("button", name="复制好了，去群里粘贴")).to_be_visible()
        told = lead.page.evaluate("navigator.clipboard.readText()")
        self.assertIn("【复盘】", told)
        self.assertIn("1. 双人核价", told)
        self.assertNotIn("#", told)
        # With a link that was just made, it is in the words; by the device's own way where there is one.
        lead.page.get_by_role("button", name="做个链接").click()
        expect(lead.page.get_by_role("textbox", name=re.compile("链接"))).to_be_visible()
        lead.page.evaluate("navigator.share = async (what) => { window.shared = what; }")
        expect(send).to_be_visible()
        send.click()
        expect(lead.page.get_by_role("button", name="交出去了")).to_be_visible()
        self.assertRegex(lead.page.evaluate("window.shared.text"), r"看报告：http\S+/report#[\w-]{43}$")
        lead.page.locator("h1").first.click()
        lead.page.keyboard.press("c")
        expect(lead.page.get_by_role("button", name="已复制")).to_be_visible()
        self.assertIn("## 定下 1 条办法", lead.page.evaluate("navigator.clipboard.readText()"))
        lead.page.keyboard.press("p")
        self.assertEqual(1, lead.page.evaluate("window.prints"))
        lead.page.keyboard.press("?")
        keys = lead.page.get_by_role("dialog", name="键盘")
        expect(keys).to_contain_text("打印报告")
        expect(keys).not_to_contain_text("投到墙上")
        self.assertEqual([], lead.problems)

    def test_how_the_last_reviews_went_stands_beside_it_with_a_table(self):
        self.reviewed()
        for name, score in (("lead", 4), ("host", 5), ("floor", 3), ("backstage", 4), ("private", 4)):
            desk.others.send(desk.room, "worth.set", {"score": score}, by=name)
        first = desk.room
        desk.others.await_(desk.others.house.review_again("第二场"))
        for phase in ("collect", "solve", "closed"):
            desk.others.move(phase)
        person = desk.person("看走势", "host")
        self.at_report(person.page)
        card = person.page.locator(".card.past-reviews")
        expect(card.get_by_role("heading", name=re.compile("这几场怎么样"))).to_be_visible()
        expect(card).to_contain_text("前 1 场中位 4 分")
        card.get_by_text("看每一场").click()
        rows = card.get_by_role("table").get_by_role("row")
        expect(rows).to_have_count(3)
        expect(rows.nth(1)).to_contain_text("这场")
        expect(rows.nth(2).get_by_role("link")).to_have_attribute("href", f"/room/{first}")
        expect(rows.nth(2)).to_contain_text("平均 4 分")
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        camera = Camera(SCREENSHOTS)
        camera.look(person.page, "report-trend")
        self.assertEqual([], camera.violations)
        self.assertEqual([], person.problems)

    def test_its_page_is_looked_at_by_phone_and_laptop_dark_and_light(self):
        self.reviewed()
        lead = desk.person("看样子", lead=True)
        self.at_report(lead.page)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        camera = Camera(SCREENSHOTS)
        camera.look(lead.page, "report")
        made = desk.others.lead.session.post("/api/shares", {"log": desk.room, "days": 1}).json
        lead.page.goto(desk.address + made["link"])
        expect(lead.page.locator(".report-sheet")).to_be_visible()
        camera.look(lead.page, "report-by-link")
        self.assertEqual([], camera.violations)


if __name__ == "__main__":
    unittest.main(verbosity=2)
