"""Nothing typed is lost, and nothing untrue is said of it: where the device keeps nothing, and where the server cannot
read it."""

import time
import unittest

from playwright.sync_api import expect

from Tests.e2e.pages import JoinPage
from Tests.e2e.words import Words

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
        room.choose_kind()
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


class WhatIsStillOnItsWay(Words):
    """A dialog's own files have not come yet: the page says so, and opens it when they have."""

    def test_is_said_at_the_foot_and_opens_when_it_comes(self):
        held = []
        person = self.person("小等")
        JoinPage(person.page).open(self.invitation()).enter("小等", "主播")
        for name in ("**/ui/unsent.js*", "**/search/search.js*"):
            person.context.route(name, lambda route: held.append(route))
        room = self.enter(person)
        person.loses_the_line()
        self.write(room, "还没发出的话")
        self.strip(person).get_by_role("button", name="查看").click()
        unsent = person.page.get_by_role("complementary", name="没有保存的内容")
        expect(unsent).to_contain_text("正在载入")
        self.camera.look(person.page, "unsent-on-its-way")
        unsent.get_by_role("button", name="关闭").click()
        expect(unsent).to_be_hidden()
        person.page.keyboard.press("/")
        search = person.page.get_by_role("complementary", name="搜索")
        expect(search).to_contain_text("正在载入")
        self.camera.look(person.page, "search-on-its-way")
        for route in held:
            route.continue_()
        expect(person.page.get_by_role("combobox", name="搜索")).to_be_focused()


if __name__ == "__main__":
    unittest.main(verbosity=2)
