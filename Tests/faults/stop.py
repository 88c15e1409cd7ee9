"""SIGTERM is an orderly stop: said to everyone, everything accepted committed, in under ten seconds."""

import asyncio
import os
import time
import unittest

from Tests.e2e.database import PrivateDatabase
from Tests.e2e.house import team
from Tests.e2e.server import running_server
from Tests.faults.checker import check
from Tests.faults.load import Load


class Stopping(unittest.IsolatedAsyncioTestCase):
    async def test_members_are_told_and_nothing_acknowledged_is_lost(self):
        with running_server("--rate", "10000", "--burst", "10000") as server:
            async with team(server.address, server.lead_link) as house:
                await house.invite("host", "floor", "backstage", "private")
                await house.open_room()
                await house.move("live")
                clients = list(house.members.values())
                async with Load(clients, house.room, seed=1) as load:
                    await load.progress(30)
                    begun = time.monotonic()
                    self.assertEqual(0, await asyncio.to_thread(server.stop))
                    self.assertLess(time.monotonic() - begun, 10)
                    for client in clients:
                        await client.until(lambda client=client: client.closes)
                        self.assertEqual(4003, client.closes[0])
                        self.assertEqual(4003, client.byes[0]["code"])
                    await asyncio.to_thread(server.start)
                    await load.progress(30)
                await house.settled()
                check(PrivateDatabase(server.data), clients)

    async def test_the_private_database_stops_with_it(self):
        with running_server() as server:
            database = PrivateDatabase(server.data)
            postmaster = database.postmaster
            server.stop()
            with self.assertRaises(ProcessLookupError):
                os.kill(postmaster, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
