"""A channel's log: it lists the channel's shows and rooms, and gathers those that are older than it is."""

import asyncio
import unittest

from Tests.e2e.client import Client, Refused
from Tests.e2e.house import team
from Tests.e2e.server import running_server
from Tests.e2e.session import Session
from Tests.faults.nodes import two_nodes


def log_of(client: Client, channel: str | None = None) -> str:
    channels = client.log(client.me["directory"]).of("channel")
    return channels[channel or next(iter(channels))]["log"]


class AChannelsLog(unittest.IsolatedAsyncioTestCase):
    async def test_lists_for_a_page_that_reads_them_there_and_the_directory_for_one_that_says_nothing(self):
        with running_server() as server:
            async with team(server.address, server.lead_link) as house:
                await house.open_room()
                before = house.lead.log(house.directory)
                self.assertEqual([{house.show}, {house.room}], [set(before.of(kind)) for kind in ("show", "room")])
                client = Client(house.lead.session)
                client.lists = "channels"
                async with client:
                    await client.until(lambda: client.live and client.log(house.directory).at)
                    self.assertEqual([{}, {}], [client.log(house.directory).of(kind) for kind in ("show", "room")])
                    channel = await client.follow(log_of(client))
                    await client.until(lambda: channel.of("room"))
                    self.assertEqual(before.of("show"), channel.of("show"))
                    self.assertEqual(before.of("room"), channel.of("room"))

    async def test_keeps_thresholds_which_leads_and_operations_set(self):
        with running_server() as server:
            async with team(server.address, server.lead_link) as house:
                await house.open_room()
                await house.invite("host", "operations")
                log = log_of(house.lead)
                for client in house.members.values():
                    await client.follow(log)
                with self.assertRaises(Refused) as refused:
                    await house.members["host"].send(log, "thresholds.set", {"near": 5, "far": 20})
                self.assertEqual("forbidden", refused.exception.code)
                await house.members["operations"].send(log, "thresholds.set", {"near": 5, "far": 20})
                host = house.members["host"].log(log)
                await house.members["host"].until(lambda: host.of("thresholds"))
                self.assertEqual({"id": "thresholds", "near": 5, "far": 20}, host.of("thresholds")["thresholds"])

    async def test_gathers_once_what_was_listed_before_there_was_one_though_two_nodes_do_it_at_once(self):
        with two_nodes() as (database, nodes):
            async with team(nodes[0].address, nodes[0].lead_link) as house:
                await house.open_room()
                log, show, room = log_of(house.lead), house.show, house.room
                lead = house.lead.session
            for node in nodes:
                node.stop()
            # As a version leaves it that knows no such logs.
            for table in ("snapshot", "event", "pending", "log"):
                database.rows(f"delete from {table} where log_id = '{log}'")
            clients = []
            for node in nodes:
                node.start()
                session = Session(node.address)
                session.cookie, session.member = lead.cookie, lead.member
                clients.append(Client(session))
            async with clients[0], clients[1]:
                for client in clients:
                    await client.until(lambda client=client: client.live)
                await asyncio.gather(*(client.follow(log) for client in clients))
                for client in clients:
                    held = client.log(log)
                    await client.until(lambda held=held: held.of("show") and held.of("room"))
                    self.assertEqual([{show}, {room}], [set(held.of(kind)) for kind in ("show", "room")])
            self.assertEqual([["channel.gather"]], database.rows(f"select op from event where log_id = '{log}'"))
