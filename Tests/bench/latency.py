"""3: from a command to the last of a room's members, at the pace of people: judged beside what it is made of, one
pgbench client's commit and a bare broadcast at that same pace, and told beside commits one after the other; and the same
while a large import, exports and slow readers go on."""

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
#: Milliseconds beyond pgbench's. The median has none: it is judged beside a commit and a broadcast.
FLOORS = {"p50": None, "p99": 5}


def measure(rounds: int) -> list[Figure]:
    commits, parts, alone, beside = zip(*(one_round() for _ in range(rounds)))
    return [
        beside_its_parts(alone, parts),
        *(figure for name in ("p50", "p99") for figure in (
            over_commits(name, alone, commits), disturbed(name, beside, alone),
        )),
    ]


def beside_its_parts(alone: list[dict], parts: list[tuple[float, float]]) -> Figure:
    """The commit and the broadcast wait as long for a sleeping processor as a command does, on any machine."""
    commit, told = (statistics.median(part) for part in zip(*parts))
    return Figure(3, "p50 beside a commit and a bare broadcast at that pace",
                  quotients([run["p50"] for run in alone], [sum(part) for part in parts]), "×", 1.5, 1.1,
                  note=f"{median('p50', alone):.2f} ms, pgbench {commit:.2f}, lws_bcast {told:.2f}")


def over_commits(name: str, alone: list[dict], commits: list[dict]) -> Figure:
    """Commits one after the other never find the processor asleep, so what a median has beyond them tells about the
    machine: it has no floor."""
    return Figure(3, f"{name} over pgbench's, one after the other",
                  [ours[name] - commit[name] for ours, commit in zip(alone, commits)], "ms", FLOORS[name],
                  note=f"{median(name, alone):.2f} ms, pgbench {median(name, commits):.2f}")


def disturbed(name: str, beside: list[dict], alone: list[dict]) -> Figure:
    return Figure(3, f"{name} while import, export and slow readers, beside without",
                  quotients([run[name] for run in beside], [run[name] for run in alone]), "×", 2,
                  note=f"{median(name, beside):.2f} ms, alone {median(name, alone):.2f}")


def median(name: str, runs: list[dict]) -> float:
    return statistics.median(run[name] for run in runs)


def one_round() -> tuple[dict, tuple[float, float], dict, dict]:
    """Milliseconds: a commit after the other, a commit and a broadcast at our pace, a command alone and disturbed."""
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
