"""A member at a show, and the ways a file comes to its page."""

import base64
import itertools
import pathlib
import unittest

from playwright.sync_api import Locator, Page, expect

from Tests.e2e import samples
from Tests.e2e.browser import Person
from Tests.e2e.desk import Desk
from Tests.e2e.preview import Preview

NUMBERS = itertools.count(1)
WORKBOOK = samples.path("douyin-show.xlsx")

DRAG = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  window.dragged = new DataTransfer();
  window.dragged.items.add(new File([bytes], name));
  for (const type of ['dragenter', 'dragover']) {
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer: window.dragged, bubbles: true, cancelable: true }));
  }
}"""
DROP = """() => document.body.dispatchEvent(
  new DragEvent('drop', { dataTransfer: window.dragged, bubbles: true, cancelable: true })
)"""
PASTE = """([text, html]) => {
  const clipboardData = new DataTransfer();
  if (text) clipboardData.setData('text/plain', text);
  if (html) clipboardData.setData('text/html', html);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  return document.activeElement.dispatchEvent(event);
}"""


class AtShow(unittest.TestCase):
    #: That of the module.
    desk: Desk

    def setUp(self):
        self.desk.new_room()
        self.desk.others.send(self.desk.show, "show.plan", {"startsAt": samples.STARTS_AT})

    def person(self, *roles: str, phone: bool = False, tab: str = "numbers") -> Person:
        person = self.desk.person(f"导入{next(NUMBERS)}", *roles, phone=phone)
        # A browser tells of every answer that says no; this page says so itself.
        self.addCleanup(lambda: self.assertEqual([], [one for one in person.problems if "/api/files/" not in one]))
        self.desk.at_show(person.page, tab)
        return person

    def drop(self, page: Page, file: pathlib.Path) -> Preview:
        page.evaluate(DRAG, [file.name, base64.b64encode(file.read_bytes()).decode()])
        expect(page.get_by_text("松手就读")).to_be_visible()
        page.evaluate(DROP)
        expect(page.get_by_text("松手就读")).to_have_count(0)
        return Preview(page).stands()

    def numbers(self, page: Page) -> Locator:
        return page.locator(".snapshot")
