"""Members who are in a room as people are: they look at one issue after the other, write now and then, go and come back.
What they are told of each other is counted, and nothing else of what they hear is read."""

import asyncio
import contextlib
import dataclasses
import json
import random
import uuid

import websockets.asyncio.client

from Tests.e2e.house import ROLES
from Tests.e2e.session import Session

#: Seconds that somebody looks at an issue, or at none; and stays in the room.
LOOKS, STAYS = 15, 240
#: Who has gone is away for so long.
AWAY = 5
#: As the page does: what has not changed is said again.
REPEAT = 15
#: An invitation lets in so many.
PARTY = 50
#: Of so many looks one is a card that is being written.
WRITES = 5


@dataclasses.dataclass
class Tally:
    """Bytes of presence on all lines, as they stand in frames of a WebSocket, and how often somebody came or went."""

    told: int = 0
    said: int = 0
    frames: int = 0
    looks: int = 0
    moves: int = 0

    def __sub__(self, before: "Tally") -> "Tally":
        mine, theirs = dataclasses.asdict(self), dataclasses.asdict(before)
        return Tally(**{name: mine[name] - theirs[name] for name in mine})


class Person:
    """One member in one room, on the node of their session's address."""

    def __init__(self, session: Session, room: str, issues: list[str], tally: Tally, seed: int):
        self.session, self.room = session, room
        #: Everyone in the room, as this one was told.
        self.others: dict[str, str] = {}
        self.is_here = self.has_come = self._knows_places = False
        self._issues, self._tally, self._dice = issues, tally, random.Random(seed)

    async def live(self, calm: asyncio.Event) -> None:
        """Comes, and comes back whenever they have gone. While it is `calm` nobody moves."""
        while True:
            async with self._line() as socket, asyncio.TaskGroup() as tasks:
                self.others = {}
                await self._greet(socket)
                self.is_here = self.has_come = True
                self._tally.moves += 1
                hearing = tasks.create_task(self._hear(socket))
                await self._look_around(socket, calm)
                self.is_here = False
                self._tally.moves += 1
                hearing.cancel()
            await asyncio.sleep(AWAY)

    def _line(self):
        return websockets.asyncio.client.connect(
            self.session.address.replace("http", "ws", 1) + "/live", subprotocols=["aftershow.v1"],
            origin=self.session.address, additional_headers={"Cookie": self.session.cookie}, compression=None,
            max_size=None, ping_interval=None, open_timeout=60, close_timeout=5, proxy=None,
        )

    async def _greet(self, socket) -> None:
        hello = {"t": "hello", "v": 1, "tab": str(uuid.uuid4()), "logs": [{"log": self.room, "at": None}]}
        await socket.send(json.dumps([hello]))
        # A server of before presence over nodes reads only what one does.
        welcome = await socket.recv()
        self._knows_places = '"places":true' in welcome
        self._take(welcome)

    async def _look_around(self, socket, calm: asyncio.Event) -> None:
        clock = asyncio.get_running_loop().time
        leaves = clock() + self._dice.expovariate(1 / STAYS)
        while clock() < leaves or calm.is_set():
            said = self._stance()
            await self._say(socket, said)
            self._tally.looks += 1
            turns = clock() + self._dice.uniform(0, 2 * LOOKS)
            while clock() < turns or calm.is_set():
                await asyncio.sleep(min(REPEAT, max(1, turns - clock())))
                if clock() < turns or calm.is_set():
                    await self._say(socket, said)

    def _stance(self) -> dict:
        if self._dice.randrange(WRITES) == 0:
            return {"doing": "writing", "lane": self._dice.choice(ROLES)}
        issue = self._dice.choice([None, *self._issues])
        return {"doing": "reading"} | ({"issue": issue} if issue else {})

    async def _say(self, socket, said: dict) -> None:
        said = said if self._knows_places else {"doing": said["doing"]}
        text = json.dumps([{"t": "here", "log": self.room} | said], separators=(",", ":"))
        self._tally.said += len(text) + head(len(text)) + 4
        await socket.send(text)

    async def _hear(self, socket) -> None:
        async for text in socket:
            self._take(text)

    def _take(self, text: str) -> None:
        if '"t":"here"' in text:
            for frame in json.loads(text):
                if frame["t"] == "here":
                    self._note(frame)

    def _note(self, frame: dict) -> None:
        size = len(json.dumps([frame], ensure_ascii=False, separators=(",", ":")).encode())
        self._tally.told += size + head(size)
        self._tally.frames += 1
        for member, doing in frame["members"].items():
            if doing:
                self.others[member] = doing
            else:
                self.others.pop(member, None)


def head(size: int) -> int:
    """What a frame carries before so many bytes, without a mask."""
    return 2 if size < 126 else 4 if size < 65536 else 10


@contextlib.asynccontextmanager
async def gathered(people: list[Person]):
    """All of them have come, and are left to themselves; `calm`, once set, keeps everyone where they are."""
    calm = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        living = [tasks.create_task(person.live(calm)) for person in people]
        try:
            while not all(person.has_come for person in people):
                await asyncio.sleep(0.1)
            yield calm
        finally:
            for life in living:
                life.cancel()


async def agreed(people: list[Person], timeout: float = 90) -> None:
    """Everyone is told of everyone who is in their room, and of nobody else of them."""
    async with asyncio.timeout(timeout):
        while not is_agreed(people):
            await asyncio.sleep(0.2)


def is_agreed(people: list[Person]) -> bool:
    there: dict[str, set[str]] = {}
    for person in people:
        if person.is_here:
            there.setdefault(person.room, set()).add(person.session.member)
    everyone = {person.session.member for person in people}
    return all(set(person.others) & everyone == there[person.room] for person in people if person.is_here)
