"""Commands that may not be: refused by name to the sender, nothing half done, nobody else the wiser."""

import json
import unittest
import uuid

from Tests.e2e import samples
from Tests.e2e.client import Client, Refused
from Tests.faults.ground import Ground

NOWHERE = "0192a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a5b"
#: Every command there is, as the declarations in Board say.
COMMANDS = json.loads(samples.content("commands.json"))
#: Some are of two kinds of log.
KNOWN = {(command["op"], command["log"]) for command in COMMANDS if not command["server"]}
CARD = {"role": "host", "kind": "mistake", "text": "盲卡"}


def setUpModule():
    global ground
    ground = Ground.of_module()


def logs_of(house) -> dict[str, str]:
    directory = house.lead.log(house.directory)
    channel = directory.of("show")[house.show]["channel"]
    return {
        "directory": house.directory, "channel": directory.of("channel")[channel]["log"], "show": house.show, "room": house.room,
        "playbook": house.lead.me["playbook"],
    }


class Refusing(unittest.IsolatedAsyncioTestCase):
    async def refused(self, client: Client, log: str, op: str, args: dict, **more) -> Refused:
        with self.assertRaises(Refused) as caught:
            await client.send(log, op, args, **more)
        self.assertTrue(caught.exception.frame["message"])
        return caught.exception

    async def check(self, house, rows):
        async with ground.undisturbed(self, house):
            for who, log, op, args, code, *detail in rows:
                with self.subTest(f"{op} {args} by {who}"):
                    refusal = await self.refused(house.members[who], log, op, args)
                    told = [refusal.detail.get(name) for name in ("field", "problem")][: len(detail)]
                    self.assertEqual((code, *detail), (refusal.code, *told))


