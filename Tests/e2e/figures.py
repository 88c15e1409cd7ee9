"""Beside the log of every show stand its figures, one row a metric: after every append those of the log, whichever node
appended; and of shows that a version before figures left, as soon as anybody asks."""

import asyncio
import os
import random
import unittest

from Tests.e2e.house import team
from Tests.e2e.session import HTTPRefusal, Session
from Tests.faults.nodes import two_nodes

SEED = int(os.environ.get("AFTERSHOW_SEED", random.SystemRandom().randrange(1 << 32)))
METRICS = ["gmv", "refund_amt", "refund_rate", "net_gmv", "watch_uv", "uv_value", "pay_uv"]
NOTHING = {"values": {}, "from": {}}


def stored(database, show: str) -> dict:
    rows = database.rows(f"SELECT metric, value, snapshot, derived FROM figure WHERE log_id = '{show}'")
    return {
        "values": {metric: float(value) for metric, value, _, _ in rows},
        "from": {metric: snapshot for metric, _, snapshot, _ in rows},
        "derived": sorted(metric for metric, *_, derived in rows if derived == "t"),
    }


def told(client, show: str) -> dict:
    latest = client.log(show).of("latest").get("latest", NOTHING)
    return {"values": latest["values"], "from": latest["from"], "derived": latest.get("derived", [])}


def asked(session: Session, show: str) -> dict:
    [answer] = session.get(f"/api/figures?shows={show}").json["shows"]
    return {name: answer["latest"][name] for name in ("values", "from", "derived")}


class Figures(unittest.IsolatedAsyncioTestCase):
    async def test_they_are_those_of_the_log_after_every_append_of_either_node(self):
        print(f"seed {SEED}")
        dice = random.Random(SEED)
        with two_nodes() as (database, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("backstage", address=two.address)
                await house.open_room()
                clients = list(house.members.values())
                for _ in range(40):
                    client, other = dice.sample(clients, 2)
                    await self.send(dice, client, house.show)
                    await other.until(lambda a=client, b=other: a.log(house.show).at["seq"] == b.log(house.show).at["seq"])
                    truth = told(client, house.show)
                    self.assertEqual(truth, stored(database, house.show))
                    self.assertEqual(truth, asked(house.sessions["lead"], house.show))
                # Both at once: who loses the race decides again.
                for _ in range(10):
                    await asyncio.gather(*(self.send(dice, client, house.show) for client in clients))
                    await house.settled()
                    self.assertEqual(told(house.lead, house.show), stored(database, house.show))

    async def send(self, dice, client, show: str) -> None:
        known = list(client.log(show).of("snapshot"))
        match dice.randrange(4):
            case 2 if known:
                await client.send(show, "snapshot.withdraw", {"snapshot": dice.choice(known)})
            case 3 if known:
                await client.send(show, "snapshot.restore", {"snapshot": dice.choice(known)})
            case _:
                metrics = dice.sample(METRICS, dice.randrange(1, 4))
                await client.send(show, "snapshot.take", {"values": {key: dice.randrange(1, 9999) / 4 for key in metrics}})

    async def test_of_a_show_that_a_version_before_them_left_they_are_worked_out_when_somebody_asks(self):
        with two_nodes() as (database, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("backstage", address=two.address)
                await house.open_room()
                lead, show = house.lead, house.show
                await lead.send(show, "snapshot.take", {"values": {"gmv": 1000, "watch_uv": 10}})
                truth = told(lead, show)
                as_before = f"""
                    WITH gone AS (DELETE FROM figure) UPDATE log SET summary = (summary::jsonb - 'figures')::json
                    WHERE log_id = '{show}'
                """
                database.rows(as_before)
                self.assertEqual(truth, asked(house.sessions["backstage"], show))
                self.assertEqual(truth, stored(database, show))
                # An append of a node that did not see to it before.
                database.rows(as_before)
                await house.members["backstage"].send(show, "snapshot.take", {"values": {"watch_uv": 20}})
                truth = told(house.members["backstage"], show)
                self.assertEqual(truth, stored(database, show))
                # And without anyone: by a node that has started.
                database.rows(as_before)
                two.stop()
                two.start()
                for _ in range(200):
                    if stored(database, show)["values"]:
                        break
                    await asyncio.sleep(0.05)
                self.assertEqual(truth, stored(database, show))

    async def test_only_a_member_is_told_and_of_their_organisations_shows_alone(self):
        with two_nodes() as (_, (one, _)):
            async with team(one.address, one.lead_link) as house:
                await house.open_room()
                lead, show = house.sessions["lead"], house.show
                await house.lead.send(show, "snapshot.take", {"values": {"gmv": 1000}, "label": "下播时"})
                [answer] = lead.get(f"/api/figures?shows={show},{house.room}").json["shows"]
                [(snapshot, from_)] = answer["snapshots"].items()
                self.assertEqual({"gmv": 1000}, answer["latest"]["values"])
                self.assertEqual({"gmv": snapshot}, answer["latest"]["from"])
                self.assertEqual(("typed", "下播时", lead.member), (from_["source"], from_["label"], from_["by"]))
                channel = house.lead.log(house.directory).of("show")[show]["channel"]
                shows = lead.get(f"/api/figures?channel={channel}").json["shows"]
                self.assertEqual([show], [one["show"] for one in shows])
                for path, status in (("channel=none", 404), ("shows=" + ",".join([show] * 101), 422), ("", 404)):
                    with self.assertRaises(HTTPRefusal) as refused:
                        lead.get(f"/api/figures?{path}")
                    self.assertEqual(status, refused.exception.status)
                with self.assertRaises(HTTPRefusal) as refused:
                    Session(one.address).get(f"/api/figures?shows={show}")
                self.assertEqual(401, refused.exception.status)


if __name__ == "__main__":
    unittest.main(verbosity=2)
