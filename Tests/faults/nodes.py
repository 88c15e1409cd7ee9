"""Two nodes on one database: any of them can serve any room, because the database decides."""

import asyncio
import contextlib
import itertools
import os
import random
import unittest

from Tests.e2e.database import SharedDatabase
from Tests.e2e.house import team
from Tests.e2e.relay import relayed
from Tests.e2e.server import Server, temporary_folder
from Tests.e2e.session import Session
from Tests.faults.checker import check, check_fresh
from Tests.faults.load import Load

SEED = int(os.environ.get("AFTERSHOW_SEED", random.SystemRandom().randrange(1 << 32)))


@contextlib.contextmanager
def two_nodes():
    options = ("--rate", "10000", "--burst", "10000")
    with temporary_folder() as folder:
        database = SharedDatabase(folder)
        nodes = [Server(folder, database=database.url, options=options, name=name) for name in ("one", "two")]
        try:
            nodes[0].start()
            nodes[1].lead_link = nodes[0].lead_link
            nodes[1].start()
            yield database, nodes
        finally:
            for node in nodes:
                if node.is_running:
                    node.stop()
            database.end()


class TwoNodes(unittest.IsolatedAsyncioTestCase):
    async def test_both_write_at_once_and_agree(self):
        print(f"seed {SEED}")
        with two_nodes() as (database, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("host", "floor", address=one.address)
                await house.invite("backstage", "private", address=two.address)
                await house.open_room()
                await house.move("collect")
                clients = list(house.members.values())
                async with Load(clients, house.room, SEED) as load:
                    await load.progress(300)
                await house.move("vote")
                await house.settled()
                compared = check(database, clients)
                self.assertGreater(compared["acked"], 300)
                await check_fresh(clients)
                texts = [
                    {card["id"]: card["text"] for card in client.log(house.room).of("issue").values()}
                    for client in clients
                ]
                self.assertEqual([texts[0]] * len(texts), texts)
                streams = [[held["tag"] for held in client.log(house.room).events] for client in clients]
                shortest = min(map(len, streams))
                self.assertEqual([streams[0][-shortest:]] * len(streams), [stream[-shortest:] for stream in streams])
                print(compared)

    async def test_an_invitation_made_on_one_opens_the_other_at_once_and_lets_in_everywhere(self):
        with two_nodes() as (_, (one, two)):
            async with team(one.address, one.lead_link) as house:
                # Until the other has the directory in memory, it would read it anew.
                await house.invite("host", address=two.address)
                for number in range(40):
                    link = house.lead.session.post("/api/invitations", {"roles": ["floor"]}).json["link"]
                    there = Session(two.address).join(link, f"新人{number}", ["floor"])
                    here = Session(one.address)
                    here.cookie, here.member = there.cookie, there.member
                    self.assertIn("/join#", here.post("/api/pairing", {}).json["link"])

    async def test_a_command_resent_through_the_other_node_takes_effect_once(self):
        with two_nodes() as (database, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("host")
                await house.open_room()
                await house.move("live")
                there = Session(two.address)
                there.cookie, there.member = house.sessions["host"].cookie, house.sessions["host"].member
                elsewhere = await house.open("host elsewhere", there)
                await house.introduce(elsewhere)
                here = house.members["host"]
                card = {"role": "host", "kind": "puzzle", "text": "同一条"}
                first = await here.post(house.room, "issue.post", card)
                again = await elsewhere.post(house.room, "issue.post", card, id=first.id)
                answers = await asyncio.gather(first.answer, again.answer)
                self.assertEqual(answers[0]["seq"], answers[1]["seq"])
                self.assertEqual(1, sum(answer["dup"] for answer in answers))
                check(database, [here, elsewhere])

    async def test_a_member_removed_through_one_node_is_signed_out_on_the_other(self):
        with two_nodes() as (_, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("host", address=two.address)
                host = house.members.pop("host")
                await house.lead.send(house.directory, "member.remove", {"member": host.session.member})
                with contextlib.suppress(AssertionError):
                    await host.until(lambda: False, timeout=20)
                self.assertIn(host.closes[-1], (4401, 4403))

    async def test_a_lobby_asked_on_one_node_tells_what_was_done_through_the_other(self):
        with two_nodes() as (_, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.open_room()
                there = Session(two.address)
                there.cookie = house.sessions["lead"].cookie
                lobby = there.get("/api/lobby").json
                self.assertNotIn("since", lobby)
                for phase in ("live", "data", "collect", "vote"):
                    await house.move(phase)
                    told = []
                    while not told:
                        seen = lobby["at"]
                        lobby = there.get(f"/api/lobby?since={seen}").json
                        self.assertEqual(seen, lobby["since"])
                        told = [line["summary"]["phase"] for line in lobby["logs"] if line["log"] == house.room]
                        self.assertLessEqual(len(lobby["logs"]), 1)
                    self.assertEqual([phase], told)
                here = house.lead.session.get(f"/api/lobby?since={lobby['at']}").json
                self.assertNotIn("since", here)
                self.assertEqual({house.show, house.room}, {line["log"] for line in here["logs"]})


class AnOlderNode(unittest.IsolatedAsyncioTestCase):
    """Stood for by a session as one of that version keeps it: there until it ends, and reading nothing that came later."""

    async def test_keeps_a_newer_kind_of_record_from_being_written_until_it_has_gone_and_nothing_else(self):
        with two_nodes() as (database, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("host", address=one.address)
                await house.invite("floor", address=two.address)
                await house.open_room()
                await house.move("collect")
                host, floor = house.members["host"], house.members["floor"]
                card = {"role": "host", "kind": "puzzle", "text": "福袋发晚了"}
                await host.send(house.room, "issue.post", card)
                (issue,) = host.log(house.room).of("issue")
                await house.lead.send(house.room, "cards.reveal", {})
                with database.session("aftershow old desk"):
                    held = [await self.refused(client, house.room, issue) for client in (host, floor)]
                    await house.lead.send(house.room, "votes.budget", {"votes": 4})
                    await floor.send(house.room, "issue.post", card | {"role": "floor"})
                    self.assertEqual([], [command.id for command in held if command.answer.done()])
                answers = await asyncio.gather(*(command.answer for command in held))
                self.assertEqual([False, False], [answer["dup"] for answer in answers])
                self.assertEqual({"unavailable"}, {code for command in held for code in command.refusals})
                check(database, list(house.members.values()))
            for node in (one, two):
                self.assertRegex(node.log_text(), r'layout.held layout=1 newest=\d+ by="aftershow old desk"')
                self.assertIn("layout.free", node.log_text())

    async def refused(self, client, room: str, issue: str):
        """The first tagging that is: a node notices within five seconds who else is there."""
        async with asyncio.timeout(60):
            for number in itertools.count():
                tagging = {"issue": issue, "tags": [client.session.member[:8], str(number)]}
                command = await client.post(room, "issue.tag", tagging)
                await client.until(lambda command=command: command.answer.done() or command.refusals)
                if command.refusals:
                    return command


class CutOff(unittest.IsolatedAsyncioTestCase):
    async def test_a_node_cut_off_from_the_database_sends_its_people_to_the_others(self):
        with temporary_folder() as folder, SharedDatabase.running(folder) as database:
            with relayed(folder / "relay", database.socket) as relay:
                one = Server(folder, database=database.url.replace(str(database.data), str(relay.folder)), name="one")
                two = Server(folder, database=database.url, name="two")
                try:
                    one.start()
                    two.lead_link = one.lead_link
                    two.start()
                    async with team(two.address, one.lead_link) as house:
                        await house.invite("host", "floor", address=one.address)
                        relay.cut()
                        for name in ("host", "floor"):
                            client = house.members[name]
                            await client.until(lambda client=client: client.byes)
                            self.assertEqual(4007, client.byes[0]["code"])
                            await client.until(lambda client=client: 4007 in client.closes)
                        self.assertEqual(([], []), (house.lead.byes, house.lead.closes))
                        self.assertEqual(b"ok\n", Session(one.address).get("/healthz").body)
                        relay.mend()
                        for name in ("host", "floor"):
                            client = house.members[name]
                            await client.until(lambda client=client: client.live)
                finally:
                    for node in (one, two):
                        if node.is_running:
                            node.stop()


if __name__ == "__main__":
    unittest.main(verbosity=2)
