"""What a lead can put right afterwards: words that should be gone, and a show's start that was not when it was pressed."""

import os
import pathlib
import re
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Camera, Person, chromium
from Tests.e2e.pages import JoinPage, Lobby, RoomPage, ShowPage
from Tests.e2e.samples import Today
from Tests.e2e.server import HOME, running_server, temporary_folder

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))


class Corrections(unittest.TestCase):
    """A lead at a laptop and a member with a phone, in the demonstration's team."""

    @classmethod
    def setUpClass(cls):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        cls.camera = Camera(SCREENSHOTS)
        cls.today = Today(cls.enterClassContext(temporary_folder()))
        server = cls.enterClassContext(running_server("--demo"))
        browser = cls.enterClassContext(chromium())
        cls.lead = Person(browser, "lead", server.address)
        JoinPage(cls.lead.page).open(server.lead_link).enter("阿青")
        link = Lobby(cls.lead.page).invite()
        cls.member = Person(browser, "member", server.address, phone=True)
        JoinPage(cls.member.page).open(link).enter("小运", "运营")

    def setUp(self):
        self.page = self.lead.page
        Lobby(self.page).open()

    def tearDown(self):
        self.assertEqual([], self.lead.problems + self.member.problems)
        self.assertEqual([], self.camera.violations)

    def test_a_lead_erases_a_card_with_the_solution_and_the_entry_that_quote_it(self):
        room = Lobby(self.page).enter_room()
        Lobby(self.member.page).open().enter_room()
        card = self.page.locator("[data-issue]").first
        words = card.locator(".issue-text").inner_text()
        quoting = f"针对「{words}」：开播前逐项核对"
        room.propose(quoting, kind="清单", owner="运营", due="下一场", answers=[words])
        room.promote(quoting, title=words[:20], stage="播前", trigger="开播前")
        RoomPage(self.member.page).look_at("按票数")
        expect(self.member.page.get_by_text(words, exact=True)).to_be_visible()

        room.card(words).hover()
        room.card(words).get_by_role("button", name="抹除内容").click()
        form = self.page.get_by_role("dialog", name="抹除内容")
        expect(form).to_contain_text(words)
        expect(form).to_contain_text("现在和以前的文字会从服务器上永久删掉")
        expect(form.get_by_role("checkbox")).to_be_checked()
        form.get_by_label("原因").fill("写了顾客的名字")
        self.camera.look(self.page, "erasing")
        form.get_by_role("button", name="抹除", exact=True).click()

        gone = re.compile("已抹除：写了顾客的名字")
        for page in (self.page, self.member.page):
            expect(page.get_by_text(words)).to_have_count(0)
            expect(page.get_by_text(gone).first).to_be_visible()
        expect(self.page.locator("[data-solution]").filter(has_text=gone)).to_be_visible()
        self.camera.look(self.page, "erased")
        Lobby(self.page).open().open_playbook()
        expect(self.page.get_by_role("article").filter(has_text=gone)).to_be_visible()
        expect(self.page.get_by_text(words[:20])).to_have_count(0)
        self.camera.look(self.page, "playbook-erased")

    def test_erasing_a_question_says_what_goes_with_it(self):
        log = self.reviewed_show()
        question = log.questions.first
        question.get_by_role("button", expanded=False).click()
        words = question.locator(".text").inner_text()
        question.get_by_role("button", name="抹除", exact=True).click()
        expect(question).to_contain_text("原文、群名、用户、商品和回应会从服务器上永久删掉")
        self.camera.look(self.page, "question-erasing")
        question.get_by_label("原因").fill("用户要求")
        question.get_by_role("button", name="抹除", exact=True).last.click()
        expect(self.page.get_by_text(re.compile("已抹除：用户要求")).first).to_be_visible()
        expect(self.page.get_by_text(words, exact=True)).to_have_count(0)

    def test_before_an_anonymous_card_is_sent_the_composer_says_whom_its_lane_names(self):
        room = Lobby(self.page).enter_room()
        self.page.get_by_role("button", name="改写卡片").click()
        room.write("开场太慢", role="主播", kind="失误", anonymous=True)
        expect(room.composer).to_contain_text("主播只有阿棠一个人，大家会以为是 TA 写的。")
        self.camera.look(self.page, "anonymous-alone")
        # Two hold this role.
        room.composer.get_by_role("radio", name="运营").click()
        expect(room.composer).to_contain_text(re.compile("匿名：卡片上没有名字|运营现在在场能写的只有"))
        room.text.fill("")

    def test_a_start_far_from_the_plan_is_asked_about_taken_back_and_corrected(self):
        Lobby(self.page).schedule("晚开播的一场", self.today.input(-95), self.today.input(150))
        show = Lobby(self.page).open_show("晚开播的一场", self.day(-95))
        start = self.page.get_by_role("button", name="开播", exact=True)
        start.click()
        asked = self.page.get_by_role("dialog", name="开播")
        expect(asked).to_contain_text("现在已经晚了")
        self.camera.look(self.page, "start-late")
        asked.get_by_role("button", name=re.compile("^现在 .* 开播")).click()
        show.is_on_air()
        self.page.get_by_role("button", name="撤销开播").click()
        expect(start).to_be_visible()
        start.click()
        asked.get_by_role("button", name=re.compile("^按计划")).click()
        show.is_on_air()
        expect(self.page.locator(".show-bar .clock")).to_contain_text("1:3")

        show.tab("标记").page.get_by_role("button", name="场记").click()
        expect(self.page.get_by_text(re.compile(r"^1:3\d:\d\d$")).first).to_be_visible()
        self.page.get_by_role("button", name="改时间").click()
        form = self.page.get_by_role("dialog", name="改时间")
        form.get_by_label("实际开播").fill(self.today.input(-35))
        self.camera.look(self.page, "times")
        form.get_by_role("button", name="保存").click()
        expect(form).to_be_hidden()
        expect(self.page.locator(".show-bar .clock")).to_contain_text("0:3")
        expect(self.page.get_by_text(re.compile(r"^0:3\d:\d\d$")).first).to_be_visible()

    def test_an_end_before_the_start_is_refused_at_its_field_and_the_night_after_is_one_press_away(self):
        Lobby(self.page).open()
        self.page.get_by_role("button", name="安排场次").click()
        form = self.page.get_by_role("dialog", name="安排场次")
        form.get_by_label("标题").fill("过午夜的一场")
        # Until it is told, the end goes along with the start.
        form.get_by_label("开始时间").fill("2027-03-01T20:00")
        expect(form.get_by_label("结束时间")).to_have_value("2027-03-02T00:00")
        expect(form.get_by_text("共 4小时")).to_be_visible()
        form.get_by_label("结束时间").fill("2027-03-01T19:00")
        expect(form.get_by_role("alert")).to_contain_text("结束要晚于开始")
        expect(form.get_by_label("结束时间")).to_have_attribute("aria-invalid", "true")
        form.get_by_role("button", name="安排场次").click()
        expect(form).to_be_visible()
        self.camera.look(self.page, "ends-early")
        form.get_by_label("结束时间").fill("2027-03-01T00:30")
        form.get_by_role("button", name=re.compile("改成 .*3月2日 00:30")).click()
        expect(form.get_by_text("共 4小时30分")).to_be_visible()
        form.get_by_role("button", name="安排场次").click()
        expect(form).to_be_hidden()
        Lobby(self.page).open_show("过午夜的一场", "3月1日")
        self.page.get_by_role("button", name="改时间").click()
        form = self.page.get_by_role("dialog", name="改时间")
        expect(form.get_by_label("计划下播")).to_have_value("2027-03-02T00:30")
        form.get_by_label("计划下播").fill("2027-03-01T19:00")
        expect(form.get_by_role("alert")).to_contain_text("结束要晚于开始")
        form.get_by_role("button", name="保存").click()
        expect(form).to_be_visible()
        form.get_by_role("button", name=re.compile("改成 .*3月2日 19:00")).click()
        expect(form.get_by_text("共 23小时")).to_be_visible()
        form.get_by_role("button", name="保存").click()
        expect(form).to_be_hidden()

    def reviewed_show(self) -> ShowPage:
        self.page.get_by_role("listitem").filter(has=self.page.get_by_role("link", name="复盘")).get_by_role("link").first.click()
        expect(self.page.get_by_role("heading", name="羊绒专场")).to_be_visible()
        return ShowPage(self.page)

    def day(self, minutes: int) -> str:
        month, day = self.today.input(minutes)[5:10].split("-")
        return f"{int(month)}月{int(day)}日"


if __name__ == "__main__":
    unittest.main()
