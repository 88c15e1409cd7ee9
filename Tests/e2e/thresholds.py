"""Each channel's log lists its shows and rooms and tells how far off its goals a number may be."""

import json
import re
import unittest

from playwright.sync_api import Locator, Page, expect

from Tests.e2e.desk import Desk

desk = Desk("host", "operations")
setUpModule, tearDownModule = desk.open, desk.close


def new_channel(name: str, phase: str = "data") -> dict:
    """With a show that sold 85 of 100, and its room."""
    desk.new_room(phase)
    show = desk.others.record(desk.others.directory, "show", id=desk.show)
    desk.others.send(desk.others.directory, "channel.rename", {"channel": show["channel"], "name": name})
    desk.others.send(desk.show, "goal.set", {"metric": "gmv", "value": 100})
    desk.others.send(desk.show, "snapshot.take", {"values": {"gmv": 85}, "label": "下播时"})
    return desk.others.record(desk.others.directory, "channel", id=show["channel"], name=name)


class Thresholds(unittest.TestCase):
    def test_operations_set_them_and_the_colours_in_anothers_room_change_at_once(self):
        new_channel("针织")
        watching = desk.person("看着", "host").page
        desk.at_room(watching)
        table = watching.get_by_role("row", name=re.compile("成交金额"))
        expect(self.gap(table)).to_have_class(re.compile(r"\bamber\b"))
        expect(watching.get_by_text("1 项差 10%–30%")).to_be_visible()

        setting = desk.person("定线", "operations")
        form = self.opened(setting.page, "针织")
        form.get_by_label("黄线").fill("5")
        form.get_by_label("红线").fill("12")
        expect(form.get_by_text("比目标差不到 5% 是绿色，差 5%–12% 是黄色，差得比 12% 还多是红色。")).to_be_visible()
        form.get_by_role("button", name="保存").click()
        expect(form).to_be_hidden()
        expect(self.gap(table)).to_have_class(re.compile(r"\bred\b"))
        expect(watching.get_by_text("1 项差 12% 以上")).to_be_visible()
        # Of the lobby behind the settings, and of a page that is opened later, the same is true from the first sight on.
        row = setting.page.get_by_role("region", name="针织").get_by_role("listitem").filter(has_text="羊绒专场")
        expect(self.gap(row)).to_have_class(re.compile(r"\bred\b"))
        desk.at_show(setting.page, "numbers")
        expect(self.gap(setting.page.get_by_role("row", name=re.compile("成交金额")))).to_have_class(re.compile(r"\bred\b"))
        self.assertEqual([], setting.problems)

    def test_what_cannot_be_is_told_at_its_field_and_not_sent(self):
        new_channel("家居")
        person = desk.person("写反", "operations")
        form = self.opened(person.page, "家居")
        form.get_by_label("黄线").fill("40")
        form.get_by_role("button", name="保存").click()
        expect(form.get_by_label("红线")).to_have_attribute("aria-invalid", "true")
        expect(form.get_by_role("alert")).to_have_text("红线要大于黄线。")
        form.get_by_label("黄线").fill("0")
        expect(form.get_by_label("黄线")).to_have_attribute("aria-invalid", "true")
        expect(form.get_by_role("alert")).to_have_text("填 1–99 的整数。")
        form.get_by_role("button", name="取消").click()
        expect(self.summary(person.page, "家居")).to_contain_text("10–30%")

    def test_what_another_sets_while_the_form_is_open_is_told_and_followed_where_nothing_was_typed(self):
        channel = new_channel("箱包")
        person = desk.person("同时定线", "operations")
        form = self.opened(person.page, "箱包")
        form.get_by_label("黄线").fill("7")
        desk.others.send(channel["log"], "thresholds.set", {"near": 12, "far": 44})
        expect(form.get_by_text("刚被改成 12–44%")).to_be_visible()
        expect(form.get_by_label("红线")).to_have_value("44")
        expect(form.get_by_label("黄线")).to_have_value("7")
        # Half typed, it is there again after a reload, beside what is true by now.
        person.page.reload()
        form = self.opened(person.page, "箱包")
        expect(form.get_by_label("黄线")).to_have_value("7")
        expect(form.get_by_label("红线")).to_have_value("44")
        form.get_by_role("button", name="保存").click()
        summary = self.summary(person.page, "箱包")
        expect(summary).to_contain_text("7–44%")
        self.stands(person.page, "箱包", "7–44%")
        self.assertEqual([], person.problems)

    def test_saved_without_a_line_it_stands_in_the_row_and_what_is_cancelled_is_never_sent(self):
        channel = new_channel("鞋靴")
        person = desk.person("断网定线", "operations")
        page = person.page
        form = self.opened(page, "鞋靴")
        person.loses_the_line()
        form.get_by_label("黄线").fill("9")
        form.get_by_role("button", name="保存").click()
        expect(form).to_be_hidden()
        expect(self.summary(page, "鞋靴")).to_contain_text("9–30%")
        setting = self.setting(page, "鞋靴")
        expect(setting.get_by_text("等待联网")).to_be_visible()
        self.summary(page, "鞋靴").click()
        form.get_by_label("红线").fill("88")
        form.get_by_role("button", name="取消").click()
        expect(self.summary(page, "鞋靴")).to_contain_text("9–30%")
        person.finds_the_line()
        expect(setting.get_by_text("等待联网")).to_be_hidden()
        self.stands(page, "鞋靴", "9–30%")

    def stands(self, page: Page, channel: str, words: str) -> None:
        """It is stored, and not on its way."""
        expect(self.setting(page, channel).get_by_text("保存中")).to_have_count(0)
        page.reload()
        page.get_by_role("button", name="菜单").click()
        page.get_by_role("button", name="团队设置").click()
        expect(self.summary(page, channel)).to_contain_text(words)
        expect(self.setting(page, channel).locator(".state")).to_have_count(0)

    def setting(self, page: Page, channel: str) -> Locator:
        return page.locator(".channel-setting").filter(has=self.summary(page, channel))

    def summary(self, page: Page, channel: str) -> Locator:
        return page.get_by_role("button", name=re.compile(f"^「{channel}」的红绿灯"))

    def opened(self, page: Page, channel: str) -> Locator:
        page.get_by_role("button", name="菜单").click()
        page.get_by_role("button", name="团队设置").click()
        self.summary(page, channel).click()
        return page.get_by_role("form", name=f"「{channel}」的红绿灯")

    def gap(self, place: Locator) -> Locator:
        return place.locator(".gap").first


