"""A client of `aftershow.v1`, written from the Protocol article alone.

It keeps positions, resumes after any disconnect, resends what was not answered under the same id, and remembers
what it sent and was told, so that a checker can compare that with the log in the database.
"""

import asyncio
import contextlib
import json
import random
import uuid
from dataclasses import dataclass, field

import websockets.asyncio.client
import websockets.exceptions

from Tests.e2e.held_log import Gap, HeldLog
from Tests.e2e.session import Session, uuid7

FINAL = {4001, 4401, 4403, 4404}
SILENCE = 25
DEAD = 60


class Refused(Exception):
    def __init__(self, frame: dict):
        self.code, self.detail, self.frame = frame["code"], frame.get("detail") or {}, frame
        super().__init__(f"{frame['code']}: {frame.get('message')} {self.detail}")


@dataclass
class Command:
    """A command in the outbox: it leaves when it is answered, not when it is sent."""

    frame: dict
    answer: asyncio.Future = field(repr=False)
    sent: int = 0
    refusals: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.frame["id"]


class Client:
    """One tab of one member. Use as `async with Client(session) as client`."""

    def __init__(self, session: Session, *, patience: float = 0.5, seed: int = 0):
        self.session = session
        self.tab = str(uuid.uuid4())
        self.logs: dict[str, HeldLog] = {}
        self.outbox: dict[str, Command] = {}
        self.history: list[Command] = []
        self.acks: dict[str, dict] = {}
        self.refused: dict[str, dict] = {}
        self.presence: dict[str, dict] = {}
        self.me: dict = {}
        self.limits: dict = {}
        self.closes: list[int | None] = []
        self.byes: list[dict] = []
        self.received: list[str] = []
        self.live = False
        self.looks_at: str | None = None
        self.lists: str | None = None
        self._socket = None
        self._task: asyncio.Task | None = None
        self._changed = asyncio.Condition()
        self._patience = patience
        self._random = random.Random(seed)

    async def __aenter__(self) -> "Client":
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(self, *_) -> None:
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    # What the user of the client says

    def log(self, log: str) -> HeldLog:
        return self.logs.setdefault(log, HeldLog(log))

    async def follow(self, log: str) -> HeldLog:
        held = self.log(log)
        if self.live:
            await self._transmit([{"t": "sub", "log": log, "at": held.at}])
        await self.until(lambda: held.at is not None or log in self.refused)
        return held

    async def unfollow(self, log: str) -> None:
        self.logs.pop(log, None)
        await self._transmit([{"t": "unsub", "log": log}])

    async def here(self, log: str, doing: str, **more) -> None:
        await self._transmit([{"t": "here", "log": log, "doing": doing} | more])

    async def send(self, log: str, op: str, args: dict | None = None, **more) -> dict:
        """The acknowledgement; raises `Refused`. Waits as long as it takes, over any number of connections."""
        return await (await self.post(log, op, args, **more)).answer

    async def post(self, log: str, op: str, args: dict | None = None, **more) -> Command:
        """Puts a command into the outbox and returns at once."""
        frame = {"t": "cmd", "id": uuid7(), "log": log, "op": op, "args": args or {}} | more
        command = Command(frame, asyncio.get_running_loop().create_future())
        # A refusal nobody waits for is in the history all the same.
        command.answer.add_done_callback(lambda done: done.cancelled() or done.exception())
        self.outbox[command.id] = command
        self.history.append(command)
        if self.live:
            await self._flush()
        return command

    async def until(self, condition, timeout: float = 60):
        """Waits for a state, never for a time; the timeout is only there to fail."""
        async with asyncio.timeout(timeout):
            async with self._changed:
                await self._changed.wait_for(lambda: condition() or self._task.done())
        if not condition():
            raise self._task.exception() or AssertionError(f"closed for good: {self.closes}")
        return condition()

    async def drop(self) -> None:
        """Cuts the line under the connection, as a lost network does; it comes back by itself."""
        if self._socket:
            self._socket.transport.abort()

    # The connection

    async def _run(self) -> None:
        attempt = 0
        while True:
            try:
                await self._connect()
                attempt = 0
            except (OSError, websockets.exceptions.InvalidHandshake, TimeoutError):
                attempt += 1
            if self.closes and self.closes[-1] in FINAL:
                await self._tell()
                return
            await asyncio.sleep(self._random.uniform(0, min(30, self._patience * 2 ** min(attempt, 3))))

    async def _connect(self) -> None:
        address = self.session.address.replace("http", "ws", 1) + "/live"
        asked = {"log": self.looks_at, "lists": self.lists}
        if query := "&".join(f"{name}={value}" for name, value in asked.items() if value):
            address += f"?{query}"
        headers = {"Cookie": self.session.cookie} if self.session.cookie else {}
        async with websockets.asyncio.client.connect(
            address, subprotocols=["aftershow.v1"], origin=self.session.address, additional_headers=headers,
            compression=None, max_size=None, ping_interval=None, open_timeout=10, close_timeout=1, proxy=None,
        ) as socket:
            self._socket = socket
            self.outbox = {key: c for key, c in self.outbox.items() if not c.answer.done()}
            for command in self.outbox.values():
                command.sent = 0
            try:
                await self._hello()
                await self._listen(socket)
            except (websockets.exceptions.ConnectionClosed, Gap, TimeoutError) as ending:
                if isinstance(ending, Gap):
                    await socket.close(1000)
            finally:
                self.closes.append(socket.close_code)
                self._socket, self.live = None, False
                await self._tell()

    async def _hello(self) -> None:
        logs = [{"log": held.log, "at": held.at} for held in self.logs.values()]
        await self._transmit([{"t": "hello", "v": 1, "tab": self.tab, "logs": logs}])

    async def _listen(self, socket) -> None:
        pinged = 0
        while True:
            try:
                async with asyncio.timeout(SILENCE if not pinged else DEAD - SILENCE):
                    text = await socket.recv()
                pinged = 0
            except TimeoutError:
                if pinged:
                    raise
                pinged = 1
                await self._transmit([{"t": "ping", "n": 1}])
                continue
            self.received.append(text)
            for frame in json.loads(text):
                self._take(frame)
            await self._flush()
            await self._tell()

    def _take(self, frame: dict) -> None:
        match frame["t"]:
            case "welcome":
                self.me, self.limits, self.live = frame["me"], frame["limits"], True
                self.log(self.me["directory"])
            case "snap":
                self.log(frame["log"]).take_snapshot(frame)
            case "ev":
                self.log(frame["log"]).take_events(frame)
            case "ack":
                self.acks.setdefault(frame["id"], frame)
                if command := self.outbox.pop(frame["id"], None):
                    command.answer.set_result(frame)
            case "nack":
                self._refuse(frame)
            case "refused":
                self.refused[frame["log"]] = frame
            case "here":
                self.presence.setdefault(frame["log"], {}).update(frame["members"])
            case "bye":
                self.byes.append(frame)
            case "pong":
                pass
            case other:
                raise AssertionError(f"the protocol knows no frame {other}")

    def _refuse(self, frame: dict) -> None:
        command = self.outbox.get(frame["id"])
        if command is None:
            return
        command.refusals.append(frame["code"])
        if not frame["retry"]:
            del self.outbox[frame["id"]]
            command.answer.set_exception(Refused(frame))
            return
        delay = ((frame.get("detail") or {}).get("after") or 200) / 1000
        asyncio.get_running_loop().call_later(delay, self._send_again, command)

    def _send_again(self, command: Command) -> None:
        command.sent = 0
        if self.live:
            asyncio.ensure_future(self._flush())

    async def _flush(self) -> None:
        """Sends what waits, oldest first, with no more unanswered than the server allows."""
        if not self.live:
            return
        room = self.limits.get("inFlight", 32) - sum(command.sent for command in self.outbox.values())
        waiting = [command for command in self.outbox.values() if not command.sent][: max(room, 0)]
        for command in waiting:
            command.sent = 1
            await self._transmit([command.frame])

    async def _transmit(self, frames: list[dict]) -> None:
        if self._socket:
            with contextlib.suppress(websockets.exceptions.ConnectionClosed):
                await self._socket.send(json.dumps(frames, ensure_ascii=False))

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()
