"""A newer version takes the place of the one before it, in the middle of a review: what that one stored is served,
whoever had a page open goes on, and so does a browser that comes back with what it held. See keepsake.py."""

import contextlib
import copy
import json
import time
import unittest

import websockets.asyncio.client
from playwright.sync_api import expect

from Tests.e2e import keepsake
from Tests.e2e.browser import Person, chromium
from Tests.e2e.client import Client
from Tests.e2e.database import SharedDatabase
from Tests.e2e.held_log import HeldLog
from Tests.e2e.keepsake import CARDS, HALF, LATE
from Tests.e2e.pages import RoomPage
from Tests.e2e.server import Server, temporary_folder
from Tests.e2e.session import Session

#: Sessions and words would have expired between the day they were kept and today.
TIME_STANDS_STILL = """
    WITH kept AS (UPDATE text SET expires_at = NULL) UPDATE session SET expires_at = 9000000000000
"""


@contextlib.contextmanager
def upgraded():
    """This version on the database of the one before; nobody has migrated it but the server."""
    with temporary_folder() as folder, SharedDatabase.running(folder) as database:
        database.restore(keepsake.read("database.sql"))
        database.rows(TIME_STANDS_STILL)
        server = Server(folder, database=database.url)
        server.lead_link = "there is a lead already"
        try:
            yield server.start()
        finally:
            if server.is_running:
                server.stop()


def session(server: Server, cookie: str) -> Session:
    device = Session(server.address)
    device.cookie = cookie
    device.member = device.get("/api/me").json["member"]
    return device


def team(server: Server) -> dict[str, Session]:
    """Everyone who was in the review, by name."""
    devices = [session(server, cookie) for cookie in keepsake.read("seen")]
    return {device.get("/api/me").json["name"]: device for device in devices}


def missing(new, old, path: str = "") -> list[str]:
    """Where `new` does not say what `old` said. It may say more, as an open page leaves alone what it does not know.
    A member who does not lead is told without `lead`: an older page reads that as false, and lists members by name alone."""
    match new, old:
        case dict(), dict():
            gone = [f"{path}.{name} is gone" for name in old if name not in new and (name, old[name]) != ("lead", False)]
            both = [name for name in old if name in new]
            return gone + [fault for name in both for fault in missing(new[name], old[name], f"{path}.{name}")]
        case list(), list() if len(new) == len(old):
            return [fault for at, pair in enumerate(zip(new, old)) for fault in missing(*pair, f"{path}[{at}]")]
    return [] if new == old else [f"{path} was {old}, is {new}"]


def frames(line: list, way: str) -> list[dict]:
    """Those of one connection that were `sent` by the page, or `told` it."""
    return [frame for direction, message in line if direction == way for frame in message]


class EveryoneAfterwards(unittest.IsolatedAsyncioTestCase):
    async def test_is_told_by_the_newer_version_all_they_were_told_by_the_one_before(self):
        with upgraded() as server:
            for cookie, logs in keepsake.read("seen").items():
                async with Client(session(server, cookie)) as client:
                    await client.until(lambda: client.live)
                    for log, records in logs.items():
                        held = await client.follow(log)
                        self.assertEqual([], missing(held.records, records, f"{client.me['name']} {held.kind}"))

    async def test_reads_in_every_list_what_stood_there(self):
        with upgraded() as server:
            lead = team(server)["领队"]
            for path, old in keepsake.read("lists").items():
                # Where the list stands is the server's to name.
                old.pop("at", None)
                self.assertEqual([], missing(lead.get(path).json, old, path))


