"""The primary dies and a standby takes its place under two running nodes, with and without the end of the log."""

import asyncio
import contextlib
import os
import random
import unittest

from Tests.e2e.database import SharedDatabase
from Tests.e2e.house import team
from Tests.e2e.server import Server, temporary_folder
from Tests.e2e.standby import Standby
from Tests.faults.checker import check, check_fresh
from Tests.faults.load import Load

SEED = int(os.environ.get("AFTERSHOW_SEED", random.SystemRandom().randrange(1 << 32)))


@contextlib.contextmanager
def two_nodes_and_a_standby():
    options = ("--rate", "10000", "--burst", "10000")
    with temporary_folder() as folder, contextlib.ExitStack() as stack:
        primary = SharedDatabase(folder)
        stack.callback(lambda: primary.is_running and primary.end())
        standby = Standby(primary, folder)
        stack.callback(standby.end)
        nodes = [Server(folder, database=standby.both, options=options, name=name) for name in ("one", "two")]
        for node in nodes:
            stack.callback(lambda node=node: node.is_running and node.stop())
        nodes[0].start()
        nodes[1].lead_link = nodes[0].lead_link
        nodes[1].start()
        yield primary, standby, nodes


class FailOver(unittest.IsolatedAsyncioTestCase):
    async def note(self, client, show: str, *texts: str) -> None:
        for text in texts:
            await client.send(show, "marker.add", {"kind": "note", "offset": 1, "text": text})

    async def everyone_holds(self, house, *texts: str) -> None:
        for client in house.members.values():
            markers = client.log(house.show)
            await client.until(lambda: sorted(texts) == sorted(m["text"] for m in markers.of("marker").values()))

    async def test_without_the_end_of_the_log_leaves_every_node_and_every_page_with_what_is_stored(self):
        with two_nodes_and_a_standby() as (primary, standby, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("host", address=one.address)
                await house.invite("floor", "backstage", address=two.address)
                await house.open_room()
                host, floor = house.members["host"], house.members["floor"]
                kept = [f"留下 {number}" for number in range(5)]
                await self.note(host, house.show, *kept)
                await self.everyone_holds(house, *kept)
                await asyncio.to_thread(standby.sever)
                lost = [f"丢了 {number}" for number in range(10)]
                await self.note(host, house.show, *lost)
                await house.move("live")
                await self.everyone_holds(house, *kept, *lost)
                await asyncio.to_thread(primary.kill)
                await asyncio.to_thread(standby.promote)
                # What was acknowledged and is lost is lost for everyone, at once and though nobody writes.
                await self.everyone_holds(house, *kept)
                # Fewer than were lost, through the node that did not write those; then more, through both.
                after = ["之后 0", "之后 1"]
                await self.note(floor, house.show, *after)
                await self.everyone_holds(house, *kept, *after)
                more = [f"又来 {number}" for number in range(30)]
                await asyncio.gather(self.note(host, house.show, *more[:15]), self.note(floor, house.show, *more[15:]))
                await self.everyone_holds(house, *kept, *after, *more)
                await check_fresh(list(house.members.values()))
                for node in (one, two):
                    self.assertIn("database.replaced", node.log_text())
                    self.assertIn("log.rewound", node.log_text())
                # The nodes write down what they hold; whoever comes next reads that.
                one.stop()
                two.stop()
                self.assertTrue(standby.rows(f"SELECT seq FROM snapshot WHERE log_id = '{house.show}'"))
                one.start()
                for client in (house.lead, host):
                    await client.until(lambda client=client: client.live)
                await check_fresh([house.lead, host])
                await self.note(host, house.show, "最后")
                texts = [marker["text"] for marker in house.lead.log(house.show).of("marker").values()]
                self.assertEqual(0, sum(text in lost for text in texts))
                self.assertNotIn("checkpoint.dropped", one.log_text())

    async def test_with_a_standby_that_is_waited_for_keeps_every_acknowledged_command(self):
        print(f"seed {SEED}")
        with two_nodes_and_a_standby() as (primary, standby, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("host", "floor", address=one.address)
                await house.invite("backstage", "private", address=two.address)
                await house.open_room()
                await house.move("collect")
                await asyncio.to_thread(standby.is_waited_for)
                clients = list(house.members.values())
                async with Load(clients, house.room, SEED) as load:
                    await load.progress(100)
                    await asyncio.to_thread(primary.kill)
                    await asyncio.to_thread(standby.promote)
                    await load.progress(60)
                await house.settled()
                await house.move("vote")
                await house.settled()
                compared = check(standby, clients)
                await check_fresh(clients)
                self.assertGreater(compared["acked"], 160)
                print(compared)


if __name__ == "__main__":
    unittest.main(verbosity=2)
