"""A piece of network between a node and its database, that can be cut: nothing comes through, and nobody hangs up."""

import contextlib
import pathlib
import socket
import threading


class Relay:
    """A unix socket that leads to another one."""

    def __init__(self, folder: pathlib.Path, target: pathlib.Path):
        self.folder, self.target = folder, target
        folder.mkdir()
        self._is_cut = threading.Event()
        self._held: list[socket.socket] = []
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / target.name))
        self._listener.listen(64)
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self._is_cut.set()

    def mend(self) -> None:
        """Connections from before have lost what was said meanwhile, and are of no use."""
        self._is_cut.clear()
        self._hang_up()

    def end(self) -> None:
        self._listener.close()
        self._hang_up()

    def _hang_up(self) -> None:
        held, self._held = self._held, []
        for one in held:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            far = socket.socket(socket.AF_UNIX)
            self._held += [near, far]
            with contextlib.suppress(OSError):
                far.connect(str(self.target))
                for source, sink in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if not self._is_cut.is_set():
                    sink.sendall(data)
            if not self._is_cut.is_set():
                sink.shutdown(socket.SHUT_WR)


@contextlib.contextmanager
def relayed(folder: pathlib.Path, target: pathlib.Path):
    relay = Relay(folder, target)
    try:
        yield relay
    finally:
        relay.end()
