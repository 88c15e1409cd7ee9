"""1: what it costs to carry a committed event to a member, beside bare libwebsockets that commits nothing."""

import statistics

from Tests.bench.broadcaster import bare_broadcast
from Tests.bench.figure import Figure, quotients
from Tests.bench.house import UNLIMITED, running_house

LOAD = ("--members", "50", "--senders", "5", "--window", "16")
SAME = ("--conns", "50", "--rooms", "1", "--senders", "5", "--window", "16")
#: By the words of the load generator. It fails, and so does the benchmark, when any of them is not 0.
FAULTS = ("missing", "doubled", "reordered", "gaps")


def measure(rounds: int) -> list[Figure]:
    pairs = [pair() for _ in range(rounds)]
    own, bare = [ours["serverMicrosecondsPerDelivery"] for ours, _, _ in pairs], [bare for _, _, bare in pairs]
    alone = [ours["deliveriesPerSecond"] for ours, _, _ in pairs]
    beside = [idle["deliveriesPerSecond"] for _, idle, _ in pairs]
    return [
        Figure(1, "CPU a delivery, beside the bare library's", quotients(own, bare), "×", 1.6, 1.2,
               note=f"{statistics.median(own):.2f} µs, bare {statistics.median(bare):.2f} µs"),
        Figure(1, "deliveries/s beside 5,000 idle members", quotients(beside, alone), "×", 0.9, 1, more_is_better=True,
               note=f"{statistics.median(alone):,.0f}/s without them"),
        Figure(1, "events lost, doubled, out of order",
               [sum(run[fault] for run in (ours, idle) for fault in FAULTS) for ours, idle, _ in pairs], "", 0),
    ]


def pair() -> tuple[dict, dict, float]:
    """Ours, ours beside a crowd, and bare at as many bytes a delivery as ours had."""
    with running_house(*UNLIMITED) as house:
        ours = house.bench(*LOAD)
    payload = round(ours["bytesPerSecond"] / ours["deliveriesPerSecond"])
    bare = bare_broadcast(payload, *SAME)["us_per_deliv"]
    with running_house(*UNLIMITED) as house:
        return ours, house.bench(*LOAD, "--idle", "5000"), bare
