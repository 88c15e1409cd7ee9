"""A proxy that puts the server's name in the place of its own, and does not tell."""

import contextlib
import socket
import threading


@contextlib.contextmanager
def rewriting_proxy(port: int):
    """Before the server of that port; its address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        own = listener.getsockname()[1]
        ends: list[socket.socket] = []

        def pump(source: socket.socket, target: socket.socket, rewrite: bool) -> None:
            with contextlib.suppress(OSError):
                while piece := source.recv(65536):
                    target.sendall(piece.replace(b"Host: 127.0.0.1:%d" % own, b"Host: 127.0.0.1:%d" % port) if rewrite else piece)
            with contextlib.suppress(OSError):
                target.shutdown(socket.SHUT_WR)

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    client, _ = listener.accept()
                    server = socket.create_connection(("127.0.0.1", port))
                    ends.extend((client, server))
                    threading.Thread(target=pump, args=(client, server, True), daemon=True).start()
                    threading.Thread(target=pump, args=(server, client, False), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{own}"
        finally:
            for end in ends:
                end.close()
