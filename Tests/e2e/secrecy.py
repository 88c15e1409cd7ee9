"""Nothing secret crosses the wire: every byte each client receives is read, and what must not be in it is not."""

import json
import unittest

from Tests.e2e import samples
from Tests.e2e.client import Client
from Tests.e2e.database import PrivateDatabase
from Tests.e2e.house import team
from Tests.e2e.secrets import Secrets, everything
from Tests.e2e.server import running_server
from Tests.e2e.session import HTTPRefusal, Session

BLIND = {"floor": "盲卡甲：切品太慢", "backstage": "盲卡乙：链接挂错"}
ANONYMOUS = "匿名卡：有人迟到"
ANONYMOUS_EDITED = "匿名卡改过：有人早退"
ANONYMOUS_COMMENT = "匿名评论：堵车了"


class BlindCardsAndVotes(unittest.IsolatedAsyncioTestCase):
    async def test_nobody_receives_what_they_may_not_see(self):
        with running_server() as server:
            async with team(server.address, server.lead_link) as house:
                await house.invite("host", "floor", "backstage", "private")
                await house.open_room(votes=3)
                await house.move("collect")
                secrets = Secrets(house)

                secrets.keep(ANONYMOUS, ANONYMOUS_EDITED, only="host")
                for author, text in BLIND.items():
                    secrets.keep(text, only=author)
                hidden = await self.post_cards(house)
                await self.look_around(house, secrets)
                secrets.check()
                self.check_events(house, hidden)

                await house.move("vote")
                secrets.release()
                hidden = [one for one in hidden if one[0] == "host"]
                hidden += await self.change_anonymous_card(house)
                hidden += await self.comment_without_a_name(house)
                hidden += await self.vote(house)
                await self.look_around(house, secrets)
                secrets.check()
                self.check_anonymity(house)
                self.check_discussion(house)
                self.check_votes(house)
                self.check_events(house, hidden)

                await house.move("solve")
                self.check_anonymity(house)
                self.check_totals(house)

    async def post_cards(self, house) -> list[tuple[str, str]]:
        """Each author's commands while cards are blind; (author, command id)."""
        host = house.members["host"]
        card = {"role": "host", "kind": "mistake", "text": ANONYMOUS, "anonymous": True}
        posted = await host.post(house.room, "issue.post", card)
        await posted.answer
        hidden = [("host", posted.id)]
        for author, text in BLIND.items():
            command = await house.members[author].post(
                house.room, "issue.post", {"role": author, "kind": "puzzle", "text": text, "offset": 60}
            )
            await command.answer
            hidden.append((author, command.id))
        for client in house.members.values():
            await client.here(house.room, "writing")
        await house.settled()
        return hidden

    async def change_anonymous_card(self, house) -> list[tuple[str, str]]:
        """Once revealed the card is there for all, and whose it is for its author alone."""
        host = house.members["host"]
        card = next(c for c in host.log(house.room).of("issue").values() if c["anonymous"])
        edit = await host.post(house.room, "issue.edit", {"issue": card["id"], "text": ANONYMOUS_EDITED}, on=card["edited"])
        await edit.answer
        await house.settled()
        return [("host", edit.id)]

    async def comment_without_a_name(self, house) -> list[tuple[str, str]]:
        host = house.members["host"]
        card = next(c for c in host.log(house.room).of("issue").values() if c["anonymous"])
        comment = {"issue": card["id"], "text": ANONYMOUS_COMMENT, "anonymous": True}
        said = await host.post(house.room, "comment.post", comment)
        await said.answer
        await house.settled()
        return [("host", said.id)]

    def check_discussion(self, house) -> None:
        """Everyone reads what was said, and its author alone reads that they said it."""
        author = house.members["host"].session.member
        for name, client in house.members.items():
            card = next(c for c in client.log(house.room).of("issue").values() if c["anonymous"])
            answer = client.session.get(f"/api/issue?log={house.room}&issue={card['id']}")
            self.assertEqual([ANONYMOUS_COMMENT], [comment["text"] for comment in answer.json["comments"]], name)
            self.assertEqual(name == "host", author in answer.body.decode(), name)

    async def vote(self, house) -> list[tuple[str, str]]:
        cast = []
        for name, client in house.members.items():
            issues = sorted(client.log(house.room).of("issue"))
            command = await client.post(house.room, "vote.set", {"issue": issues[len(name) % len(issues)], "votes": 2})
            await command.answer
            cast.append((name, command.id))
        await house.settled()
        return cast

    async def look_around(self, house, secrets) -> None:
        """Every way by which a member may come to the room: back from a lost line, anew, with a foreign position."""
        for name, client in list(house.members.items()):
            await client.drop()
            await client.until(lambda client=client: client.live)
            for position in (None, {**client.log(house.room).at, "tag": "0" * 16, "seq": 1}):
                async with Client(client.session) as another:
                    another.log(house.room).at = position
                    await another.until(lambda: another.log(house.room).snapshots)
                    secrets.watch(name, another)
            for path in ("/api/me", "/api/lobby"):
                client.session.get(path)
            for issue in {issue for other in house.members.values() for issue in other.log(house.room).of("issue")}:
                self.look_at(client, house, issue)
            for words in (*BLIND.values(), ANONYMOUS, ANONYMOUS_EDITED):
                client.session.post("/api/search", {"q": words[-4:]})
        await house.settled()

    def look_at(self, client: Client, house, issue: str) -> None:
        """What is said of a card, which is there for who may see the card."""
        path = f"/api/issue?log={house.room}&issue={issue}"
        if issue in client.log(house.room).of("issue"):
            client.session.get(path)
            return
        with self.assertRaises(HTTPRefusal) as refused:
            client.session.get(path)
        self.assertEqual(404, refused.exception.status)

    def check_events(self, house, hidden: list[tuple[str, str]]) -> None:
        """Of these commands everyone else is told neither id nor anything beside; the sender is."""
        for name, client in house.members.items():
            told = {event.get("id") for event in client.log(house.room).events}
            received = "\n".join(client.received)
            for event in client.log(house.room).events:
                if "id" not in event:
                    self.assertLessEqual(set(event), {"seq", "tag", "put", "cut"}, f"{name}: half hidden is not hidden")
            for author, ident in hidden:
                if author == name:
                    self.assertIn(ident, told, f"{name} was not told of their own command")
                else:
                    self.assertNotIn(ident, received, f"{name} received the id of {author}'s hidden command")

    def check_anonymity(self, house) -> None:
        for name, client in house.members.items():
            card = next(c for c in client.log(house.room).of("issue").values() if c["anonymous"])
            if name == "host":
                self.assertTrue(card.get("mine"))
                continue
            self.assertIsNone(card.get("by"))
            self.assertFalse(card.get("mine"))
            author = house.members["host"].session.member
            for event in client.log(house.room).events:
                touched = [c["id"] for c in (event.get("put") or {}).get("issue", [])]
                if touched == [card["id"]] and event.get("op") in (None, "issue.edit", "issue.post"):
                    self.assertEqual({None}, {event.get(field) for field in ("id", "by", "at", "op")}, name)
            room_frames = [f for text in client.received for f in json.loads(text) if f.get("log") == house.room]
            told = json.dumps([f for f in room_frames if f["t"] in ("ev", "snap")])
            self.assertNotIn(author, told, f"{name} can tell who is behind the card")

    def check_votes(self, house) -> None:
        """While voting everyone holds their own ballot and no totals."""
        for name, client in house.members.items():
            room = client.log(house.room)
            self.assertEqual({client.session.member}, set(room.of("ballot")), name)
            self.assertEqual({None}, {card.get("votes") for card in room.of("issue").values()}, name)

    def check_totals(self, house) -> None:
        for client in house.members.values():
            cards = client.log(house.room).of("issue").values()
            self.assertEqual(2 * len(house.members), sum(card.get("votes") or 0 for card in cards))
            self.assertLessEqual(set(client.log(house.room).of("ballot")), {client.session.member})


