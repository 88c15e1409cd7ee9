"""A broadcaster that is libwebsockets and nothing else, and the generator that drives it."""

import contextlib
import functools
import json
import pathlib
import socket
import subprocess

from Tests.bench import machine
from Tests.e2e.server import HOME

SOURCES = pathlib.Path(__file__).parent / "baselines"
BUILT = HOME / ".build/bench"


def bare_broadcast(payload: int, *load) -> dict:
    """What `wsload` reports of `lws_bcast -u -r` under this load, with messages of so many bytes."""
    generator, broadcaster = built("wsload"), built("lws_bcast", "-lwebsockets", "-luv")
    with broadcasting(broadcaster) as (process, port):
        where = ("--url", f"127.0.0.1:{port}/room/%d", "--payload", payload, "--pid", process)
        return json.loads(machine.run(machine.OTHERS, generator, *where, *load).splitlines()[-1])


@functools.cache
def built(name: str, *libraries: str) -> pathlib.Path:
    BUILT.mkdir(parents=True, exist_ok=True)
    machine.run(machine.OTHERS, "cc", "-O2", "-o", BUILT / name, SOURCES / f"{name}.c", *libraries)
    return BUILT / name


@contextlib.contextmanager
def broadcasting(program: pathlib.Path):
    """Its process and port, as soon as it listens. Its counters, told at its end, are not ours."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    running = machine.start(
        machine.MEASURED, program, port, "-u", "-r", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not is_listening(port):
            if running.poll() is not None:
                raise RuntimeError(f"{program.name} ended with {running.returncode}")
        yield running.pid, port
    finally:
        running.terminate()
        running.wait()


def is_listening(port: int) -> bool:
    with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False
