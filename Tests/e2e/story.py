"""The whole job, end to end: a team of six reviews one show, live, and the lead walks away with the playbook."""

import os
import pathlib
import unittest

from playwright.sync_api import expect

from Tests.e2e import samples
from Tests.e2e.browser import Camera, Person, chromium
from Tests.e2e.exports import matches_expected
from Tests.e2e.ime import compose, finish_composing, press_enter_while_composing
from Tests.e2e.pages import JoinPage, Lobby, PlaybookPage, RoomPage, ShowPage
from Tests.e2e.server import HOME, running_server, temporary_folder

SHOW = "羊绒专场"
NAMES = {"运营": "小运", "主播": "阿播", "场控": "小场", "中控": "小中", "私域": "小私"}
SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))
ANONYMOUS = {3, 7, 13}


class OneShowReviewed(unittest.TestCase):
    """One test, told in the order in which it happens."""

    def test_from_the_question_log_to_the_exported_playbook(self):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        print(f"pages are pictured in {SCREENSHOTS}")
        with running_server() as server, chromium() as browser, temporary_folder() as folder:
            self.files = samples.Today(folder)
            self.browser, self.address = browser, server.address
            self.camera = Camera(SCREENSHOTS)
            self.cards = samples.rows("issues.csv")
            self.everyone_joins(server.lead_link)
            self.the_show_is_prepared()
            self.the_show_runs()
            self.the_numbers_are_looked_at()
            self.cards_are_written_blind()
            self.cards_are_revealed_and_voted_on()
            self.solutions_go_into_the_playbook()
            self.the_playbook_is_exported()
            self.nothing_went_wrong()

    # The team

    def everyone_joins(self, lead_link: str) -> None:
        self.lead = Person(self.browser, "lead", self.address)
        join = JoinPage(self.lead.page).open(lead_link)
        expect(self.lead.page.get_by_label("怎么称呼你")).to_be_visible()
        self.camera.look(self.lead.page, "join")
        join.enter("阿青")
        Lobby(self.lead.page).add_channel("暖冬针织直播间")
        link = Lobby(self.lead.page).invite()
        self.team = {}
        for role, name in NAMES.items():
            member = Person(self.browser, role, self.address, phone=role == "私域")
            JoinPage(member.page).open(link).enter(name, role)
            self.team[role] = member

    @property
    def everyone(self) -> list[Person]:
        return [self.lead, *self.team.values()]

    # Before and during the show

    def the_show_is_prepared(self) -> None:
        lobby = Lobby(self.lead.page)
        lobby.schedule(SHOW, self.files.input(0), self.files.input(254))
        show = lobby.open_show(SHOW, self.files.day).tab("数据")
        self.assertIn("目标 10 项", show.import_file("导入目标", samples.path("goals.csv")))

    def the_show_runs(self) -> None:
        host, private = self.team["主播"], self.team["私域"]
        Lobby(host.page).open_show(SHOW, self.files.day).start()
        self.open_the_room()
        log = Lobby(private.page).open_show(SHOW, self.files.day)
        log.is_on_air()
        self.questions_are_logged(log)
        self.questions_are_taken_care_of(log)
        ShowPage(host.page).end()
        self.the_numbers_come_in()

    def the_numbers_come_in(self) -> None:
        """What the platform says afterwards; and the shows before, to compare with."""
        lobby = Lobby(self.team["运营"].page)
        self.assertIn("存下 10 场", lobby.import_list(self.files.path("channels-show-list.csv")))
        self.camera.look(lobby.page, "lobby")
        show = lobby.open_show(SHOW, self.files.day).tab("数据")
        self.assertIn("总览 1 行", show.import_file("导入", self.files.path("channels-show.csv")))
        self.assertIn("趋势 254 分", show.import_file("导入", self.files.path("channels-trend.csv")))
        self.camera.look(show.page, "numbers")
        show.tab("标记")
        self.assertIn("标记 42 条", show.import_file("导入", self.files.path("markers.csv")))
        self.camera.look(show.page, "markers")

    def open_the_room(self) -> None:
        Lobby(self.lead.page).open().open_room(SHOW, self.files.day)

    def questions_are_logged(self, log: ShowPage) -> None:
        log.show_more_fields()
        self.enter_does_not_submit_half_a_word(log)
        for row in samples.telling_questions(12):
            log.log_question(
                row["问题"], user=row["昵称"], source=row["来源"], category=row["分类"], product=row["商品"]
            )
        log.holds(12)
        log.everything_is_saved()
        for number in samples.secret_numbers():
            expect(log.page.get_by_text(number)).to_have_count(0)
        self.camera.look(log.page, "questions")

    def enter_does_not_submit_half_a_word(self, log: ShowPage) -> None:
        log.line.click()
        compose(log.page, "羊绒")
        press_enter_while_composing(log.page)
        expect(log.line).to_have_value("羊绒")
        finish_composing(log.page, "羊绒衫")
        expect(log.line).to_have_value("羊绒衫")
        expect(log.questions).to_have_count(0)
        log.line.fill("")

    def questions_are_taken_care_of(self, log: ShowPage) -> None:
        floor = self.team["场控"]
        mine = Lobby(floor.page).open_show(SHOW, self.files.day)
        mine.holds(12)
        mine.one_more_asked("购物袋在哪里点")
        mine.answer("小程序里的积分直播间能用吗", "能用，结算时选积分抵扣")
        log.promote("刚才说的满减券在哪里领", "困惑")

    # The review

    def the_numbers_are_looked_at(self) -> None:
        for member in self.team.values():
            Lobby(member.page).open().enter_room()
        self.camera.look(self.lead.page, "prepare")
        # The show is over: nobody is led through its station, and whoever wants may look at it.
        RoomPage(self.lead.page).look_at_station("直播")
        self.camera.look(self.lead.page, "live")
        RoomPage(self.lead.page).return_to("准备")
        for phase, picture in {"目标回顾": "goals", "单场分析": "curve", "横向对比": "comparison"}.items():
            RoomPage(self.lead.page).next("数据" if phase == "目标回顾" else phase)
            self.everyone_is_at("数据")
            self.camera.look(self.lead.page, picture)
        RoomPage(self.lead.page).back()
        RoomPage(self.lead.page).next("横向对比")
        RoomPage(self.lead.page).next("写卡")
        self.everyone_is_at("写卡")

    def everyone_is_at(self, phase: str) -> None:
        for member in self.everyone:
            RoomPage(member.page).is_at(phase)

    def cards_are_written_blind(self) -> None:
        for number, card in enumerate(self.cards):
            match number:
                case 7:
                    self.one_is_offline(number, card)
                case 10:
                    self.one_reloads_with_unsent_text(number, card)
                case _:
                    self.write(number, card)
                    RoomPage(self.team[card["岗位"]].page).is_saved(card["内容"])
        self.nobody_sees_anothers_cards()
        self.camera.look(self.team["场控"].page, "collect")

    def write(self, number: int, card: dict[str, str]) -> RoomPage:
        room = RoomPage(self.team[card["岗位"]].page)
        room.write(
            card["内容"], role=card["岗位"], kind=card["类型"], minute=card["播中分钟"], anonymous=number in ANONYMOUS
        )
        room.submit()
        return room

    def one_is_offline(self, number: int, card: dict[str, str]) -> None:
        """The network goes while others work on; what was written meanwhile is saved when it is back."""
        member = self.team[card["岗位"]]
        member.goes_offline()
        room = self.write(number, card)
        room.waits_for_the_network(card["内容"])
        expect(member.page.get_by_text("网络断开")).to_be_visible()
        self.camera.look(member.page, "offline")
        member.comes_back()
        room.is_saved(card["内容"])

    def one_reloads_with_unsent_text(self, number: int, card: dict[str, str]) -> None:
        member = self.team[card["岗位"]]
        member.loses_the_line()
        room = self.write(number, card)
        room.waits_for_the_network(card["内容"])
        member.page.reload()
        expect(member.page.get_by_text("1 条还没保存")).to_be_visible()
        member.finds_the_line()
        room.is_saved(card["内容"])

    def nobody_sees_anothers_cards(self) -> None:
        for role, member in self.team.items():
            mine = [card for card in self.cards if card["岗位"] == role]
            # The question that became a card belongs to whoever made it one.
            expect(RoomPage(member.page).cards).to_have_count(len(mine) + (role == "私域"))
            for card in self.cards:
                if card not in mine:
                    expect(member.page.get_by_text(card["内容"])).to_have_count(0)

    def cards_are_revealed_and_voted_on(self) -> None:
        lead = RoomPage(self.lead.page)
        lead.reveal()
        for member in self.everyone:
            expect(RoomPage(member.page).cards).to_have_count(len(self.cards) + 1)
        self.numbers_are_linked()
        self.camera.look(self.lead.page, "revealed")
        lead.next("投票")
        self.everyone_is_at("投票")
        self.everyone_votes()
        self.one_member_votes_in_two_tabs()
        self.camera.look(self.team["运营"].page, "vote")

    def numbers_are_linked(self) -> None:
        RoomPage(self.team["运营"].page).link_metric(self.cards[0]["内容"], "成交金额")
        RoomPage(self.team["场控"].page).link_metric(self.cards[7]["内容"], "平均在线")
        RoomPage(self.team["中控"].page).link_metric(self.cards[9]["内容"], "点击-成交率")

    def everyone_votes(self) -> None:
        """Five votes each, from the lead on; the host's come later. Nobody sees a total."""
        for place, role in enumerate(["运营", "场控", "中控", "私域"]):
            room = RoomPage(self.team[role].page)
            for card, votes in ((7, 3), (place * 2, 2)):
                for given in range(1, votes + 1):
                    room.vote(self.cards[card]["内容"])
                    room.has_given(self.cards[card]["内容"], given)
            room.has_left(0)
            expect(room.page.get_by_label("共")).to_have_count(0)

    def one_member_votes_in_two_tabs(self) -> None:
        """One person, one budget: the second tab counts on, and the vote over it is refused in words."""
        host = self.team["主播"]
        first, second = RoomPage(host.page), RoomPage(host.tab())
        second.page.goto(host.page.url)
        second.is_at("投票")
        liked, other = self.cards[9]["内容"], self.cards[3]["内容"]
        for given in (1, 2, 3):
            first.vote(liked)
            first.has_given(liked, given)
        second.has_given(liked, 3)
        for given in (1, 2):
            second.vote(other)
            second.has_given(other, given)
        first.has_left(0)
        first.vote(liked)
        first.is_refused(liked, "票用完了")
        second.has_given(liked, 3)
        second.page.close()

    def solutions_go_into_the_playbook(self) -> None:
        lead = RoomPage(self.lead.page)
        lead.next("共创")
        self.everyone_is_at("共创")
        expect(lead.card(self.cards[7]["内容"]).get_by_label("共 12 票")).to_be_visible()
        solutions = samples.rows("solutions.csv")
        answers = [[7], [9], [12], [0, 5]]
        for solution, role, cards in zip(solutions, ["场控", "中控", "私域", "运营"], answers, strict=True):
            RoomPage(self.team[role].page).propose(
                solution["方案"], kind={"SOP": "流程"}.get(solution["类型"], solution["类型"]),
                owner=solution["负责岗位"], due="下一场", answers=[self.cards[card]["内容"] for card in cards],
            )
        self.camera.look(self.team["运营"].page, "solve")
        titles = ["离席顶讲", "双人核价", "弹企微口播"]
        stages = ["讲解", "播前", "切品"]
        for solution, title, stage in zip(solutions, titles, stages, strict=False):
            lead.promote(solution["方案"], title=title, stage=stage, trigger=f"{title}时")
        lead.next("完成")
        self.everyone_is_at("完成")
        self.camera.look(self.lead.page, "closed")

    def the_playbook_is_exported(self) -> None:
        Lobby(self.lead.page).open()
        playbook: PlaybookPage = Lobby(self.lead.page).open_playbook()
        for title in ("离席顶讲", "双人核价", "弹企微口播"):
            playbook.holds(title)
        self.camera.look(self.lead.page, "playbook")
        for kind, file in {"导出 Markdown": "playbook.md", "导出 CSV": "playbook.csv"}.items():
            matches_expected(self, file, playbook.export(kind))

    def nothing_went_wrong(self) -> None:
        for member in self.everyone:
            self.assertEqual([], member.problems)
        self.assertEqual([], self.camera.violations)


if __name__ == "__main__":
    unittest.main(verbosity=2)
