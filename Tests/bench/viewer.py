"""One member's page in a real Chromium, and what it costs: bytes, frames, time of the main thread."""

import contextlib
import os
import shutil

from playwright.async_api import async_playwright

from Tests.bench import machine

LAPTOP = {"width": 1366, "height": 820}

#: Notes when the last part of a room's snapshot arrived, when the frame with all of its cards had been presented, and
#: every long task. The second frame after the one that drew begins when the first has been handed to the screen.
WATCH = """
  const seen = globalThis.seen = { wanted: 0, arrived: 0, painted: 0, long: [] };
  new PerformanceObserver(list => seen.long.push(...list.getEntries().map(one => one.duration)))
    .observe({ type: 'longtask' });
  const look = () => {
    if (seen.wanted && document.querySelectorAll('[data-issue]').length >= seen.wanted)
      requestAnimationFrame(() => requestAnimationFrame(() => (seen.painted = performance.now())));
    else requestAnimationFrame(look);
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      const hear = ({ data }) => {
        const now = performance.now();
        const cards = data.includes('"t":"snap"') && data.includes('"kind":"room"') ? data.split('"edited":').length - 1 : 0;
        if (cards === 0) return;
        seen.arrived = now;
        seen.wanted += cards;
      };
      this.addEventListener('message', hear);
    }
  };
  requestAnimationFrame(look);
"""


class Viewer:
    """A page of its own profile: nothing is cached, nothing is drafted."""

    def __init__(self, context, page, line):
        self.page = page
        self._context, self._line = context, line
        self.files: dict[str, int] = {}
        self.frames = 0
        self._urls: dict[str, str] = {}
        line.on("Network.requestWillBeSent", lambda told: self._urls.update({told["requestId"]: told["request"]["url"]}))
        line.on("Network.loadingFinished", self._loaded)
        line.on("Network.webSocketFrameReceived", self._heard)

    def _loaded(self, told: dict) -> None:
        """As transferred: compressed, head included."""
        self.files[self._urls.get(told["requestId"], told["requestId"])] = int(told["encodedDataLength"])

    def _heard(self, told: dict) -> None:
        self.frames += len(told["response"]["payloadData"].encode())

    async def open(self, url: str, sight: str) -> None:
        """Returns when `sight` is there and nothing more is being fetched."""
        await self.page.goto(url)
        await self.page.wait_for_selector(sight)
        await self.page.wait_for_load_state("networkidle")

    @property
    def bytes(self) -> int:
        return sum(self.files.values()) + self.frames

    async def seen(self) -> dict:
        return await self.page.evaluate("seen")

    async def spent(self) -> dict[str, float]:
        """Milliseconds of the main thread since the page began, by Chromium's own account: its tasks as they passed, and
        what of them it computed."""
        told = await self._line.send("Performance.getMetrics")
        values = {one["name"]: one["value"] * 1000 for one in told["metrics"]}
        return {name: values[name] for name in (
            "TaskDuration", "ScriptDuration", "RecalcStyleDuration", "LayoutDuration", "ThreadTime",
        ) if name in values}

    async def close(self) -> None:
        await self._context.close()


class Chromium:
    def __init__(self, browser):
        self._browser = browser

    async def viewer(self, address: str, cookie: str) -> Viewer:
        """Signed in by the session whose cookie is given."""
        context = await self._browser.new_context(viewport=LAPTOP, locale="zh-CN", timezone_id="Asia/Shanghai")
        name, value = cookie.split("=", 1)
        await context.add_cookies([{"name": name, "value": value, "url": address}])
        await context.add_init_script(WATCH)
        page = await context.new_page()
        line = await context.new_cdp_session(page)
        viewer = Viewer(context, page, line)
        await line.send("Network.enable")
        await line.send("Performance.enable")
        return viewer


@contextlib.asynccontextmanager
async def chromium():
    """Debian's own, beside the clients on the second core; as root it has to do without its sandbox."""
    with staying_on(machine.OTHERS):
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"] if os.geteuid() == 0 else []
            )
            try:
                yield Chromium(browser)
            finally:
                await browser.close()


@contextlib.contextmanager
def staying_on(core: int):
    """This process and whatever it starts meanwhile."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
