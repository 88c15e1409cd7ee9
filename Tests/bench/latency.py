"""3: from a command to the last of a room's members, at the pace of people, beside one pgbench client's commit; and the
same while a large import, exports and slow readers go on."""

import statistics

from Tests.bench.disturbance import Disturbance
from Tests.bench.figure import Figure, quotients
from Tests.bench.house import UNLIMITED, running_house
from Tests.bench.pgbench import inserting

LOAD = ("--members", "50", "--senders", "5", "--rate", "20", "--seconds", "15")
#: An import takes a show of its own.
SHOWS = 30


def measure(rounds: int) -> list[Figure]:
    bare = [one_client() for _ in range(rounds)]
    pairs = [alone_and_beside() for _ in range(rounds)]
    figures = []
    for name, floor in (("p50", 0.7), ("p99", 5)):
        alone, beside, commit = ([run[name] for run in runs] for runs in (*zip(*pairs), bare))
        figures += [
            Figure(3, f"{name} over pgbench's, ms", [ours - base for ours, base in zip(alone, commit)], "ms", floor,
                   note=f"{statistics.median(alone):.2f}, pgbench {statistics.median(commit):.2f}"),
            Figure(3, f"{name} while import, export and slow readers, beside without", quotients(beside, alone), "×", 2,
                   note=f"{statistics.median(beside):.2f}, alone {statistics.median(alone):.2f}"),
        ]
    return figures


def alone_and_beside() -> tuple[dict, dict]:
    """Milliseconds, in the same house, with the limits everyone has."""
    with running_house(*UNLIMITED) as house:
        disturbance = Disturbance(house, SHOWS)
        house.restart()
        alone = house.bench(*LOAD, link=disturbance.invitation())
        with disturbance.going_on():
            beside = house.bench(*LOAD, link=disturbance.invitation())
        return alone["milliseconds"], beside["milliseconds"]


def one_client(seconds: int = 5) -> dict:
    """Milliseconds of each transaction, as pgbench has written them down."""
    with inserting(1, seconds, "-l", "--log-prefix=latency") as (database, pgbench):
        pgbench.wait()
        lines = [line for file in database.data.glob("latency.*") for line in file.read_text().splitlines()]
        took = sorted(int(line.split()[2]) / 1000 for line in lines)
        return {"p50": took[len(took) // 2], "p99": took[len(took) * 99 // 100]}
