"""Nothing typed is lost, and nothing untrue is said of it: where the device keeps nothing, where the server cannot read
it, and where its writer is no longer who they were."""

import asyncio
import concurrent.futures
import os
import pathlib
import re
import time
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Camera, Person, chromium
from Tests.e2e.client import Client
from Tests.e2e.house import team
from Tests.e2e.pages import JoinPage, RoomPage
from Tests.e2e.server import HOME, running_server
from Tests.e2e.session import Session

SCREENSHOTS = pathlib.Path(os.environ.get("AFTERSHOW_SCREENSHOTS", HOME / ".build/pages"))

REFUSED = "indexedDB.open = () => { throw new DOMException('', 'SecurityError'); };"
HANGS_ON_OPEN = "indexedDB.open = () => ({});"
HANGS_ON_PUT = """
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (store, mode) {
      return mode === 'readwrite' ? { objectStore: () => ({ put() {}, delete() {} }) } : begin.call(this, store, mode);
    };"""
LOSABLE = """
    const open = IDBFactory.prototype.open;
    const databases = [];
    IDBFactory.prototype.open = function (...args) {
      if (window.refuses) throw new DOMException('', 'InvalidStateError');
      const request = open.apply(this, args);
      request.addEventListener('success', () => databases.push(request.result));
      return request;
    };
    window.loseDatabases = () => databases.splice(0).forEach(database => database.close());"""
MISSING = "Object.defineProperty(window, 'localStorage', { value: undefined });"
NAMELESS = """Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });
    Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('', 'SecurityError'); } });"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"

ONLY_HERE = "只在这个页面上"


def aside(work):
    """Beside the browser's own loop."""
    with concurrent.futures.ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


class Words(unittest.TestCase):
    """A room in which cards are written, and a server for all of a class's tests."""

    @classmethod
    def setUpClass(cls):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        cls.server = cls.enterClassContext(running_server())
        cls.browser = cls.enterClassContext(chromium())
        cls.camera = Camera(SCREENSHOTS)
        cls.lead, cls.room, cls.directory = aside(cls.prepare())

    @classmethod
    async def prepare(cls) -> tuple[Session, str, str]:
        async with team(cls.server.address, cls.server.lead_link) as house:
            await house.open_room()
            await house.move("collect")
            return house.sessions["lead"], house.room, house.directory

    @classmethod
    def tearDownClass(cls):
        assert cls.camera.violations == [], "\n".join(cls.camera.violations)

    def person(self, name: str, fault: str = "", **more) -> Person:
        person = Person(self.browser, name, self.server.address, **more)
        self.addCleanup(person.context.close)
        if fault:
            person.context.add_init_script(fault)
        return person

    def invitation(self) -> str:
        link = self.lead.post("/api/invitations", {"roles": ["host", "floor"]}).json["link"]
        return self.server.address + link[link.index("/join#"):]

    def member(self, name: str, fault: str = "", **more) -> tuple[Person, RoomPage]:
        person = self.person(name, fault, **more)
        JoinPage(person.page).open(self.invitation()).enter(name, "主播")
        return person, self.enter(person)

    def enter(self, person: Person) -> RoomPage:
        person.go(f"/room/{self.room}")
        room = RoomPage(person.page)
        room.is_here()
        return room

    def write(self, room: RoomPage, text: str) -> None:
        room.text.click()
        room.text.fill(text)
        room.submit()

    def reconnects(self, person: Person) -> None:
        person.finds_the_line()
        # The button goes as soon as the page has come back by itself.
        person.page.evaluate("document.querySelector('.strip.offline button:last-child')?.click()")
        expect(person.page.get_by_text("已连接")).to_be_visible()

    def leaving_is_warned_of(self, person: Person) -> None:
        with person.page.expect_event("dialog") as asked:
            person.page.evaluate("setTimeout(() => location.reload())")
        self.assertEqual("beforeunload", asked.value.type)
        asked.value.dismiss()

    def nothing_broke(self, person: Person) -> None:
        # Cut off, the page asks whether its address is the reason, with a link that is none.
        self.assertEqual([], [problem for problem in person.problems if "/api/link" not in problem])

    def strip(self, person: Person):
        return person.page.get_by_role("status").first


