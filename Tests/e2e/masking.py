"""Whoever types a question sees what of it will be masked, and keeps what is nobody's."""

import unittest

from playwright.sync_api import expect

from Tests.e2e.desk import Desk
from Tests.e2e.pages import ShowPage

desk = Desk("floor")
setUpModule, tearDownModule = desk.open, desk.close


class Masking(unittest.TestCase):
    def test_it_shows_while_it_is_typed_and_the_field_stays_where_it_is(self):
        writer = desk.person("看着打", "floor", phone=True)
        show = self.at_the_line(writer)
        show.line.press_sequentially("有货吗")
        expect(self.hint(writer)).to_have_count(0)
        top = show.line.bounding_box()
        show.line.press_sequentially("，电话13812345678")
        expect(self.hint(writer)).to_contain_text("手机号 13812345678")
        expect(self.hint(writer).get_by_role("button")).to_have_count(0)
        self.assertEqual(top, show.line.bounding_box())
        expect(show.line).to_be_focused()
        show.line.press("Enter")
        expect(show.question("有货吗")).to_contain_text("电话〔手机号〕")
        expect(self.hint(writer)).to_have_count(0)
        self.assertEqual([], writer.problems)

    def test_what_is_unsure_is_kept_by_one_tap_and_what_is_sure_is_not(self):
        writer, reader = desk.person("留着", "floor", phone=True), desk.person("读着", "floor")
        show = self.at_the_line(writer)
        self.at_the_line(reader)
        show.line.press_sequentially("收件人方文山的书，电话13812345678")
        hint = self.hint(writer)
        hint.get_by_role("button", name="方文山不是隐私，保留").tap()
        expect(show.line).to_be_focused()
        expect(hint).to_contain_text("会保留")
        show.line.press("Enter")
        reader.page.get_by_role("button", name="条新问题").click()
        for person in (writer, reader):
            expect(ShowPage(person.page).question("收件人")).to_contain_text("收件人方文山的书，电话〔手机号〕")
        # The next question begins with nothing kept.
        show.line.press_sequentially("收件人方文山")
        expect(hint.get_by_role("button", name="方文山不是隐私，保留")).to_be_visible()
        self.assertEqual([], writer.problems + reader.problems)

    def test_an_edit_says_so_too_and_leaves_what_was_kept(self):
        writer = desk.person("改着", "floor")
        show = self.at_the_line(writer)
        show.line.press_sequentially("收件人方文山的签名")
        self.hint(writer).get_by_role("button", name="方文山不是隐私，保留").click()
        show.line.press("Enter")
        question = show.question("方文山的签名")
        question.get_by_role("button", name="收件人").click()
        question.get_by_role("button", name="修改").click()
        field = question.get_by_label("内容", exact=True).or_(question.locator("textarea")).first
        field.fill("收件人方文山的签名书，我叫李娜")
        expect(self.hint(writer)).to_contain_text("姓名 李娜")
        expect(self.hint(writer)).not_to_contain_text("方文山")
        field.press("Enter")
        expect(show.question("签名书")).to_contain_text("收件人方文山的签名书，我叫〔姓名〕")
        self.assertEqual([], writer.problems)

    def at_the_line(self, person) -> ShowPage:
        desk.at_show(person.page)
        return ShowPage(person.page)

    def hint(self, person):
        return person.page.get_by_role("group", name="保存时隐去什么")


if __name__ == "__main__":
    unittest.main(verbosity=2)
