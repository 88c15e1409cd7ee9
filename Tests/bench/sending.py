"""What the kernel alone takes to carry as many bytes to a neighbour on the same machine: the least a snapshot costs."""

import os
import socket
import statistics
import threading
import time

from Tests.bench import machine


def bare_milliseconds(size: int, times: int = 50) -> float:
    """CPU of one send of so many bytes, taken by a reader on the other core."""
    listener = socket.create_server(("127.0.0.1", 0))
    with listener, socket.create_connection(listener.getsockname()) as sender, listener.accept()[0] as receiver:
        sender.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        reader = threading.Thread(target=drain, args=(receiver, size, times))
        reader.start()
        cores = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {machine.MEASURED})
        try:
            spent = [one(sender, bytes(size)) for _ in range(times)]
        finally:
            os.sched_setaffinity(0, cores)
        reader.join()
        return statistics.median(spent)


def one(sender: socket.socket, data: bytes) -> float:
    """The reader says when it has all."""
    before = time.thread_time()
    sender.sendall(data)
    spent = time.thread_time() - before
    sender.recv(1)
    return spent * 1000


def drain(receiver: socket.socket, size: int, times: int) -> None:
    os.sched_setaffinity(0, {machine.OTHERS})
    buffer = bytearray(1 << 18)
    for _ in range(times):
        left = size
        while left > 0:
            left -= receiver.recv_into(buffer)
        receiver.sendall(b".")
