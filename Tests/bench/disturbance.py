"""What else may go on in a house while a room is measured: large previews and imports, exports, and readers who do not read."""

import asyncio
import contextlib
import json
import os
import socket
import threading
import time
import urllib.parse

from Tests.bench.house import House
from Tests.e2e.session import Session, uuid7
from Tests.faults.intruder import Intruder, frame, handshake, hello

ROLES = ["operations", "host", "floor", "backstage", "private"]
ROWS, ENTRIES, READERS = 5_000, 1_000, 10
#: Commands one connection may have unanswered, with some to spare.
AT_ONCE = 20
HEAD = "时间,来源,群,昵称,商品,问题,分类,紧急度"
ROW = "2026-03-12 19:59:27,私信,福利3群,清风{0},6号 羊毛袜三双装,第{0}问 这双羊毛袜能机洗吗,售后投诉质量,播后"


class Disturbance:
    """Prepared on a house without rate limits: a playbook of a thousand entries, and shows to import into."""

    def __init__(self, house: House, shows: int):
        self.house = house
        self.lead = Session(house.server.address).join(house.server.lead_link, "领队", ["operations"])
        self.shows = asyncio.run(prepare(self.lead, shows))
        self.file = "\n".join([HEAD, *map(ROW.format, range(ROWS))]).encode()
        self.imports = self.exports = 0

    def invitation(self) -> str:
        link = self.lead.post("/api/invitations", {"roles": ROLES, "lead": True}).json["link"]
        return self.house.server.address + link

    @contextlib.contextmanager
    def going_on(self):
        """One import after the other, one export after the other, and the readers in the next room that is opened."""
        stop = threading.Event()
        before = self.imports, self.exports
        threads = [threading.Thread(target=aside, args=(work, stop)) for work in (self.bring, self.take, self.read_slowly)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        if self.imports == before[0] or self.exports == before[1]:
            raise RuntimeError("nothing was imported, or nothing exported, meanwhile")

    def bring(self, stop: threading.Event) -> None:
        while not stop.is_set() and self.shows:
            # Looked at first, as people do. It is of another day than the show.
            line, log = {"kinds": ["questions"], "answers": {"otherDay": "store"}}, self.shows.pop()
            seen = self.lead.preview_file(self.file, line, log=log)
            stored = self.lead.store_file(self.file, line | {"state": seen["state"]}, log=log)
            if stored["new"] != ROWS:
                raise RuntimeError(f"of {ROWS} rows {stored['new']} were imported")
            self.imports += 1

    def take(self, stop: threading.Event) -> None:
        while not stop.is_set():
            if len(self.lead.get("/api/playbook.csv").body.splitlines()) <= ENTRIES:
                raise RuntimeError("the playbook is not whole")
            self.exports += 1

    def read_slowly(self, stop: threading.Event) -> None:
        known = self.rooms()
        while not stop.is_set() and self.rooms() == known:
            time.sleep(0.1)
        logs = [*(self.rooms() - known), *self.shows]
        readers = [deaf_reader(self.lead, *logs) for _ in range(READERS)]
        stop.wait()
        for reader in readers:
            reader.close()

    def rooms(self) -> set[str]:
        return {room for room, in self.house.database.rows("select log_id from log where kind = 'room' and head > 0")}


def aside(work, stop: threading.Event) -> None:
    """In a thread that never keeps the load generator, on the same core, from its own: what the others' clients cost
    is not what is measured. (On Linux a thread has a niceness of its own.)"""
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
    work(stop)


def deaf_reader(session: Session, *logs: str) -> socket.socket:
    """Follows logs, has room for a few kilobytes, and takes nothing out of it."""
    url = urllib.parse.urlsplit(session.address)
    reader = socket.socket()
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    reader.connect((url.hostname, url.port))
    reader.sendall(handshake(session))
    answer = b""
    while not answer.endswith(b"\r\n\r\n"):
        answer += reader.recv(1)
    reader.sendall(frame(hello(*logs)))
    return reader


async def prepare(lead: Session, shows: int) -> list[str]:
    async with Intruder(lead) as talker:
        me = next(heard["me"] for heard in talker.heard if heard["t"] == "welcome")
        directory, playbook = me["directory"], me["playbook"]
        entry = {"kind": "sop", "roles": ["host"], "text": "开播前逐项确认，缺一项不上架。" * 4, "trigger": "开播前"}
        entries = [("entry.write", entry | {"title": f"条目{number}"}) for number in range(ENTRIES)]
        for start in range(0, ENTRIES, AT_ONCE):
            await send(talker, playbook, entries[start:start + AT_ONCE])
        await send(talker, directory, [("channel.add", {"name": "历史直播间"})])
        channel = put(talker, "channel")[-1]
        now = int(time.time() * 1000)
        plans = [{"channel": channel, "title": f"历史场{number}", "startsAt": now + number} for number in range(shows)]
        await send(talker, directory, [("show.schedule", plan) for plan in plans])
        return put(talker, "show", shows)


async def send(talker: Intruder, log: str, acts: list[tuple[str, dict]]) -> None:
    ids = [uuid7() for _ in acts]
    talker.say([{"t": "cmd", "id": id, "log": log, "op": op, "args": args} for id, (op, args) in zip(ids, acts)])
    waited = set(ids)
    while waited:
        for heard in await talker.receive():
            if heard["t"] == "nack":
                raise RuntimeError(json.dumps(heard, ensure_ascii=False))
            if heard["t"] == "ack":
                waited.discard(heard["id"])


def put(talker: Intruder, kind: str, count: int = 1) -> list[str]:
    """Ids of the records of that kind that events brought. Events come before the acknowledgement of what made them."""
    events = [event for heard in talker.heard if heard["t"] == "ev" for event in heard["events"]]
    found = [record["id"] for event in events for record in event.get("put", {}).get(kind, [])]
    if len(found) < count:
        raise RuntimeError(f"{count} of {kind} were made and {len(found)} seen")
    return found
