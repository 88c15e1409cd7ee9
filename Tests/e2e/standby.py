"""A second PostgreSQL that follows the first one's log, and takes its place when told to."""

import os
import pathlib
import time

from Tests.e2e.database import SharedDatabase, run_as_owner


class Standby(SharedDatabase):
    """Made with `pg_basebackup`; streams until it is severed, and may then be promoted without what came after."""

    def __init__(self, primary: SharedDatabase, folder: pathlib.Path):
        self.primary = primary
        self.data, self.name, self.user, self.environment = folder / "standby", primary.name, primary.user, {}
        self.data.mkdir(mode=0o700)
        if os.geteuid() == 0:
            owner = primary.data.stat()
            os.chown(self.data, owner.st_uid, owner.st_gid)
        run_as_owner(
            self.data, "pg_basebackup", "-D", str(self.data), "-h", str(primary.data), "-U", primary.user,
            "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast",
        )
        # The primary keeps its socket in its data directory, and the copy has the lock of it.
        for lock in self.data.glob(".s.PGSQL.*.lock"):
            lock.unlink()
        with open(self.data / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(f"unix_socket_directories = '{self.data}'\n")
        self.start()

    @property
    def both(self) -> str:
        """The address a node is given: it takes whichever accepts writes."""
        return f"postgresql:///{self.name}?host={self.primary.data},{self.data}&user={self.user}"

    def catch_up(self) -> None:
        head = self.primary.rows("SELECT pg_current_wal_lsn()")[0][0]
        self._until(f"SELECT coalesce(pg_last_wal_replay_lsn() >= '{head}', false)")

    def sever(self) -> None:
        """It has what it has been sent by now, and gets nothing more."""
        self.catch_up()
        self.rows("ALTER SYSTEM SET primary_conninfo = ''")
        self.rows("SELECT pg_reload_conf()")
        self._until("SELECT count(*) = 0 FROM pg_stat_wal_receiver")

    def promote(self) -> None:
        assert self.rows("SELECT pg_promote()")[0][0] == "t", "the standby was not promoted"

    def is_waited_for(self) -> None:
        """Nothing is committed from now on but with it."""
        self.primary.rows("ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.primary.rows("SELECT pg_reload_conf()")
        self._until("SELECT sync_state = 'sync' FROM pg_stat_replication", self.primary)

    def _until(self, question: str, database: SharedDatabase | None = None, timeout: float = 60) -> None:
        deadline = time.monotonic() + timeout
        while (database or self).rows(question) != [["t"]]:
            assert time.monotonic() < deadline, f"not within {timeout} s: {question}"
            time.sleep(0.05)
