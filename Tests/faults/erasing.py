"""Erased words are gone: from every table, every node, every position, and what came from them as well."""

import unittest

from Tests.e2e.client import Client
from Tests.e2e.house import team
from Tests.faults.nodes import two_nodes

WORDS = "用了面膜过敏住院了请尽快联系我"
AS_BYTES = WORDS.encode().hex()


class Erasing(unittest.IsolatedAsyncioTestCase):
    async def test_erased_words_are_in_no_table_and_come_from_no_node(self):
        with two_nodes() as (database, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("private")
                await house.invite("host", address=two.address)
                await house.open_room()
                playbook = house.lead.me["playbook"]
                question, issue, solution, entry = await self.thread(house, playbook)
                there = house.members["host"]
                await there.follow(playbook)
                await there.until(lambda: there.log(house.room).of("solution").get(solution, {}).get("promotion"))
                held = [there.log(log) for log in (house.show, house.room, playbook)]
                last = {log.log: dict(log.at) for log in held}
                first = {log.log: {**log.at, "seq": min(log.tags), "tag": log.tags[min(log.tags)]} for log in held}
                nowhere = dict.fromkeys(last)
                before = database.dump()
                self.assertGreater(before.count(WORDS), 3)

                reason = {"question": question, "reason": "用户要求", "onward": True}
                await house.lead.send(house.show, "question.erase", reason)
                for client in (house.lead, there):
                    await client.until(lambda client=client: self.is_erased(client, house.room, "issue", issue))
                    await client.until(lambda client=client: self.is_erased(client, house.room, "solution", solution))
                    await client.until(lambda client=client: self.is_erased(client, playbook, "entry", entry))
                    self.assertNotIn(WORDS, str([client.log(log).records for log in last]))
                self.nothing_is_left(database)

                # Whoever comes back with a position from before, or for the first time, to either node.
                for node in (one, two):
                    for positions in (first, last, nowhere):
                        self.assertNotIn(WORDS, await self.told(node, house, positions))
                exported = house.lead.session.get("/api/playbook.csv")
                self.assertNotIn(WORDS, exported.body.decode())

                # Loaded anew from what is stored, and written down again.
                two.stop()
                two.start()
                self.assertNotIn(WORDS, await self.told(two, house, nowhere))
                for node in (one, two):
                    node.stop()
                self.nothing_is_left(database)

    async def thread(self, house, playbook: str) -> tuple[str, str, str, str]:
        """A question, the card it became, a solution that quotes it, and the entry that became of that."""
        lead = house.lead
        await lead.follow(playbook)
        await lead.send(house.show, "question.log", {"text": WORDS, "user": "小满", "group": "三群"})
        await lead.until(lambda: lead.log(house.show).of("question"))
        question = next(iter(lead.log(house.show).of("question")))
        await lead.send(house.show, "question.promote", {"question": question, "room": house.room, "kind": "puzzle"})
        await house.move("solve")
        await lead.until(lambda: lead.log(house.room).of("issue"))
        issue = next(iter(lead.log(house.room).of("issue")))
        text = f"遇到「{WORDS}」，先请用户停用"
        await house.members["host"].until(lambda: house.members["host"].log(house.room).of("issue"))
        proposal = {"issues": [issue], "text": text, "kind": "script", "owner": "host"}
        await house.members["host"].send(house.room, "solution.propose", proposal)
        await lead.until(lambda: lead.log(house.room).of("solution"))
        solution = next(iter(lead.log(house.room).of("solution")))
        await lead.send(house.room, "solution.promote", {"solution": solution, "trigger": WORDS})
        await lead.until(lambda: lead.log(playbook).of("entry"))
        await lead.until(lambda: lead.log(house.room).of("solution")[solution]["promotion"]["state"] == "done")
        return question, issue, solution, next(iter(lead.log(playbook).of("entry")))

    def is_erased(self, client: Client, log: str, kind: str, record: str) -> bool:
        held = client.log(log).of(kind).get(record, {})
        return held.get("erased", {}).get("reason") == "用户要求" and held["text"] == ""

    def nothing_is_left(self, database) -> None:
        dump = database.dump()
        self.assertNotIn(WORDS, dump)
        self.assertNotIn(AS_BYTES, dump)

    async def told(self, node, house, positions: dict) -> str:
        """All that a device with these positions is told."""
        session = house.sessions["host"]
        elsewhere = type(session)(node.address)
        elsewhere.cookie, elsewhere.member = session.cookie, session.member
        client = Client(elsewhere)
        for log, at in positions.items():
            client.log(log).at = at
        async with client:
            for log in positions:
                await client.until(lambda log=log: client.log(log).at not in (None, positions[log]))
            return "".join(client.received)


if __name__ == "__main__":
    unittest.main()
