"""Files that are stored step by step: what a crash, another node or a colleague does in between."""

import asyncio
import collections
import datetime
import http.client
import json
import os
import random
import unittest

from Tests.e2e import samples
from Tests.e2e.database import PrivateDatabase
from Tests.e2e.house import team
from Tests.e2e.server import running_server
from Tests.e2e.session import HTTPRefusal, Session
from Tests.faults.nodes import two_nodes

SEED = int(os.environ.get("AFTERSHOW_SEED", random.SystemRandom().randrange(1 << 32)))
SHOWS, KILLS = 120, 4
HEAD = "直播主题,开播时间,直播时长(秒),成交金额,观看人数"
#: Two at each time, under two titles, and some of one title on two evenings.
ROWS = [f"专场{number % 100},2026-0{1 + number // 28 % 9}-{1 + number % 28:02} {'20:00' if number % 2 else '09:30'}:00,7200,"
        f"{1000 + number},{10 + number}" for number in range(SHOWS)]
LIST = "\n".join([HEAD, *ROWS, ""]).encode()


def agreed(session: Session, content: bytes, line: dict, **target: str) -> dict:
    """Previewed, and stored as it was shown."""
    told = session.preview_file(content, line, **target)
    kinds = [part["kind"] for part in told["parts"]]
    return session.store_file(content, {"kinds": kinds, **line, "state": told["state"]}, **target)


class AListThatIsKilled(unittest.IsolatedAsyncioTestCase):
    async def test_in_the_middle_and_brought_again_has_each_show_once(self):
        print(f"seed {SEED}")
        chance = random.Random(SEED)
        with running_server("--rate", "10000", "--burst", "10000") as server:
            database = PrivateDatabase(server.data)
            async with team(server.address, server.lead_link) as house:
                await house.open_room()
                channel = house.lead.log(house.directory).of("show")[house.show]["channel"]
                session = house.lead.session
                line = {"name": "场次列表.csv"}
                for last in sorted(chance.randrange(2, SHOWS * 2) for _ in range(KILLS)):
                    bringing = asyncio.create_task(asyncio.to_thread(self.bring, session, line, channel))
                    while not bringing.done() and self.steps(database) < last:
                        await asyncio.to_thread(self.steps, database)
                    server.kill()
                    await bringing
                    await asyncio.to_thread(server.start)
                told = await asyncio.to_thread(agreed, session, LIST, line, channel=channel)
                self.assertEqual((SHOWS, 0), (told["new"] + told["known"], told["skipped"]))
                await house.lead.until(lambda: len(house.lead.log(house.directory).of("show")) >= SHOWS + 1)
                shows = house.lead.log(house.directory).of("show").values()
                listed = collections.Counter((show["title"], show["startsAt"]) for show in shows if show["imported"])
                self.assertEqual({1}, set(listed.values()))
                self.assertEqual(SHOWS, len(listed))
                counted = database.rows(
                    "select count(*)::text from event where op = 'snapshot.import' group by log_id")
                self.assertEqual([["1"]] * SHOWS, counted)
                told = await asyncio.to_thread(agreed, session, LIST, line, channel=channel)
                self.assertEqual((0, SHOWS), (told["new"], told["known"]))
                self.assertEqual(SHOWS, len(database.rows("select 1 from event where op = 'snapshot.import'")))

    def bring(self, session: Session, line: dict, channel: str) -> None:
        try:
            agreed(session, LIST, line, channel=channel)
        except (HTTPRefusal, OSError, http.client.HTTPException):
            pass

    def steps(self, database: PrivateDatabase) -> int:
        found = database.rows("select count(*)::text from event where op in ('show.import', 'snapshot.import')")
        return int(found[0][0])


class AListThatIsTakenBackWhileItIsStored(unittest.IsolatedAsyncioTestCase):
    async def test_leaves_no_show_whether_it_goes_on_or_was_killed(self):
        print(f"seed {SEED}")
        chance = random.Random(SEED)
        for is_killed in (False, True):
            with self.subTest(killed=is_killed), running_server("--rate", "10000", "--burst", "10000") as server:
                database = PrivateDatabase(server.data)
                async with team(server.address, server.lead_link) as house:
                    await self.take_back(server, database, house, chance.randrange(1, 300), is_killed)

    async def take_back(self, server, database: PrivateDatabase, house, last: int, is_killed: bool) -> None:
        await house.open_room()
        lead, session = house.lead, house.lead.session
        channel = lead.log(house.directory).of("show")[house.show]["channel"]
        log = lead.log(house.directory).of("channel")[channel]["log"]
        await lead.follow(log)
        start = datetime.datetime(2025, 1, 1)
        rows = [f"第{number}场,{start + datetime.timedelta(hours=12 * number)},7200,{number + 1},9" for number in range(600)]
        content = "\n".join([HEAD, *rows, ""]).encode()

        def bring() -> dict | None:
            try:
                return agreed(session, content, {"name": "列表.csv"}, channel=channel)
            except (HTTPRefusal, OSError, http.client.HTTPException) as refusal:
                self.assertIn(getattr(refusal, "code", "notFound"), ("notFound", "unavailable"))
                return None

        def added() -> int:
            return int(database.rows("select count(*)::text from event where op = 'show.import'")[0][0])

        bringing = asyncio.create_task(asyncio.to_thread(bring))
        while not bringing.done() and added() < last:
            await asyncio.to_thread(added)
        if is_killed:
            server.kill()
            await bringing
            await asyncio.to_thread(server.start)
        await lead.until(lambda: lead.live and lead.log(log).of("file"))
        (file,) = lead.log(log).of("file")
        await lead.send(log, "file.withdraw", {"file": file})
        await bringing
        count = added()

        def listed() -> list[dict]:
            return [show for show in lead.log(house.directory).of("show").values() if show["imported"]]

        await lead.until(lambda: len(listed()) == count and all(show.get("hidden") for show in listed()))
        told = await asyncio.to_thread(bring)
        self.assertEqual((len(rows), 0), (told["new"], told["known"]))
        await lead.until(lambda: sum(not show.get("hidden") for show in listed()) == len(rows))


