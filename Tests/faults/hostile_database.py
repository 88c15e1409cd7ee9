"""PostgreSQL stopped in its tracks while commands are under way; and members who take more than their share."""

import asyncio
import contextlib
import unittest

from Tests.e2e.session import uuid7
from Tests.faults.checker import check
from Tests.faults.ground import Ground
from Tests.faults.intruder import Intruder

CARD = {"role": "host", "kind": "mistake", "text": "卡"}


def setUpModule():
    global ground
    ground = Ground.of_module("--rate", "40", "--burst", "120")


class DatabaseThatStandsStill(unittest.IsolatedAsyncioTestCase):
    async def unavailable(self, line: Intruder) -> dict:
        """TCP keeps a database that stands still for ever; after a dozen seconds the server does not."""
        while True:
            for heard in await line.receive(patience=30):
                if heard["t"] == "nack" and heard["code"] == "unavailable":
                    return heard

    async def test_nothing_is_acknowledged_what_waits_is_refused_and_all_comes_back(self):
        async with ground.house("host", "floor") as house:
            await house.move("live")
            host = house.members["host"]
            async with Intruder(ground.device(house.sessions["host"]), house.room) as line:
                with ground.database.standing_still():
                    ids = [uuid7() for _ in range(34)]
                    for one in ids:
                        line.say([{"t": "cmd", "id": one, "log": house.room, "op": "issue.post", "args": CARD}])
                    nack = await line.hear("nack", code="inFlight")
                    self.assertEqual((ids[32], True), (nack["id"], nack["retry"]))
                    self.assertEqual(b"ok\n", (await asyncio.to_thread(ground.lead.get, "/healthz")).body)
                    line.say([{"t": "ping", "n": 1}])
                    await line.hear("pong")
                    nack = await asyncio.wait_for(self.unavailable(line), 30)
                    self.assertTrue(nack["retry"])
                    self.assertNotIn("ack", [heard["t"] for heard in line.heard])
                    self.assertEqual(0, len(host.log(house.room).of("issue")))
                refused = {heard["id"] for heard in line.heard if heard["t"] == "nack"}
                for one in ids:
                    line.say([{"t": "cmd", "id": one, "log": house.room, "op": "issue.post", "args": CARD}])
                answered = {}
                while set(answered) != set(ids):
                    for heard in await line.receive():
                        if heard["t"] == "ack":
                            answered[heard["id"]] = heard["seq"]
                        elif heard["t"] == "nack" and heard["id"] in set(ids) - set(answered):
                            await asyncio.sleep((heard.get("detail") or {}).get("after", 200) / 1000)
                            line.say([{"t": "cmd", "id": heard["id"], "log": house.room, "op": "issue.post", "args": CARD}])
            self.assertEqual(34, len(set(answered.values())))
            self.assertTrue(refused)
            await host.until(lambda: len(host.log(house.room).of("issue")) == 34)
            check(ground.database, list(house.members.values()))
            self.assertEqual(b"ok\n", ground.lead.get("/readyz").body)


class MoreThanTheirShare(unittest.IsolatedAsyncioTestCase):
    async def test_of_commands_is_refused_by_the_name_of_the_limit_over_all_tabs_and_then_cut_off(self):
        async with ground.house("floor", "host") as house:
            await house.move("live")
            session = house.sessions["host"]
            async with Intruder(session) as one, Intruder(session) as two:
                for number in range(90):
                    one.say([{"t": "ping", "n": number}])
                await one.hear("pong", n=60)
                command = {"t": "cmd", "log": house.room, "op": "issue.post", "args": CARD}
                for _ in range(100):
                    two.say([{**command, "id": uuid7()}])
                nack = await two.hear("nack", code="rate")
                self.assertEqual((40, True), (nack["detail"]["limit"], nack["retry"]))
                for number in range(3000):
                    two.say([{"t": "ping", "n": number}])
                self.assertEqual(4009, await two.closed())
            await house.members["floor"].send(house.show, "marker.add", {"kind": "note", "offset": 1})

    async def test_whoever_is_sent_away_for_saying_too_much_stands_in_the_log(self):
        session = ground.newcomer("host")
        async with Intruder(session) as line:
            for number in range(3000):
                line.say([{"t": "ping", "n": number}])
            self.assertEqual(4009, await line.closed())
        told = [line for line in ground.server.log_text().splitlines() if session.member in line]
        self.assertIn("connection.closed code=4009", told[-1])

    async def test_of_connections_is_refused_and_the_first_ones_stay(self):
        async with ground.house("floor") as house, contextlib.AsyncExitStack() as stack:
            session = ground.newcomer("host")
            lines = [await stack.enter_async_context(Intruder(session, greet=False)) for _ in range(60)]
            codes = await asyncio.gather(*(asyncio.wait_for(line.closed(), 3) for line in lines[40:]))
            self.assertEqual({4029}, set(codes))
            lines[0].say('[{"t":"hello","v":1,"tab":"%s","logs":[]}]' % uuid7())
            await lines[0].hear("welcome")
            self.assertEqual([], house.members["floor"].closes)

    async def test_of_time_to_read_delays_nobody_else(self):
        async with ground.house("floor", "host") as house:
            await house.move("live")
            async with Intruder(ground.newcomer("private"), house.room, house.show) as slow:
                slow.writer.transport.pause_reading()
                for number in range(60):
                    text = f"{number}" + "慢" * 480
                    await house.lead.send(house.room, "issue.post", CARD | {"text": text})
                lead = house.lead.log(house.room)
                await house.lead.until(lambda: len(lead.of("issue")) == 60)
                slow.writer.transport.resume_reading()
                slow.say([{"t": "ping", "n": 1}])
                await slow.hear("pong")


if __name__ == "__main__":
    unittest.main(verbosity=2)
