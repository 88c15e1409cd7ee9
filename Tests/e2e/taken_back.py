"""What came in by mistake is taken back as one, a file, a series or a show, and brought back; nothing is destroyed."""

import datetime
import itertools
import os
import pathlib
import re
import unittest

from playwright.sync_api import Locator, Page, expect

from Tests.e2e import samples
from Tests.e2e.browser import Camera
from Tests.e2e.desk import Desk
from Tests.e2e.server import HOME, temporary_folder

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
NUMBERS = itertools.count(1)
desk = Desk("private", "operations")
setUpModule, tearDownModule = desk.open, desk.close

LIST = """直播主题,开播时间,结束时间,成交金额
围巾专场,2026-03-02 20:00:00,2026-03-02 22:00:00,1000
手套专场,2026-03-03 20:00:00,2026-03-03 22:00:00,2000
袜子专场,2026-03-04 20:00:00,2026-03-04 22:00:00,3000
"""


def bring(name: str, content: bytes, **target: str) -> str:
    """Agreed to as it is read; answers the id of the file."""
    lead = desk.others.lead.session
    seen = lead.preview_file(content, {"name": name}, **target)
    kinds = [part["kind"] for part in seen["parts"]]
    answers = {str(show["row"]): "new" for part in seen["parts"] for show in part.get("shows", []) if show["match"] == "ask"}
    line = {"name": name, "state": seen["state"], "kinds": kinds, "skipBad": True, "answers": answers}
    return lead.store_file(content, line, **target)["file"]


