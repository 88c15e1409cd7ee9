"""Aftershow under measurement: a fresh server on core 0, its PostgreSQL on core 1."""

import contextlib
import json
import pathlib

from Tests.bench import machine
from Tests.e2e.database import PrivateDatabase
from Tests.e2e.server import HOME, Server, temporary_folder

BENCH = HOME / ".build/release/aftershow-bench"
UNLIMITED = ("--rate", "1000000", "--burst", "1000000")


class House:
    """One running server and its private database."""

    def __init__(self, server: Server, folder: pathlib.Path):
        self.server = server
        self.database = PrivateDatabase(folder)

    @property
    def pid(self) -> int:
        return self.server.pid

    @property
    def postmaster(self) -> int:
        return self.database.postmaster

    def settle(self) -> None:
        """The server has its core to itself, PostgreSQL and its future sessions the other."""
        postgres = machine.family(self.postmaster)
        machine.pin(machine.OTHERS, *postgres)
        machine.pin(machine.MEASURED, self.pid)

    def restart(self, *options: str) -> None:
        """The same house with other options."""
        self.server.stop()
        self.server.options = options
        self.server.start()
        self.settle()

    def bench(self, *options: str, link: str | None = None) -> dict:
        """What `aftershow-bench` reports of the load given by `options`, as JSON. It fails when anything was lost,
        doubled or out of order. Without a lead's `link` it uses up the first one."""
        text = machine.run(
            machine.OTHERS, BENCH, *options, "--json", "--pid", self.pid, "--pg-pid", self.postmaster,
            link or self.server.lead_link,
        )
        return json.loads(text.splitlines()[-1])


@contextlib.contextmanager
def running_house(*options: str):
    with temporary_folder() as folder:
        server = Server(folder, options=options)
        try:
            house = House(server.start(), folder)
            house.settle()
            yield house
        finally:
            if server.is_running:
                server.stop()
            PrivateDatabase(folder).end()
