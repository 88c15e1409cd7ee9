"""What a version leaves behind when a newer one takes its place: the database of a demonstration with a review on top,
and what a browser in the middle of that review holds and was told.

Made by the version that is kept, from a checkout of it with its release build, and never made anew by a later one:

    AFTERSHOW_BINARY=…/aftershow python -m Tests.e2e.keepsake …/checkout Tests/Samples/golden/yesterday
"""

import gzip
import json
import pathlib
import sys

from playwright.sync_api import WebSocketRoute, expect

from Tests.e2e.browser import Person, chromium
from Tests.e2e.client import Client
from Tests.e2e.colleagues import Colleagues
from Tests.e2e.database import PrivateDatabase
from Tests.e2e.pages import JoinPage, RoomPage
from Tests.e2e.server import HOME, Server, temporary_folder

KEPT = HOME / "Tests/Samples/golden/yesterday"
CARDS = [("host", "福袋发晚了十分钟"), ("floor", "讲解时链接没有弹出来"), ("private", "群里问尺码没有人回")]
LATE = "断线时补写的一张卡"
HALF = "还没写完的半张卡"


def read(name: str):
    """The database's dump as text; `browser`, `line`, `seen` and `lists` as what they are."""
    text = gzip.decompress((KEPT / f"{name}.gz").read_bytes()).decode()
    return text if name.endswith(".sql") else json.loads(text)


def unanswered() -> list[dict]:
    """What waits on the device, in the order and the words in which the page sends it."""
    (origin,) = read("browser")["origins"]
    items = [decoded(record["valueEncoded"]) for record in origin["indexedDB"][0]["stores"][0]["records"]]
    fields = ("id", "log", "op", "args", "on", "occurredAt")
    return [{"t": "cmd", **{name: item[name] for name in fields if item[name] is not None}} for item in items]


def decoded(value):
    """A value of IndexedDB as Playwright writes it."""
    if not isinstance(value, dict):
        return value
    return {member["k"]: decoded(member["v"]) for member in value["o"]} if "o" in value else None


class Recorded(Person):
    """Someone whose every line is written down: a list of connections, each of `["sent" | "told", frames]`."""

    def __init__(self, *arguments, **more):
        self.line: list[list] = []
        super().__init__(*arguments, **more)

    def _carry(self, line: WebSocketRoute) -> None:
        if not self.line_is_up:
            return line.close()
        server, written = line.connect_to_server(), []
        self.line.append(written)
        self._lines.append(line)

        def sent(message: str) -> None:
            written.append(["sent", json.loads(message)])
            server.send(message)

        def told(message: str) -> None:
            written.append(["told", json.loads(message)])
            line.send(message)

        line.on_message(sent)
        server.on_message(told)


