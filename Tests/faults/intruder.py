"""A client without manners: it says what it is told to, byte by byte, and remembers what it hears."""

import asyncio
import base64
import json
import os
import struct
import urllib.parse
import uuid

from Tests.e2e.session import Session

TEXT, BINARY, CLOSE, PING = 1, 2, 8, 9


def frame(payload: bytes | str, opcode: int = TEXT, *, final: bool = True, masked: bool = True, flags: int = 0) -> bytes:
    body = payload.encode("utf-8", "surrogatepass") if isinstance(payload, str) else payload
    size, mark = len(body), 0x80 if masked else 0
    head = bytes([(0x80 if final else 0) | flags | opcode])
    if size < 126:
        head += bytes([mark | size])
    else:
        head += struct.pack(">BH", mark | 126, size) if size < 65536 else struct.pack(">BQ", mark | 127, size)
    if not masked:
        return head + body
    mask = os.urandom(4)
    return head + mask + bytes(byte ^ mask[index % 4] for index, byte in enumerate(body))


def hello(*logs: str) -> str:
    asked = [{"log": log, "at": None} for log in logs]
    return json.dumps([{"t": "hello", "v": 1, "tab": str(uuid.uuid4()), "logs": asked}])


def handshake(session: Session, **changed: str | None) -> bytes:
    """The upgrade request; a header given as None is left out."""
    fields = {
        "Host": urllib.parse.urlsplit(session.address).netloc, "Upgrade": "websocket", "Connection": "Upgrade",
        "Origin": session.address, "Cookie": session.cookie, "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(), "Sec-WebSocket-Protocol": "aftershow.v1",
    } | changed
    lines = [f"{name}: {value}" for name, value in fields.items() if value is not None]
    return ("GET /live HTTP/1.1\r\n" + "\r\n".join(lines) + "\r\n\r\n").encode()


async def exchange(session: Session, request: bytes, patience: float = 1) -> bytes:
    """Everything the server answers to some bytes until it closes, or falls silent."""
    url = urllib.parse.urlsplit(session.address)
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    answer = b""
    try:
        writer.write(request)
        while piece := await asyncio.wait_for(reader.read(65536), patience if not answer else 0.3):
            answer += piece
    except (TimeoutError, ConnectionError):
        pass
    finally:
        writer.close()
    return answer


class Intruder:
    """`async with Intruder(session) as intruder`: connected and, unless told not to, welcomed."""

    def __init__(self, session: Session, *logs: str, greet: bool = True):
        self._session, self._logs, self._greet = session, logs, greet
        self.heard: list[dict] = []
        self.code: int | None = None

    async def __aenter__(self) -> "Intruder":
        url = urllib.parse.urlsplit(self._session.address)
        self._reader, self.writer = await asyncio.open_connection(url.hostname, url.port, limit=1 << 24)
        self.writer.write(handshake(self._session))
        self.status = (await self._reader.readuntil(b"\r\n\r\n")).decode().split()[1]
        if self._greet:
            self.say(hello(*self._logs))
            await self.hear("welcome")
        return self

    async def __aexit__(self, *_) -> None:
        self.writer.close()

    def say(self, text: str | bytes | list) -> None:
        self.write(frame(json.dumps(text) if isinstance(text, list) else text))

    def write(self, raw: bytes) -> None:
        self.writer.write(raw)

    async def hear(self, kind: str, **fields) -> dict:
        """The next frame of that kind with these fields."""
        while True:
            for heard in await self.receive():
                if heard["t"] == kind and all(heard.get(name) == value for name, value in fields.items()):
                    return heard

    async def closed(self) -> int | None:
        """The close code; None when the line was cut without one."""
        while self.code is None:
            try:
                await self.receive()
            except (asyncio.IncompleteReadError, ConnectionError):
                break
        return self.code

    async def receive(self, patience: float = 15) -> list[dict]:
        async with asyncio.timeout(patience):
            first, second = await self._reader.readexactly(2)
            size = second & 0x7F
            if size > 125:
                size = int.from_bytes(await self._reader.readexactly(2 if size == 126 else 8), "big")
            payload = await self._reader.readexactly(size)
        if first & 15 == CLOSE:
            self.code = int.from_bytes(payload[:2], "big")
            raise ConnectionError(f"closed: {self.code}")
        frames = json.loads(payload) if first & 15 == TEXT else []
        self.heard += frames
        return frames