class UsersNumbers(unittest.IsolatedAsyncioTestCase):
    async def test_no_number_of_a_user_is_sent_stored_logged_or_exported(self):
        with running_server("--rate", "1000", "--burst", "1000") as server:
            async with team(server.address, server.lead_link) as house:
                await house.invite("private", "host")
                await house.open_room()
                await house.move("live")
                await self.log_questions(house)
                self.import_questions(house)
                await self.carry_one_to_the_playbook(house)
                exports = self.export(house)
                await house.settled()
                database = PrivateDatabase(server.data)
                places = {name: everything(client) for name, client in house.members.items()}
                places |= {"the export": exports, "the server's log": server.log_text()}
                places |= {"the database": database.dump(), "PostgreSQL's log": database.log_text()}
                self.assertIn("羊绒", places["private"])
                for place, text in places.items():
                    for number in samples.secret_numbers():
                        self.assertNotIn(number, text, f"a user's number is in {place}")
                self.check_files(database)

    async def log_questions(self, house) -> None:
        private = house.members["private"]
        for row in samples.telling_questions(12):
            await private.send(house.show, "question.log", {
                "text": row["问题"], "user": row["昵称"], "source": samples.SOURCES[row["来源"]],
                "group": "群主13800138000", "product": row["商品"],
            })
        question = min(private.log(house.show).of("question").values(), key=lambda question: question["no"])
        await private.send(house.show, "question.answer", {"question": question["id"], "words": "请加微信号wx_lily2020"})
        await private.send(
            house.show, "question.edit", {"question": question["id"], "text": "改成打电话13912345678"},
            on=private.log(house.show).of("question")[question["id"]]["edited"],
        )
        self.assertTrue(any(q["masked"] for q in private.log(house.show).of("question").values()))

    def import_questions(self, house) -> None:
        report = house.lead.session.import_file("questions", samples.content("questions.csv"), log=house.show)
        self.assertEqual(len(samples.rows("questions.csv")), report["accepted"], report)

    async def carry_one_to_the_playbook(self, house) -> None:
        private, lead = house.members["private"], house.lead
        number = samples.telling_questions(12)[-1]
        question = next(q for q in private.log(house.show).of("question").values() if q["masked"])
        await private.send(house.show, "question.promote", {
            "question": question["id"], "room": house.room, "kind": "puzzle", "text": number["问题"],
        })
        room = lead.log(house.room)
        await private.until(lambda: private.log(house.room).of("issue"))
        await house.move("solve")
        issue = next(iter(room.of("issue").values()))
        await lead.send(house.room, "solution.propose", {
            "issues": [issue["id"]], "text": "统一回复话术", "kind": "script", "owner": "private",
        })
        solution = next(iter(room.of("solution").values()))
        await lead.send(house.room, "solution.promote", {"solution": solution["id"], "title": "回复话术"})
        await lead.until(lambda: (room.of("solution")[solution["id"]].get("promotion") or {}).get("state") == "done")

    def export(self, house) -> str:
        session: Session = house.lead.session
        texts = [session.get(f"/api/playbook.{kind}").body.decode("utf-8-sig") for kind in ("md", "csv")]
        self.assertIn("回复话术", texts[0])
        return "\n".join(texts)

    def check_files(self, database) -> None:
        """Not in a table, not in the write-ahead log, not in any file of the data directory."""
        numbers = [number.encode() for number in samples.secret_numbers()]
        harmless, seen = "购物袋在哪里点".encode(), False
        for file in database.data.parent.rglob("*"):
            if file.is_file():
                content = file.read_bytes()
                seen = seen or harmless in content
                for number in numbers:
                    self.assertNotIn(number, content, f"a user's number is in {file}")
        self.assertTrue(seen, "the search would not have found a word that is there")


if __name__ == "__main__":
    unittest.main(verbosity=2)
