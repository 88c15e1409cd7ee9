"""Coming in: links that lead nowhere, offers stretched, devices of people who are gone."""

import asyncio
import time
import unittest
import uuid

from Tests.e2e.session import HTTPRefusal, Session, token_of, uuid7
from Tests.faults.asking import Asking
from Tests.faults.ground import Ground
from Tests.faults.intruder import Intruder


def setUpModule():
    global ground
    ground = Ground.of_module()


class AnInvitation(Asking):
    def link(self, **wish) -> str:
        return ground.lead.post("/api/invitations", {"roles": ["host"], **wish}).json["link"]

    def join(self, token: str, **wish) -> Session:
        session = Session(ground.server.address)
        wish = {"id": uuid7(), "token": token, "name": "客", "roles": ["host"]} | wish
        session.post("/api/join", {key: value for key, value in wish.items() if value is not None})
        return session

    def refused_join(self, status: int, token: str, **wish) -> None:
        before = ground.stored()
        with self.assertRaises(HTTPRefusal) as caught:
            self.join(token, **wish)
        self.assertEqual(status, caught.exception.status, wish)
        self.assertEqual(before, ground.stored())

    async def test_cannot_be_used_for_more_than_it_offers(self):
        token = token_of(self.link())
        for wish in (
            {"roles": ["operations"]}, {"roles": ["host", "floor"]}, {"roles": []}, {"roles": None}, {"roles": "host"},
            {"roles": ["boss"]}, {"roles": ["host", "host"]}, {"name": None}, {"name": ""}, {"name": "长" * 21}, {"name": 7},
            {"lead": True}, {"id": "x"}, {"id": None}, {"member": ground.lead.member}, {"device": "x" * 41},
        ):
            self.refused_join(422, token, **wish)

    async def test_that_is_used_up_revoked_or_made_up_opens_nothing(self):
        used = token_of(self.link(uses=1))
        self.join(used)
        self.refused_join(404, used)
        revoked = ground.lead.post("/api/invitations", {"roles": ["host"]}).json
        async with ground.house() as house:
            await house.lead.send(house.directory, "invitation.revoke", {"invitation": revoked["invitation"]})
        for token in (token_of(revoked["link"]), token_of(ground.server.lead_link), "A" * 43, "x", "' OR 1=1 --" * 3):
            self.refused_join(404, token)

    async def test_that_has_expired_opens_nothing(self):
        link = ground.lead.post("/api/invitations", {"roles": ["host"], "hours": 1}).json
        ground.database.rows(f"UPDATE link SET expires_at = 1 WHERE reference = '{link['invitation']}'")
        self.refused_join(404, token_of(link["link"]))

    async def test_signs_nobody_in_as_someone_else(self):
        """Whoever chooses the id of the request chooses neither the member it makes nor one there is."""
        link = token_of(self.link())
        victim = self.join(link, name="本人")
        member = victim.get("/api/me").json["member"]
        directory = ground.lead.get("/api/me").json["directory"]
        seen, = ground.database.rows(
            f"SELECT command_id, actor FROM event WHERE log_id = '{directory}' AND actor = '{member}'")
        aims = {str(uuid.UUID(int=uuid.UUID(one).int ^ step)) for one in seen for step in range(6)}
        for aim in aims:
            self.assertNotEqual(member, self.join(link, id=aim).get("/api/me").json["member"])

    async def test_sent_again_after_a_lost_answer_joins_once(self):
        link, wish = token_of(self.link(uses=1)), uuid7()
        first, second = self.join(link, id=wish), self.join(link, id=wish)
        self.assertEqual(first.get("/api/me").json, second.get("/api/me").json)

    async def test_is_made_by_leads_only_and_within_bounds(self):
        host = self.join(token_of(self.link()))
        self.refused(403, host, "POST", "/api/invitations", b'{"roles":["host"]}')
        for body in (b"", b"[]", b"{", b'{"roles":[]}', b'{"roles":["host"],"uses":0}', b'{"roles":["host"],"hours":1e9}',
                     b'{"roles":["host"],"roles":["floor"]}', b"\xff\xfe", b"[" * 5000, b'{"roles":["host"],"x":1}'):
            with self.assertRaises(HTTPRefusal) as caught:
                ground.lead.request("POST", "/api/invitations", body)
            self.assertIn(caught.exception.status, (400, 422), body)


class ADevice(Asking):
    async def test_is_paired_once(self):
        host = ground.newcomer("host")
        link = host.post("/api/pairing", {}).json["link"]
        second = Session(ground.server.address).join(link)
        self.assertEqual(host.member, second.member)
        with self.assertRaises(HTTPRefusal) as caught:
            Session(ground.server.address).join(link)
        self.assertEqual(404, caught.exception.status)

    async def test_is_paired_again_by_the_same_join_after_a_lost_answer_and_by_no_other(self):
        host = ground.newcomer("host")
        token, wish = token_of(host.post("/api/pairing", {}).json["link"]), uuid7()
        for _ in range(2):
            device = Session(ground.server.address)
            self.assertEqual(host.member, device.post("/api/join", {"id": wish, "token": token}).json["member"])
            self.assertEqual(host.member, device.get("/api/me").json["member"])
        with self.assertRaises(HTTPRefusal) as caught:
            Session(ground.server.address).post("/api/join", {"id": uuid7(), "token": token})
        self.assertEqual(404, caught.exception.status)

    async def test_signed_out_has_its_sockets_closed_and_the_other_device_keeps_its_own(self):
        host = ground.newcomer("host")
        second = Session(ground.server.address).join(host.post("/api/pairing", {}).json["link"])
        async with Intruder(ground.device(host)) as mine, Intruder(second) as other:
            cookie = host.cookie
            host.post("/api/signout", {})
            async with asyncio.timeout(2):
                self.assertEqual(4401, await mine.closed())
            other.say([{"t": "ping", "n": 1}])
            await other.hear("pong")
        host.cookie = cookie
        self.refused(401, host, "GET", "/api/me")

    async def test_of_someone_removed_is_out_within_two_seconds_and_stays_out(self):
        async with ground.house("floor") as house:
            gone = ground.newcomer("host")
            link = gone.post("/api/pairing", {}).json["link"]
            async with Intruder(gone, house.room) as intruder:
                begun = time.monotonic()
                await house.lead.send(house.directory, "member.remove", {"member": gone.member})
                self.assertEqual(4403, await intruder.closed())
                self.assertLess(time.monotonic() - begun, 2)
            for path in ("/api/me", "/api/lobby", "/api/playbook.csv", f"/api/series?log={house.show}&series=x",
                         f"/api/issue?log={house.room}&issue=x"):
                self.refused(401, gone, "GET", path)
            self.refused(401, gone, "POST", f"/api/import?log={house.show}&file=goals", b"x")
            self.refused(401, gone, "POST", "/api/pairing", b"{}")
            async with Intruder(gone, greet=False) as intruder:
                intruder.say('[{"t":"hello","v":1,"tab":"%s","logs":[]}]' % uuid.uuid4())
                self.assertEqual(4403, await intruder.closed())
                self.assertNotIn("snap", [frame["t"] for frame in intruder.heard])
            back = Session(ground.server.address)
            with self.assertRaises(HTTPRefusal) as caught:
                back.join(link)
            self.assertEqual(404, caught.exception.status)


if __name__ == "__main__":
    unittest.main(verbosity=2)