class Making:
    """A review that stands in the middle of its vote, and one of its members before the page."""

    def __init__(self, server: Server, others: Colleagues, person: Recorded):
        self.server, self.others, self.person = server, others, person

    @property
    def room(self) -> str:
        return self.others.house.room

    def everything(self) -> dict:
        self.the_show_runs()
        self.the_team_writes()
        self.the_member_comes()
        self.the_vote_begins()
        self.the_line_is_lost_and_found()
        self.the_line_is_lost_for_good()
        return {
            "browser": self.person.context.storage_state(indexed_db=True),
            "line": self.person.line,
            "seen": self.seen(),
            "lists": self.lists(),
        }

    def the_show_runs(self) -> None:
        send, show = self.others.send, self.others.house.show
        send(show, "show.start", {})
        send(show, "goal.set", {"metric": "gmv", "value": 120000, "basis": "上月同期"})
        send(show, "snapshot.take", {"values": {"gmv": 98000, "pay_uv": 640}, "label": "下播时"})
        for offset, kind, text in ((60, "product", "羊绒衫"), (900, "luckyBag", "第一只福袋"), (1500, "note", "断货")):
            send(show, "marker.add", {"offset": offset, "kind": kind, "text": text}, by="floor")
        for text in ("这件会起球吗", "福袋什么时候发", "请打 13800138000 找我"):
            send(show, "question.log", {"text": text, "source": "group", "user": "小鹿"}, by="private")
        question = self.others.record(show, "question", text="福袋什么时候发")
        send(show, "question.answer", {"question": question["id"], "words": "整点发"}, by="host")
        self.others.send(self.room, "phase.move", {"phase": "live"})
        send(show, "question.promote", {"question": question["id"], "room": self.room, "kind": "puzzle"}, by="private")
        send(show, "show.end", {})

    def the_team_writes(self) -> None:
        self.others.move("collect")
        for role, text in CARDS:
            card = {"role": role, "kind": "mistake", "text": text, "anonymous": role == "private"}
            self.others.send(self.room, "issue.post", card, by=role)

    def the_member_comes(self) -> None:
        page = self.person.page
        JoinPage(page).open(self.others.invitation(roles=["floor"])).enter(self.person.name)
        page.goto(f"{self.server.address}/show/{self.others.house.show}#questions")
        expect(page.get_by_text("福袋什么时候发").first).to_be_visible()
        page.goto(f"{self.server.address}/room/{self.room}")
        RoomPage(page).is_at("写卡")

    def the_vote_begins(self) -> None:
        self.others.send(self.room, "cards.reveal", {})
        self.others.move("vote")
        RoomPage(self.person.page).is_at("投票")
        for card in self.others.records(self.room, "issue").values():
            self.others.send(self.room, "vote.set", {"issue": card["id"], "votes": 1}, by="host")

    def the_line_is_lost_and_found(self) -> None:
        """While others go on: the page comes back with the positions it held."""
        room = RoomPage(self.person.page)
        room.vote(CARDS[0][1])
        room.has_given(CARDS[0][1], 1)
        expect(self.person.page.get_by_text("已连接")).to_be_visible()
        self.person.loses_the_line()
        card = {"role": "backstage", "kind": "experience", "text": "备货很及时"}
        self.others.send(self.room, "issue.post", card, by="backstage")
        self.person.finds_the_line()
        expect(room.card("备货很及时")).to_be_visible()

    def the_line_is_lost_for_good(self) -> None:
        """Two votes, a card and half another are on this device alone."""
        room = RoomPage(self.person.page)
        self.person.loses_the_line()
        expect(self.person.page.get_by_text("网络断开")).to_be_visible()
        room.vote(CARDS[1][1])
        room.write(LATE, role="场控", kind="失误")
        room.submit()
        room.waits_for_the_network(LATE)
        room.text.fill(HALF)
        self.person.page.wait_for_timeout(1_000)

    def seen(self) -> dict[str, dict]:
        """By cookie: every log as a newcomer with that cookie is told it."""
        cookie = self.person.context.cookies()[0]
        sessions = [client.session for client in self.others.house.members.values()]
        logs = self.others.await_(self.logs())
        told = {session.cookie: self.others.await_(self.told(session, logs)) for session in sessions}
        session = type(sessions[0])(self.server.address)
        session.cookie = f"{cookie['name']}={cookie['value']}"
        return told | {session.cookie: self.others.await_(self.told(session, logs))}

    async def logs(self) -> list[str]:
        lead = self.others.lead
        directory = lead.log(lead.me["directory"])
        return [directory.log, lead.me["playbook"], *directory.of("show"), *directory.of("room")]

    async def told(self, session, logs: list[str]) -> dict:
        async with Client(session) as newcomer:
            await newcomer.until(lambda: newcomer.live)
            return {log: (await newcomer.follow(log)).records for log in logs}

    def lists(self) -> dict[str, object]:
        """What HTTP answers the lead, by path."""
        session = self.others.lead.session
        held = self.others.await_(self.told(session, self.others.await_(self.logs())))
        series = [
            f"/api/series?log={log}&series={record}" for log, records in held.items() for record in records.get("series", {})
        ]
        paths = ["/api/me", "/api/lobby", "/api/members", f"/api/withdrawn?log={self.room}", *series]
        return {path: session.get(path).json for path in paths}


def make(home: pathlib.Path, kept: pathlib.Path) -> None:
    kept.mkdir(parents=True, exist_ok=True)

    def keep(name: str, text: str) -> None:
        (kept / f"{name}.gz").write_bytes(gzip.compress(text.encode(), mtime=0))

    with temporary_folder() as folder, chromium() as browser:
        server = Server(folder, options=("--demo", "--rate", "1000", "--burst", "1000"))
        server.home = home
        server.start()
        database = PrivateDatabase(folder)
        try:
            with Colleagues(server, "host", "floor", "backstage", "private") as others:
                person = Recorded(browser, "小场", server.address)
                told = Making(server, others, person).everything()
                assert not person.problems, person.problems
                while database.rows("SELECT act_id FROM pending"):
                    pass
                keep("database.sql", database.dump("--no-owner", "--no-privileges"))
            for name, value in told.items():
                keep(name, json.dumps(value, ensure_ascii=False))
        finally:
            server.stop()
            database.end()


if __name__ == "__main__":
    make(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]))
