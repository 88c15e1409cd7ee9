"""A team set up through the protocol alone: a lead, a channel, a show, a room, and members with their roles."""

import contextlib
import time

from Tests.e2e.client import Client
from Tests.e2e.session import Session

ROLES = ["operations", "host", "floor", "backstage", "private"]


class House:
    """Everyone's clients on the node they were given; the lead's is the first."""

    def __init__(self, stack: contextlib.AsyncExitStack):
        self._stack = stack
        self.members: dict[str, Client] = {}
        self.sessions: dict[str, Session] = {}
        self.show = ""
        self.room = ""

    @property
    def lead(self) -> Client:
        return self.members["lead"]

    @property
    def directory(self) -> str:
        return self.lead.me["directory"]

    async def found(self, address: str, link: str) -> None:
        await self.open("lead", Session(address).join(link, "领队", ["operations"]))

    async def invite(self, *names: str, address: str | None = None) -> None:
        """Each name joins by one invitation and holds the role of that name, or all of them."""
        lead = self.lead.session
        link = lead.post("/api/invitations", {"roles": ROLES}).json["link"]
        for name in names:
            roles = [name] if name in ROLES else ROLES
            await self.open(name, Session(address or lead.address).join(link, name, roles))

    async def open(self, name: str, session: Session) -> Client:
        client = await self._stack.enter_async_context(Client(session, seed=len(self.members)))
        self.members[name], self.sessions[name] = client, session
        await client.until(lambda: client.live and client.log(client.me["directory"]).at)
        return client

    async def open_room(self, votes: int = 5) -> None:
        channel = await self._added("channel", "channel.add", name="暖冬针织直播间")
        starts = int(time.time() * 1000)
        self.show = await self._added("show", "show.schedule", channel=channel, title="羊绒专场", startsAt=starts)
        self.room = await self._added("room", "room.open", shows=[self.show], title="复盘", votes=votes)
        for client in self.members.values():
            await self.introduce(client)

    async def review_again(self, title: str) -> None:
        """Another room that reviews the last show."""
        self.room = await self._added("room", "room.open", shows=[self.show], title=title)
        for client in self.members.values():
            await self.introduce(client)

    async def introduce(self, client: Client) -> None:
        """Whoever reads in the directory that there is a room may follow it; it is there once it has been founded, which the
        directory's own acts do a moment later."""
        await client.until(lambda: self.room in client.log(self.directory).of("room"))
        for log, kind in ((self.room, "room"), (self.show, "show")):
            await client.follow(log)
            await client.until(lambda held=client.log(log), kind=kind: held.of(kind))

    async def _added(self, kind: str, op: str, **args) -> str:
        directory = self.lead.log(self.directory)
        before = set(directory.of(kind))
        await self.lead.send(self.directory, op, args)
        await self.lead.until(lambda: set(directory.of(kind)) - before)
        return (set(directory.of(kind)) - before).pop()

    async def move(self, phase: str, **more) -> None:
        await self.lead.send(self.room, "phase.move", {"phase": phase, **more})
        for client in self.members.values():
            await client.until(lambda client=client: client.log(self.room).of("room")["room"]["phase"] == phase)

    async def settled(self) -> None:
        """Nothing is unanswered, and everyone has seen the newest answered command."""
        for client in self.members.values():
            await client.until(lambda client=client: not client.outbox)
        for log in {log for client in self.members.values() for log in client.logs}:
            acked = [ack["seq"] for c in self.members.values() for ack in c.acks.values() if ack["log"] == log]
            for client in self.members.values():
                if log in client.logs and acked:
                    await client.until(lambda held=client.log(log): held.at["seq"] >= max(acked))


@contextlib.asynccontextmanager
async def team(address: str, link: str):
    async with contextlib.AsyncExitStack() as stack:
        house = House(stack)
        await house.found(address, link)
        yield house