class AnOpenPageOfTheVersionBefore(unittest.IsolatedAsyncioTestCase):
    """As it comes back once its server has been replaced: it says what it said then, byte for byte."""

    KNOWN = {"welcome", "snap", "ev", "ack", "nack", "refused", "here", "pong", "bye"}

    async def test_comes_back_with_its_positions_and_everything_it_had_not_heard_of_is_taken_once(self):
        with upgraded() as server:
            device = team(server)["小场"]
            again = self.said_last() + self.answered() + keepsake.unanswered()
            held = self.held()
            acks = {}
            async with self.line(device) as line:
                await line.send(json.dumps(again))
                while len(acks) < 3:
                    for frame in json.loads(await line.recv()):
                        self.assertIn(frame["t"], self.KNOWN)
                        self.take(frame, held, acks)
            known = {frame["id"] for frame in self.answered()}
            self.assertEqual(known, {command for command, ack in acks.items() if ack["dup"]})
            async with Client(device) as newcomer:
                await newcomer.until(lambda: newcomer.live)
                for log, old in held.items():
                    fresh = await newcomer.follow(log)
                    self.assertEqual([], missing(fresh.records, old.records, old.kind))
                    self.assertEqual(fresh.at["seq"], old.at["seq"])
                cards = [card["text"] for card in newcomer.log(again[-1]["log"]).of("issue").values()]
                self.assertEqual(1, cards.count(LATE))

    def line(self, device: Session):
        return websockets.asyncio.client.connect(
            device.address.replace("http", "ws") + "/live", subprotocols=["aftershow.v1"], origin=device.address,
            additional_headers={"Cookie": device.cookie}, max_size=None, proxy=None,
        )

    def said_last(self) -> list[dict]:
        """Its hello, with the positions it held, and that it is read."""
        return [frame for frame in frames(keepsake.read("line")[-1], "sent") if frame["t"] != "ping"]

    def answered(self) -> list[dict]:
        """A command whose answer the page might have missed: sent again as it was."""
        return [frame for line in keepsake.read("line") for frame in frames(line, "sent") if frame["t"] == "cmd"]

    def held(self) -> dict[str, HeldLog]:
        """What the page held when its server went away."""
        logs: dict[str, HeldLog] = {}
        for line in keepsake.read("line")[-2:]:
            for frame in frames(line, "told"):
                self.take(frame, logs, {})
        return logs

    def take(self, frame: dict, logs: dict[str, HeldLog], acks: dict[str, dict]) -> None:
        match frame["t"]:
            case "snap":
                logs.setdefault(frame["log"], HeldLog(frame["log"])).take_snapshot(frame)
            case "ev":
                logs[frame["log"]].take_events(frame)
            case "ack":
                acks[frame["id"]] = frame
            case "nack" | "refused" | "bye":
                self.fail(frame)


class ABrowserInTheMiddleOfTheReview(unittest.TestCase):
    def test_goes_on_where_it_was_with_what_it_had_not_saved_and_half_written(self):
        with upgraded() as server, chromium() as browser:
            person = Person(browser, "小场", server.address, state=self.device(server))
            log = keepsake.unanswered()[0]["log"]
            person.go(f"/room/{log}")
            room = RoomPage(person.page)
            room.is_at("投票")
            for _, text in [*CARDS, ("backstage", "备货很及时"), ("floor", LATE)]:
                room.is_saved(text)
            for _, text in CARDS[:2]:
                room.has_given(text, 1)
            expect(room.text).to_have_value(HALF)
            room.vote(CARDS[2][1])
            room.has_given(CARDS[2][1], 1)
            room.submit()
            room.is_saved(HALF)
            lead = Person(browser, "领队", server.address, state=self.signed_in(team(server)["领队"]))
            lead.go(f"/room/{log}")
            RoomPage(lead.page).next("共创")
            room.is_at("共创")
            room.propose("整点前三分钟备好福袋", kind="流程", owner="场控", due="下一场", answers=[CARDS[0][1]])
            self.assertEqual([], person.problems + lead.problems)

    def device(self, server: Server) -> dict:
        """The browser's cookie and stores, at the address of this server."""
        state = copy.deepcopy(keepsake.read("browser"))
        for cookie in state["cookies"]:
            cookie["expires"] = time.time() + 86_400
        for origin in state["origins"]:
            origin["origin"] = server.address
        return state

    def signed_in(self, device: Session) -> dict:
        """Another browser of the team's, with nothing but its cookie."""
        name, value = device.cookie.split("=", 1)
        return {"cookies": [{"name": name, "value": value, "domain": "127.0.0.1", "path": "/"}], "origins": []}


if __name__ == "__main__":
    unittest.main(verbosity=2)
