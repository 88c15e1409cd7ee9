"""A broadcaster that is libwebsockets and nothing else, and the generator that drives it."""

import contextlib
import json
import pathlib
import socket
import tempfile

from Tests.bench import machine

SOURCES = pathlib.Path(__file__).parent / "baselines"


def bare_broadcast(payload: int, *load) -> dict:
    """What `wsload` reports of `lws_bcast -u -r` under this load, with messages of so many bytes."""
    with tempfile.TemporaryDirectory() as folder:
        broadcaster, generator = pathlib.Path(folder, "lws_bcast"), pathlib.Path(folder, "wsload")
        machine.run(machine.OTHERS, "cc", "-O2", "-o", generator, SOURCES / "wsload.c")
        machine.run(machine.OTHERS, "cc", "-O2", "-o", broadcaster, SOURCES / "lws_bcast.c", "-lwebsockets", "-luv")
        with broadcasting(broadcaster) as (process, port):
            where = ("--url", f"127.0.0.1:{port}/room/%d", "--payload", payload, "--pid", process)
            return json.loads(machine.run(machine.OTHERS, generator, *where, *load).splitlines()[-1])


@contextlib.contextmanager
def broadcasting(program: pathlib.Path):
    """Its process and port, as soon as it listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    running = machine.start(machine.MEASURED, program, port, "-u", "-r")
    try:
        while True:
            with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
                break
        yield running.pid, port
    finally:
        running.terminate()
        running.wait()