class WhereTheDeviceKeepsNothing(Words):
    def is_only_on_the_page(self, fault: str, spoil: str = "") -> None:
        """Said truthfully, warned of, and work goes on."""
        person, room = self.member(f"页{time.time_ns() % 1000}", fault)
        if spoil:
            person.page.evaluate(spoil)
        text = f"断线时写的，在{person.name}上"
        person.loses_the_line()
        self.write(room, text)
        expect(self.strip(person)).to_contain_text(ONLY_HERE)
        self.leaving_is_warned_of(person)
        self.camera.look(person.page, "only-on-this-page")
        self.reconnects(person)
        room.is_saved(text)
        expect(self.strip(person)).not_to_contain_text(ONLY_HERE)
        self.write(room, text + " 再一条")
        room.is_saved(text + " 再一条")
        self.nothing_broke(person)

    def test_a_refused_database_is_said_and_work_goes_on(self):
        self.is_only_on_the_page(REFUSED)

    def test_a_database_that_hangs_when_opened_is_said_and_work_goes_on(self):
        self.is_only_on_the_page(HANGS_ON_OPEN)

    def test_a_database_that_hangs_on_a_put_is_said_and_work_goes_on(self):
        self.is_only_on_the_page(HANGS_ON_PUT)

    def test_a_database_lost_for_good_is_said_and_work_goes_on(self):
        self.is_only_on_the_page(LOSABLE, "window.refuses = true, loseDatabases()")

    def test_a_database_lost_in_between_is_opened_again_and_a_reload_loses_nothing(self):
        person, room = self.member("后台", LOSABLE)
        person.loses_the_line()
        self.write(room, "丢失之前")
        person.page.evaluate("loseDatabases()")
        self.write(room, "丢失之后")
        room.waits_for_the_network("丢失之后")
        person.page.reload()
        self.reconnects(person)
        room.is_saved("丢失之前")
        room.is_saved("丢失之后")

    def is_half_written_only_here(self, fault: str) -> None:
        person, room = self.member(f"半{time.time_ns() % 1000}", fault)
        room.text.click()
        room.text.press_sequentially("写到一半")
        expect(self.strip(person)).to_contain_text(ONLY_HERE)
        self.leaving_is_warned_of(person)
        expect(room.text).to_have_value("写到一半")
        self.write(room, f"写完了，在{person.name}上")
        room.is_saved(f"写完了，在{person.name}上")
        expect(self.strip(person)).not_to_contain_text(ONLY_HERE)
        person.page.reload()
        room.is_here()
        self.nothing_broke(person)

    def test_without_local_storage_the_page_works_and_says_so(self):
        self.is_half_written_only_here(MISSING)

    def test_with_local_storage_refused_the_page_works_and_says_so(self):
        self.is_half_written_only_here(NAMELESS)

    def test_with_local_storage_full_the_page_works_and_says_so(self):
        self.is_half_written_only_here(FULL)


class WhatTheServerCannotRead(Words):
    def test_is_refused_and_the_others_pass(self):
        person, room = self.member("小坏")
        room.text.click()
        person.loses_the_line()
        for text in ("先写的", "毒", "后写的"):
            self.write(room, text)

        def carry(line):
            server = line.connect_to_server()
            line.on_message(lambda said: line.close(code=4000, reason="bad frame") if "毒" in said else server.send(said))

        person.context.route_web_socket("**/live*", carry)
        expect(room.card("后写的")).to_be_visible(timeout=60_000)  # after two closings, each with its wait
        expect(room.card("先写的")).to_be_visible()
        expect(person.page.get_by_role("alert").filter(has_text="读不懂")).to_be_visible()

    def test_is_made_readable_where_it_can_be(self):
        person, room = self.member("小词")
        room.text.evaluate("(node, text) => { node.value = text; node.dispatchEvent(new InputEvent('input', {bubbles: true})) }",
                           "第一行\x0b第二行\x07 \ud83d")
        room.text.press("Enter")
        expect(room.text).to_have_value("")
        expect(room.card("第二行")).to_contain_text("第一行")
        expect(person.page.get_by_text("已连接")).to_be_visible()

    def test_everything_unsaved_can_be_looked_at_copied_and_dropped(self):
        person, room = self.member("小存")
        person.context.grant_permissions(["clipboard-read", "clipboard-write"])
        person.loses_the_line()
        for text in ("留着的话", "不要的话"):
            self.write(room, text)
        self.strip(person).get_by_role("button", name="查看").click()
        dialog = person.page.get_by_role("dialog", name="没有保存的内容")
        self.camera.look(person.page, "unsaved")
        kept, unwanted = (dialog.get_by_role("listitem").filter(has_text=text) for text in ("留着的话", "不要的话"))
        kept.get_by_role("button", name="复制").click()
        expect(kept.get_by_role("button", name="已复制")).to_be_visible()
        self.assertEqual("留着的话", person.page.evaluate("navigator.clipboard.readText()"))
        unwanted.get_by_role("button", name="放弃").click()
        expect(unwanted).to_contain_text("可能已经送到")
        unwanted.get_by_role("button", name="放弃").click()
        expect(unwanted).to_have_count(0)
        dialog.get_by_role("button", name="关闭").click()
        self.reconnects(person)
        room.is_saved("留着的话")
        expect(room.cards).to_have_count(1)


