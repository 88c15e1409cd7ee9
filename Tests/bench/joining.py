"""5: what it takes to come in: into a room of 1,000 cards and 3,000 votes; and all at once, back to where one was."""

import json
import statistics

from Tests.bench.camp import Camp
from Tests.bench.figure import Figure
from Tests.bench.house import UNLIMITED, running_house
from Tests.bench.reads import log_reads
from Tests.bench.sending import bare_milliseconds

AUTHORS = 150
EACH = 20
ROOMS = 20


def measure(rounds: int) -> list[Figure]:
    joins = [joined() for _ in range(rounds)]
    storms = [stormed() for _ in range(rounds)]
    return [*figures_of_joining(joins), *figures_of_storms(storms)]


def joined() -> dict:
    """By case: milliseconds until the snapshot is complete, and of the node's CPU."""
    with running_house(*UNLIMITED) as house:
        camp = Camp(house, members=400, rooms=2, issues=1000, votes=3000, authors=AUTHORS)
        # Elsewhere first: the directory, and what is paid once a process.
        camp.bench("join", first=1, room=1)
        found = {"fresh": camp.bench("join", first=1)}
        # Everyone who wrote a card sees it as their own: no two of them get the same bytes.
        found["author"] = camp.bench("join", first=2, joiners=EACH)
        found["guest"] = camp.bench("join", first=AUTHORS, joiners=EACH)
        camp.restart_server()
        camp.bench("join", first=1, room=1)
        found["loaded"] = camp.bench("join", first=1)
        return found | {"bare": bare_milliseconds(found["guest"]["bytes"])}


def figures_of_joining(joins: list[dict]) -> list[Figure]:
    def each(case: str, key: str) -> list[float]:
        return [statistics.median(found[case][key]) for found in joins]

    size = f"{joins[0]['author']['bytes'] / 1000:,.0f} KB"
    bare = f"of which the kernel takes {statistics.median(found['bare'] for found in joins):.2f} for one bare send"
    return [
        Figure(5, "snapshot complete, after hello", each("author", "milliseconds"), "ms", 20, note=size),
        Figure(5, "… the first one's, in memory", each("fresh", "milliseconds"), "ms", 20),
        Figure(5, "… the first one's, loaded for it", each("loaded", "milliseconds"), "ms", 20),
        Figure(5, "node CPU, first joiner, in memory", each("fresh", "cpuMilliseconds"), "ms", 5),
        Figure(5, "node CPU, first joiner, loaded for it", each("loaded", "cpuMilliseconds"), "ms", 5),
        Figure(5, "node CPU, next joiner, an author", each("author", "cpuMilliseconds"), "ms", 0.5, note=bare),
        Figure(5, "node CPU, next joiner, no author", each("guest", "cpuMilliseconds"), "ms", 0.5, note=bare),
    ]


def stormed() -> dict:
    with running_house(*UNLIMITED) as house:
        camp = Camp(house, members=400, rooms=ROOMS, issues=100, votes=0, authors=10)
        storm = camp.begin("storm", connections=2000, pause=True)
        if storm.stdout.readline() != "\n":
            raise RuntimeError("the storm did not gather")
        before = log_reads(house, "event", "snapshot")
        text, _ = storm.communicate("\n")
        if storm.returncode != 0:
            raise RuntimeError("the storm did not end well")
        return json.loads(text) | {"reads": log_reads(house, "event", "snapshot") - before}


def figures_of_storms(storms: list[dict]) -> list[Figure]:
    cpu = statistics.median(found["cpuMilliseconds"] for found in storms)
    size = statistics.median(found["bytes"] for found in storms)
    return [
        Figure(5, "2,000 members of 20 rooms back at once: the last", [found["milliseconds"] / 1000 for found in storms],
               "s", 2, note=f"node CPU {cpu / 2:,.0f} µs and {size / 2e6:,.1f} KB each"),
        Figure(5, "… logs read for it", [found["reads"] for found in storms], "", 0),
        Figure(5, "… snapshots sent for it", [found["snapshots"] for found in storms], "", 0),
    ]
