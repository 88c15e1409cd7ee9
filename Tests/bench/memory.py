"""4: what a member and a room weigh in the node's memory, and that it forgets those who have gone."""

import statistics
import time

from Tests.bench.broadcaster import BARE
from Tests.bench.camp import Camp
from Tests.bench.figure import Figure
from Tests.bench.house import UNLIMITED, running_house
from Tests.bench.reads import log_reads

CROWD = 10_000
#: A member has at most 24 connections.
MEMBERS = 480
ROOMS = 10
#: After which a log that nobody follows leaves memory, and a moment for the node to notice.
IDLE = 63


def measure(rounds: int) -> list[Figure]:
    alone = ("--conns", CROWD, "--senders", 0, "--warmup", 0, "--seconds", 0.1)
    bare = [BARE.load(64, *alone)["bytes_conn"] for _ in range(rounds)]
    waves = [crowded() for _ in range(rounds)]
    rooms = [weighed() for _ in range(rounds)]
    members = [(found["inside"][0] - found["before"]) / CROWD for found in waves]
    lasting = [(found["after"][2] / found["after"][0] - 1) * 100 for found in waves]
    inside = [(found["inside"][2] / found["inside"][0] - 1) * 100 for found in waves]
    note = f"{statistics.median(members):,.0f} bytes, {statistics.median(bare):,.0f} of them the bare library's"
    first = statistics.median([found["after"][0] for found in waves])
    return [
        Figure(4, "an idle joined member, beyond bare libwebsockets",
               [member - base for member, base in zip(members, bare)], "bytes", 2048, note=note),
        Figure(4, "a loaded room of 1,000 cards and 3,000 votes", [found["room"] / 1e6 for found in rooms], "MB", 2,
               note="its snapshot rendered, no tail"),
        Figure(4, "… still in memory a minute after the last left", [kept_when_empty()], "rooms", 0,
               note=f"of {ROOMS}"),
        Figure(4, "10,000 come and go three times: third end against first", lasting, "%", 5,
               note=f"{first / 1e6:,.0f} MB after the first"),
        Figure(4, "… while they are there", inside, "%", 5),
    ]


def crowded() -> dict:
    """Resident bytes before, and with everyone inside and after each of three waves."""
    with running_house(*UNLIMITED) as house:
        camp = Camp(house, members=MEMBERS, rooms=1, issues=10, votes=0, authors=1)
        # What making the members has left free in the heap would flatter the first wave.
        camp.restart_server()
        return camp.bench("crowd", connections=CROWD, waves=3)


def weighed() -> dict:
    """Resident bytes of one of many rooms, freshly loaded from a checkpoint and shown to one member. All else (the
    directory, the library, the allocator) has been used before."""
    with running_house(*UNLIMITED) as house:
        camp = Camp(house, members=200, rooms=ROOMS + 1, issues=1000, votes=3000, authors=150)
        camp.restart_server()
        camp.bench("join", first=199)
        found = camp.bench("crowd", connections=ROOMS + 1)
        return {"room": (found["inside"][0] - found["before"]) / ROOMS}


def kept_when_empty() -> int:
    """How many rooms need not be read again when someone comes back after the time that is theirs."""
    with running_house(*UNLIMITED) as house:
        camp = Camp(house, members=ROOMS, rooms=ROOMS, issues=100, votes=0, authors=1)
        camp.bench("crowd", connections=ROOMS)
        time.sleep(IDLE)
        before = log_reads(house, "snapshot")
        camp.bench("crowd", connections=ROOMS)
        return ROOMS - (log_reads(house, "snapshot") - before)
