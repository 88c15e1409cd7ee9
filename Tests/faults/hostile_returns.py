"""Coming back as who one was: never without somebody who says so, never twice, never after being removed."""

import secrets
import unittest
import uuid

from Tests.e2e.session import HTTPRefusal, Session, uuid7
from Tests.faults.asking import Asking
from Tests.faults.ground import Ground

NOWHERE = "0192a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a5b"


def setUpModule():
    global ground
    ground = Ground.of_module()


class SomeoneWhoWasHere(Asking):
    """Comes back as the member they were only when somebody who knows them says so."""

    def ask(self, member: str, token: str | None = None) -> tuple[Session, dict]:
        stranger = Session(ground.server.address)
        organisation = ground.lead.get("/api/me").json["organisation"]
        wish = {"organisation": organisation, "member": member, "device": "手机", "token": token}
        return stranger, stranger.post("/api/return", wish).json

    def decide(self, member: str, allow: bool) -> None:
        [request] = self.requests(ground.lead, member)
        ground.lead.post("/api/returns", {"request": request["request"], "allow": allow})

    def come_in(self, stranger: Session, token: str) -> str:
        return stranger.post("/api/join", {"id": uuid7(), "token": token}).json["member"]

    def requests(self, session: Session, member: str) -> list[dict]:
        return [one for one in session.get("/api/returns").json["requests"] if one["member"] == member]

    async def test_gets_in_after_a_lead_says_yes_once_and_it_is_written_down(self):
        host = ground.newcomer("host")
        stranger, asked = self.ask(host.member)
        body = f'{{"id":"{uuid7()}","token":"{asked["token"]}"}}'.encode()
        self.refused(404, stranger, "POST", "/api/join", body)
        [request] = self.requests(ground.lead, host.member)
        self.assertEqual((asked["code"], "手机"), (request["code"], request["device"]))
        ground.lead.post("/api/returns", {"request": request["request"], "allow": True})
        self.assertEqual([], self.requests(ground.lead, host.member))
        self.assertEqual(host.member, self.come_in(stranger, asked["token"]))
        self.assertEqual(host.member, stranger.get("/api/me").json["member"])
        self.refused(404, Session(ground.server.address), "POST", "/api/join", body)
        acts = ground.database.rows("SELECT act, detail->>'member' FROM audit WHERE act LIKE 'return.%'")
        self.assertIn(["return.allowed", host.member], acts)

    async def test_gets_in_after_another_device_of_theirs_says_yes_and_nobody_else_may(self):
        host, colleague = ground.newcomer("host"), ground.newcomer("floor")
        stranger, asked = self.ask(host.member)
        self.assertEqual([], self.requests(colleague, host.member))
        [request] = self.requests(host, host.member)
        wish = f'{{"request":"{request["request"]}","allow":true}}'.encode()
        self.refused(404, colleague, "POST", "/api/returns", wish)
        self.refused(401, stranger, "POST", "/api/returns", wish)
        self.refused(401, stranger, "GET", "/api/returns")
        host.request("POST", "/api/returns", wish)
        self.assertEqual(host.member, self.come_in(stranger, asked["token"]))

    def state(self, token: str) -> str:
        return Session(ground.server.address).post("/api/return/state", {"token": token}).json["state"]

    async def test_is_refused_and_the_token_opens_nothing(self):
        host = ground.newcomer("host")
        stranger, asked = self.ask(host.member)
        self.decide(host.member, False)
        self.assertEqual("over", self.state(asked["token"]))
        with self.assertRaises(HTTPRefusal) as caught:
            self.come_in(stranger, asked["token"])
        self.assertEqual(404, caught.exception.status)

    async def test_is_not_replaced_by_a_stranger_while_they_wait_and_the_lead_hears_of_it(self):
        host = ground.newcomer("host")
        stranger, asked = self.ask(host.member)
        for other in (None, "B" * 43):
            for _ in range(5):
                with self.assertRaises(HTTPRefusal) as caught:
                    self.ask(host.member, token=other)
                self.assertEqual((409, "busy"), (caught.exception.status, caught.exception.code))
        [request] = self.requests(ground.lead, host.member)
        self.assertEqual((asked["code"], 10), (request["code"], request["others"]))
        self.decide(host.member, True)
        self.assertEqual(host.member, self.come_in(stranger, asked["token"]))

    async def test_is_told_whether_somebody_has_answered_as_often_as_they_ask(self):
        host = ground.newcomer("host")
        stranger, asked = self.ask(host.member)
        self.assertEqual(["waiting"] * 5, [self.state(asked["token"]) for _ in range(5)])
        self.decide(host.member, True)
        self.assertEqual("allowed", self.state(asked["token"]))
        self.come_in(stranger, asked["token"])
        self.assertEqual("over", self.state(asked["token"]))
        self.assertEqual("over", self.state("A" * 43))

    async def test_withdraws_the_request_and_nobody_can_say_yes_to_it_any_more(self):
        host = ground.newcomer("host")
        stranger, asked = self.ask(host.member)
        [request] = self.requests(ground.lead, host.member)
        stranger.post("/api/return/withdraw", {"token": asked["token"]})
        self.assertEqual([], self.requests(ground.lead, host.member))
        wish = f'{{"request":"{request["request"]}","allow":true}}'.encode()
        self.refused(404, ground.lead, "POST", "/api/returns", wish)
        self.assertEqual("over", self.state(asked["token"]))
        stranger, asked = self.ask(host.member)
        self.decide(host.member, True)
        stranger.post("/api/return/withdraw", {"token": asked["token"]})
        with self.assertRaises(HTTPRefusal) as caught:
            self.come_in(stranger, asked["token"])
        self.assertEqual(404, caught.exception.status)

    async def test_brings_no_token_that_asks_for_another_or_has_let_somebody_in(self):
        host, other, third = ground.newcomer("host"), ground.newcomer("host"), ground.newcomer("host")
        _, waiting = self.ask(host.member)
        _, allowed = self.ask(other.member)
        self.decide(other.member, True)
        for member, token in ((third.member, waiting["token"]), (third.member, allowed["token"]), (other.member, allowed["token"])):
            with self.assertRaises(HTTPRefusal) as caught:
                self.ask(member, token=token)
            self.assertEqual((409, "taken"), (caught.exception.status, caught.exception.code))
        self.assertEqual([], self.requests(ground.lead, third.member))

    async def test_asking_again_under_their_token_is_the_same_request(self):
        host = ground.newcomer("host")
        token = secrets.token_urlsafe(32)
        _, first = self.ask(host.member, token=token)
        stranger, again = self.ask(host.member, token=token)
        self.assertEqual(first, again)
        [request] = self.requests(ground.lead, host.member)
        self.assertEqual(0, request["others"])
        self.decide(host.member, True)
        self.assertEqual(host.member, self.come_in(stranger, token))

    async def test_gets_in_again_by_the_same_join_after_a_lost_answer_and_by_no_other(self):
        host = ground.newcomer("host")
        stranger, asked = self.ask(host.member)
        self.decide(host.member, True)
        wish = {"id": uuid7(), "token": asked["token"]}
        for device in (stranger, Session(ground.server.address)):
            self.assertEqual(host.member, device.post("/api/join", wish).json["member"])
            self.assertEqual(host.member, device.get("/api/me").json["member"])
        with self.assertRaises(HTTPRefusal) as caught:
            self.come_in(Session(ground.server.address), asked["token"])
        self.assertEqual(404, caught.exception.status)

    async def test_is_asked_for_three_times_an_hour(self):
        host = ground.newcomer("host")
        for _ in range(3):
            self.ask(host.member)
            self.decide(host.member, False)
        with self.assertRaises(HTTPRefusal) as caught:
            self.ask(host.member)
        self.assertEqual((429, "rate"), (caught.exception.status, caught.exception.code))
        self.assertEqual([], self.requests(ground.lead, host.member))

    async def test_brings_a_token_that_could_be_one(self):
        host = ground.newcomer("host")
        for token in ("x", "A" * 42, "A" * 44, "A" * 42 + "!"):
            with self.assertRaises(HTTPRefusal) as caught:
                self.ask(host.member, token=token)
            self.assertEqual(422, caught.exception.status, token)

    async def test_is_not_let_in_by_the_lead_of_another_organisation(self):
        host, foreign = ground.newcomer("host"), ground.second_organisation()
        stranger, asked = self.ask(host.member)
        self.assertEqual([], foreign.get("/api/returns").json["requests"])
        [request] = self.requests(ground.lead, host.member)
        for allow in ("true", "false"):
            wish = f'{{"request":"{request["request"]}","allow":{allow}}}'.encode()
            self.refused(404, foreign, "POST", "/api/returns", wish)
        self.assertEqual([request], self.requests(ground.lead, host.member))
        with self.assertRaises(HTTPRefusal) as caught:
            self.come_in(stranger, asked["token"])
        self.assertEqual(404, caught.exception.status)

    async def test_does_not_come_back_after_being_removed(self):
        async with ground.house("floor") as house:
            gone, late = ground.newcomer("host"), ground.newcomer("host")
            stranger, asked = self.ask(late.member)
            [request] = self.requests(ground.lead, late.member)
            ground.lead.post("/api/returns", {"request": request["request"], "allow": True})
            for member in (gone.member, late.member):
                await house.lead.send(house.directory, "member.remove", {"member": member})
            await house.settled()
            with self.assertRaises(HTTPRefusal) as caught:
                self.ask(gone.member)
            self.assertEqual(404, caught.exception.status)
            with self.assertRaises(HTTPRefusal) as caught:
                self.come_in(stranger, asked["token"])
            self.assertEqual(404, caught.exception.status)

    async def test_who_never_was_is_told_nothing(self):
        for organisation in (ground.lead.get("/api/me").json["organisation"], NOWHERE):
            body = f'{{"organisation":"{organisation}","member":"{uuid.uuid4()}"}}'.encode()
            self.refused(404, Session(ground.server.address), "POST", "/api/return", body)
