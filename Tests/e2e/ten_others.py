"""Ten other members look everywhere, and learn of no card that is hidden and of no anonymous card whose it is."""

import json
import unittest

from Tests.e2e.client import Client
from Tests.e2e.house import team
from Tests.e2e.secrets import Secrets, everything
from Tests.e2e.server import running_server
from Tests.e2e.session import HTTPRefusal, Session

AUTHOR = "写匿名卡的人"
OTHERS = ("阿甲", "阿乙", "阿丙", "阿丁", "阿戊", "阿己", "阿庚", "阿辛", "阿壬")
CARD = "排班太满没人顶班"
CARD_EDITED = "排班太满顶班都难"
CARD_EDITED_LATER = "排班太满以后再说"
GONE = "写完就撤回的抱怨"
PLAIN = "四号链接挂错五分钟"
SAID = "上个月也是这样的"
SAID_EDITED = "上个月更是这样的"
WORDS = (CARD, CARD_EDITED, CARD_EDITED_LATER, GONE, PLAIN, SAID, SAID_EDITED)


class TenOthers(unittest.IsolatedAsyncioTestCase):
    async def test_they_learn_of_no_hidden_card_and_not_who_wrote_an_anonymous_one_by_any_way_there_is(self):
        with running_server("--rate", "1000", "--burst", "1000") as server:
            async with team(server.address, server.lead_link) as house:
                await house.invite(AUTHOR, *OTHERS)
                await house.open_room(votes=3)
                self.house, self.secrets, self.strangers = house, Secrets(house), []
                self.author = house.members[AUTHOR]
                self.others = {name: client for name, client in house.members.items() if name != AUTHOR}
                self.assertEqual(10, len(self.others))
                self.answered = {name: len(client.session.received) for name, client in self.others.items()}

                await house.move("collect")
                await self.write_face_down()
                await self.look_everywhere()
                self.check("face down")
                self.check_presence()

                await house.move("vote")
                self.turn()
                await self.say_and_vote()
                await self.look_everywhere()
                self.check("voted for")

                await house.move("solve")
                await self.ask_why()
                await self.look_everywhere()
                self.check("given whys")

                await house.move("closed")
                await self.look_everywhere()
                self.look_by_link()
                self.check("closed")
                self.assertIn(CARD_EDITED_LATER, everything(house.members[OTHERS[0]]), "what is turned is told")

    # What is done

    async def write_face_down(self) -> None:
        """The author's card, changed and tagged, and one taken back; another member's with their name."""
        room, author = self.house.room, self.author
        self.card = await self.posted(author, CARD, role="all", anonymous=True, offset=61)
        await author.here(room, "writing", issue=self.card, lane="all", unnamed=True)
        await self.does("issue.edit", {"issue": self.card, "text": CARD_EDITED}, on=self.edited(self.card))
        await self.does("issue.tag", {"issue": self.card, "tags": ["排班的"]})
        self.gone = await self.posted(author, GONE, role="host", anonymous=True)
        await self.does("issue.withdraw", {"issue": self.gone})
        writer = self.others[OTHERS[0]]
        self.plain = await self.posted(writer, PLAIN, role="floor")
        await writer.here(room, "writing", issue=self.plain, lane="floor")
        self.secrets.keep(PLAIN, self.plain, *self.marks_of(writer), only=OTHERS[0])
        self.secrets.keep(CARD, CARD_EDITED, "排班的", self.card, GONE, self.gone, only=AUTHOR)
        self.keep_acts()
        await self.house.settled()

    def turn(self) -> None:
        """What was hidden is shown; when it was written, and as what command, stays hidden, and what was taken back too."""
        self.secrets.release()
        self.secrets.keep(CARD, GONE, self.gone, only=AUTHOR)
        self.keep_acts()

    async def say_and_vote(self) -> None:
        """The author changes the card and comments on it without a name; others comment, put it into a group and vote."""
        lead, said = self.house.lead, {"issue": self.card, "text": SAID, "anonymous": True}
        await self.does("issue.edit", {"issue": self.card, "text": CARD_EDITED_LATER}, on=self.edited(self.card))
        await self.does("issue.tag", {"issue": self.card, "tags": ["排班的", "人手"]})
        await self.does("comment.post", said)
        comment = self.discussion(self.author)["comments"][0]["id"]
        await self.does("comment.edit", {"comment": comment, "text": SAID_EDITED})
        for name in OTHERS[:2]:
            await self.others[name].send(self.house.room, "comment.post", {"issue": self.card, "text": "是这样"})
        await self.others[OTHERS[2]].send(
            self.house.room, "issue.react", {"issue": self.card, "word": "agree", "on": True}
        )
        await lead.send(self.house.room, "group.make", {"issues": [self.card, self.plain], "title": "排班和链接"})
        [group] = lead.log(self.house.room).of("group")
        for client in (self.author, *self.others.values()):
            await client.send(self.house.room, "vote.set", {"issue": group, "votes": 2})
        self.keep_acts()
        await self.house.settled()

    async def ask_why(self) -> None:
        """Others say why, and what to do; the author says why, too, and changes the card again."""
        room, other = self.house.room, self.others[OTHERS[3]]
        await other.send(room, "cause.add", {"issue": self.card, "text": "没有替班的人"})
        await self.does("cause.add", {"issue": self.card, "text": "招人停了"})
        await self.does("issue.edit", {"issue": self.card, "kind": "puzzle"}, on=self.edited(self.card))
        await self.does("issue.place", {"issue": self.card})
        await self.house.lead.send(self.house.show, "snapshot.take", {"values": {"gmv": 228_000}})
        await self.does("issue.link", {"issue": self.card, "show": self.house.show, "metric": "gmv"})
        await self.house.lead.send(room, "issue.mark", {"issue": self.card, "state": "discussing"})
        propose = {"issues": [self.card], "text": "每周排两名替班", "kind": "sop", "owner": "host"}
        await other.send(room, "solution.propose", propose)
        await self.house.settled()
        [solution] = other.log(room).of("solution")
        await other.send(room, "solution.act", {"solution": solution})
        self.keep_acts()
        await self.house.settled()

    async def posted(self, client: Client, text: str, **card) -> str:
        room = client.log(self.house.room)
        before = set(room.of("issue"))
        await client.send(self.house.room, "issue.post", {"kind": "mistake", "text": text} | card)
        await client.until(lambda: set(room.of("issue")) - before)
        return (set(room.of("issue")) - before).pop()

    async def does(self, op: str, args: dict, **more) -> None:
        ack = await self.author.send(self.house.room, op, args, **more)
        await self.author.until(lambda: self.author.log(self.house.room).at["seq"] >= ack["seq"])

    def edited(self, issue: str) -> int:
        return self.author.log(self.house.room).of("issue")[issue]["edited"]

    # Where one may look

    async def look_everywhere(self) -> None:
        for name, client in self.others.items():
            await client.drop()
            await client.until(lambda client=client: client.live)
            async with Client(client.session) as another:
                await another.until(lambda: another.live)
                await another.follow(self.house.room)
                await another.follow(self.house.show)
                self.secrets.watch(name, another)
            for path in self.paths():
                self.ask(client.session, path)
            for words in WORDS:
                client.session.post("/api/search", {"q": words[:4]})
        await self.house.settled()

    def paths(self) -> list[str]:
        log = f"log={self.house.room}"
        author = self.author.session.member
        channels = [one["log"] for one in self.author.log(self.house.directory).of("channel").values()]
        paths = [f"/api/lists?logs={','.join(channels)}&actions=1", "/api/actions/mine"]
        paths += ["/api/lobby", "/api/me", "/api/actions", "/api/playbook.md", "/api/playbook.csv"]
        paths += [f"/api/{what}?{log}" for what in ("activity", "replay", "report", "alike", "withdrawn", "shares")]
        paths += [f"/api/activity?{log}&by={author}"]
        for issue in (self.card, self.gone, self.plain):
            paths += [f"/api/{what}?{log}&issue={issue}" for what in ("history", "issue")]
            paths += [f"/api/activity?{log}&about={issue}"]
        head = self.author.log(self.house.room).at["seq"]
        return paths + [f"/api/replay?{log}&at={seq}" for seq in range(head + 1)]

    def ask(self, session: Session, path: str) -> None:
        try:
            session.get(path)
        except HTTPRefusal as refused:
            self.assertIn(refused.status, (403, 404, 409), path)

    def discussion(self, client: Client) -> dict:
        return client.session.get(f"/api/issue?log={self.house.room}&issue={self.card}").json

    def look_by_link(self) -> None:
        made = self.house.lead.session.post("/api/shares", {"log": self.house.room, "days": 1}).json
        stranger = Session(self.house.lead.session.address)
        told = stranger.post("/api/report", {"token": made["link"].split("#")[1]}).body.decode()
        for secret in (AUTHOR, self.author.session.member, self.gone, CARD, GONE, *self.marks_of(self.author)):
            self.assertNotIn(secret, told, "the link tells it")

    # What nobody else may know

    def check_presence(self) -> None:
        """That the author is here is no secret; that they write, and at which hidden card they are, is."""
        member = self.author.session.member
        for name, client in self.others.items():
            for frame in (frame for text in client.received for frame in json.loads(text)):
                if frame["t"] == "here":
                    self.assertNotEqual("writing", frame["members"].get(member), name)
                    self.assertIsNone((frame.get("at") or {}).get(member), name)

    def keep_acts(self) -> None:
        self.secrets.keep(*self.marks_of(self.author), only=AUTHOR)

    def marks_of(self, client: Client) -> list[str]:
        """The ids of what a member did in the room, and the milliseconds at which they did it."""
        mine = {command.id for command in client.history}
        done = [event for event in client.log(self.house.room).events if event.get("id") in mine]
        return [event["id"] for event in done] + [str(event["at"]) for event in done]

    def check(self, when: str) -> None:
        self.secrets.check()
        member = self.author.session.member
        for name, client in self.others.items():
            for body in client.session.received[self.answered[name] :]:
                told = body.decode(errors="replace")
                self.assertNotIn(member, told, f"{when}: {name} is told the author's id")
                self.assertNotIn(AUTHOR, told, f"{when}: {name} is told the author's name")
            frames = [frame for text in client.received for frame in json.loads(text)]
            for frame in frames:
                if frame.get("log") == self.house.room and frame["t"] in ("ev", "snap"):
                    self.assertNotIn(member, json.dumps(frame), f"{when}: {name} is told the author's id")


if __name__ == "__main__":
    unittest.main(verbosity=2)
