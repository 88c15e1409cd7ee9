"""Bad input on the WebSocket: a close or a refusal by name to the sender, and nobody else notices."""

import json
import unittest

from Tests.e2e.session import uuid7
from Tests.faults.ground import Ground
from Tests.faults.intruder import BINARY, PING, Intruder, exchange, frame, handshake, hello

PING_1 = '[{"t":"ping","n":1}]'


def setUpModule():
    global ground
    ground = Ground.of_module()


class BytesThatAreNoProtocol(unittest.IsolatedAsyncioTestCase):
    MESSAGES = {
        "no JSON": "nonsense", "nothing": "", "no array": '{"t":"ping","n":1}', "an empty array": "[]",
        "an array of numbers": "[1]", "a frame without a type": '[{"n":1}]', "an unknown type": '[{"t":"shout"}]',
        "an unknown field": '[{"t":"ping","n":1,"m":2}]', "a key given twice": '[{"t":"ping","n":1,"n":1}]',
        "nesting": "[" * 30_000 + "]" * 30_000, "objects in objects": '{"a":' * 9_000 + "1" + "}" * 9_000,
        "a number too large": '[{"t":"ping","n":99999999999999999999}]', "infinity": '[{"t":"ping","n":1e999}]',
        "a fraction": '[{"t":"ping","n":1.5}]', "NUL": '[{"t":"ping\\u0000","n":1}]', "a raw NUL": '[{"t":"ping\0"}]',
        "half a surrogate": '[{"t":"\\ud800","n":1}]', "a byte order mark": "\ufeff" + PING_1,
        "a comma too many": '[{"t":"ping","n":1},]', "something behind": PING_1 + "x", "NaN": '[{"t":"ping","n":NaN}]',
        "a second hello": hello(), "presence without a log": '[{"t":"here","log":"x","doing":"writing"}]',
        "a command without an id": '[{"t":"cmd","op":"issue.post"}]', "type as a number": '[{"t":5}]',
    }

    async def test_close_the_senders_line_with_4000_and_disturb_nobody(self):
        async with ground.house("floor", "host") as house:
            async with ground.undisturbed(self, house):
                for name, message in self.MESSAGES.items():
                    with self.subTest(name):
                        async with Intruder(house.sessions["host"], house.room) as intruder:
                            intruder.say(message)
                            self.assertEqual(4000, await intruder.closed())

    async def test_close_it_as_the_websocket_protocol_says_when_they_break_that(self):
        broken = {
            "binary": (frame(b"\0\1", BINARY), {1003}),
            "text that is no UTF-8": (frame(b'[{"t":"\xff"}]'), {1007}),
            "a surrogate in UTF-8": (frame('[{"t":"\ud800"}]'), {1007}),
            "64 KB and a byte": (frame(PING_1.ljust(65_537)), {4013}),
            "64 KB and a byte in pieces": (frame("[" + " " * 40_000, final=False) + frame(" " * 30_000 + "]", 0), {4013}),
            "a length of 2^62": (b"\x81\xff" + (1 << 62).to_bytes(8, "big") + b"mask" + b" " * 70_000, {4013}),
            "an opcode that is none": (frame("x", 5), {1002, None}),
            "a reserved bit": (frame(PING_1, flags=0x40), {1002, None}),
            "the middle of a message first": (frame("x", 0), {1002, None}),
            "a ping in pieces": (frame("x", PING, final=False), {1002, None}),
        }
        async with ground.house("floor", "host") as house:
            async with ground.undisturbed(self, house):
                for name, (raw, codes) in broken.items():
                    with self.subTest(name):
                        async with Intruder(house.sessions["host"], house.room) as intruder:
                            intruder.write(raw)
                            self.assertIn(await intruder.closed(), codes)

    async def test_are_told_from_what_is_merely_unusual(self):
        async with Intruder(ground.lead) as intruder:
            message = '[{"t":"ping","n":4}]'
            pieces = [frame(message[0], final=False)]
            pieces += [frame(letter, 0, final=False) + frame("", PING) for letter in message[1:-1]]
            for piece in [*pieces, frame(message[-1], 0)]:
                for byte in piece:
                    intruder.write(bytes([byte]))
            await intruder.hear("pong", n=4)
            intruder.say('[{"t":"ping","n":5}]'.ljust(65_536))
            await intruder.hear("pong", n=5)
            for n in range(6, 40):
                intruder.say([{"t": "ping", "n": n}])
            await intruder.hear("pong", n=39)


