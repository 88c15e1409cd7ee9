"""Search over nodes and over a crash: what is found is written beside the events, by whichever node had them."""

import asyncio
import contextlib
import unittest

from Tests.e2e.database import Database, PrivateDatabase
from Tests.e2e.house import House, team
from Tests.e2e.server import running_server
from Tests.e2e.session import Session
from Tests.faults.channels import log_of
from Tests.faults.nodes import two_nodes

#: A log that is behind is taken up again by a sweep, every thirty seconds, that has seen it twice.
PATIENCE = 120


def found(session: Session, words: str) -> list[str]:
    return [hit["group"] for hit in session.post("/api/search", {"q": words}).json["hits"]]


async def soon(session: Session, words: str, *groups: str) -> None:
    """Returns when that, and no more, is found."""
    async with asyncio.timeout(PATIENCE):
        while sorted(await asyncio.to_thread(found, session, words)) != sorted(groups):
            await asyncio.sleep(0.05)


async def card(house: House, text: str, by: str = "host") -> dict:
    """A turned one; everyone holds it."""
    client = house.members[by]
    await client.send(house.room, "issue.post", {"role": "host", "kind": "mistake", "text": text})

    def held() -> dict:
        issues = client.log(house.room).of("issue").values()
        return next((one for one in issues if one["text"] == text), {})

    await client.until(held)
    return held()


@contextlib.contextmanager
def nothing_found_is_written(database: Database):
    """Whoever writes what search finds waits; whoever reads it does not."""
    with database.session("lock") as psql:
        psql.stdin.write("begin; lock table search_row in share mode; select 2;\n")
        psql.stdin.flush()
        psql.stdout.readline()
        yield


class Searching(unittest.IsolatedAsyncioTestCase):
    async def test_what_one_node_wrote_is_found_through_the_other(self):
        with two_nodes() as (_, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("host", address=two.address)
                await house.open_room()
                host, here, there = house.members["host"], house.sessions["lead"], house.sessions["host"]
                await house.move("vote")
                issue = await card(house, "羊绒开衫起球没人答")
                await soon(here, "起球", "issues")
                await host.send(house.room, "comment.post", {"issue": issue["id"], "text": "我记得是水温太高"})
                await soon(here, "水温", "comments")
                await host.send(log_of(host), "action.add", {"text": "补一张洗护卡", "owner": "floor"})
                await soon(here, "洗护卡", "actions")
                await house.move("solve")
                proposal = {"issues": [issue["id"]], "text": "先问怎么洗的", "kind": "script", "owner": "host"}
                await host.send(house.room, "solution.propose", proposal)
                await soon(here, "怎么洗", "solutions")
                solution = next(iter(host.log(house.room).of("solution")))
                await house.lead.send(house.room, "solution.promote", {"solution": solution, "title": "起毛话术"})
                for session in (here, there):
                    await soon(session, "起毛话术", "entries")

    async def test_an_erased_word_is_found_through_no_node_from_that_moment_on(self):
        with two_nodes() as (_, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("host", address=two.address)
                await house.open_room()
                sessions = (house.sessions["lead"], house.sessions["host"])
                await house.move("vote")
                issue = await card(house, "顾客电话写在卡片上")
                for session in sessions:
                    await soon(session, "顾客电话", "issues")
                # On its way to the rows of search, from the other node, while it is erased.
                changed = {"issue": issue["id"], "text": "顾客电话和地址写在卡片上"}
                await house.members["host"].send(house.room, "issue.edit", changed, on=issue["edited"])
                await house.lead.send(house.room, "issue.erase", {"issue": issue["id"], "reason": "用户要求"})
                for session in sessions:
                    self.assertEqual([], found(session, "顾客电话"))
                    self.assertEqual([], found(session, "地址"))
                await card(house, "后来的一张")
                for session in sessions:
                    await soon(session, "后来的", "issues")
                    self.assertEqual([], found(session, "顾客电话"))
                    self.assertEqual([], found(session, "地址"))

    async def test_what_a_crash_kept_from_being_written_is_found_after_the_next_start(self):
        with running_server("--rate", "10000", "--burst", "10000") as server:
            database = PrivateDatabase(server.data)
            async with team(server.address, server.lead_link) as house:
                await house.invite("host")
                await house.open_room()
                session = house.sessions["lead"]
                await house.move("vote")
                await card(house, "先前的一张")
                await soon(session, "先前的", "issues")
                with nothing_found_is_written(database):
                    await card(house, "断电前的一张")
                    server.kill()
                told = database.rows("select count(*) from search_row where words like '%断电前的%'")
                self.assertEqual([["0"]], told)
                await asyncio.to_thread(server.start)
                await soon(session, "断电前的", "issues")
                await soon(session, "的一张", "issues", "issues")


if __name__ == "__main__":
    unittest.main(verbosity=2)
