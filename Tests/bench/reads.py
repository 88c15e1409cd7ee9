"""How often the database was asked for a log, by its own count."""

import time

from Tests.bench.house import House


def log_reads(house: House, *tables: str, timeout: float = 30) -> int:
    """Scans of these tables so far. A session of PostgreSQL tells what it has counted once a second, and the node polls
    the heads once a second: when two more polls are told of, so is everything before them."""
    deadline = time.monotonic() + timeout
    seen = scans(house, "log")
    for _ in range(2):
        while scans(house, "log") == seen:
            if time.monotonic() > deadline:
                raise RuntimeError("PostgreSQL tells of no poll")
            time.sleep(0.05)
        seen = scans(house, "log")
    return scans(house, *tables)


def scans(house: House, *tables: str) -> int:
    names = ", ".join(f"'{table}'" for table in tables)
    return int(house.database.rows(
        f"select sum(seq_scan + coalesce(idx_scan, 0)) from pg_stat_user_tables where relname in ({names})"
    )[0][0])
