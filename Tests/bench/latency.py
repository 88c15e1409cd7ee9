"""3: from a command to the last of a room's members, at the pace of people, beside one pgbench client's commit and beside
what it is made of, a commit and a broadcast, at that pace; and the same while a large import, exports and slow readers
go on."""

import statistics

from Tests.bench.broadcaster import BARE, payload_like
from Tests.bench.disturbance import Disturbance
from Tests.bench.figure import Figure, quotients
from Tests.bench.house import UNLIMITED, running_house
from Tests.bench.pgbench import inserting

#: Commands a second.
PACE = "20"
LOAD = ("--members", "50", "--senders", "5", "--rate", PACE, "--seconds", "15")
SAME = ("--conns", "50", "--rooms", "1", "--senders", "5", "--rate", PACE, "--seconds", "15")
#: An import takes a show of its own.
SHOWS = 30


def measure(rounds: int) -> list[Figure]:
    commits, parts, alone, beside = zip(*(one_round() for _ in range(rounds)))
    figures = []
    for name, floor in (("p50", 0.7), ("p99", 5)):
        quiet, busy, commit = ([run[name] for run in runs] for runs in (alone, beside, commits))
        figures += [
            Figure(3, f"{name} over pgbench's, ms", [ours - base for ours, base in zip(quiet, commit)], "ms", floor,
                   note=f"{statistics.median(quiet):.2f}, pgbench {statistics.median(commit):.2f}"),
            Figure(3, f"{name} while import, export and slow readers, beside without", quotients(busy, quiet), "×", 2,
                   note=f"{statistics.median(busy):.2f}, alone {statistics.median(quiet):.2f}"),
        ]
    paced, told = (statistics.median(part) for part in zip(*parts))
    return [
        *figures,
        Figure(3, "p50 beside a commit and a bare broadcast at that pace",
               quotients([run["p50"] for run in alone], [sum(part) for part in parts]), "×",
               note=f"pgbench {paced:.2f}, lws_bcast {told:.2f}"),
    ]


def one_round() -> tuple[dict, tuple[float, float], dict, dict]:
    """Milliseconds: a commit, the parts at our pace, a command alone and beside the disturbance."""
    commit = committed()
    alone, beside, payload = alone_and_beside()
    return commit, (committed(PACE)["p50"], broadcast(payload)), alone, beside


def alone_and_beside() -> tuple[dict, dict, int]:
    """In the same house, with the limits everyone has; and how long a message is that carries as many bytes to a member."""
    with running_house(*UNLIMITED) as house:
        disturbance = Disturbance(house, SHOWS)
        house.restart()
        alone = house.bench(*LOAD, link=disturbance.invitation())
        with disturbance.going_on():
            beside = house.bench(*LOAD, link=disturbance.invitation())
        return alone["milliseconds"], beside["milliseconds"], payload_like(alone)


def broadcast(payload: int) -> float:
    """From one member's message to the last of fifty, through a server that only hands it on."""
    return BARE.load(payload, *SAME)["fanout"]["p50"] / 1000


def committed(rate: str | None = None, seconds: int = 5) -> dict:
    """One client's transactions as pgbench has written them down, one after the other or at a pace: what it then began
    late it tells as a seventh figure and counts in, and it is not the database's."""
    pace = ("-R", rate) if rate else ()
    with inserting(1, seconds, "-l", "--log-prefix=latency", *pace) as (database, pgbench):
        pgbench.wait()
        lines = [line.split() for file in database.data.glob("latency.*") for line in file.read_text().splitlines()]
        took = sorted((int(line[2]) - sum(map(int, line[6:]))) / 1000 for line in lines)
        return {"p50": took[len(took) // 2], "p99": took[len(took) * 99 // 100]}
