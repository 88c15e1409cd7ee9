"""A server under test: started on a free port of this machine, and ended with everything it started."""

import contextlib
import os
import pathlib
import queue
import shutil
import signal
import subprocess
import tempfile
import threading

HOME = pathlib.Path(__file__).parents[2]
BINARY = pathlib.Path(os.environ.get("AFTERSHOW_BINARY", HOME / ".build/debug/aftershow"))


class Server:
    """One node. Give two of them the same `database` and they are two nodes of one house."""

    #: Which checkout is served, and by which program; the benchmark serves an older one, too.
    home, binary = HOME, BINARY

    def __init__(self, data: pathlib.Path, *, database: str | None = None, options: tuple[str, ...] = (), name="node"):
        self.data, self.database, self.options = data, database, options
        self.address: str | None = None
        self.lead_link: str | None = None
        self.log = data / f"{name}.log"
        self.port = 0
        self._process: subprocess.Popen | None = None

    @property
    def pid(self) -> int:
        return self._process.pid

    def start(self, timeout: float = 60) -> "Server":
        """Returns when the server has said where it is. A later start takes the same port, as its clients expect."""
        command = [self.binary, "serve", "--home", self.home, "--data", self.data, "--port", str(self.port), *self.options]
        if self.database:
            command += ["--database", self.database]
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        with open(self.log, "ab") as log:
            self._process = subprocess.Popen(
                [str(word) for word in command], stdout=subprocess.PIPE, stderr=log, env=environment, text=True
            )
        self._read_greeting(timeout)
        self.port = int(self.address.rsplit(":", 1)[1])
        return self

    def _read_greeting(self, timeout: float) -> None:
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._drain, args=(self._process.stdout, lines), daemon=True).start()
        first = self.address is None
        self.address = None
        while self.address is None or (first and self.lead_link is None):
            try:
                line = lines.get(timeout=timeout)
            except queue.Empty:
                raise AssertionError(f"no greeting in {timeout} s; see {self.log}: {self.log_text()[-2000:]}") from None
            if line == "":
                raise AssertionError(f"the server ended: {self.log_text()[-2000:]}")
            if line.startswith("Aftershow is at "):
                self.address = line.split()[-1].rstrip("/")
            elif line.startswith("Lead: "):
                self.lead_link = line.split()[-1]

    @staticmethod
    def _drain(pipe, lines: queue.Queue) -> None:
        with pipe:
            for line in pipe:
                lines.put(line)
        lines.put("")

    def log_text(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def beside(self, *words: str) -> subprocess.CompletedProcess:
        """A command given beside the server, as it ended."""
        command = [BINARY, *words, "--home", HOME, "--data", self.data]
        if self.database:
            command += ["--database", self.database]
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        return subprocess.run([str(word) for word in command], capture_output=True, env=environment, timeout=60)

    def aside(self, *words: str) -> bytes:
        """What a command says that succeeds."""
        done = self.beside(*words)
        assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
        return done.stdout

    def stop(self, timeout: float = 30) -> int:
        """SIGTERM, and the exit status."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout)

    def kill(self) -> None:
        """SIGKILL: nothing is tidied."""
        self._process.kill()
        self._process.wait()

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None


@contextlib.contextmanager
def temporary_folder():
    """Reachable by the user postgres, who runs the database when root runs the tests."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="aftershow-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        if not os.environ.get("AFTERSHOW_KEEP"):
            shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def running_server(*options: str):
    """A server with a private database in a folder of its own; all of it gone afterwards."""
    from Tests.e2e.database import PrivateDatabase

    with temporary_folder() as folder:
        server = Server(folder, options=options)
        try:
            yield server.start()
        finally:
            if server.is_running:
                server.stop()
            PrivateDatabase(folder).end()
