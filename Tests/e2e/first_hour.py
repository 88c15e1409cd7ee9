"""A team's first hour on an empty server: the lead's link, a channel, a show, the team, its questions, the review."""

import os
import pathlib
import shutil
import unittest

from playwright.sync_api import expect

from Tests.e2e import samples
from Tests.e2e.browser import Camera, Person, chromium
from Tests.e2e.pages import JoinPage, Lobby, PlaybookPage, RoomPage, ShowPage
from Tests.e2e.server import HOME, running_server, temporary_folder

SHOW = "羊绒专场"
SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
PICTURES = pathlib.Path(os.environ.get("AFTERSHOW_PICTURES", SCREENSHOTS / "pictures"))
#: Those of the article, by the page and the device.
PICTURED = {
    "1-join": "laptop", "4-show": "laptop", "7-question": "phone", "9-numbers": "laptop", "11-write": "phone",
    "13-solve": "laptop", "15-playbook": "laptop",
}
QUESTION = "刚才说的满减券在哪里领"
ISSUE = "换装离席四分钟，在线掉了三成"
SOLUTION = "离席前先讲完一轮福利"


class FirstHour(unittest.TestCase):
    def test_first_hour_from_the_leads_link_to_the_exported_playbook(self):
        for folder in (SCREENSHOTS, PICTURES):
            folder.mkdir(parents=True, exist_ok=True)
        with running_server() as server, chromium() as browser, temporary_folder() as folder:
            self.files = samples.Today(folder)
            self.camera = Camera(SCREENSHOTS)
            self.lead = Person(browser, "lead", server.address)
            self.phone = Person(browser, "phone", server.address, phone=True)
            self.the_lead_comes_in(server.lead_link)
            self.a_channel_and_a_show_are_made()
            self.one_comes_in_by_phone()
            self.questions_are_logged()
            self.files_are_imported()
            self.the_show_is_reviewed()
            self.the_playbook_is_exported()
            self.assertEqual([], self.lead.problems + self.phone.problems)
            self.assertEqual([], self.camera.violations)

    def the_lead_comes_in(self, link: str) -> None:
        join = JoinPage(self.lead.page).open(link)
        expect(self.lead.page.get_by_label("怎么称呼你")).to_be_visible()
        self.look(self.lead, "1-join")
        join.enter("阿青", "运营")
        self.look(self.lead, "2-empty-lobby")

    def a_channel_and_a_show_are_made(self) -> None:
        lobby = Lobby(self.lead.page)
        lobby.add_channel("暖冬针织直播间")
        self.look(self.lead, "3-channel")
        lobby.schedule(SHOW, self.files.input(0), self.files.input(254))
        expect(lobby.shows(SHOW).first).to_be_visible()
        self.look(self.lead, "4-show")

    def one_comes_in_by_phone(self) -> None:
        link = Lobby(self.lead.page).invite()
        JoinPage(self.phone.page).open(link).enter("小私", "私域")
        self.look(self.phone, "5-phone-lobby")

    def questions_are_logged(self) -> None:
        log = Lobby(self.phone.page).open_show(SHOW, self.files.day)
        expect(log.line).to_be_visible()
        self.look(self.phone, "6-question-log")
        host = Lobby(self.lead.page).open_show(SHOW, self.files.day)
        host.start()
        log.is_on_air()
        log.line.fill(QUESTION)
        log.line.press("Enter")
        log.holds(1)
        log.everything_is_saved()
        self.look(self.phone, "7-question")
        host.end()

    def files_are_imported(self) -> None:
        show = ShowPage(self.lead.page).tab("数据")
        self.look(self.lead, "8-no-numbers")
        self.assertIn("目标 10 项", show.import_file("导入目标", samples.path("goals.csv")))
        self.assertIn("总览 1 行", show.import_file("导入", self.files.path("channels-show.csv")))
        self.assertIn("趋势 254 分", show.import_file("导入", self.files.path("channels-trend.csv")))
        self.look(self.lead, "9-numbers")

    def the_show_is_reviewed(self) -> None:
        lead = Lobby(self.lead.page).open().open_room(SHOW, self.files.day)
        phone = Lobby(self.phone.page).open().enter_room()
        self.look(self.lead, "10-prepare")
        self.steer(lead, phone, "目标回顾", "单场分析", "横向对比", "写卡")
        phone.write(ISSUE, role="私域", kind="失误", minute="62")
        phone.submit()
        phone.is_saved(ISSUE)
        self.look(self.phone, "11-write")
        lead.reveal()
        expect(lead.card(ISSUE)).to_be_visible()
        self.steer(lead, phone, "投票")
        phone.vote(ISSUE)
        phone.has_given(ISSUE, 1)
        self.look(self.phone, "12-vote")
        self.steer(lead, phone, "共创")
        lead.propose(SOLUTION, kind="流程", owner="主播", due="下一场", answers=[ISSUE])
        lead.promote(SOLUTION, title="离席顶讲", stage="讲解", trigger="主播离席超过 30 秒")
        self.look(self.lead, "13-solve")
        self.steer(lead, phone, "完成")
        self.look(self.lead, "14-closed")

    def steer(self, lead: RoomPage, phone: RoomPage, *steps: str) -> None:
        """The button names the step of a phase, the strip of phases the phase."""
        for step in steps:
            lead.next("数据" if step == "目标回顾" else step)
            phone.is_at("数据" if step in ("目标回顾", "单场分析", "横向对比") else step)

    def the_playbook_is_exported(self) -> None:
        lobby = Lobby(self.lead.page).open()
        last = self.lead.page.get_by_role("region", name="正在进行").get_by_role("link")
        expect(last).to_contain_text("看上次的报告")
        playbook: PlaybookPage = lobby.open_playbook()
        playbook.holds("离席顶讲")
        self.look(self.lead, "15-playbook")
        self.assertIn("离席顶讲", playbook.export("导出 Markdown"))

    def look(self, person: Person, name: str) -> None:
        self.camera.look(person.page, f"first-hour-{name}")
        if device := PICTURED.get(name):
            picture = f"first-hour-{name.split('-')[1]}.png"
            shutil.copy(SCREENSHOTS / f"first-hour-{name}-{device}-light.png", PICTURES / picture)


if __name__ == "__main__":
    unittest.main(verbosity=2)
