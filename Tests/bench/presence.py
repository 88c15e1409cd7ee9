"""11: what presence costs: five hundred people on two nodes, who look at issues, write, go and come back. Its bytes on
their lines and between the nodes, its statements, and the CPU of the nodes and of PostgreSQL."""

import asyncio
import contextlib
import dataclasses
import os
import re
import statistics
import threading
import time

from Tests.bench import machine
from Tests.bench.figure import Figure
from Tests.bench.house import UNLIMITED
from Tests.bench.people import PARTY, Person, Tally, agreed, gathered
from Tests.e2e.database import SharedDatabase
from Tests.e2e.house import team
from Tests.e2e.server import Server, temporary_folder
from Tests.e2e.session import Session

PEOPLE = int(os.environ.get("AFTERSHOW_PEOPLE", 500))
ISSUES, SECONDS = 30, 20
#: How many rooms they are in: as teams are, and all in one.
ROOMS = (10, 1)
#: However many people there are: it is by node, not by person.
STATEMENTS = 20
NOTIFIED = re.compile(r'^Asynchronous notification "aftershow_presence" with payload "(.*)" received')


@dataclasses.dataclass
class Cost:
    """Of one stretch: each a second."""

    told: float
    said: float
    frames: float
    looks: float
    moves: float
    between: float
    statements: float
    everything: float
    nodes: float
    database: float


def measure(rounds: int) -> list[Figure]:
    return [figure for rooms in ROOMS for figure in figures(rooms, [one_round(rooms) for _ in range(rounds)])]


def figures(rooms: int, costs: list[Cost]) -> list[Figure]:
    def of(name: str) -> list[float]:
        return [getattr(cost, name) for cost in costs]

    def middle(name: str) -> float:
        return statistics.median(of(name))

    where = "in one room" if rooms == 1 else f"in {rooms} rooms"
    did = f"{middle('looks'):.0f} turn to another issue, {middle('moves'):.1f} come or go a second"
    return [
        Figure(11, f"{PEOPLE} people on two nodes {where}, to each of them", [told / PEOPLE for told in of("told")],
               "bytes/s", note=f"{middle('frames') / PEOPLE:.2f} frames/s; {did}"),
        Figure(11, "… from each of them", [said / PEOPLE for said in of("said")], "bytes/s"),
        Figure(11, "… between the nodes", [between / 1000 for between in of("between")], "KB/s",
               note="through the database, both ways"),
        Figure(11, "… statements that tell of it", of("statements"), "a second", STATEMENTS,
               note=f"each its own transaction; {middle('everything'):.0f} statements a second of every kind"),
        Figure(11, "… CPU of both nodes", [share * 100 for share in of("nodes")], "% of a core"),
        Figure(11, "… CPU of PostgreSQL", [share * 100 for share in of("database")], "% of a core"),
    ]


def one_round(rooms: int) -> Cost:
    with two_counted_nodes() as (database, nodes):
        return asyncio.run(watched(database, nodes, rooms))


@contextlib.contextmanager
def two_counted_nodes():
    """On a database that counts statements by their words."""
    with temporary_folder() as folder:
        database = SharedDatabase(folder)
        nodes = [Server(folder, database=database.url, options=UNLIMITED, name=name) for name in ("one", "two")]
        try:
            database.rows("alter system set shared_preload_libraries = 'pg_stat_statements'")
            database.end()
            database.start()
            database.rows("create extension pg_stat_statements")
            machine.pin(machine.OTHERS, *machine.family(database.postmaster))
            for node in nodes:
                node.start()
                machine.pin(machine.MEASURED, node.pid)
            yield database, nodes
        finally:
            for node in nodes:
                if node.is_running:
                    node.stop()
            database.end()


async def watched(database: SharedDatabase, nodes: list[Server], rooms: int) -> Cost:
    tally = Tally()
    people = await settled(nodes, rooms, tally)
    with listening(database) as heard:
        async with gathered(people) as calm:
            await agreed(people)
            before, begun = await reading(database, nodes, tally, heard), time.monotonic()
            await asyncio.sleep(SECONDS)
            after, span = await reading(database, nodes, tally, heard), time.monotonic() - begun
            calm.set()
            await agreed(people)
    return Cost(**{name: (after[name] - before[name]) / span for name in after})


async def settled(nodes: list[Server], rooms: int, tally: Tally) -> list[Person]:
    """Everyone has a session on a node and a room; of each room one half is on either node."""
    async with team(nodes[0].address, nodes[0].lead_link) as house:
        await house.open_room()
        places = [await filled(house)]
        while len(places) < rooms:
            await house.review_again(f"复盘{len(places)}")
            places.append(await filled(house))
        people, link = [], ""
        for number in range(PEOPLE):
            if number % PARTY == 0:
                link = house.lead.session.post("/api/invitations", {"roles": ["floor"]}).json["link"]
            session = Session(nodes[number % 2].address).join(link, f"成员{number}", ["floor"])
            people.append(Person(session, *places[number // 2 % rooms], tally, number))
        return people


async def filled(house) -> tuple[str, list[str]]:
    """The house's room with turned issues in it, and their ids."""
    await house.move("collect")
    for number in range(ISSUES):
        await house.lead.post(house.room, "issue.post", {"role": "host", "kind": "mistake", "text": f"第{number}次断播"})
    await house.settled()
    await house.move("vote")
    return house.room, sorted(house.lead.log(house.room).of("issue"))


async def reading(database: SharedDatabase, nodes: list[Server], tally: Tally, heard: "Heard") -> dict[str, float]:
    """Every counter as it stands."""
    # Those of the listener are `select` alone.
    query = "select sum(calls) from pg_stat_statements where query <> 'select'"
    everything = await asyncio.to_thread(database.rows, query)
    return {
        **dataclasses.asdict(tally), "between": heard.size, "statements": heard.number,
        "everything": int(everything[0][0]), "nodes": machine.cpu_seconds(*(node.pid for node in nodes)),
        "database": machine.cpu_seconds(*machine.family(database.postmaster)),
    }


@dataclasses.dataclass
class Heard:
    """What the nodes have told each other of presence."""

    size: int = 0
    number: int = 0


@contextlib.contextmanager
def listening(database: SharedDatabase):
    """A session beside the nodes. `psql` says what it was notified of after each statement."""
    heard, over = Heard(), threading.Event()

    def ask(psql) -> None:
        while not over.wait(0.2):
            psql.stdin.write("select;\n")
            psql.stdin.flush()

    def read(psql) -> None:
        for line in psql.stdout:
            if told := NOTIFIED.match(line):
                heard.size += len(told[1])
                heard.number += 1

    with database.session("bench") as psql:
        psql.stdin.write("listen aftershow_presence;\n")
        psql.stdin.flush()
        reader = threading.Thread(target=read, args=(psql,), daemon=True)
        asker = threading.Thread(target=ask, args=(psql,), daemon=True)
        reader.start(), asker.start()
        try:
            yield heard
        finally:
            over.set()
            asker.join()
            psql.stdin.close()
            reader.join()
