"""Nothing typed is lost where its writer is no longer who they were: signed out, removed, or of another role."""

import re
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import Person
from Tests.e2e.client import Client
from Tests.e2e.pages import JoinPage, RoomPage
from Tests.e2e.words import Words, aside


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
        other.choose_kind()
        other.text.press("Enter")
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
        expect(request).not_to_contain_text(code)
        yes = request.get_by_role("button", name="是他本人")
        yes.click()
        expect(request.get_by_role("alert")).to_contain_text("写在这里再确认")
        told = request.get_by_label("他本人报出的四位数字")
        told.fill(str((int(code) + 1) % 10_000).zfill(4))
        told.press("Enter")
        expect(request.get_by_role("alert")).to_contain_text("和那边屏幕上的数字不一样")
        told.fill(code)
        self.camera.look(lead.page, "lets-them-return")
        yes.click()
        expect(request).to_have_count(0)

        room = RoomPage(person.page)
        room.is_here()
        room.is_saved("断线前写的")
        expect(self.strip(person)).not_to_contain_text("没有发出")

    def test_who_asked_to_come_back_on_a_shared_computer_is_not_the_next_one_there(self):
        person = self.person("公用电脑")
        JoinPage(person.page).open(self.invitation()).enter("阿甲", "主播")
        self.asks_to_return(person, "阿甲")
        with person.page.expect_response("**/api/return/withdraw"):
            person.page.get_by_role("button", name="取消").click()
        self.assertEqual([], self.lead.get("/api/returns").json["requests"])
        person.page.get_by_role("button", name="我以前在这里").click()
        first = person.page.locator("output.code").inner_text()
        JoinPage(person.page).open(self.invitation()).enter("阿乙", "主播")
        second = self.asks_to_return(person, "阿乙")
        self.assertNotEqual(first, second)
        [request] = self.lead.get("/api/returns").json["requests"]
        self.assertEqual(second, request["code"])
        self.lead.post("/api/returns", {"request": request["request"], "allow": True})
        expect(person.page).to_have_url(re.compile("/$"))
        self.assertEqual("阿乙", person.page.evaluate("fetch('/api/me').then(answer => answer.json()).then(me => me.name)"))

    def test_who_waits_to_come_back_waits_no_more_when_somebody_comes_in_by_another_tab(self):
        person = self.person("公用电脑")
        JoinPage(person.page).open(self.invitation()).enter("阿丙", "主播")
        self.asks_to_return(person, "阿丙")
        with person.page.expect_response("**/api/return/withdraw"):
            JoinPage(person.tab()).open(self.invitation()).enter("阿丁", "主播")
        self.assertEqual([], self.lead.get("/api/returns").json["requests"])
        expect(person.page.get_by_role("link", name="打法手册")).to_be_visible()

    def test_who_is_refused_is_told_so_where_they_wait(self):
        person = self.person("阿拒的手机", phone=True)
        JoinPage(person.page).open(self.invitation()).enter("阿拒", "主播")
        self.asks_to_return(person, "阿拒")
        [request] = self.lead.get("/api/returns").json["requests"]
        self.lead.post("/api/returns", {"request": request["request"], "allow": False})
        expect(person.page.get_by_role("alert").filter(has_text="有人拒绝了")).to_be_visible()
        expect(person.page.get_by_role("button", name="我以前在这里")).to_be_visible()
        self.camera.look(person.page, "return-refused")

    def asks_to_return(self, person, name: str) -> str:
        """After signing out; the four digits that are shown."""
        self.signs_out(person)
        person.page.get_by_role("button", name="我以前在这里").click()
        expect(person.page.get_by_text(f"等人确认你是「{name}」")).to_be_visible()
        return person.page.locator("output.code").inner_text()

    def test_a_card_half_written_for_a_role_that_was_taken_away_waits_for_another(self):
        person, room = self.member("阿转")
        room.text.click()
        room.text.press_sequentially("写给主播的")
        self.change("阿转", "member.assign", roles=["floor"])
        hint = room.composer.get_by_role("alert").filter(has_text="原来写给「主播」")
        expect(hint).to_be_visible()
        self.camera.look(person.page, "role-gone")
        room.choose_kind()
        room.text.press("Enter")
        expect(room.text).to_have_value("写给主播的")
        person.page.reload()
        expect(hint).to_be_visible()
        room.composer.get_by_role("radio", name="场控").click()
        expect(hint).to_have_count(0)
        room.choose_kind()
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


if __name__ == "__main__":
    unittest.main(verbosity=2)