class BeforeTheWelcome(unittest.IsolatedAsyncioTestCase):
    async def test_a_command_before_hello_closes_4000(self):
        async with Intruder(ground.lead, greet=False) as intruder:
            intruder.say(PING_1)
            self.assertEqual(4000, await intruder.closed())

    async def test_another_version_closes_4001(self):
        async with Intruder(ground.lead, greet=False) as intruder:
            intruder.say([{"t": "hello", "v": 2, "colour": "red"}])
            self.assertEqual(4001, await intruder.closed())

    async def test_no_cookie_or_a_made_up_one_closes_4401(self):
        for cookie in (None, "aftershow=", "aftershow=" + "A" * 43, "aftershow=\xff'; DROP TABLE session; --"):
            stranger = ground.device(ground.lead)
            stranger.cookie = cookie
            async with Intruder(stranger, greet=False) as intruder:
                self.assertEqual(4401, await intruder.closed())

    async def test_a_foreign_origin_or_none_is_403(self):
        for origin in (None, "null", "http://evil.example", ground.server.address + ".evil.example", ""):
            with self.subTest(origin):
                answer = await exchange(ground.lead, handshake(ground.lead, Origin=origin))
                self.assertIn(answer[:12], (b"HTTP/1.1 403", b""))
                self.assertNotIn(b"101", answer[:16])

    async def test_frames_sent_before_the_answer_to_the_upgrade_harm_their_sender_alone(self):
        """RFC 6455 forbids them, and libwebsockets writes its answer over some of their bytes."""
        async with ground.house("floor", "host") as house:
            async with ground.undisturbed(self, house):
                for padding in range(0, 400, 40):
                    early = handshake(house.sessions["host"], X="x" * padding) + frame(hello()) + frame(PING_1)
                    await exchange(ground.lead, early)


class FramesThatNameTheirFault(unittest.IsolatedAsyncioTestCase):
    async def test_a_command_whose_id_is_readable_is_refused_and_the_line_stays(self):
        async with ground.house("floor", "host") as house:
            good = {"t": "cmd", "log": house.room, "op": "issue.post", "args": {}}
            wrong = {
                "log": {"log": "nowhere"}, "colour": {"colour": "red"}, "op": {"op": 7}, "args": {"args": []},
                "on": {"on": "1"}, "occurredAt": {"occurredAt": 1.5},
            }
            async with ground.undisturbed(self, house), Intruder(house.sessions["host"], house.room) as intruder:
                for field, change in wrong.items():
                    command = {**good, "id": uuid7(), **change}
                    intruder.say([command])
                    nack = await intruder.hear("nack", id=command["id"])
                    self.assertEqual(("malformed", field, False), (nack["code"], nack["detail"]["field"], nack["retry"]))
                for field in ("log", "at", "colour"):
                    change = {"log": "nowhere"} if field == "log" else {field: 3}
                    intruder.say([{"t": "sub", "log": house.show, **change}])
                    self.assertEqual("malformed", (await intruder.hear("refused"))["code"])

    async def test_a_value_that_is_no_json_blocks_nothing_that_comes_behind_it(self):
        bad = ['"\\ud83d"', '"a\\u0000b"', "12345678901234567890", "1e999", "NaN"]
        async with ground.house("floor") as house:
            await house.move("live")
            card = {"role": "floor", "kind": "mistake", "text": "好"}
            async with Intruder(house.sessions["floor"], house.room) as intruder:
                for value in bad:
                    wrong, good = uuid7(), uuid7()
                    frames = [{"t": "cmd", "id": one, "log": house.room, "op": "issue.post", "args": card} for one in (wrong, good)]
                    frames[0]["args"] = {**card, "text": "VALUE"}
                    intruder.say(json.dumps(frames).replace('"VALUE"', value))
                    answers = {}
                    while len(answers) < 2:
                        answers |= {frame["id"]: frame for frame in await intruder.receive() if "id" in frame}
                    self.assertEqual(("nack", "malformed", {"field": "args"}),
                                     tuple(answers[wrong][name] for name in ("t", "code", "detail")))
                    self.assertEqual("ack", answers[good]["t"])

    async def test_one_bad_command_among_good_ones_takes_none_of_them_along(self):
        async with ground.house("floor") as house:
            await house.move("live")
            good = [uuid7() for _ in range(6)]
            card = {"role": "floor", "kind": "mistake", "text": "好"}
            frames = [{"t": "cmd", "id": one, "log": house.room, "op": "issue.post", "args": card} for one in good]
            frames[3]["args"] = {**card, "kind": "virtue"}
            async with Intruder(house.sessions["floor"], house.room) as intruder:
                intruder.say(frames)
                answers = {}
                # In any order: a refusal looks first whether its command was stored long ago, and the others commit.
                while len(answers) < len(frames):
                    answers |= {frame["id"]: frame["t"] for frame in await intruder.receive() if "id" in frame}
            self.assertEqual(["ack", "ack", "ack", "nack", "ack", "ack"], [answers[one] for one in good])


if __name__ == "__main__":
    unittest.main(verbosity=2)
