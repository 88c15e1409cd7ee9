"""What a file would store, before it is stored, as its reader sees it."""

import re

from playwright.sync_api import Locator, Page, expect


class Preview:
    def __init__(self, page: Page):
        self.page = page
        self.dialog = page.get_by_role("dialog", name="导入")

    def stands(self) -> "Preview":
        expect(self.button).to_be_visible()
        return self

    @property
    def button(self) -> Locator:
        return self.dialog.get_by_role("button", name=re.compile(r"^存下 \d+ "))

    def column(self, header: str) -> Locator:
        named = self.page.get_by_role("rowheader", name=re.compile(rf"^{re.escape(header)}( |$)"))
        return self.dialog.get_by_role("row").filter(has=named).first

    def choose(self, header: str, meaning: str) -> None:
        self.column(header).get_by_role("button", name=f"「{header}」当作什么").click()
        self.dialog.get_by_role("combobox", name=f"「{header}」当作什么").fill(meaning)
        self.dialog.get_by_role("option", name=meaning).first.click()
        expect(self.column(header)).to_contain_text("你选的")

    def store(self) -> None:
        expect(self.button).to_be_enabled()
        self.button.click()
        expect(self.dialog.get_by_role("heading", name="存下了")).to_be_visible()

    def take_back(self) -> None:
        self.dialog.get_by_role("button", name="撤回").click()
        expect(self.dialog.get_by_text("已撤回，不计入")).to_be_visible()

    def done(self) -> None:
        self.dialog.get_by_role("button", name="完成").click()
        expect(self.dialog).to_have_count(0)

    def agree(self) -> str:
        """What it says of the file, once all of it has been stored."""
        said = self.stands().dialog.inner_text()
        self.store()
        self.done()
        return said
