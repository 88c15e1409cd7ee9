"""2: commands decided, committed and delivered, beside bare one-row INSERTs by 32 clients on the same two cores."""

import contextlib
import re
import statistics

from Tests.bench import machine
from Tests.bench.figure import Figure, quotients
from Tests.bench.house import UNLIMITED, running_house
from Tests.e2e.database import SharedDatabase, run_as_owner
from Tests.e2e.server import temporary_folder

LOAD = ("--rooms", "32", "--members", "2", "--senders", "2", "--window", "4")
TABLE = "create table bare (id uuid primary key, at bigint not null, body text not null)"
INSERT = "insert into bare values (gen_random_uuid(), 1774000000000, repeat('x', 250));\n"


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


def bare_inserts(seconds: int = 6) -> dict:
    """Rows a second, and microseconds of PostgreSQL's CPU each: all of its sessions, also those that have ended."""
    with temporary_folder() as folder, contextlib.ExitStack() as stack:
        database = SharedDatabase(folder)
        stack.callback(database.end)
        database.rows(TABLE)
        script = database.data / "insert.sql"
        script.write_text(INSERT)
        script.chmod(0o644)
        before = machine.cpu_seconds(*machine.family(database.postmaster))
        said = run_as_owner(
            database.data, "pgbench", "-n", "-M", "prepared", "-c", "32", "-T", str(seconds), "-f", str(script),
            "-h", str(database.data), "-U", database.user, database.name,
        )
        spent = machine.cpu_seconds(*machine.family(database.postmaster)) - before
        rows = int(re.search(r"actually processed: (\d+)", said)[1])
        return {"rows": float(re.search(r"tps = ([\d.]+)", said)[1]), "cpu": spent / rows * 1e6}