class TheLobby(unittest.TestCase):
    def test_asks_for_the_channels_logs_with_its_first_frame_and_lists_what_they_list(self):
        channel = new_channel("美妆", "collect")
        context = desk.person("再来", "host").context
        # A tab whose line nobody stands between.
        state = context.storage_state()
        page = desk.browser.new_page(locale="zh-CN", storage_state=state)
        addresses, sent, heard = [], [], []

        def listen(line) -> None:
            addresses.append(line.url)
            line.on("framesent", lambda text: sent.extend(json.loads(text)))
            line.on("framereceived", lambda text: heard.extend(json.loads(text)))

        page.on("websocket", listen)
        page.goto(desk.address + "/")
        section = page.get_by_role("region", name="美妆")
        rows = section.get_by_role("listitem").filter(has_text="羊绒专场")
        expect(rows).to_have_count(1)
        expect(rows.get_by_role("link", name=re.compile("^复盘"))).to_have_count(1)
        self.assertTrue(all(address.endswith("?lists=channels") for address in addresses), addresses)
        self.assertEqual("hello", sent[0]["t"])
        self.assertIn(channel["log"], [one["log"] for one in sent[0]["logs"]])
        self.assertEqual([], [one["log"] for one in sent if one["t"] == "sub" and one["log"] == channel["log"]])
        directory = [one for one in heard if one["t"] == "snap" and one["kind"] == "directory"]
        self.assertTrue(directory)
        self.assertFalse([kind for one in directory for kind in one["put"] if kind in ("show", "room")])
        page.context.close()

    def test_shows_what_both_the_directory_and_the_channel_tell_of_once(self):
        channel = new_channel("童装")
        page = desk.person("数一数", "host").page
        rows = page.get_by_role("region", name="童装").get_by_role("listitem")
        expect(rows).to_have_count(1)
        show = {"channel": channel["id"], "title": "新的一场", "startsAt": 1_900_000_000_000}
        desk.others.send(desk.others.directory, "show.schedule", show)
        expect(rows.filter(has_text="新的一场")).to_have_count(1)
        expect(rows).to_have_count(2)
        page.reload()
        expect(rows).to_have_count(2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
