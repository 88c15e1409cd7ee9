"""2: commands decided, committed and delivered, beside bare one-row INSERTs by 32 clients on the same two cores."""

import statistics
import time

from Tests.bench import machine
from Tests.bench.figure import Figure, quotients
from Tests.bench.house import UNLIMITED, running_house
from Tests.bench.pgbench import inserting
from Tests.e2e.database import SharedDatabase

LOAD = ("--rooms", "32", "--members", "2", "--senders", "2", "--window", "4")
CLIENTS = 32


def measure(rounds: int) -> list[Figure]:
    pairs = [(ours(), bare_inserts()) for _ in range(rounds)]
    commands, rows = [own["commandsPerSecond"] for own, _ in pairs], [bare["rows"] for _, bare in pairs]
    dear, cheap = [own["databaseMicrosecondsPerCommand"] for own, _ in pairs], [bare["cpu"] for _, bare in pairs]
    return [
        Figure(2, "commands/s, beside pgbench's rows/s", quotients(commands, rows), "×", 0.6, 1, more_is_better=True,
               note=f"{statistics.median(commands):,.0f}/s, pgbench {statistics.median(rows):,.0f}/s"),
        Figure(2, "PostgreSQL's CPU a command, beside a row's", quotients(dear, cheap), "×", 1 / 3,
               note=f"{statistics.median(dear):.1f} µs, a row {statistics.median(cheap):.1f} µs"),
    ]


def ours() -> dict:
    with running_house(*UNLIMITED) as house:
        return house.bench(*LOAD)


def bare_inserts(warmup: float = 1, seconds: float = 5) -> dict:
    """Rows a second, and microseconds of PostgreSQL's CPU each, over as long as our own load is measured and as we are:
    the postmaster and all there is below it. What it takes to begin and to count is outside."""
    with inserting(CLIENTS, warmup + seconds + 2) as (database, _):
        time.sleep(warmup)
        begun, before = rows_of(database), spent_by(database)
        start = time.monotonic()
        time.sleep(seconds)
        span = time.monotonic() - start
        cpu, rows = spent_by(database) - before, rows_of(database) - begun
        return {"rows": rows / span, "cpu": cpu / rows * 1e6}


def rows_of(database: SharedDatabase) -> int:
    return int(database.rows("select count(*) from bare")[0][0])


def spent_by(database: SharedDatabase) -> float:
    return machine.cpu_seconds(*machine.family(database.postmaster))