class TheSameRequestAgain(unittest.IsolatedAsyncioTestCase):
    async def test_after_a_crash_finishes_what_it_began_and_after_that_does_nothing(self):
        with running_server("--rate", "10000", "--burst", "10000") as server:
            database = PrivateDatabase(server.data)
            async with team(server.address, server.lead_link) as house:
                await house.open_room()
                session = house.lead.session
                channel = house.lead.log(house.directory).of("show")[house.show]["channel"]
                rows = "".join(f"20:{number // 60:02}:{number % 60:02},第{number}问几时发货\n" for number in range(900))
                for content, target, op, last, kind in (
                        (f"时间,问题\n{rows}".encode(), {"log": house.show}, "questions.import", 15, "questions"),
                        (LIST, {"channel": channel}, "snapshot.import", 60, "list")):
                    line = {"name": "一.csv", "kinds": [kind]}
                    line["state"] = session.preview_file(content, line, **target)["state"]
                    storing = asyncio.create_task(asyncio.to_thread(self.store, session, content, line, target))
                    while not storing.done() and self.steps(database, op) < last:
                        await asyncio.to_thread(self.steps, database, op)
                    server.kill()
                    await storing
                    await asyncio.to_thread(server.start)
                    await house.lead.until(lambda: house.lead.live)
                    told = session.preview_file(content, line, **target)
                    self.assertIsNone(told["known"])
                    stored = await asyncio.to_thread(session.store_file, content, line, **target)
                    self.assertEqual(told["unfinished"], stored["file"])
                    count = self.steps(database, op)
                    again = await asyncio.to_thread(session.store_file, content, line, **target)
                    self.assertEqual((stored["file"], 0, count), (again["file"], again["new"], self.steps(database, op)))
                    self.assertEqual(stored["file"], session.preview_file(content, line, **target)["known"])
                await house.lead.until(lambda: len(house.lead.log(house.show).of("question")) == 900)

    async def test_is_not_what_comes_after_another_file(self):
        with running_server() as server:
            async with team(server.address, server.lead_link) as house:
                await house.open_room()
                session = house.lead.session
                for metric in (1000, 2000, 1000, 2000, 2000):
                    session.import_file("summary", f"成交金额,观看人数\n{metric},20\n".encode(), log=house.show)
                    await house.lead.until(lambda: self.latest(house) == metric)
                self.assertEqual(4, len(house.lead.log(house.show).of("snapshot")))

    def latest(self, house) -> float | None:
        return house.lead.log(house.show).of("latest").get("latest", {}).get("values", {}).get("gmv")

    def store(self, session: Session, content: bytes, line: dict, target: dict) -> None:
        try:
            session.store_file(content, line, **target)
        except (HTTPRefusal, OSError, http.client.HTTPException):
            pass

    def steps(self, database: PrivateDatabase, op: str) -> int:
        return int(database.rows(f"select count(*)::text from event where op = '{op}'")[0][0])


