"""One server for all of a module's attacks, and a room with someone in it who must not notice them."""

import asyncio
import contextlib
import copy
import unittest

from Tests.e2e.database import PrivateDatabase
from Tests.e2e.house import House
from Tests.e2e.server import Server, running_server
from Tests.e2e.session import Session


class Ground:
    """A server with a lead; every test has a house of its own on it."""

    def __init__(self, server: Server):
        self.server = server
        self.database = PrivateDatabase(server.data)
        self.lead = Session(server.address).join(server.lead_link, "领队", ["operations"])

    @classmethod
    def of_module(cls, *options: str) -> "Ground":
        options = options or ("--rate", "10000", "--burst", "10000")
        return cls(unittest.enterModuleContext(running_server(*options)))

    def device(self, session: Session) -> Session:
        """The same cookie in another hand, with nothing remembered."""
        other = copy.copy(session)
        other.received = []
        return other

    def newcomer(self, *roles: str, name: str = "新人") -> Session:
        link = self.lead.post("/api/invitations", {"roles": list(roles)}).json["link"]
        return Session(self.server.address).join(link, name, list(roles))

    @contextlib.asynccontextmanager
    async def house(self, *names: str):
        async with contextlib.AsyncExitStack() as stack:
            house = House(stack)
            await house.open("lead", self.device(self.lead))
            await house.invite(*names)
            await house.open_room()
            yield house

    def stored(self) -> list[list[str]]:
        """Whatever a command could leave behind."""
        return self.database.rows(
            "SELECT 'event', count(*)::text FROM event UNION ALL SELECT 'text', count(*)::text FROM text "
            "UNION ALL SELECT 'series', count(*)::text FROM series UNION ALL SELECT 'log', count(*)::text FROM log "
            "UNION ALL SELECT 'pending', count(*)::text FROM pending ORDER BY 1"
        )

    @contextlib.asynccontextmanager
    async def undisturbed(self, test: unittest.TestCase, house: House, watcher: str = "floor"):
        """What happens inside leaves nothing behind, and the watcher hears nothing of it; then the room goes on."""
        client = house.members[watcher]
        await self.quiet(client)
        before, seen = self.stored(), {log: len(held.events) for log, held in client.logs.items()}
        yield
        test.assertEqual(before, self.stored())
        test.assertEqual(seen, {log: len(held.events) for log, held in client.logs.items()})
        test.assertEqual([], client.closes)
        ack = await client.send(house.show, "marker.add", {"kind": "note", "offset": 1, "text": "照常"})
        await house.lead.until(lambda: house.lead.log(house.show).at["seq"] >= ack["seq"])

    async def quiet(self, client) -> None:
        """Acts across logs have been concluded, and the client has seen everything there is."""
        while int(dict(self.stored())["pending"]):
            await asyncio.sleep(0)
        heads = {log: int(head) for log, head in self.database.rows("SELECT log_id, head FROM log")}
        for log, held in client.logs.items():
            await client.until(lambda held=held, log=log: held.at and held.at["seq"] >= heads[log])

    def second_organisation(self) -> Session:
        """Another team on the same server: its lead, signed in."""
        told = self.server.aside("organisation", "add", "别家", "--address", self.server.address).decode()
        return Session(self.server.address).join(told.split()[-1], "别家的领队", ["operations"])
