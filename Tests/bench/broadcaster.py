"""Servers that tell a room what its members say and keep nothing of it, and the one generator that drives them."""

import contextlib
import dataclasses
import functools
import json
import pathlib
import socket
import subprocess
import time
from collections.abc import Callable

from Tests.bench import machine
from Tests.e2e.server import HOME, temporary_folder

SOURCES = pathlib.Path(__file__).parent / "baselines"
BUILT = HOME / ".build/bench"
#: What a frame carries before a message of 126 bytes and more.
FRAME_HEAD = 4
#: Where Debian puts the modules of Node's packages. A Node that is not Debian's does not look there.
MODULES = "/usr/share/nodejs"


@dataclasses.dataclass(frozen=True)
class Broadcaster:
    name: str
    #: The words that start it in the foreground, on a port of this machine and with an empty folder of its own.
    command: Callable[[int, pathlib.Path], list]

    def load(self, payload: int, *options) -> dict:
        """What `wsload` reports of it under this load, with messages of so many bytes. It fails when any is lost,
        doubled or out of order."""
        generator = built("wsload")
        with self.running() as (process, port):
            where = ("--url", f"127.0.0.1:{port}/room/%d", "--payload", payload, "--pid", process)
            return json.loads(machine.run(machine.OTHERS, generator, *where, *options).splitlines()[-1])

    @contextlib.contextmanager
    def running(self):
        """Its process and port, as soon as it listens."""
        port = free_port()
        with temporary_folder() as folder:
            words, log = self.command(port, folder), folder / "log"
            with open(log, "wb") as told:
                running = machine.start(machine.MEASURED, *words, stdout=told, stderr=told)
            try:
                self._wait(running, port, log)
                yield running.pid, port
            finally:
                running.terminate()
                running.wait()

    def _wait(self, running: subprocess.Popen, port: int, log: pathlib.Path, timeout: float = 20) -> None:
        deadline = time.monotonic() + timeout
        while not is_listening(port):
            if running.poll() is not None:
                said = log.read_text(errors="replace")[-2000:]
                raise RuntimeError(f"{self.name} ended with {running.returncode}: {said}")
            if time.monotonic() > deadline:
                raise RuntimeError(f"{self.name} does not listen after {timeout:.0f} s")
            time.sleep(0.01)


def payload_like(run: dict) -> int:
    """How long their messages must be for a delivery to have as many bytes as in that run of ours."""
    return round(run["bytesPerSecond"] / run["deliveriesPerSecond"]) - FRAME_HEAD


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def is_listening(port: int) -> bool:
    with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False


@functools.cache
def built(name: str, *libraries: str) -> pathlib.Path:
    BUILT.mkdir(parents=True, exist_ok=True)
    machine.run(machine.OTHERS, "cc", "-O2", "-o", BUILT / name, SOURCES / f"{name}.c", *libraries)
    return BUILT / name


def nginx(port: int, folder: pathlib.Path) -> list:
    """With a prefix of its own: neither Debian's settings nor a web server that runs already are touched."""
    settings = (SOURCES / "nchan.conf").read_text().replace("PORT", str(port))
    (folder / "nchan.conf").write_text(settings)
    return ["/usr/sbin/nginx", "-p", folder, "-e", "error.log", "-c", "nchan.conf"]


BARE = Broadcaster("lws_bcast", lambda port, _: [built("lws_bcast", "-lwebsockets", "-luv"), port, "-u", "-r"])
NODE_WS = Broadcaster("node ws", lambda port, _: ["env", f"NODE_PATH={MODULES}", "node", SOURCES / "node_ws.js", port])
NCHAN = Broadcaster("nchan", nginx)
SOCKETIFY = Broadcaster(
    "socketify", lambda port, _: [BUILT / "venv/bin/python", SOURCES / "socketify_room.py", port]
)
