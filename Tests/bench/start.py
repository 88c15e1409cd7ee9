"""7: how long until a node serves: from the start of the process to the first `ready`, with data already there."""

import concurrent.futures
import contextlib
import http.client
import os
import time

from Tests.bench import machine
from Tests.bench.figure import Figure
from Tests.bench.house import running_house
from Tests.e2e.database import SharedDatabase
from Tests.e2e.server import Server, temporary_folder

PATIENCE = 30


def measure(rounds: int) -> list[Figure]:
    whole = with_its_own_database(rounds)
    node = beside_a_running_database(rounds)
    return [
        Figure(7, "start to /readyz, PostgreSQL with it", whole, "s", 1),
        Figure(7, "start to /readyz, PostgreSQL running", node, "ms", 100),
    ]


def with_its_own_database(rounds: int) -> list[float]:
    with running_house() as house:
        return [restart(house.server) for _ in range(rounds)]


def beside_a_running_database(rounds: int) -> list[float]:
    with temporary_folder() as folder:
        database = SharedDatabase(folder)
        server = Server(folder, database=database.url)
        try:
            machine.pin(machine.OTHERS, *machine.family(database.postmaster))
            server.start()
            return [restart(server) * 1000 for _ in range(rounds)]
        finally:
            if server.is_running:
                server.stop()
            database.end()


def restart(server: Server) -> float:
    """Seconds, after an orderly stop. It is the start of every day: nothing to create, nothing to migrate."""
    server.stop()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        begun = time.perf_counter()
        asking = pool.submit(ask_until_ready, server.port)
        server.start()
        return asking.result() - begun


def ask_until_ready(port: int) -> float:
    """When it was. Nobody tells before the port is open, so it is tried again and again."""
    os.sched_setaffinity(0, {machine.OTHERS})
    deadline = time.perf_counter() + PATIENCE
    while time.perf_counter() < deadline:
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        with contextlib.suppress(OSError), contextlib.closing(asked):
            asked.request("GET", "/readyz")
            if asked.getresponse().status == 200:
                return time.perf_counter()
        time.sleep(0.0005)
    raise RuntimeError(f"not ready within {PATIENCE} s")
