"""Coming in, going out and going on: invitations, sign-in, the lobby while others work, a slow line, paper."""

import contextlib
import re
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import LINE, Person, chromium, wait_until
from Tests.e2e.pages import JoinPage, Lobby, RoomPage
from Tests.e2e.rewriting import rewriting_proxy
from Tests.e2e.server import running_server


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
        expect(card).to_contain_text("看上次的报告")

    def test_a_printed_room_has_all_its_cards(self):
        page = Lobby(self.lead.page).enter_room().page
        page.get_by_role("list", name="复盘进程").get_by_role("button", name="写卡").click()
        expect(page.locator(".lane .issue")).to_have_count(14)
        page.emulate_media(media="print", color_scheme="dark")
        expect(page.get_by_role("textbox")).to_have_count(0)
        hidden = page.evaluate(
            "() => [...document.querySelectorAll('.lane-cards')].filter(it => it.scrollHeight > it.clientHeight + 1).length"
        )
        self.assertEqual(0, hidden)
        self.assertGreater(page.pdf().count(b"/Type /Page\n"), 1)
        # On paper there is nothing to steer with.
        page.emulate_media(media="screen")
        page.get_by_role("list", name="复盘进程").get_by_role("button", name="共创").click()
        page.emulate_media(media="print")
        expect(page.get_by_role("region", name="解决办法")).to_be_visible()
        expect(page.get_by_role("region", name="按票数")).to_be_visible()

    def test_an_address_of_this_machine_alone_is_said_to_be_one(self):
        page = self.lead.page
        page.get_by_role("button", name="连接手机").click()
        expect(page.get_by_role("note")).to_contain_text("别的设备打不开 127.0.0.1")

    def test_two_members_of_one_name_are_told_apart(self):
        link = Lobby(self.lead.page).invite()
        JoinPage(self.person("twin").page).open(link).enter("小林", "场控")
        twin = self.person("the other twin").page
        JoinPage(twin).open(link).write("小林", "场控")
        expect(twin.get_by_role("alert")).to_contain_text("已经有一位「小林」了")
        twin.get_by_role("button", name="是同名的人，照样加入").click()
        expect(twin.get_by_role("link", name="打法手册")).to_be_visible()
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

    def test_a_signed_out_deep_link_leads_where_it_did_after_a_pasted_invitation(self):
        lobby = Lobby(self.lead.page)
        link = lobby.invite()
        room = lobby.enter_room().page.url
        page = self.person("late", phone=True).page
        page.goto(room)
        page.get_by_label("也可以把链接粘贴在这里").fill("大家今晚复盘")
        page.get_by_role("button", name="打开", exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text("这里面没有邀请链接")
        page.get_by_label("也可以把链接粘贴在这里").fill(f"大家今晚复盘，用这个进：{link}。别迟到")
        page.get_by_role("button", name="打开", exact=True).click()
        JoinPage(page).write("晚到的", "场控")
        RoomPage(page).is_here()
        self.assertEqual(room, page.url)

    def test_who_opens_the_invitation_again_is_asked_first(self):
        link = Lobby(self.lead.page).invite()
        page = self.lead.page
        page.goto(link + "。")
        expect(page.get_by_role("heading", name="你已经在 我的团队 里了")).to_be_visible()
        expect(page.get_by_label("怎么称呼你")).to_have_count(0)
        page.get_by_role("button", name="以「阿青」继续").click()
        expect(page.get_by_role("link", name="打法手册")).to_be_visible()
        page.goto("about:blank")
        page.goto(link)
        page.get_by_role("button", name="我是另一个人").click()
        expect(page.get_by_label("怎么称呼你")).to_be_visible()

    def test_who_joins_by_the_link_of_somebody_who_had_no_answer_is_not_them(self):
        link = Lobby(self.lead.page).invite()
        shared = Person(self.browser, "shared", self.server.address)
        self.addCleanup(shared.context.close)
        page = shared.page
        page.route("**/api/join", lambda route: (route.fetch(), route.abort()), times=1)
        JoinPage(page).open(link).write("阿甲", "场控")
        expect(page.get_by_role("alert")).to_be_visible()
        shared.context.clear_cookies()
        page.goto("about:blank")
        JoinPage(page).open(link).enter("阿乙", "场控")
        self.assertEqual("阿乙", page.evaluate("fetch('/api/me').then(answer => answer.json()).then(me => me.name)"))

    def test_after_a_channel_the_first_show_is_the_next_act(self):
        page = self.lead.page
        page.get_by_role("button", name="菜单").click()
        page.get_by_role("button", name="团队设置").click()
        settings = page.get_by_role("dialog", name="团队设置")
        settings.get_by_label("新直播间的名字").fill("春夏直播间")
        settings.get_by_role("button", name="添加").click()
        expect(settings.get_by_label("新直播间的名字")).to_be_focused()
        settings.get_by_role("button", name="安排第一场").click()
        form = page.get_by_role("dialog", name="安排场次")
        expect(form.get_by_label("直播间").locator("option:checked")).to_have_text("春夏直播间")
        form.get_by_role("button", name="关闭").click()
        expect(page.get_by_role("region", name="春夏直播间").get_by_role("button", name="安排第一场")).to_be_visible()

    # Slow lines: what is held here is what a slow line has not brought yet

    def test_there_is_something_to_read_before_any_script_has_arrived(self):
        page = self.lead.page
        with held(page, re.compile(r"/(app|core|ui|views|strings)\b.*\.js")):
            page.goto(self.server.address, wait_until="commit")
            expect(page.get_by_text("正在载入")).to_be_visible()
        expect(page.get_by_role("link", name="打法手册")).to_be_visible()

    def test_a_page_whose_scripts_do_not_come_says_so(self):
        page = self.person("cut").page
        page.route("**/app.js", lambda route: route.abort())
        page.goto(self.server.address, wait_until="commit")
        expect(page.get_by_text("页面没有加载出来")).to_be_visible()

    def test_a_page_that_was_not_there_comes_when_the_line_does(self):
        page = self.lead.page
        Lobby(page).shows("羊绒专场").get_by_role("link").first.click()
        expect(page.get_by_role("tab", name="数据")).to_be_visible()
        page.get_by_role("link", name="返回").click()
        page.route("**/views/playbook.js", lambda route: route.abort())
        self.lead.loses_the_line()
        expect(page.get_by_role("button", name="立即重连")).to_be_visible()
        page.get_by_role("link", name="打法手册", exact=True).click()
        expect(page.get_by_text("页面没有加载出来")).to_be_visible()
        page.unroute("**/views/playbook.js")
        self.lead.finds_the_line()
        page.evaluate("document.querySelector('.strip.offline button:last-child')?.click()")
        expect(page.get_by_role("heading", name="打法手册")).to_be_visible()

    def test_from_the_address_of_a_show_the_lobby_opens_without_the_network(self):
        page = self.lead.page
        Lobby(page).shows("羊绒专场").get_by_role("link").first.click()
        expect(page.get_by_role("tab", name="数据")).to_be_visible()
        page.reload()
        sheet = page.locator("link[rel=stylesheet][href='/css/lobby/now.css']")
        expect(sheet).to_have_attribute("media", "not all")
        sheet.evaluate("it => it.sheet ?? new Promise(done => it.addEventListener('load', () => done()))")
        self.lead.goes_offline()
        page.get_by_role("link", name="返回").click()
        expect(page.get_by_role("main")).not_to_contain_text("页面没有加载出来")
        expect(sheet).to_have_attribute("media", "all")
        self.lead.comes_back()
        expect(page.get_by_role("link", name="打法手册", exact=True)).to_be_visible()

    def test_the_menu_closes_with_the_choice_of_a_language_and_keeps_the_focus(self):
        page = self.lead.page
        page.get_by_role("button", name="菜单").click()
        page.get_by_role("button", name="English").click()
        more = page.get_by_role("button", name="Menu")
        expect(more).to_have_attribute("aria-expanded", "false")
        expect(more).to_be_focused()

    def test_a_second_tab_follows_who_came_in_by_the_first(self):
        link = Lobby(self.lead.page).invite()
        other = self.person("other")
        waiting = other.tab()
        waiting.goto(f"{self.server.address}/join")
        expect(waiting.get_by_text("需要一个邀请链接")).to_be_visible()
        JoinPage(other.page).open(link).enter("小林", "场控")
        expect(waiting.get_by_role("link", name="打法手册", exact=True)).to_be_visible()

    def test_a_database_that_is_away_is_not_called_the_network(self):
        page = self.lead.tab()
        self.lead.lost_the_line = True
        page.route_web_socket(LINE, lambda line: line.close(code=4007))
        page.goto(self.server.address)
        strip = page.get_by_role("status").first
        expect(strip).to_contain_text("服务器在线，但它的数据库暂时连不上")
        expect(strip).not_to_contain_text("网络断开")

    def test_the_goals_of_a_show_fit_a_phone_in_english(self):
        page = self.person("phone", phone=True).page
        page.context.add_cookies(self.lead.context.cookies())
        page.goto(self.server.address)
        Lobby(page).shows("羊绒专场").get_by_role("link").first.click()
        page.evaluate("localStorage.setItem('language', 'en')")
        page.reload()
        page.get_by_role("tab", name="Numbers").click()
        expect(page.locator(".goals tbody tr").first).to_be_visible()
        self.assertEqual(0, page.locator(".goals").evaluate("it => it.parentNode.scrollWidth - it.parentNode.clientWidth"))

    def test_the_socket_and_a_rooms_files_do_not_wait_for_the_scripts(self):
        room = Lobby(self.lead.page).enter_room().page.url
        context = self.browser.new_context(storage_state=self.lead.context.storage_state())
        page = context.new_page()
        with held(page, "**/app.js"):
            with page.expect_request("**/views/room/look.js"):
                page.goto(room, wait_until="commit")
            wait_until(page, "window.early?.line.heard.some(({ data }) => data.includes('welcome'))")
        expect(page.locator(".issue").first).to_be_visible()
        context.close()

    def test_what_was_tapped_says_so_at_once(self):
        page = self.lead.page
        page.goto(self.server.address)
        with held(page, "**/views/show.js"):
            Lobby(page).shows("羊绒专场").get_by_role("link").first.click()
            expect(page.get_by_role("heading", name="羊绒专场")).to_be_visible()
            expect(page.locator("[aria-busy=true]")).to_contain_text("正在载入")
        expect(page.get_by_role("tab", name="数据")).to_be_visible()
        page.get_by_role("link", name="返回").click()
        with held(page, "**/views/lobby/invite.js"):
            page.get_by_role("button", name="邀请").click()
            expect(page.get_by_role("dialog", name="邀请").get_by_text("正在载入")).to_be_visible()
        expect(page.get_by_role("dialog", name="邀请").get_by_role("button", name="生成链接")).to_be_visible()

    def test_nothing_jumps_when_the_lobbys_parts_arrive_one_by_one(self):
        page = self.lead.page
        page.add_init_script(WATCH_SHIFTS)
        with held(page, "**/api/lobby*"):
            page.goto(self.server.address, wait_until="commit")
            expect(page.locator("[aria-busy=true]")).to_contain_text("正在载入")
        expect(page.get_by_role("region", name="正在进行")).to_be_visible()
        self.assertEqual([], page.evaluate("shifted"))


@contextlib.contextmanager
def held(page, pattern: str):
    """Requests that the line brings only afterwards."""
    page.route(pattern, lambda route: None)
    yield
    page.unroute(pattern)


WATCH_SHIFTS = """
    window.shifted = [];
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
        window.shifted.push(...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 90) ?? String(node)));
      }
    }).observe({ type: 'layout-shift', buffered: true });
"""


if __name__ == "__main__":
    unittest.main(verbosity=2)