class WhatMayNotBe(Refusing):
    async def test_commands_a_log_does_not_know(self):
        async with ground.house("floor", "host") as house:
            ours = logs_of(house)
            rows = [("lead", log, command["op"], command["args"], "unknownOp")
                    for command in COMMANDS for kind, log in ours.items() if (command["op"], kind) not in KNOWN]
            rows += [("lead", log, op, {}, "unknownOp")
                     for log in ours.values() for op in ("issue.explode", "entry.promote", "", "复盘", "issue.post ")]
            await self.check(house, rows)

    async def test_an_argument_that_no_command_knows(self):
        async with ground.house("floor", "host") as house, ground.undisturbed(self, house):
            ours = logs_of(house)
            for command in COMMANDS:
                with self.subTest(command["op"]):
                    args = command["args"] | {"colour": "red"}
                    refusal = await self.refused(house.lead, ours[command["log"]], command["op"], args)
                    expected = {"unknownOp"} if command["server"] else {"invalid", "phase"}
                    self.assertIn(refusal.code, expected)

    async def test_arguments(self):
        async with ground.house("floor", "host") as house:
            await house.move("live")
            wrong = {
                "missing": {"text": None, "kind": None, "role": None},
                "wrongType": {"text": 5, "kind": [], "offset": "1:00", "anonymous": 1, "role": {"a": 1}},
                "tooLong": {"text": "字" * 501}, "missing ": {"text": " \u3000\n "},
                "outOfRange": {"offset": 10**12}, "unknown": {"colour": "red", "by": NOWHERE, "votes": 99},
            }
            rows = [("host", house.room, "issue.post", CARD | {field: value}, "invalid", field, problem.strip())
                    for problem, fields in wrong.items() for field, value in fields.items()]
            for field, value in {"kind": "virtue", "role": "boss", "text": "a\0b", "offset": 1.5}.items():
                rows.append(("host", house.room, "issue.post", CARD | {field: value}, None, field))
            rows = [row if row[4] else (*row[:4], "malformed" if value_is_nul(row[3]) else "invalid", *row[5:])
                    for row in rows]
            await self.check(house, [row for row in rows if not value_is_nul(row[3])])

    async def test_acts_of_others(self):
        async with ground.house("floor", "host", "private") as house:
            await house.move("live")
            lead = house.lead.session.member
            await self.check(house, [
                ("host", house.room, "phase.move", {"phase": "vote"}, "forbidden"),
                ("host", house.room, "facilitator.hand", {"member": lead}, "forbidden"),
                ("host", house.room, "issue.post", CARD | {"role": "floor"}, "forbidden"),
                ("host", house.show, "question.log", {"text": "问"}, "forbidden"),
                ("private", house.show, "goal.set", {"metric": "gmv", "value": 1}, "forbidden"),
                ("private", house.show, "question.erase", {"question": "x", "reason": "y"}, "forbidden"),
                ("floor", house.directory, "member.appoint", {"member": lead, "lead": False}, "forbidden"),
                ("floor", house.directory, "member.remove", {"member": lead}, "forbidden"),
                ("floor", house.directory, "invitation.revoke", {"invitation": NOWHERE}, "forbidden"),
                ("floor", house.lead.me["playbook"], "entry.write", {}, "forbidden"),
                ("lead", house.directory, "member.appoint", {"member": lead, "lead": False}, "lastLead"),
                ("lead", house.directory, "member.remove", {"member": lead}, "lastLead"),
            ])

    async def test_phases_and_what_is_not_there(self):
        async with ground.house("floor", "host") as house:
            await self.check(house, [
                ("host", house.room, "issue.post", CARD, "phase"),
                ("host", house.room, "vote.set", {"issue": "x", "votes": 1}, "phase"),
                ("lead", house.room, "cards.reveal", {}, "phase"),
                ("host", NOWHERE, "issue.post", CARD, "notFound"),
                ("lead", house.directory, "member.remove", {"member": NOWHERE}, "notFound"),
                ("lead", house.directory, "room.open", {"shows": [NOWHERE]}, "notFound"),
                ("lead", house.directory, "room.open", {"shows": [house.room]}, "notFound"),
                ("lead", house.directory, "show.schedule", {"channel": "x", "title": "t", "startsAt": 1_700_000_000_000}, "notFound"),
                ("lead", house.room, "facilitator.hand", {"member": NOWHERE}, "notFound"),
                ("floor", house.show, "question.plus", {"question": "x"}, "notFound"),
                ("floor", house.show, "marker.remove", {"marker": "x"}, "notFound"),
                ("lead", house.show, "file.withdraw", {"file": "x"}, "notFound"),
                ("lead", house.show, "series.restore", {"series": "x"}, "notFound"),
                ("lead", house.directory, "show.hide", {"show": NOWHERE}, "notFound"),
                ("lead", house.directory, "show.hide", {"show": house.room}, "notFound"),
                ("lead", house.directory, "show.hide", {"show": house.show}, "unconfirmed"),
                ("lead", house.directory, "show.hide", {"show": house.show, "title": "别的"}, "unconfirmed"),
                ("floor", house.directory, "show.hide", {"show": house.show}, "forbidden"),
            ])

    async def test_a_blind_card_of_another_is_not_there(self):
        async with ground.house("floor", "host") as house:
            await house.move("live")
            await house.members["host"].send(house.room, "issue.post", CARD)
            card, = house.members["host"].log(house.room).of("issue")
            ops = {"issue.withdraw": {}, "issue.edit": {"text": "改"}, "issue.unlink": {}}
            ops["issue.link"] = {"show": house.show, "snapshot": "x", "metric": "gmv"}
            await self.check(house, [(who, house.room, op, {"issue": card, **args}, "notFound")
                                     for op, args in ops.items() for who in ("lead", "floor")])

    async def test_votes_beyond_the_budget(self):
        async with ground.house("floor", "host") as house:
            await house.move("live")
            host = house.members["host"]
            for text in ("一", "二"):
                await host.send(house.room, "issue.post", CARD | {"text": text})
            await house.move("vote")
            one, two = sorted(host.log(house.room).of("issue"))
            await host.send(house.room, "vote.set", {"issue": one, "votes": 3})
            rows = [("host", house.room, "vote.set", {"issue": two, "votes": 3}, "budget")]
            rows += [("host", house.room, "vote.set", {"issue": two, "votes": n}, "invalid", "votes") for n in (-1, 21)]
            await self.check(house, rows)
            ballot, = host.log(house.room).of("ballot").values()
            self.assertEqual(({one: 3}, 2), (ballot["votes"], ballot["left"]))

    async def test_an_edit_of_words_that_have_changed(self):
        async with ground.house("floor", "host") as house:
            await house.move("live")
            host, lead = house.members["host"], house.lead
            await host.send(house.room, "issue.post", CARD)
            await house.move("vote")
            card, = host.log(house.room).of("issue").values()
            edit = {"issue": card["id"]}
            await lead.send(house.room, "issue.edit", edit | {"text": "领队改的"}, on=card["edited"])
            async with ground.undisturbed(self, house):
                refusal = await self.refused(host, house.room, "issue.edit", edit | {"text": "我改的"}, on=card["edited"])
                self.assertEqual(("conflict", "领队改的"), (refusal.code, refusal.detail["newer"]["text"]))
                for on in (None, 10**9):
                    refusal = await self.refused(host, house.room, "issue.edit", edit | {"text": "我"}, on=on)
                    self.assertEqual("invalid", refusal.code)

    async def test_the_id_of_another_ones_command(self):
        async with ground.house("floor", "host") as house:
            await house.move("live")
            taken = await house.members["host"].post(house.room, "issue.post", CARD)
            await taken.answer
            async with ground.undisturbed(self, house):
                for op, args in (("issue.post", CARD | {"role": "floor"}), ("phase.move", {"phase": "vote"})):
                    refusal = await self.refused(house.members["floor"], house.room, op, args, id=taken.id)
                    self.assertEqual("taken", refusal.code)
                again = await house.members["host"].send(house.room, "phase.move", {"phase": "vote"}, id=taken.id)
                self.assertEqual((True, taken.answer.result()["seq"]), (again["dup"], again["seq"]))


