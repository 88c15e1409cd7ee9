"""The database beneath a server under test: looked at from outside, killed, or made for two nodes to share."""

import contextlib
import os
import pathlib
import pwd
import select
import signal
import subprocess
import threading
import time

BINARIES = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda found: int(found.parent.name))


class Database:
    """Reads with psql over the unix socket that a `postmaster.pid` tells of."""

    def __init__(self, data: pathlib.Path, name: str, user: str):
        self.data, self.name, self.user = data, name, user

    @property
    def postmaster(self) -> int:
        return int(self._pid_lines()[0])

    def _pid_lines(self) -> list[str]:
        return (self.data / "postmaster.pid").read_text().splitlines()

    def rows(self, query: str) -> list[list[str]]:
        text = self._run("psql", "-XAtF", "\x1f", "-v", "ON_ERROR_STOP=1", "-d", self.name, "-c", query)
        return [line.split("\x1f") for line in text.splitlines()]

    def restore(self, dump: str) -> None:
        """What `dump` once told, into an empty database."""
        file = self.data.parent / "restored.sql"
        file.write_text(dump, encoding="utf-8")
        self._run("psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-d", self.name, "-f", str(file))

    def dump(self, *options: str) -> str:
        return self._run("pg_dump", "-d", self.name, *(options or ["--inserts"]))

    @contextlib.contextmanager
    def session(self, name: str):
        """One of that name, as PostgreSQL lists it: there until the end. Its input and output are pipes."""
        process = subprocess.Popen(
            [BINARIES / "psql", "-XAtq", *self._where(), "-d", self.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, cwd=self.data, env=os.environ | {"PGAPPNAME": name}, **as_owner(self.data),
        )
        with process, process.stdin:
            process.stdin.write("SELECT 1;\n")
            process.stdin.flush()
            process.stdout.readline()
            yield process

    def _where(self) -> list[str]:
        lines = self._pid_lines()
        return ["-h", lines[4], "-p", lines[3], "-U", self.user]

    def _run(self, program: str, *arguments: str) -> str:
        return run_as_owner(self.data, program, *self._where(), *arguments)

    def kill(self, timeout: float = 30) -> None:
        """kill -9 of the postmaster; returns when it and its children have ended. One that was killed before and has not
        been started again is waited for: its pid is still written down."""
        deadline = time.monotonic() + timeout
        while not self._kill_running():
            if time.monotonic() > deadline:
                raise AssertionError(f"no PostgreSQL to kill within {timeout} s")
            time.sleep(0.02)

    def _kill_running(self) -> bool:
        watched = []
        try:
            postmaster = self.postmaster
            children = pathlib.Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
            watched = [end for end in map(end_of, [postmaster, *map(int, children)]) if end is not None]
            if not children:
                return False
            os.kill(postmaster, signal.SIGKILL)
            for child in map(int, children):
                # One that stands still would not notice.
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGCONT)
            for end in watched:
                select.select([end], [], [])
            return True
        except (FileNotFoundError, ProcessLookupError):
            return False
        finally:
            for end in watched:
                os.close(end)

    @contextlib.contextmanager
    def standing_still(self):
        """Everything of it stopped in its tracks: nothing is answered, and nobody hangs up."""
        postmaster = self.postmaster
        children = pathlib.Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        everyone = [postmaster, *map(int, children)]
        for process in everyone:
            os.kill(process, signal.SIGSTOP)
        try:
            yield postmaster
        finally:
            for process in everyone:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGCONT)

    def log_text(self) -> str:
        """Whatever PostgreSQL wrote about itself, wherever in the data directory."""
        found = [*self.data.parent.rglob("*.log"), *self.data.glob("log/*")]
        return "".join(file.read_text(errors="replace") for file in found if file.is_file())


class PrivateDatabase(Database):
    """The cluster `aftershow serve` keeps in its data directory."""

    def __init__(self, folder: pathlib.Path):
        found = (file.parent.parent for file in folder.rglob("global/pg_control"))
        super().__init__(next(found, folder), "aftershow", "aftershow")

    def end(self) -> None:
        """A postmaster orphaned by a killed server is stopped, so that a test leaves nothing behind."""
        with contextlib.suppress(FileNotFoundError, ProcessLookupError, ValueError, subprocess.CalledProcessError):
            run_as_owner(self.data, "pg_ctl", "-D", str(self.data), "-m", "immediate", "stop")


class SharedDatabase(Database):
    """A cluster of the tests' own, for nodes started with `--database`."""

    def __init__(self, folder: pathlib.Path, environment: dict[str, str] | None = None):
        super().__init__(folder / "shared", "aftershow", "postgres")
        self.environment = environment or {}
        self.data.mkdir()
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.data, user.pw_uid, user.pw_gid)
        run_as_owner(
            self.data, "initdb", "-D", str(self.data), "--auth=trust", "--no-locale", "-E", "UTF8",
            "-U", self.user,
        )
        with open(self.data / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(f"listen_addresses = ''\nunix_socket_directories = '{self.data}'\n")
        self.start()
        self._run("createdb", self.name)

    @classmethod
    @contextlib.contextmanager
    def running(cls, folder: pathlib.Path):
        database = cls(folder)
        try:
            yield database
        finally:
            database.end()

    @property
    def url(self) -> str:
        return f"postgresql:///{self.name}?host={self.data}&user={self.user}"

    @property
    def socket(self) -> pathlib.Path:
        return self.data / ".s.PGSQL.5432"

    def start(self) -> None:
        """A child of ours, so that its end is ours to collect."""
        self._process = subprocess.Popen(
            [BINARIES / "postgres", "-D", self.data], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            cwd=self.data, env=os.environ | self.environment, **as_owner(self.data),
        )
        ready = threading.Event()
        threading.Thread(target=self._keep_log, args=(self._process.stderr, ready), daemon=True).start()
        assert ready.wait(30), "PostgreSQL did not start"

    def _keep_log(self, pipe, ready: threading.Event) -> None:
        with pipe, open(self.data.parent / "postgres.log", "a", encoding="utf-8") as log:
            for line in pipe:
                log.write(line)
                log.flush()
                if "ready to accept" in line:
                    ready.set()

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        super().kill()
        self._process.wait()

    def end(self) -> None:
        """Harmless when repeated."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait()


def end_of(process: int) -> int | None:
    """A descriptor that becomes readable when the process ends; None if it has."""
    with contextlib.suppress(ProcessLookupError):
        return os.pidfd_open(process)
    return None


def run_as_owner(data: pathlib.Path, program: str, *arguments: str) -> str:
    command = [str(BINARIES / program), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=data, **as_owner(data)).stdout


def as_owner(data: pathlib.Path) -> dict:
    """PostgreSQL refuses to be run by root."""
    if os.geteuid() != 0:
        return {}
    owner = data.stat()
    return {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}

