"""Colleagues at work while a browser is looked at: a team on the protocol, in a thread of its own.

    with running_server() as server, Colleagues(server) as others:
        others.send(others.house.room, "issue.post", {…})     # as the lead; returns once it is committed
        link = others.invitation(lead=True)                    # for the person before the browser
"""

import asyncio
import concurrent.futures
import contextlib
import threading
from collections.abc import Callable

from Tests.e2e.client import Client
from Tests.e2e.house import ROLES, House, team
from Tests.e2e.server import Server


class Colleagues:
    def __init__(self, server: Server, *names: str):
        self._server, self._names = server, names
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._stack = contextlib.AsyncExitStack()
        self.house: House
        self.carry: Callable[[], object] | None = None
        """Called now and then while something is waited for, so that the lines of the pages run meanwhile."""

    def __enter__(self) -> "Colleagues":
        self._thread.start()
        self.await_(self._found())
        return self

    def __exit__(self, *_) -> None:
        self.await_(self._stack.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)

    async def _found(self) -> None:
        self.house = await self._stack.enter_async_context(team(self._server.address, self._server.lead_link))
        await self.house.invite(*self._names)
        await self.house.open_room()

    def await_(self, coroutine, timeout: float = 120):
        future: concurrent.futures.Future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        while self.carry and not concurrent.futures.wait([future], 0.05).done:
            self.carry()
        return future.result(timeout)

    @property
    def lead(self) -> Client:
        return self.house.lead

    @property
    def directory(self) -> str:
        return self.house.directory

    @property
    def playbook(self) -> str:
        return self.lead.me["playbook"]

    def member(self, name: str) -> Client:
        return self.house.members[name]

    def send(self, log: str, op: str, args: dict, *, by: str = "lead", **more) -> dict:
        return self.await_(self.member(by).send(log, op, args, **more))

    def send_all(self, commands: list[tuple]) -> dict[str, int]:
        """All of them at once, `(log, op, args, on?)`; answers where each log stands when they are committed."""

        def frame(log: str, op: str, args: dict, on: int | None = None):
            return self.lead.send(log, op, args, **({} if on is None else {"on": on}))

        async def sent() -> list[dict]:
            return await asyncio.gather(*(frame(*command) for command in commands))

        heads: dict[str, int] = {}
        for (log, *_), ack in zip(commands, self.await_(sent()), strict=True):
            heads[log] = max(heads.get(log, 0), ack["seq"])
        return heads

    def records(self, log: str, kind: str, *, by: str = "lead") -> dict[str, dict]:
        return dict(self.member(by).log(log).of(kind))

    def record(self, log: str, kind: str, *, by: str = "lead", **fields) -> dict:
        """The one record of the kind with these fields, once it is there."""
        held = self.member(by).log(log)

        def found():
            return [one for one in held.of(kind).values() if all(one.get(name) == fields[name] for name in fields)]

        self.await_(self.member(by).until(found))
        return found()[0]

    def add(self, log: str, op: str, args: dict, kind: str, *, by: str = "lead", **fields) -> dict:
        """Sends what makes a record, and answers the record."""
        self.send(log, op, args, by=by)
        return self.record(log, kind, by=by, **fields)

    def follow_playbook(self) -> None:
        self.await_(self.lead.follow(self.playbook))

    def move(self, phase: str, **more) -> None:
        self.await_(self.house.move(phase, **more))

    def invitation(self, *, lead: bool = False, roles: list[str] | None = None) -> str:
        wish = {"roles": ROLES if roles is None else roles, **({"lead": True} if lead else {})}
        return self.lead.session.address + self.lead.session.post("/api/invitations", wish).json["link"]
