"""A window of any engine, used as a person uses it: what is looked for is named by its role and its words."""

import os
import pathlib
import time
from collections.abc import Callable

from marionette_driver.errors import StaleElementException
from selenium.common.exceptions import StaleElementReferenceException

PATIENCE = float(os.environ.get("AFTERSHOW_PATIENCE", 20_000)) / 1000
SIZES = {"phone": (390, 844), "laptop": (1366, 820)}

# Finds what is in sight, has the role, and has the words for its name; within the first article that says `within`.
FIND = """
const [role, words, exact, within] = arguments;
const kinds = {
  button: 'button, [role=button]', link: 'a[href]', radio: '[role=radio], input[type=radio]', article: 'article',
  checkbox: 'input[type=checkbox]', field: 'input:not([type=checkbox], [type=radio]), textarea, select', text: 'body *',
};
const seen = one => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden';
const named = one => {
  const by = one.getAttribute('aria-labelledby')?.split(' ').map(id => document.getElementById(id)?.textContent).join(' ');
  const labels = [...(one.labels ?? [])].map(label => label.textContent).join(' ');
  return (one.getAttribute('aria-label') || by || labels || one.textContent).trim();
};
const fits = name => words.some(some => exact ? name === some : name.includes(some));
let place = document;
if (within) place = [...document.querySelectorAll('article, [role=dialog], dialog')].find(one => seen(one) && one.textContent.includes(within));
if (!place) return null;
const found = [...place.querySelectorAll(kinds[role])].filter(one => seen(one) && fits(named(one)));
return (role === 'text' ? found.at(-1) : found[0]) ?? null;
"""


class Window:
    def __init__(self, engine: str, *, go: Callable, run: Callable, resize: Callable, picture: Callable):
        self.engine, self.go, self.run, self.resize, self._picture = engine, go, run, resize, picture

    def find(self, role: str, *words: str, exact: bool = False, within: str = ""):
        """Waits until it is there, by any of the words."""
        return self.until(lambda: self.run(FIND, role, words, exact, within), f"{role} “{words}” {within}")

    def click(self, role: str, words: str, **where) -> None:
        self.until(lambda: self.find(role, words, **where).click() or True, f"{role} “{words}” to press")

    def type(self, field: str, text: str, **where) -> None:
        found = self.find("field", field, **where)
        found.click()
        found.send_keys(text)

    def put(self, field: str, text: str) -> None:
        """All of it at once, lines and all, as a paste does."""
        script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))"
        self.run(script, self.find("field", field), text)

    def reads(self, words: str, **where) -> None:
        self.find("text", words, **where)

    def is_empty(self, field: str) -> None:
        self.until(lambda: self.run("return arguments[0].value === ''", self.find("field", field)), f"“{field}” emptied")

    def speaks_chinese(self) -> None:
        """WebKit's small browser knows no languages but the system's; a person presses the button."""
        if self.find("button", "中文", "English").text == "中文":
            self.click("button", "中文")
            self.find("button", "English")

    def until(self, look: Callable, what: str):
        deadline = time.monotonic() + PATIENCE
        while not (found := glance(look)):
            if time.monotonic() > deadline:
                text = self.run("return document.body.innerText")
                raise AssertionError(f"{self.engine} shows no {what} at {self.run('return location.pathname')}: {text}")
            time.sleep(0.05)
        return found

    def picture(self, folder: pathlib.Path, name: str) -> None:
        """On a laptop and on a phone, or as narrow as the engine's window gets; it stays a phone's."""
        for device in ("laptop", "phone"):
            self.resize(*SIZES[device])
            self.until(lambda wide=device == "laptop": self.run("return innerWidth > 1000") == wide, f"window for a {device}")
            self.run("return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
            (folder / f"{name}-{self.engine}-{device}.png").write_bytes(self._picture())


def glance(look: Callable):
    """What was drawn anew between looking and touching is not there yet."""
    try:
        return look()
    except (StaleElementException, StaleElementReferenceException):
        return None
