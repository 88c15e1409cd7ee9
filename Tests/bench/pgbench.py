"""pgbench as lean as it can be: one bare row of as many bytes as a command's body, and nothing for PostgreSQL to compute."""

import contextlib
import subprocess

from Tests.e2e.database import BINARIES, SharedDatabase, as_owner
from Tests.e2e.server import temporary_folder

TABLE = "create table bare (id bigint primary key, at bigint not null, body text not null)"
#: Each client counts for itself: no sequence, and no page of the index that all of them want.
INSERT = """\\set count :count + 1
\\set key :client_id * 1000000000 + :count
insert into bare values (:key, 1774000000000, '{body}');
"""
BODY = 250


@contextlib.contextmanager
def inserting(clients: int, seconds: float, *options: str):
    """A database of its own and the running pgbench, which ends by itself after `seconds` at the earliest; ended on
    leaving otherwise. Files that `options` name are made in the database's folder."""
    with temporary_folder() as folder:
        database = SharedDatabase(folder)
        try:
            with running(database, clients, seconds, options) as pgbench:
                yield database, pgbench
        finally:
            database.end()


@contextlib.contextmanager
def running(database: SharedDatabase, clients: int, seconds: float, options: tuple[str, ...]):
    database.rows(TABLE)
    script = database.data / "insert.sql"
    script.write_text(INSERT.format(body="x" * BODY))
    script.chmod(0o644)
    pgbench = subprocess.Popen(
        [BINARIES / "pgbench", "-n", "-M", "prepared", "-D", "count=0", "-c", str(clients), "-T", str(round(seconds)),
         "-f", script, "-h", database.data, "-U", database.user, *options, database.name],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=database.data, **as_owner(database.data),
    )
    try:
        yield pgbench
    finally:
        pgbench.terminate()
        pgbench.wait()