class AnotherOrganisation(Refusing):
    async def test_is_not_there(self):
        async with ground.house("floor", "private") as house:
            stranger = await house.open("stranger", ground.second_organisation())
            del house.members["stranger"]
            self.assertNotEqual(house.directory, stranger.me["directory"])
            async with ground.undisturbed(self, house):
                for log in (house.room, house.show, house.directory, house.lead.me["playbook"], NOWHERE):
                    await stranger.follow(log)
                    self.assertEqual("notFound", stranger.refused[log]["code"])
                    await stranger.here(log, "writing")
                    for op in ("issue.post", "show.start", "organisation.rename", "entry.write", "phase.move"):
                        self.assertEqual("notFound", (await self.refused(stranger, log, op, {})).code)
                refusal = await self.refused(stranger, stranger.me["directory"], "room.open", {"shows": [house.show]})
                self.assertEqual("notFound", refusal.code)
                lead = house.lead.session.member
                for op in ("member.remove", "member.appoint"):
                    args = {"member": lead} | ({"lead": False} if op == "member.appoint" else {})
                    refusal = await self.refused(stranger, stranger.me["directory"], op, args)
                    self.assertEqual("notFound", refusal.code)
            heard = "".join(stranger.received)
            for secret in (house.lead.session.member, "羊绒专场", "领队改"):
                self.assertNotIn(secret, heard)
            self.assertEqual([], stranger.session.get("/api/lobby").json["logs"])

    async def test_takes_no_question_and_no_number(self):
        """An act for a log nobody here has is refused, and the source is told."""
        async with ground.house("floor", "private") as house:
            private = house.members["private"]
            for room in (str(uuid.uuid4()), house.show, house.directory):
                await private.send(house.show, "question.log", {"text": "几点返场", "offset": 5})
                question = list(private.log(house.show).of("question"))[-1]
                args = {"question": question, "room": room, "kind": "puzzle"}
                await private.send(house.show, "question.promote", args)
                fate = lambda: (private.log(house.show).of("question")[question].get("issue") or {}).get("state")
                await private.until(lambda: fate() == "refused")
            await ground.quiet(private)


def value_is_nul(args: dict) -> bool:
    return "\0" in str(args.get("text"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