class TakenBack(unittest.TestCase):
    def setUp(self):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.camera = Camera(SCREENSHOTS)
        desk.new_room()
        # A name of its own: tests share the lobby.
        self.channel = desk.others.record(desk.others.directory, "show", id=desk.show)["channel"]
        self.name = f"直播间{next(NUMBERS)}"
        desk.others.send(desk.others.directory, "channel.rename", {"channel": self.channel, "name": self.name})

    def tearDown(self):
        self.assertEqual([], self.camera.violations)

    def test_a_file_goes_with_all_that_it_brought_and_comes_back_with_it(self):
        desk.others.send(desk.show, "goal.set", {"metric": "gmv", "value": 1000})
        bring("目标.csv", "指标,目标值\n成交金额,2000\n观看人数,300\n".encode(), log=desk.show)
        now = datetime.datetime.now(samples.ZONE).strftime("%Y-%m-%d %H:%M:%S")
        bring("群里的问题.csv", f"时间,问题\n{now},有 XL 吗\n{now},几时发货\n".encode(), log=desk.show)
        here, there = desk.person("撤文件", "operations"), desk.person("看问题", "private")
        for person, tab in ((here, "numbers"), (there, "questions")):
            desk.at_show(person.page, tab)
        asked = there.page.get_by_text("有 XL 吗")
        expect(asked).to_be_visible()
        goals, questions = (self.row(here.page, name) for name in ("目标.csv", "群里的问题.csv"))
        expect(goals).to_contain_text("2 个目标")
        expect(questions).to_contain_text("2 条提问")
        questions.get_by_role("button", name="撤回").click()
        expect(asked).to_be_hidden()
        goals.get_by_role("button", name="撤回").click()
        expect(goals).to_contain_text("已撤回")
        goal = here.page.get_by_role("row")
        expect(goal.filter(has_text="成交金额")).to_contain_text("1000")
        expect(goal.filter(has_text="场观")).to_have_count(0)
        self.camera.look(here.page, "files")
        questions.get_by_role("button", name="恢复").click()
        expect(asked).to_be_visible()
        goals.get_by_role("button", name="恢复").click()
        expect(goal.filter(has_text="成交金额")).to_contain_text("2000")
        self.assertEqual([], here.problems + there.problems)

    def test_a_newer_series_is_taken_back_and_the_one_before_is_drawn_again(self):
        with temporary_folder() as folder:
            trend = samples.Today(folder).path("channels-trend.csv").read_text(encoding="utf-8-sig")
        shorter = "\n".join(trend.splitlines()[:101])
        for text in (trend, shorter):
            desk.others.lead.session.import_file("trend", text.encode(), log=desk.show)
        page = desk.person("撤曲线", "backstage").page
        desk.at_show(page, "numbers")
        card, aside = page.locator(".card.series"), page.get_by_text(re.compile("^搁置的分钟数据"))
        expect(card).to_have_count(1)
        expect(card).to_contain_text("100 分钟")
        expect(aside).to_have_text("搁置的分钟数据（1）")
        aside.click()
        expect(page.get_by_text("已被更新的替换")).to_be_visible()
        self.camera.look(page, "series-aside")
        card.get_by_role("button", name="撤回").click()
        expect(card).to_have_count(1)
        expect(card).to_contain_text("254 分钟")
        expect(page.get_by_text("已撤回", exact=True)).to_be_visible()
        page.locator(".brought", has_text="已撤回").get_by_role("button", name="恢复").click()
        expect(card).to_contain_text("100 分钟")

    def test_a_show_with_a_room_asks_for_its_title_leaves_every_list_and_is_found_among_what_was_removed(self):
        desk.others.send(desk.show, "question.log", {"text": "有 XL 吗"})
        here, there = desk.person("移场次", "operations", phone=True), desk.person("看场次", "host")
        section = [self.section(person.page) for person in (here, there)]
        for one in section:
            expect(one.locator(".show-row")).to_have_count(1)
        expect(section[1].get_by_role("button", name=re.compile("^移除"))).to_have_count(0)
        section[0].get_by_role("button", name="移除「羊绒专场」").click()
        dialog = here.page.get_by_role("dialog", name="移除场次")
        expect(dialog).to_contain_text("1 条提问、1 间复盘室（0 张卡片）")
        press = dialog.get_by_role("button", name="移除场次")
        dialog.get_by_label("输入标题「羊绒专场」确认").fill("羊绒")
        press.click()
        expect(dialog.get_by_role("alert")).to_have_text("和这一场的标题不一样。")
        dialog.get_by_label("输入标题「羊绒专场」确认").fill("羊绒专场")
        self.camera.look(here.page, "removing")
        press.click()
        expect(dialog).to_be_hidden()
        for one in section:
            expect(one.locator(".show-row")).to_have_count(0)
            expect(one.get_by_text("已移除 1 场")).to_be_visible()
        section[0].get_by_text("已移除 1 场").click()
        self.camera.look(here.page, "removed")
        desk.at_show(there.page)
        expect(there.page.get_by_text("这一场已移除")).to_be_visible()
        self.camera.look(there.page, "removed-show")
        there.page.get_by_role("link", name="返回").click()
        section[0].get_by_role("button", name="恢复 羊绒专场").click()
        for one in section:
            expect(one.locator(".show-row")).to_have_count(1)
        self.assertEqual([], here.problems + there.problems)

    def test_a_list_goes_with_the_shows_it_added_but_for_those_that_people_went_on_with(self):
        bring("三月.csv", LIST.encode(), channel=self.channel)
        page = desk.person("撤列表", "operations").page
        section = self.section(page)
        rows = section.locator(".show-row")
        expect(rows).to_have_count(4)
        asked = rows.filter(has_text="手套专场").get_by_role("link").first.get_attribute("href").rsplit("/", 1)[1]
        desk.others.await_(desk.others.lead.follow(asked))
        desk.others.send(asked, "question.log", {"text": "有 XL 吗"})
        section.get_by_role("button", name="导入过的列表").click()
        dialog = page.get_by_role("dialog", name="导入过的列表")
        file = self.row(page, "三月.csv")
        expect(file).to_contain_text("3 场，其中新增 3 场")
        expect(file).to_contain_text("其中 1 场已有提问或复盘室，会留下")
        file.get_by_role("button", name="撤回").click()
        expect(file).to_contain_text("2 场已移除，1 场有提问或复盘室，留下了")
        self.camera.look(page, "list-taken-back")
        dialog.get_by_role("button", name="关闭").first.click()
        expect(rows).to_have_count(2)
        expect(rows.filter(has_text="手套专场")).to_have_count(1)
        section.get_by_role("button", name="导入过的列表").click()
        file.get_by_role("button", name="恢复").click()
        expect(rows).to_have_count(4)

    def row(self, page: Page, name: str) -> Locator:
        return page.locator(".brought li", has_text=name)

    def section(self, page: Page) -> Locator:
        return page.get_by_role("region", name=self.name, exact=True)


if __name__ == "__main__":
    unittest.main(verbosity=2)