class AFileAgreedTo(unittest.IsolatedAsyncioTestCase):
    async def test_on_one_node_is_looked_at_again_when_the_show_has_changed_on_another(self):
        with two_nodes() as (_, (one, two)):
            async with team(one.address, one.lead_link) as house:
                await house.invite("host", address=two.address)
                await house.open_room()
                here = house.lead.session
                there = Session(two.address)
                there.cookie = here.cookie
                goals = "指标,目标值\n成交金额,228000\n场观,12000\n".encode()
                line = {"name": "目标.csv", "kinds": ["goals"]}
                seen = here.preview_file(goals, line, log=house.show)
                # Every node makes the same of it.
                self.assertEqual(seen, there.preview_file(goals, line, log=house.show))
                await house.lead.send(house.show, "goal.set", {"metric": "gmv", "value": 228000})
                for session in (there, here):
                    with self.assertRaises(HTTPRefusal) as refused:
                        session.store_file(goals, {**line, "state": seen["state"]}, log=house.show)
                    self.assertEqual((409, "changed"), (refused.exception.status, refused.exception.code))
                anew = there.preview_file(goals, line, log=house.show)
                self.assertEqual({"new": 1, "changed": 0, "same": 1}, anew["parts"][0]["changes"]["goals"])
                stored = there.store_file(goals, {**line, "state": anew["state"]}, log=house.show)
                self.assertEqual((1, 1), (stored["new"], stored["known"]))
                again = here.preview_file(goals, line, log=house.show)
                self.assertEqual(stored["file"], again["known"])

    async def test_is_known_by_its_columns_the_next_time_and_can_be_taken_back_as_one(self):
        with running_server() as server:
            async with team(server.address, server.lead_link) as house:
                await house.open_room()
                session = house.lead.session
                channel = house.lead.log(house.directory).of("show")[house.show]["channel"]
                log = house.lead.log(house.directory).of("channel")[channel]["log"]
                await house.lead.follow(log)
                table = "总业绩,场内人气\n23.1,900\n".encode()
                mapping = {"summary": {"总业绩": {"meaning": {"metric": "gmv"}, "unit": "万"}}}
                with self.assertRaises(HTTPRefusal) as refused:
                    session.preview_file(table, {}, log=house.show)
                self.assertEqual("unrecognised", refused.exception.code)
                stored = agreed(session, table, {"mapping": mapping, "kind": "summary"}, log=house.show)
                await house.lead.until(lambda: house.lead.log(house.show).of("latest"))
                self.assertEqual(231000, house.lead.log(house.show).of("latest")["latest"]["values"]["gmv"])
                await house.lead.until(lambda: "summary.other" in house.lead.log(log).of("mapping"))
                told = session.preview_file(table, {}, log=house.show)
                column = told["parts"][0]["columns"][0]
                self.assertEqual((True, "chosen", "万"), (column["remembered"], column["certainty"], column["unit"]))
                self.assertEqual(stored["file"], told["known"])
                await house.lead.send(house.show, "file.withdraw", {"file": stored["file"]})
                await house.lead.until(lambda: not house.lead.log(house.show).of("latest"))
                self.assertIsNone(session.preview_file(table, {}, log=house.show)["known"])
                # Brought again it is another file, and all of it is stored anew.
                anew = agreed(session, table, {}, log=house.show)
                self.assertNotEqual(stored["file"], anew["file"])
                await house.lead.until(lambda: house.lead.log(house.show).of("latest"))

    async def test_leaves_out_what_somebody_said_and_tells_which(self):
        with running_server() as server:
            async with team(server.address, server.lead_link) as house:
                await house.open_room()
                session = house.lead.session
                channel = house.lead.log(house.directory).of("show")[house.show]["channel"]
                table = "\n".join([HEAD, *ROWS[:2], "没有时间,,7200,1,2", ""]).encode()
                for line, code in (({}, "badRows"), ({"skipBad": True}, None)):
                    if code:
                        with self.assertRaises(HTTPRefusal) as refused:
                            agreed(session, table, line, channel=channel)
                        self.assertEqual((422, code), (refused.exception.status, refused.exception.code))
                    else:
                        stored = agreed(session, table, line, channel=channel)
                        self.assertEqual((2, [{"line": 4, "why": "missing"}]), (stored["new"], stored["lines"]))
                asked = "时间,问题\n20:01,有货吗\n,几时发货\n".encode()
                line = {"answers": {"undated": "skip"}}
                with self.assertRaises(HTTPRefusal) as refused:
                    agreed(session, asked, {}, log=house.show)
                self.assertEqual("asks", refused.exception.code)
                stored = agreed(session, asked, line, log=house.show)
                self.assertEqual((1, [{"line": 3, "why": "undated"}]), (stored["new"], stored["lines"]))

    async def test_is_stored_from_a_workbook_as_one_snapshot_however_often_it_is_sent(self):
        with running_server() as server:
            async with team(server.address, server.lead_link) as house:
                await house.open_room()
                session = house.lead.session
                whole = samples.content("douyin-show.xlsx")
                asked = session.preview_file(whole, {}, log=house.show)
                self.assertEqual(["otherDay"], asked["parts"][0]["doubts"])
                for _ in range(3):
                    stored = agreed(session, whole, {"row": 0}, log=house.show)
                self.assertEqual((0, 1), (stored["new"], stored["known"]))
                await house.lead.until(lambda: house.lead.log(house.show).of("snapshot"))
                self.assertEqual(1, len(house.lead.log(house.show).of("snapshot")))
                self.assertNotIn("douyin", server.log_text())
                self.assertNotIn(json.dumps(asked["parts"][0]["columns"][0]["header"]), server.log_text())


if __name__ == "__main__":
    unittest.main(verbosity=2)
