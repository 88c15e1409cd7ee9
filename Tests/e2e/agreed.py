"""What was agreed comes back: the next room of the channel asks for it before it goes on."""

import datetime
import os
import pathlib
import re
import unittest

from playwright.sync_api import Page, expect

from Tests.e2e.browser import Camera
from Tests.e2e.desk import Desk
from Tests.e2e.server import HOME

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
desk = Desk("host", "operations")
setUpModule, tearDownModule = desk.open, desk.close


class Agreed(unittest.TestCase):
    def test_an_action_agreed_in_the_first_room_is_not_yet_done_in_the_second_and_done_in_the_third(self):
        desk.new_room("solve")
        desk.solution("尺码表做成图，开播前发")
        lead = desk.person("阿青", "operations", lead=True)
        desk.goto(lead.page, f"/room/{desk.room}")
        lead.page.get_by_role("button", name="定成待办").first.click()
        dialog = lead.page.get_by_role("dialog", name="定成待办")
        for label in ("做什么", "什么时候", "负责岗位"):
            expect(dialog.get_by_text(label, exact=True)).to_be_visible()
        dialog.get_by_role("radio", name="中控").click()
        self.assertStandsOut(dialog.get_by_role("radio", name="中控"), dialog.get_by_role("radio", name="场控"))
        dialog.get_by_role("button", name="下一场").click()
        self.assertStandsOut(dialog.get_by_role("button", name="下一场"), dialog.get_by_role("button", name="不定"))
        dialog.get_by_role("button", name="定成待办").click()
        expect(lead.page.locator(".made-action")).to_contain_text("下一场")
        expect(lead.page.get_by_role("button", name="再定一件")).to_be_visible()
        expect(lead.page.get_by_role("button", name="定成待办")).to_have_count(0)

        second = self.another_room("第二场")
        desk.goto(lead.page, f"/room/{second}")
        row = self.row(lead.page)
        expect(lead.page.get_by_role("button", name="还有 1 件没答，先进直播")).to_be_visible()
        row.get_by_role("button", name="未做").click()
        expect(row).to_contain_text("未做")
        expect(row).to_contain_text("代答")
        lead.page.get_by_role("button", name="下一步：直播").click()
        expect(lead.page.get_by_role("button", name="下一步：数据")).to_be_visible()

        third = self.another_room("第三场")
        desk.goto(lead.page, f"/room/{third}")
        row = self.row(lead.page)
        expect(row).to_contain_text("已顺延 1 次")
        lead.page.get_by_role("button", name="还有 1 件没答，先进直播").click()
        asked = lead.page.get_by_role("dialog", name="还有 1 件没答")
        asked.get_by_role("button", name="回去答").click()
        row.get_by_role("button", name="完成").click()
        expect(row).to_contain_text("完成")
        lead.page.get_by_role("button", name="下一步：直播").click()
        desk.goto(lead.page, "/actions")
        lead.page.get_by_role("button", name="做过的").click()
        self.assertStandsOut(
            lead.page.get_by_role("button", name="做过的"), lead.page.get_by_role("button", name="我的"))
        expect(lead.page.get_by_text("尺码表做成图，开播前发")).to_be_visible()
        self.assertEqual([], lead.problems)

    def test_the_third_not_yet_asks_why(self):
        desk.new_room()
        desk.others.send(
            self.channel(), "action.add", {"text": "样衣提前挂好", "owner": "floor", "due": {"next": True}})
        rooms = [desk.room, self.another_room("二"), self.another_room("三")]
        host = desk.person("小场", "floor", phone=True)
        for room in rooms[:2]:
            desk.goto(host.page, f"/room/{room}")
            self.row(host.page, "样衣提前挂好").get_by_role("button", name="未做").click()
            expect(self.row(host.page, "样衣提前挂好")).to_contain_text("未做")
        desk.goto(host.page, f"/room/{rooms[2]}")
        row = self.row(host.page, "样衣提前挂好")
        row.get_by_role("button", name="未做").click()
        expect(row).to_contain_text("第 3 次没做")
        row.get_by_role("radio", name="没有人手").click()
        expect(row.get_by_label("原因", exact=True)).to_have_value("没有人手")
        row.get_by_role("button", name="保存").click()
        expect(row).to_contain_text("没有人手")
        self.assertEqual([], host.problems)

    def test_whoever_steers_puts_off_what_nobody_answers_and_hears_of_it_once_more_at_the_end(self):
        desk.new_room()
        desk.others.send(
            self.channel(), "action.add", {"text": "补拍主图", "owner": "floor", "due": {"next": True}})
        lead = desk.person("阿梅", "operations", lead=True)
        desk.at_room(lead.page)
        lead.page.get_by_role("button", name="还有 1 件没答，先进直播").click()
        lead.page.get_by_role("dialog").get_by_role("button", name="以后再答").click()
        expect(lead.page.get_by_role("button", name="下一步：数据")).to_be_visible()
        desk.others.move("solve")
        lead.page.get_by_role("button", name=re.compile("还有 1 件没答")).click()
        expect(lead.page.get_by_role("dialog")).to_contain_text("补拍主图")
        lead.page.get_by_role("dialog").get_by_role("button", name="以后再答").click()
        expect(lead.page.get_by_text("复盘完成")).to_be_visible()
        self.assertEqual([], lead.problems)

    def test_its_dates_say_what_they_are_and_the_phase_names_answering_until_all_is_answered(self):
        desk.new_room()
        due = {"day": datetime.date.today().isoformat()}
        desk.others.send(self.channel(), "action.add", {"text": "样衣提前挂好", "owner": "floor", "due": due})
        person = desk.person("看日子", "floor")
        desk.goto(person.page, f"/room/{self.another_room('第二场')}")
        row = self.row(person.page, "样衣提前挂好")
        expect(row.locator(".agreed-about")).to_have_text(re.compile(r"到 \d+月\d+日.*月\d+日定下"))
        line = person.page.locator(".phase-line .hint")
        expect(line).to_contain_text("先答上次定下的事")
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        Camera(SCREENSHOTS).look(person.page, "agreed-dates")
        row.get_by_role("button", name="完成").click()
        expect(line).to_contain_text("先看今天看什么")
        self.assertEqual([], person.problems)

    def test_how_many_are_mine_is_told_at_the_first_sight_of_the_lobby(self):
        desk.new_room()
        desk.others.send(self.channel(), "action.add", {"text": "样衣提前挂好", "owner": "floor", "due": {"next": True}})
        person = desk.person("看得见", "floor")
        # Whatever came later is fetched once the page is touched, or has stood for a while.
        person.page.clock.install()
        desk.goto(person.page, "/")
        expect(person.page.get_by_role("link", name=re.compile(r"我的 \d+ 件")).first).to_be_visible()
        self.assertEqual([], person.problems)

    def test_more_than_one_command_takes_are_put_off_with_one_press(self):
        desk.new_room()
        log = self.channel()
        desk.others.send_all([
            (log, "action.add", {"text": f"补拍{n}", "owner": "floor", "due": {"next": True}}) for n in range(201)])
        lead = desk.person("阿多", "operations", lead=True)
        desk.at_room(lead.page)
        lead.page.get_by_role("button", name=re.compile("^还有 20[0-9] 件没答")).click()
        lead.page.get_by_role("dialog").get_by_role("button", name="以后再答").click()
        expect(lead.page.get_by_role("button", name="下一步：数据")).to_be_visible()
        self.assertEqual([], lead.problems)
        # Later rooms of the channel are to be asked for their own.
        desk.others.await_(desk.others.lead.follow(log))
        desk.others.send_all([
            (log, "action.set", {"action": one["id"], "state": "done"})
            for one in desk.others.records(log, "action").values() if one["text"].startswith("补拍")])

    def test_the_list_adds_ticks_and_takes_back(self):
        desk.new_room()
        person = desk.person("小卓", "backstage")
        desk.goto(person.page, "/actions")
        bar = person.page.get_by_role("banner")
        expect(bar.get_by_role("button", name="搜索")).to_be_visible()
        bar.get_by_role("button", name="菜单").click()
        expect(bar.get_by_role("button", name="退出登录")).to_be_visible()
        person.page.keyboard.press("Escape")
        box = person.page.get_by_role("textbox", name="加一件待办")
        expect(box).to_be_visible()
        person.page.keyboard.press("n")
        expect(box).to_be_focused()
        box.fill("核价再上架 @主播 下一场")
        box.press("Enter")
        row = person.page.locator(".action", has_text="核价再上架")
        expect(row).to_contain_text("下一场")
        expect(row).to_contain_text("主播")
        row.get_by_role("checkbox").click()
        expect(row.get_by_role("checkbox")).to_have_attribute("aria-checked", "mixed")
        row.get_by_role("checkbox").click()
        expect(row.get_by_role("checkbox")).to_have_attribute("aria-checked", "true")
        row.get_by_role("button", name="撤销").click()
        expect(row.get_by_role("checkbox")).to_have_attribute("aria-checked", "false")
        row.get_by_role("button", name="改这件待办").click()
        sheet = person.page.get_by_role("dialog", name="待办")
        sheet.get_by_label("为什么放弃").fill("换供应商了")
        sheet.get_by_role("button", name="放弃").click()
        expect(row).to_contain_text("换供应商了")
        self.assertEqual([], person.problems)

    def test_what_a_line_is_taken_for_stands_under_it_before_it_is_added(self):
        desk.new_room()
        person = desk.person("小尺", "backstage")
        desk.goto(person.page, "/actions")
        box = person.page.get_by_role("textbox", name="加一件待办")
        told = person.page.locator(".actions-understood")
        box.fill("补拍主图")
        expect(told).to_have_text("小尺 · 没有期限")
        box.fill("补拍主图 @主播 3天后")
        expect(told).to_contain_text("主播 · 到 ")
        box.fill("补拍主图 @不认识 下一场")
        expect(told).to_contain_text("小尺 · 到 下一场")
        expect(told).to_contain_text("没看懂 @不认识")
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        camera = Camera(SCREENSHOTS)
        camera.look(person.page, "actions-line")
        self.assertEqual([], camera.violations)
        box.fill("补拍主图 @主播 3天后")
        box.press("Enter")
        row = person.page.locator(".action", has_text="补拍主图")
        expect(row).to_contain_text("主播")
        expect(row).not_to_contain_text("3天后")
        expect(told).to_have_text("")
        self.assertEqual([], person.problems)

    def test_what_is_said_of_an_action_is_counted_in_the_list_and_read_where_it_is_opened(self):
        desk.new_room()
        desk.others.send(self.channel(), "action.add", {"text": "问供应商", "owner": "backstage"})
        author, reader = desk.person("小播", "host"), desk.person("小后", "backstage", phone=True)
        desk.goto(author.page, "/actions")
        row = author.page.locator(".action", has_text="问供应商")
        row.get_by_role("button", name="改这件待办").click()
        sheet = author.page.get_by_role("dialog", name="待办")
        field = sheet.get_by_role("textbox", name="说一句")
        field.fill("**周三**回话")
        field.press("Enter")
        said = sheet.get_by_role("region", name="讨论").get_by_role("listitem")
        expect(said.locator("strong, b").filter(has_text="周三")).to_be_visible()
        said.get_by_role("button", name="修改").click()
        sheet.get_by_role("textbox", name="改评论").fill("周四回话")
        sheet.get_by_role("button", name="保存").last.click()
        expect(said).to_contain_text("改过")

        desk.goto(reader.page, "/actions")
        seen = reader.page.locator(".action", has_text="问供应商")
        expect(seen.get_by_label("1 条评论")).to_be_visible()
        seen.get_by_role("button", name="改这件待办").click()
        read = reader.page.get_by_role("dialog", name="待办").get_by_role("region", name="讨论")
        expect(read).to_contain_text("小播")
        expect(read).to_contain_text("周四回话")
        expect(read.get_by_role("button", name="撤回评论")).to_have_count(0)

        desk.goto(reader.page, f"/actions?said={self.action('问供应商')}")
        expect(read).to_contain_text("周四回话")

        said.get_by_role("button", name="撤回评论").click()
        expect(said).to_have_count(0)
        expect(read).to_contain_text("还没有人说话")
        sheet.get_by_role("button", name="撤销").click()
        expect(said).to_contain_text("周四回话")
        expect(read).to_contain_text("周四回话")
        self.assertEqual([], author.problems + reader.problems)

    def test_what_is_said_of_an_action_that_is_erased_is_in_no_table_and_not_found(self):
        desk.new_room()
        words = "她说面膜用了过敏住院"
        desk.others.send(self.channel(), "action.add", {"text": "回电话", "owner": "private"})
        action = self.action("回电话")
        desk.others.send(self.channel(), "action.comment", {"action": action, "text": words}, by="host")
        log = self.channel()
        [said] = self.said(action)
        desk.others.send(log, "comment.edit", {"comment": said["id"], "text": f"{words}，急"}, by="host")
        self.assertGreater(desk.database.dump().count(words), 1)
        desk.others.send(log, "action.erase", {"action": action, "reason": "用户要求"})
        self.assertEqual([""], [one["text"] for one in self.said(action)])
        dump = desk.database.dump()
        self.assertNotIn(words, dump)
        self.assertNotIn(words.encode().hex(), dump)
        self.assertEqual(0, desk.others.lead.session.post("/api/search", {"q": "面膜"}).json["total"])

    def test_the_list_an_opened_action_and_what_is_prepared_are_whole_for_everyone(self):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        camera = Camera(SCREENSHOTS)
        desk.new_room()
        for text, owner, due in (("主推爆品提前热身", "operations", {"next": True}), ("样衣提前挂好", "floor", None)):
            desk.others.send(
                self.channel(), "action.add", {"text": text, "owner": owner, **({"due": due} if due else {})})
        action = self.action("样衣提前挂好")
        desk.others.send(self.channel(), "action.comment", {"action": action, "text": "**下周**才有衣架"})
        for metric, value in (("gmv", 228_000), ("watch_uv", 11_500)):
            desk.others.send(desk.show, "goal.set", {"metric": metric, "value": value})
        lead = desk.person("阿岚", "operations", lead=True)
        desk.goto(lead.page, "/actions")
        expect(lead.page.get_by_label("1 条评论").first).to_be_visible()
        expect(lead.page.get_by_role("banner").get_by_role("link", name=re.compile("^待办 我的 [1-9]"))).to_be_visible()
        camera.look(lead.page, "actions")
        lead.page.locator(f"[data-action='{action}']").get_by_role("button", name="改这件待办").click()
        expect(lead.page.get_by_role("dialog").get_by_text("才有衣架")).to_be_visible()
        camera.look(lead.page, "action-opened")
        desk.at_room(lead.page)
        prepared = lead.page.get_by_role("region", name="数据齐了吗")
        expect(prepared.get_by_text("还差 4 样")).to_be_visible()
        expect(prepared.get_by_role("link", name="去补单场总览")).to_have_attribute(
            "href", f"/show/{desk.show}#numbers")
        goals = lead.page.get_by_role("region", name="目标")
        expect(goals.get_by_role("row")).to_have_count(3)
        expect(goals).to_contain_text("22.8万")
        camera.look(lead.page, "room-prepare")
        self.assertEqual([], camera.violations)
        self.assertEqual([], lead.problems)

    def row(self, page: Page, text: str = "尺码表做成图"):
        return page.get_by_role("region", name=re.compile("^(上次定下|说好要做)的事$")).get_by_role("listitem").filter(has_text=text)

    def assertStandsOut(self, chosen, other):
        ground = "node => getComputedStyle(node).backgroundColor"
        other.page.mouse.move(0, 0)
        expect(chosen.and_(other.page.locator("[aria-pressed=true], [aria-checked=true]"))).to_be_visible()
        self.assertNotEqual(chosen.evaluate(ground), other.evaluate(ground))

    def action(self, text: str) -> str:
        """The newest of those words."""
        channels = desk.others.lead.session.get("/api/actions").json["channels"]
        return max((one for told in channels for one in told["actions"] if one["text"] == text), key=lambda one: one["at"])["id"]

    def said(self, action: str) -> list[dict]:
        path = f"/api/action?log={self.channel()}&action={action}"
        return desk.others.lead.session.get(path).json["comments"]

    def channel(self) -> str:
        listed = desk.others.record(desk.others.directory, "show", id=desk.show)
        return desk.others.record(desk.others.directory, "channel", id=listed["channel"])["log"]

    def another_room(self, title: str) -> str:
        desk.others.await_(desk.others.house.review_again(title))
        return desk.room


if __name__ == "__main__":
    unittest.main(verbosity=2)
