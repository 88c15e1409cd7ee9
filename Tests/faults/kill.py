"""kill -9 of the server and of PostgreSQL in the middle of load, repeatedly."""

import asyncio
import os
import random
import unittest

from Tests.e2e.database import PrivateDatabase
from Tests.e2e.house import team
from Tests.e2e.server import running_server
from Tests.faults.checker import check, check_fresh
from Tests.faults.load import Load

SEED = int(os.environ.get("AFTERSHOW_SEED", random.SystemRandom().randrange(1 << 32)))
ROUNDS = int(os.environ.get("AFTERSHOW_ROUNDS", 8))


class KillingInTheMiddleOfLoad(unittest.IsolatedAsyncioTestCase):
    async def test_every_acknowledged_command_is_there_once_and_clients_come_back(self):
        print(f"seed {SEED}, {ROUNDS} rounds (AFTERSHOW_SEED, AFTERSHOW_ROUNDS)")
        chance = random.Random(SEED)
        with running_server("--rate", "10000", "--burst", "10000") as server:
            database = PrivateDatabase(server.data)
            async with team(server.address, server.lead_link) as house:
                await house.invite("host", "floor", "backstage", "private")
                await house.open_room()
                await house.move("collect")
                clients = list(house.members.values())
                async with Load(clients, house.room, SEED) as load:
                    for _ in range(ROUNDS):
                        await load.progress(chance.randrange(3, 15))
                        victim = chance.choice(["server", "database", "both"])
                        if victim != "server":
                            await asyncio.to_thread(database.kill)
                        if victim != "database":
                            server.kill()
                            await asyncio.to_thread(server.start)
                    await load.progress(20)
                await house.settled()
                await house.move("vote")
                await house.settled()
                compared = check(database, clients)
                await check_fresh(clients)
                self.assertGreater(compared["acked"], ROUNDS * 3)
                self.check_cards(house, clients, load)
                self.assertTrue(all(client.closes for client in clients), "nobody was ever cut off: nothing was tested")
                print(compared)

    def check_cards(self, house, clients, load):
        """Everyone sees the same cards, and each acknowledged text once."""
        texts = [sorted(card["text"] for card in client.log(house.room).of("issue").values()) for client in clients]
        for other in texts[1:]:
            self.assertEqual(other, texts[0])
        self.assertEqual(load.standing(), texts[0])


if __name__ == "__main__":
    unittest.main(verbosity=2)
