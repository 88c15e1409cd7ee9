"""One member's page in a real Chromium, and what it costs: bytes, frames, time of the main thread."""

import asyncio
import contextlib
import dataclasses
import os
import shutil

from playwright.async_api import async_playwright

from Tests.bench import machine

LAPTOP = {"width": 1366, "height": 820}

#: Notes when the last part of the room's snapshot arrived, when a card was first presented (as the compositor tells it
#: of the text of the first one), when all of them stood, and every long task; and marks each event in the trace.
WATCH = """
  const seen = globalThis.seen = { wanted: 0, arrived: 0, painted: 0, whole: 0, long: [] };
  const observe = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type });
  observe('longtask', task => seen.long.push(task.duration));
  observe('element', text => (seen.painted ||= text.renderTime));
  const cards = document.getElementsByClassName('issue-text');
  new MutationObserver((_, watch) => {
    if (cards.length === 0) return;
    cards[0].setAttribute('elementtiming', 'card');
    watch.disconnect();
  }).observe(document, { childList: true, subtree: true });
  globalThis.stands = new Promise(stands => {
    const look = () => {
      if (!seen.whole && seen.wanted && cards.length >= seen.wanted) seen.whole = performance.now();
      seen.painted && seen.whole ? stands() : requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  globalThis.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener('message', ({ data }) => {
        if (data.includes('"t":"ev"')) {
          performance.mark('event');
          seen.tell?.(data);
        }
        if (!data.includes('"t":"snap"') || !data.includes('"kind":"room"')) return;
        seen.arrived = performance.now();
        seen.wanted += data.split('"edited":').length - 1;
      });
    }
  };
"""

#: Notes each frame's time after the one before, and how long after a message that brought it a card's text had been
#: painted: from the moment at which the message was there to the end of the frame in which the text stood.
ATTEND = """() => {
  Object.assign(seen, { frames: [], drawn: [], long: [], attends: true });
  const told = new Set();
  const awaited = new Map();
  const [waiting, ready] = [[], []];
  let inFrame = false;
  let before = null;
  seen.tell = data => {
    for (const [, text] of data.matchAll(/"text":"([^"]+)"/g)) {
      if (!told.has(text)) awaited.set(text, performance.now());
      told.add(text);
    }
  };
  const find = words => {
    for (const [text, at] of awaited) {
      if (!words.includes(text)) continue;
      awaited.delete(text);
      (inFrame ? ready : waiting).push(at);
    }
  };
  new MutationObserver(records => {
    if (awaited.size === 0) return;
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') find(target.data);
      else for (const node of addedNodes) find(node.textContent);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    inFrame = false;
    const now = performance.now();
    for (const at of ready.splice(0)) seen.drawn.push(now - at);
  };
  const frame = time => {
    if (!seen.attends) return;
    requestAnimationFrame(frame);
    if (before !== null) seen.frames.push(time - before);
    before = time;
    inFrame = true;
    ready.push(...waiting.splice(0));
    port2.postMessage(0);
  };
  requestAnimationFrame(frame);
}"""


@dataclasses.dataclass(frozen=True)
class Cost:
    """Milliseconds of the main thread: as they passed, and what of them it computed."""

    passed: float
    computed: float


class Viewer:
    """A page of its own profile: nothing is cached, nothing is drafted."""

    def __init__(self, context, page, line):
        self.page = page
        #: Bytes as transferred, by path: compressed, head included.
        self.files: dict[str, int] = {}
        self._context, self._line = context, line
        self._paths: dict[str, str] = {}
        line.on("Network.requestWillBeSent", self._asked)
        line.on("Network.loadingFinished", self._loaded)

    def _asked(self, told: dict) -> None:
        self._paths[told["requestId"]] = "/" + told["request"]["url"].split("/", 3)[-1]

    def _loaded(self, told: dict) -> None:
        self.files[self._paths[told["requestId"]]] = int(told["encodedDataLength"])

    async def open(self, url: str) -> None:
        """Returns when every card is there and nothing more is being fetched."""
        await self.page.goto(url)
        await self.page.evaluate("stands")
        await self.page.wait_for_load_state("networkidle")

    async def seen(self) -> dict:
        return await self.page.evaluate("seen")

    async def busy(self) -> float:
        """Milliseconds the main thread has spent in tasks so far."""
        told = await self._line.send("Performance.getMetrics")
        return next(one["value"] for one in told["metrics"] if one["name"] == "TaskDuration") * 1000

    async def attended(self, work) -> dict:
        """How the page kept up while `work` was awaited, in milliseconds: `frames`, `drawn` and `long` tasks."""
        await self.page.evaluate(ATTEND)
        await work
        await self.page.evaluate("seen.attends = false")
        return await self.seen()

    async def costs(self, work) -> list[Cost]:
        """What each event cost that arrived while `work` was awaited: every task of the main thread from the one in
        which it arrived up to the one in which the next did."""
        trace: list[dict] = []
        ended = asyncio.Event()
        self._line.on("Tracing.dataCollected", lambda told: trace.extend(told["value"]))
        self._line.once("Tracing.tracingComplete", lambda _: ended.set())
        told_of = {"includedCategories": ["toplevel", "blink.user_timing"]}
        await self._line.send("Tracing.start", {"traceConfig": told_of})
        await work
        await self._line.send("Tracing.end")
        await ended.wait()
        return costs_of(trace)

    async def close(self) -> None:
        await self._context.close()


def costs_of(trace: list[dict]) -> list[Cost]:
    marks = sorted((one for one in trace if one["name"] == "event"), key=lambda one: one["ts"])
    thread = marks[0]["pid"], marks[0]["tid"]
    tasks = [
        one for one in trace
        if one["name"] == "ThreadControllerImpl::RunTask" and (one["pid"], one["tid"]) == thread and "tdur" in one
    ]
    tasks.sort(key=lambda one: one["ts"])
    costs, passed, computed, arrived = [], 0.0, 0.0, 0
    for task in tasks:
        ends = task["ts"] + task["dur"]
        if arrived < len(marks) and marks[arrived]["ts"] < ends:
            if arrived:
                costs.append(Cost(passed, computed))
            passed = computed = 0.0
        # Several may arrive in one task; the last one is not closed by another, and left out.
        while arrived < len(marks) and marks[arrived]["ts"] < ends:
            arrived += 1
        passed += task["dur"] / 1000
        computed += task["tdur"] / 1000
    return costs


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
    """Debian's own, on any core, as its many threads are used to; the crowd, which is this process, stays beside
    PostgreSQL. As root it has to do without its sandbox. Without windows: the pages of which Chromium builds its own, in a
    second renderer at the same time, are not the page's to answer for."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        try:
            with staying_on(machine.OTHERS):
                yield Chromium(browser)
        finally:
            await browser.close()


@contextlib.contextmanager
def staying_on(core: int):
    """This thread, and whatever it starts meanwhile."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
