"""People before real browsers: one context each, so nobody shares a cookie, a cache or an outbox."""

import contextlib
import os
import pathlib
import re
import shutil
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, WebSocketRoute, expect, sync_playwright

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1366, "height": 820}
# With the log that is looked at, or without.
LINE = re.compile(r"/live(\?[a-z]+=[0-9a-z-]+(&[a-z]+=[0-9a-z-]+)*)?$")
PATIENCE = float(os.environ.get("AFTERSHOW_PATIENCE", 20_000))


class Person:
    """One member at one device."""

    def __init__(self, browser: Browser, name: str, address: str, *, phone: bool = False, state: dict | None = None):
        """`state`: what the device holds already, as `storage_state` tells it."""
        self.name, self.address = name, address
        self.problems: list[str] = []
        self.line_is_up = True
        self.lost_the_line = False
        self._lines: list[WebSocketRoute] = []
        self.context: BrowserContext = browser.new_context(
            viewport=PHONE if phone else LAPTOP, has_touch=phone, is_mobile=phone, locale="zh-CN",
            timezone_id="Asia/Shanghai", accept_downloads=True, reduced_motion="reduce",
            storage_state=state,
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.route_web_socket(LINE, self._carry)
        self.page = self.tab()

    def tab(self) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.problems.append(f"{self.name}: {error}"))
        page.on("console", lambda message: self._heard(message))
        return page

    def _heard(self, message) -> None:
        # A page that is cut off says that it cannot reach the server. Nothing else may be wrong.
        if message.type != "error" or "net::ERR_" in message.text or "WebSocket" in message.text:
            return
        # One that gets no line asks, with a link that is none, whether its address is refused.
        asks = self.lost_the_line and message.location.get("url", "").endswith("/api/link")
        if not asks:
            self.problems.append(f"{self.name}: {message.text} ({message.location})")

    def _carry(self, line: WebSocketRoute) -> None:
        if self.line_is_up:
            line.connect_to_server()
            self._lines.append(line)
        else:
            line.close()

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)

    def loses_the_line(self) -> None:
        """The socket alone: pages still load."""
        self.line_is_up = False
        self.lost_the_line = True
        for line in self._lines:
            line.close()
        self._lines.clear()

    def finds_the_line(self) -> None:
        self.line_is_up = True

    def goes_offline(self) -> None:
        self.lost_the_line = True
        self.context.set_offline(True)

    def comes_back(self) -> None:
        self.context.set_offline(False)


@contextlib.contextmanager
def chromium():
    """Debian's own; as root it has to do without its sandbox."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        try:
            yield browser
        finally:
            browser.close()


def wait_until(page: Page, script: str, arg=None) -> None:
    """Playwright's own wait evaluates strings inside the page, which the page's policy forbids from the second look on."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(script, arg):
        if time.monotonic() > deadline:
            raise AssertionError(f"{page.url} never came to hold {script}")
        page.wait_for_timeout(50)


class Camera:
    """Looks at a page as its users see it: phone and laptop, light and dark; and as a screen reader does."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.violations: list[str] = []
        self._axe = Axe()

    def look(self, page: Page, name: str) -> None:
        before = page.viewport_size
        for device, size in {"laptop": LAPTOP, "phone": PHONE}.items():
            for scheme in ("light", "dark"):
                page.set_viewport_size(size)
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                page.screenshot(path=self.folder / f"{name}-{device}-{scheme}.png", animations="disabled")
                self._listen(page, f"{name} on a {device}, {scheme}")
        page.set_viewport_size(before)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")

    def _listen(self, page: Page, where: str) -> None:
        for violation in self._axe.run(page).response["violations"]:
            nodes = ", ".join(node["html"][:120] for node in violation["nodes"][:3])
            self.violations.append(f"{where}: {violation['id']}: {violation['help']}: {nodes}")
