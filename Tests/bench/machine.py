"""Who runs where, and what it costs: the server measured has core 0 to itself; the generator, PostgreSQL and whatever
else there is share core 1. Baselines are pinned alike."""

import contextlib
import os
import pathlib
import subprocess

CORES = sorted(os.sched_getaffinity(0))
MEASURED, OTHERS = CORES[0], CORES[-1]
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def pin(core: int, *processes: int) -> None:
    """Every thread there is; those to come inherit it. One of PostgreSQL's processes may end meanwhile."""
    for process in processes:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            for thread in pathlib.Path(f"/proc/{process}/task").iterdir():
                os.sched_setaffinity(int(thread.name), {core})


def start(core: int, *command, **options) -> subprocess.Popen:
    return subprocess.Popen(["taskset", "-c", str(core), *map(str, command)], **options)


def run(core: int, *command, timeout: float = 300) -> str:
    """Standard output; a command that fails says why."""
    done = subprocess.run(
        ["taskset", "-c", str(core), *map(str, command)], capture_output=True, text=True, timeout=timeout, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed with {done.returncode}: {done.stderr[-2000:]}{done.stdout[-2000:]}")
    return done.stdout


def family(process: int) -> list[int]:
    """The process and all its descendants."""
    found = [process]
    for parent in found:
        with contextlib.suppress(FileNotFoundError):
            for task in pathlib.Path(f"/proc/{parent}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def cpu_seconds(*processes: int) -> float:
    """User and system time. Of processes that have ended, only what their parent has collected."""
    total = 0
    for process in processes:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
            total += sum(int(fields[index]) for index in (11, 12, 13, 14))
    return total / TICK


def memory(process: int) -> int:
    """Resident bytes."""
    return int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE


def description() -> str:
    model = next(
        (line.split(":", 1)[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
         if line.startswith("model name")), "unknown processor",
    )
    system = next(
        (line.split("=", 1)[1].strip('"') for line in pathlib.Path("/etc/os-release").read_text().splitlines()
         if line.startswith("PRETTY_NAME=")), "Linux",
    )
    return f"{len(CORES)} cores of {model}, {system}, Linux {os.uname().release}"
