"""8: the page in a real Chromium: what its first sight weighs, how soon a full room stands, what one event costs in it,
and whether it stays light-footed while everyone writes at once; and how it keeps up with a meeting of a hundred."""

import asyncio
import statistics

from Tests.bench.crowd import CARDS, Crowd, crowd
from Tests.bench.figure import Figure
from Tests.bench.house import UNLIMITED, running_house
from Tests.bench.people import gathered
from Tests.bench.viewer import Chromium, chromium

#: Far enough apart that each event is drawn by itself.
SPACED, APART = 200, 1 / 20
RATE, SECONDS = 100, 60
#: A meeting: so many are in the room, and say so many things a second.
MEMBERS, PACE, MEETS = 100, 20, 30
CHARTS = ("/charts/", "/vendor/")


def measure(rounds: int) -> list[Figure]:
    with running_house(*UNLIMITED) as house:
        looks = asyncio.run(looked_at(house.server.address, house.server.lead_link, rounds))
    return figures_of(looks)


async def looked_at(address: str, link: str, rounds: int) -> list[dict]:
    async with crowd(address, link) as room, chromium() as browser:
        looks = [await look(browser, address, room) for _ in range(rounds)]
    if room.refusals:
        raise RuntimeError(f"commands were refused: {room.refusals[:5]}")
    return looks


async def look(browser: Chromium, address: str, room: Crowd) -> dict:
    viewer = await browser.viewer(address, room.session.cookie)
    await viewer.open(f"{address}/room/{room.room}")
    files = {path: size for path, size in viewer.files.items() if not path.startswith(CHARTS)}
    first = await viewer.seen()
    costs = await viewer.costs(room.perform(SPACED, 1 / APART))
    storm = await stormed(viewer, room)
    meets = kept_up(await gathering(viewer, room))
    await viewer.close()
    return {"files": files, "seen": first, "costs": costs, "meets": meets, **storm}


def meeting() -> dict[str, float]:
    """What keeping up with a meeting takes, for any checkout: by the name of the figure."""
    with running_house(*UNLIMITED) as house:
        told = asyncio.run(met(house.server.address, house.server.lead_link))
    return {name: value for name, _, _, value in kept_up(told)}


async def met(address: str, link: str) -> dict:
    async with crowd(address, link) as room, chromium() as browser:
        viewer = await browser.viewer(address, room.session.cookie)
        await viewer.open(f"{address}/room/{room.room}")
        told = await gathering(viewer, room)
        await viewer.close()
    if room.refusals:
        raise RuntimeError(f"commands were refused: {room.refusals[:5]}")
    return told


async def gathering(viewer, room: Crowd) -> dict:
    """What was seen while a hundred members looked around and said twenty things a second."""
    async with gathered(room.guests(MEMBERS - 1 - len(room.writers))):
        await room.perform(PACE * 3, PACE)
        before = await viewer.busy()
        seen = await viewer.attended(room.perform(PACE * MEETS, PACE))
        busy = (await viewer.busy() - before) / MEETS / 10
    return {"frames": seen["frames"], "drawn": seen["drawn"], "late": seen["long"], "busy": busy}


def kept_up(told: dict) -> list[tuple[str, str, float | None, float]]:
    """Figure, unit, floor, value."""
    frames, drawn = sorted(told["frames"]), sorted(told["drawn"])
    return [
        ("from one frame to the next, p95", "ms", 34, frames[len(frames) * 95 // 100]),
        ("a told event to the drawn card, p50", "ms", None, drawn[len(drawn) // 2]),
        ("a told event to the drawn card, p95", "ms", 100, drawn[len(drawn) * 95 // 100]),
        ("tasks over 50 ms", "", 3, len(told["late"])),
        ("main thread busy", "%", None, told["busy"]),
    ]


async def stormed(viewer, room: Crowd) -> dict:
    await viewer.page.evaluate("seen.long = []")
    before = await viewer.busy()
    await room.perform(RATE * SECONDS, RATE)
    busy = (await viewer.busy() - before) / SECONDS / 10
    return {"long": (await viewer.seen())["long"], "busy": busy}


def figures_of(looks: list[dict]) -> list[Figure]:
    weights = [sum(found["files"].values()) / 1000 for found in looks]
    stood = [found["seen"]["painted"] - found["seen"]["arrived"] for found in looks]
    whole = statistics.median(found["seen"]["whole"] - found["seen"]["arrived"] for found in looks)
    computed = [statistics.median(cost.computed for cost in found["costs"]) for found in looks]
    passed = statistics.median(statistics.median(cost.passed for cost in found["costs"]) for found in looks)
    longest = max((task for found in looks for task in found["long"]), default=0)
    busy = statistics.median(found["busy"] for found in looks)
    return [
        Figure(8, "first sight of a room, without charts", weights, "KB", 110,
               note=f"{len(looks[0]['files'])} files as transferred, heads included"),
        Figure(8, f"a room of {CARDS:,} cards first painted", stood, "ms", 200,
               note=f"after its snapshot has arrived; all cards stand after {whole:,.0f} ms"),
        Figure(8, "one event in it, main thread", computed, "ms", 4,
               note=f"CPU: script, style, layout, paint, collection; {passed:.1f} ms as it passed"),
        Figure(8, f"tasks over 50 ms, {RATE} events/s for {SECONDS} s", [len(found["long"]) for found in looks], "", 3,
               note=f"longest {longest:.0f} ms, main thread {busy:.0f} % busy"),
        *meetings([found["meets"] for found in looks]),
    ]


def meetings(looks: list[list[tuple]]) -> list[Figure]:
    figures = []
    for rows in zip(*looks):
        name, unit, floor, _ = rows[0]
        where = "…" if figures else f"{MEMBERS} members, {PACE} commands/s:"
        figures.append(Figure(8, f"{where} {name}", [row[3] for row in rows], unit, floor))
    return figures
