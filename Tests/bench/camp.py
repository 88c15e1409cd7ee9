"""Rooms full of cards on a running house, and what `aftershow-bench` does with them."""

import json
import subprocess

from Tests.bench import machine
from Tests.bench.house import BENCH, House


class Camp:
    """Outlives a restart of the server, which keeps its port."""

    def __init__(self, house: House, **options):
        """`members`, `rooms`, `issues`, `votes`, `authors` as `aftershow-bench fill --help` says."""
        self.house = house
        self.file = house.server.data / "camp.json"
        self.file.write_text(machine.run(machine.OTHERS, *self._words("fill", options), house.server.lead_link))

    def bench(self, command: str, **options) -> dict:
        return json.loads(machine.run(machine.OTHERS, *self._command(command, options)).splitlines()[-1])

    def begin(self, command: str, **options) -> subprocess.Popen:
        """For one that pauses: it waits for a line on its standard input."""
        words = self._command(command, options)
        return machine.start(
            machine.OTHERS, *words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def restart_server(self) -> None:
        """Nothing is in memory afterwards, and everything in the database as a checkpoint."""
        self.house.server.stop()
        self.house.server.start()
        self.house.settle()

    def _command(self, command: str, options: dict) -> list:
        return [*self._words(command, options), "--pid", self.house.pid, self.file]

    @staticmethod
    def _words(command: str, options: dict) -> list:
        words = [BENCH, command]
        for key, value in options.items():
            words += [f"--{key}"] if value is True else [f"--{key}", value]
        return words
