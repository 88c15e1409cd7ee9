"""A line between a browser and the server that can be cut: its sockets close, and pages still load."""

import contextlib
import socket
import threading

SOCKET = b"GET /live"


class Line:
    """Relays bytes both ways. While it is cut, whoever asks for the WebSocket is hung up on."""

    def __init__(self, port: int):
        self._server_port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._cut = False
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        with self._lock:
            self._cut = True
            for one in self._sockets:
                hang_up(one)
            self._sockets.clear()

    def mend(self) -> None:
        with self._lock:
            self._cut = False

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), client:
            first = client.recv(65_536)
            with socket.create_connection(("127.0.0.1", self._server_port)) as server:
                if first.startswith(SOCKET) and not self._keep(client, server):
                    return
                server.sendall(first)
                back = threading.Thread(target=pump, args=(server, client), daemon=True)
                back.start()
                pump(client, server)
                back.join()

    def _keep(self, *pair: socket.socket) -> bool:
        with self._lock:
            if not self._cut:
                self._sockets += pair
            return not self._cut


def pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while block := source.recv(65_536):
            sink.sendall(block)
    hang_up(sink)


def hang_up(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
