"""Target 8, the page: what its first sight weighs, how fast a full room stands, what one event costs in it, and whether
it stays light-footed while everyone writes at once. A real Chromium on the second core, beside clients and database."""

import asyncio
import os

from Tests.bench.crowd import CARDS, Crowd, crowd
from Tests.bench.figure import Figure
from Tests.bench.house import UNLIMITED, running_house
from Tests.bench.viewer import Chromium, Viewer, chromium

CARD = "[data-issue]"
SPACED = 200
RATE = 100
SECONDS = float(os.environ.get("AFTERSHOW_PAGE_SECONDS", 60))


def measure(rounds: int) -> list[Figure]:
    with running_house(*UNLIMITED) as house:
        return asyncio.run(looked_at(house.server.address, house.server.lead_link, rounds))


async def looked_at(address: str, link: str, rounds: int) -> list[Figure]:
    async with crowd(address, link) as room, chromium() as browser:
        figures = [await lobby(browser, address, room), await cold_room(browser, address, room)]
        figures.append(await standing(browser, address, room, rounds))
        viewer = await inside(browser, address, room)
        figures.append(await one_event(viewer, room, rounds))
        figures.append(await storm(viewer, room))
        await viewer.close()
    assert not room.refusals, room.refusals[:5]
    return figures


async def lobby(browser: Chromium, address: str, room: Crowd) -> Figure:
    """Everything fetched until the lobby stands, what came over the socket included."""
    viewer = await browser.viewer(address, room.session.cookie)
    await viewer.open(address, ".show-row")
    await viewer.close()
    return weight("first sight of the lobby", viewer, floor=100)


async def cold_room(browser: Chromium, address: str, room: Crowd) -> Figure:
    """The room opened at once by its address; its thousand cards are not counted, they are no part of the page."""
    viewer = await inside(browser, address, room)
    await viewer.close()
    viewer.frames = 0
    return weight("first sight of the room", viewer, floor=None)


async def inside(browser: Chromium, address: str, room: Crowd) -> Viewer:
    viewer = await browser.viewer(address, room.session.cookie)
    await viewer.open(f"{address}/room/{room.room}", CARD)
    await viewer.page.wait_for_function("seen.painted > 0")
    return viewer


def weight(name: str, viewer: Viewer, floor: float | None) -> Figure:
    note = f"{len(viewer.files)} files" + (f", {viewer.frames / 1000:.1f} KB over the socket" if viewer.frames else "")
    return Figure(8, name, [viewer.bytes / 1000], "KB", floor=floor, goal=floor, note=note)


async def standing(browser: Chromium, address: str, room: Crowd, rounds: int) -> Figure:
    """From the arrival of the snapshot's last part until the frame with all cards has been presented."""
    times = []
    for _ in range(max(rounds, 3)):
        viewer = await inside(browser, address, room)
        seen = await viewer.seen()
        times.append(seen["painted"] - seen["arrived"])
        await viewer.close()
    return Figure(8, f"{CARDS:,} cards painted", times, "ms", floor=200, goal=200, note="after their snapshot has arrived")


async def one_event(viewer: Viewer, room: Crowd, rounds: int) -> Figure:
    """Events far enough apart that each is drawn by itself; whatever else the page does meanwhile counts too."""
    costs, computed = [], []
    for _ in range(rounds):
        before = await viewer.spent()
        await room.perform(SPACED, rate=20)
        after = await viewer.spent()
        costs.append((after["TaskDuration"] - before["TaskDuration"]) / SPACED)
        computed.append({name: (after[name] - before[name]) / SPACED for name in after})
    print(*computed, sep="\n")
    return Figure(8, f"one event among {CARDS:,} cards", costs, "ms", floor=4, goal=4, note="of the main thread")


async def storm(viewer: Viewer, room: Crowd) -> Figure:
    await viewer.page.evaluate("seen.long = []")
    before = await viewer.spent()
    await room.perform(int(RATE * SECONDS), RATE)
    after = await viewer.spent()
    long = (await viewer.seen())["long"]
    busy = (after["TaskDuration"] - before["TaskDuration"]) / SECONDS / 10
    note = f"at {RATE} events/s for {SECONDS:.0f} s; main thread {busy:.0f} % busy, longest {max(long, default=0):.0f} ms"
    return Figure(8, "tasks over 50 ms", [len(long)], "", floor=3, goal=3, note=note)