class WhoIsNoLonger(Words):
    def test_a_half_written_card_is_not_in_the_next_members_composer(self):
        person, room = self.member("阿一")
        room.text.click()
        room.text.press_sequentially("只有我该看到")
        self.signs_out(person)
        JoinPage(person.page).open(self.invitation()).enter("阿二", "主播")
        room = self.enter(person)
        expect(room.text).to_have_value("")
        expect(person.page.get_by_text("只有我该看到")).to_have_count(0)

    def test_two_tabs_of_a_member_keep_what_is_typed_in_each(self):
        person, room = self.member("阿双")
        room.text.press_sequentially("第一页写的")
        tab = person.tab()
        tab.goto(person.page.url)
        other = RoomPage(tab)
        other.is_here()
        other.text.fill("第二页写的")
        tab.keyboard.press("Enter")
        expect(other.text).to_have_value("")
        person.page.reload()
        expect(room.text).to_have_value("第一页写的")
        self.nothing_broke(person)

    def test_a_page_that_stood_open_for_someone_else_begins_anew_and_sends_nothing_as_theirs(self):
        person, room = self.member("阿前")
        other = JoinPage(person.tab()).open(self.invitation())
        other.page.get_by_role("button", name="我是另一个人").click()
        other.enter("阿后", "主播")
        person.loses_the_line()
        self.write(room, "阿前没发出的")
        room.text.press_sequentially("阿前写到一半的")
        self.reconnects(person)
        room.is_here()
        expect(room.text).to_have_value("")
        expect(self.strip(person)).to_contain_text("1 条没有发出")
        expect(room.cards).to_have_count(0)
        self.nothing_broke(person)

    def test_unsaved_words_are_shown_before_signing_out(self):
        person, room = self.member("阿退")
        person.loses_the_line()
        self.write(room, "还没发出")
        person.page.get_by_role("link", name="回到首页").click()
        person.page.get_by_role("button", name="菜单").click()
        person.page.get_by_role("button", name="退出登录").click()
        dialog = person.page.get_by_role("dialog", name="没有保存的内容")
        expect(dialog).to_contain_text("还没发出")
        self.camera.look(person.page, "signing-out")
        dialog.get_by_role("button", name="仍然退出").click()
        self.left(person).click()
        expect(person.page.get_by_text("还没发出")).to_have_count(0)
        expect(person.page.get_by_role("heading", name="「阿退」写下的")).to_have_count(0)
        self.camera.look(person.page, "veiled")
        person.page.get_by_role("button", name="显示内容").click()
        expect(person.page.get_by_text("还没发出")).to_be_visible()

    def test_the_words_of_someone_removed_are_shown_when_asked_for_and_submitted_as_who_they_are_now(self):
        person, room = self.member("小林", phone=True)
        person.loses_the_line()
        self.write(room, "被移出前写的")
        room.text.press_sequentially("还没写完的")
        self.remove("小林")
        person.finds_the_line()
        expect(person.page.get_by_text("你已不在这个团队里")).to_be_visible()
        expect(person.page.get_by_role("button", name="我以前在这里")).to_have_count(0)
        person.page.get_by_text("这台设备上有 1 条没有发出，1 条写到一半").click()
        shows = person.page.get_by_role("button", name="显示内容")
        expect(person.page.get_by_text("被移出前写的")).to_have_count(0)
        shows.first.click()
        expect(shows).to_have_count(1)
        shows.click()
        half = person.page.get_by_role("listitem").filter(has_text="还没写完的")
        expect(half).to_contain_text("复盘室的卡片")
        expect(half.get_by_role("button", name="复制")).to_be_visible()
        item = person.page.get_by_role("listitem").filter(has_text="被移出前写的")
        expect(person.page.get_by_role("heading", name="「小林」写下的")).to_have_count(0)
        expect(item.get_by_role("button", name="复制")).to_be_visible()
        expect(item.get_by_role("button", name="以我的身份提交")).to_have_count(0)
        self.camera.look(person.page, "left-behind")
        JoinPage(person.page).open(self.invitation()).enter("新林", "主播")
        self.strip(person).get_by_role("button", name="查看").click()
        shows.first.click()
        expect(shows).to_have_count(1)
        shows.click()
        item.get_by_role("button", name="以我的身份提交").click()
        half.get_by_role("button", name="放弃").click()
        half.get_by_role("button", name="放弃").click()
        expect(person.page.get_by_role("dialog")).to_contain_text("都保存好了")
        person.page.get_by_role("button", name="关闭").click()
        self.enter(person).is_saved("被移出前写的")
        expect(self.strip(person)).not_to_contain_text("没有发出")

    def test_who_was_here_comes_back_as_themselves_when_a_lead_says_so_and_their_words_are_sent(self):
        person, room = self.member("阿回", phone=True)
        person.loses_the_line()
        self.write(room, "断线前写的")
        person.context.clear_cookies()
        person.finds_the_line()
        expect(person.page.get_by_text("这台设备上有 1 条没有发出")).to_be_visible()
        person.page.get_by_role("button", name="我以前在这里").click()
        digits = person.page.locator("output.code")
        expect(digits).to_have_text(re.compile(r"^\d{4}$"))
        self.camera.look(person.page, "asks-to-return")
        person.page.reload()
        code = digits.inner_text()

        lead = self.person("领队的电脑")
        lead.go("/")
        link = self.lead.post("/api/pairing", {}).json["link"]
        lead.go(link[link.index("/join#"):])
        lead.page.get_by_role("button", name="就是我，进入").click()
        request = lead.page.get_by_role("region", name="「阿回」想重新进来")
        expect(request.locator("output")).to_have_text(code)
        self.camera.look(lead.page, "lets-them-return")
        request.get_by_role("button", name="是他本人").click()
        expect(request).to_have_count(0)

        room = RoomPage(person.page)
        room.is_here()
        room.is_saved("断线前写的")
        expect(self.strip(person)).not_to_contain_text("没有发出")

    def test_a_card_half_written_for_a_role_that_was_taken_away_waits_for_another(self):
        person, room = self.member("阿转")
        room.text.click()
        room.text.press_sequentially("写给主播的")
        self.change("阿转", "member.assign", roles=["floor"])
        hint = room.composer.get_by_role("alert").filter(has_text="原来写给「主播」")
        expect(hint).to_be_visible()
        self.camera.look(person.page, "role-gone")
        room.text.press("Enter")
        expect(room.text).to_have_value("写给主播的")
        person.page.reload()
        expect(hint).to_be_visible()
        room.composer.get_by_role("radio", name="场控").click()
        expect(hint).to_have_count(0)
        room.text.press("Enter")
        expect(room.text).to_have_value("")
        room.is_saved("写给主播的")

    def left(self, person: Person):
        return person.page.get_by_text("这台设备上有 1 条没有发出")

    def signs_out(self, person: Person) -> None:
        person.go("/")
        person.page.get_by_role("button", name="菜单").click()
        person.page.get_by_role("button", name="退出登录").click()
        expect(person.page.get_by_text("需要一个邀请链接")).to_be_visible()

    def remove(self, name: str) -> None:
        self.change(name, "member.remove")

    def change(self, name: str, op: str, **args) -> None:
        async def send():
            async with Client(self.lead) as lead:
                await lead.until(lambda: lead.live and lead.log(self.directory).at)
                members = lead.log(self.directory).of("member").values()
                [member] = [one["id"] for one in members if one["name"] == name]
                await lead.send(self.directory, op, {"member": member} | args)
        aside(send())
