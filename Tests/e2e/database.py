"""The database beneath a server under test: looked at from outside, killed, or made for two nodes to share."""

import contextlib
import os
import pathlib
import pwd
import select
import signal
import subprocess

BINARIES = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda found: int(found.parent.name))


class Database:
    """Reads with psql over the unix socket that a `postmaster.pid` tells of."""

    def __init__(self, data: pathlib.Path, name: str):
        self.data, self.name = data, name

    @property
    def postmaster(self) -> int:
        return int(self._pid_lines()[0])

    def _pid_lines(self) -> list[str]:
        return (self.data / "postmaster.pid").read_text().splitlines()

    def rows(self, query: str) -> list[list[str]]:
        text = self._run("psql", "-XAtF", "\x1f", "-v", "ON_ERROR_STOP=1", "-d", self.name, "-c", query)
        return [line.split("\x1f") for line in text.splitlines()]

    def dump(self) -> str:
        return self._run("pg_dump", "--inserts", "-d", self.name)

    def _run(self, program: str, *arguments: str) -> str:
        lines = self._pid_lines()
        where = ["-h", lines[4], "-p", lines[3], "-U", owner_of(self.data)]
        return subprocess.run(
            as_owner(self.data, str(BINARIES / program), *where, *arguments), check=True, capture_output=True, text=True
        ).stdout

    def kill(self) -> None:
        """kill -9 of the postmaster; returns when its children have noticed and ended."""
        postmaster = self.postmaster
        children = pathlib.Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        watched = [end for end in map(end_of, [postmaster, *map(int, children)]) if end is not None]
        os.kill(postmaster, signal.SIGKILL)
        for end in watched:
            select.select([end], [], [])
            os.close(end)

    def log_text(self) -> str:
        """Whatever PostgreSQL wrote about itself, wherever in the data directory."""
        found = [*self.data.parent.rglob("*.log"), *self.data.glob("log/*")]
        return "".join(file.read_text(errors="replace") for file in found if file.is_file())


class PrivateDatabase(Database):
    """The cluster `aftershow serve` keeps in its data directory."""

    def __init__(self, folder: pathlib.Path):
        found = (file.parent.parent for file in folder.rglob("global/pg_control"))
        super().__init__(next(found, folder), "aftershow")

    def end(self) -> None:
        """A postmaster orphaned by a killed server is stopped, so that a test leaves nothing behind."""
        with contextlib.suppress(FileNotFoundError, ProcessLookupError, ValueError):
            stop(self.data)


class SharedDatabase(Database):
    """A cluster of the tests' own, for nodes started with `--database`."""

    def __init__(self, folder: pathlib.Path):
        super().__init__(folder / "shared", "aftershow")
        self.data.mkdir()
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.data, user.pw_uid, user.pw_gid)
        self._run_here("initdb", "--auth=trust", "--no-locale", "-E", "UTF8", "-U", owner_of(self.data))
        with open(self.data / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(f"listen_addresses = ''\nunix_socket_directories = '{self.data}'\n")
        self.start()
        self._run("createdb", self.name)

    @property
    def url(self) -> str:
        return f"postgresql:///{self.name}?host={self.data}&user={owner_of(self.data)}"

    def start(self) -> None:
        self._run_here("pg_ctl", "start", "--wait", "--silent", "-l", str(self.data / "server.log"))

    def end(self) -> None:
        stop(self.data)

    def _run_here(self, program: str, *arguments: str) -> None:
        command = as_owner(self.data, str(BINARIES / program), "-D", str(self.data), *arguments)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.data)


def end_of(process: int) -> int | None:
    """A descriptor that becomes readable when the process ends; None if it has."""
    with contextlib.suppress(ProcessLookupError):
        return os.pidfd_open(process)
    return None


def stop(data: pathlib.Path) -> None:
    if (data / "postmaster.pid").exists():
        command = as_owner(data, str(BINARIES / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd=data)


def owner_of(data: pathlib.Path) -> str:
    return pwd.getpwuid(data.stat().st_uid).pw_name


def as_owner(data: pathlib.Path, *command: str) -> list[str]:
    """PostgreSQL refuses to be run by root."""
    return ["runuser", "-u", owner_of(data), "--", *command] if os.geteuid() == 0 else list(command)
