"""1: what it costs to carry a committed event to a member, beside servers that commit nothing."""

import statistics

from Tests.bench.broadcaster import BARE, NCHAN, NODE_WS, SOCKETIFY, Broadcaster, payload_like
from Tests.bench.figure import Figure, quotients
from Tests.bench.house import UNLIMITED, running_house

LOAD = ("--members", "50", "--senders", "5", "--window", "16")
SAME = ("--conns", "50", "--rooms", "1", "--senders", "5", "--window", "16")
#: Floor and goal of our deliveries/s beside theirs.
WANTED = {NODE_WS: (2, None), NCHAN: (2, None), SOCKETIFY: (None, 1)}
#: By the words of the load generator. It fails, and so does the benchmark, when any of them is not 0.
FAULTS = ("missing", "doubled", "reordered", "gaps")


def measure(rounds: int) -> list[Figure]:
    seen = [one_round() for _ in range(rounds)]
    ours, crowded, bare = ([found[name] for found in seen] for name in ("ours", "crowded", BARE.name))
    own, least = [run["serverMicrosecondsPerDelivery"] for run in ours], [run["us_per_deliv"] for run in bare]
    alone, beside = ([run["deliveriesPerSecond"] for run in runs] for runs in (ours, crowded))
    return [
        Figure(1, "CPU a delivery, beside the bare library's", quotients(own, least), "×", 2.5, 1.2,
               note=f"{statistics.median(own):.2f} µs, bare {statistics.median(least):.2f} µs"),
        *(against(other, alone, [found[other.name]["deliv_s"] for found in seen]) for other in WANTED),
        Figure(1, "deliveries/s beside 5,000 idle members", quotients(beside, alone), "×", 0.9, 1, more_is_better=True,
               note=f"{statistics.median(alone):,.0f}/s without them"),
        Figure(1, "events lost, doubled, out of order",
               [sum(found[name][fault] for name in ("ours", "crowded") for fault in FAULTS) for found in seen], "", 0),
    ]


def against(other: Broadcaster, ours: list[float], theirs: list[float]) -> Figure:
    floor, goal = WANTED[other]
    note = f"{statistics.median(ours):,.0f}/s, {other.name} {statistics.median(theirs):,.0f}/s"
    return Figure(1, f"deliveries/s, beside {other.name}", quotients(ours, theirs), "×", floor, goal, True, note)


def one_round() -> dict[str, dict]:
    """Ours beside a crowd and alone, and the others at as many bytes a delivery as ours had: what is compared closest
    stands side by side, for a shared machine is another one a minute later."""
    with running_house(*UNLIMITED) as house:
        found = {"crowded": house.bench(*LOAD, "--idle", "5000")}
    with running_house(*UNLIMITED) as house:
        found["ours"] = house.bench(*LOAD)
    payload = payload_like(found["ours"])
    for other in (BARE, *WANTED):
        found[other.name] = other.load(payload, *SAME)
    return found
