"""Coming in, going out and going on: invitations, sign-in, the lobby while others work, a slow line, paper."""

import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Person, chromium
from Tests.e2e.pages import JoinPage, Lobby
from Tests.e2e.rewriting import rewriting_proxy
from Tests.e2e.server import running_server

LANES = ".lane-cards"


class InAndOut(unittest.TestCase):
    def setUp(self):
        self.server = self.enterContext(running_server("--demo"))
        self.browser = self.enterContext(chromium())
        self.lead = self.person("lead")
        JoinPage(self.lead.page).open(self.server.lead_link).enter("阿青")

    def tearDown(self):
        self.assertEqual([], self.people_problems())

    def person(self, name: str, *, phone: bool = False) -> Person:
        self.people = getattr(self, "people", [])
        self.people.append(Person(self.browser, name, self.server.address, phone=phone))
        return self.people[-1]

    def people_problems(self) -> list[str]:
        return [problem for person in self.people for problem in person.problems]

    def test_a_lobby_in_sight_follows_what_others_do(self):
        link = Lobby(self.lead.page).invite()
        other = self.person("other")
        JoinPage(other.page).open(link).enter("小林", "场控")
        card = other.page.get_by_role("region", name="正在进行").get_by_role("link")
        expect(card).to_contain_text("共创")
        Lobby(self.lead.page).enter_room().next("完成")
        expect(card).to_have_count(0)

    def test_a_printed_room_has_all_its_cards(self):
        page = Lobby(self.lead.page).enter_room().page
        page.get_by_role("list", name="复盘进程").get_by_role("button", name="写卡").click()
        expect(page.locator(".lane .issue")).to_have_count(14)
        page.emulate_media(media="print", color_scheme="dark")
        hidden = page.evaluate(
            "() => [...document.querySelectorAll('.lane-cards')].filter(it => it.scrollHeight > it.clientHeight + 1).length"
        )
        self.assertEqual(0, hidden)
        expect(page.get_by_role("textbox")).to_have_count(0)
        self.assertGreater(page.pdf().count(b"/Type /Page\n"), 1)
        page.get_by_role("list", name="复盘进程").get_by_role("button", name="共创").click()
        expect(page.get_by_role("region", name="解决办法")).to_be_visible()
        expect(page.get_by_role("region", name="按票数")).to_be_visible()

    def test_an_address_of_this_machine_alone_is_said_to_be_one(self):
        page = self.lead.page
        page.get_by_role("button", name="连接手机").click()
        expect(page.get_by_role("note")).to_contain_text("别的设备打不开 127.0.0.1")

    def test_two_members_of_one_name_are_told_apart(self):
        link = Lobby(self.lead.page).invite()
        for _ in range(2):
            JoinPage(self.person("twin").page).open(link).enter("小林", "场控")
        page = self.lead.page
        page.get_by_role("button", name="菜单").click()
        page.get_by_role("button", name="成员", exact=True).click()
        twins = page.get_by_role("dialog").get_by_role("listitem").filter(has_text="小林")
        expect(twins).to_have_count(2)
        for twin in twins.all():
            expect(twin).to_contain_text("加入 · 1 台设备登录中")
        twins.first.get_by_role("button", name="修改").click()
        twins.first.get_by_role("button", name="移出").click()
        expect(twins.first.get_by_role("button", name="确定移出 小林（")).to_be_visible()

    def test_a_page_whose_address_the_server_does_not_know_says_so(self):
        for phone in (False, True):
            with rewriting_proxy(self.server.port) as address:
                stranger = Person(self.browser, "stranger", address, phone=phone)
                stranger.go("/")
                strip = stranger.page.get_by_role("status")
                expect(strip).to_contain_text(f"服务器不认得这个网址（{address}）")
                expect(strip.get_by_role("button", name="立即重连")).to_be_visible()
                stranger.go("/join#" + "A" * 43)
                expect(stranger.page.get_by_role("alert")).to_contain_text("服务器不认得这个网址")
                stranger.context.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
