"""A node whose clock is not PostgreSQL's, and words whose time has come."""

import contextlib
import pathlib
import time
import unittest

from Tests.e2e.database import SharedDatabase
from Tests.e2e.house import team
from Tests.e2e.server import Server, temporary_folder

LIBRARY = next(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
MONTHS = 90 * 86_400_000
MINUTE = 60_000


@contextlib.contextmanager
def node_and_database(behind: int = 0):
    """PostgreSQL's clock is so many milliseconds behind the node's."""
    false_time = {"LD_PRELOAD": str(LIBRARY), "FAKETIME": f"-{behind / 1000}s", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    with temporary_folder() as folder, contextlib.ExitStack() as stack:
        database = SharedDatabase(folder, false_time if behind else None)
        stack.callback(database.end)
        server = Server(folder, database=database.url)
        stack.callback(lambda: server.is_running and server.stop())
        yield database, server.start()


class Clocks(unittest.IsolatedAsyncioTestCase):
    async def test_a_node_three_months_ahead_forgets_nothing_and_dates_by_the_database(self):
        with node_and_database(behind=MONTHS) as (database, node):
            async with team(node.address, node.lead_link) as house:
                await house.open_room()
                await house.lead.send(house.show, "question.log", {"text": "有没有加绒的"})
                # By the node's own clock its words, its session and the link would have expired long ago.
                node.stop()
                node.start()
                ack = await house.lead.send(house.show, "marker.add", {"kind": "note", "offset": 1, "text": "记"})
                rows = database.rows(f"SELECT at FROM event WHERE log_id = '{house.show}' AND seq = {ack['seq']}")
                self.assertLess(abs(int(rows[0][0]) - (time.time() * 1000 - MONTHS)), 2 * MINUTE)
                self.assertIn("clock.differs", node.log_text())
                self.assertIn("sweep.omitted", node.log_text())
                self.assertEqual([["有没有加绒的"]], database.rows("SELECT body FROM text"))
                fresh = await house.open("again", house.lead.session)
                await house.introduce(fresh)
                question = next(iter(fresh.log(house.show).of("question").values()))
                self.assertEqual("有没有加绒的", question["text"])

    async def test_a_start_forgets_what_is_due_in_every_log(self):
        with node_and_database() as (database, one):
            async with team(one.address, one.lead_link) as house:
                await house.open_room()
                lead, shows = house.lead, [house.show]
                channel = next(iter(lead.log(house.directory).of("channel")))
                for number in (1, 2):
                    starts = int(time.time() * 1000) + number * 3_600_000
                    shows.append(
                        await house._added("show", "show.schedule", channel=channel, title="又一场", startsAt=starts))
                for show in shows:
                    await lead.follow(show)
                    await lead.send(show, "question.log", {"text": "过期的话"})
                one.stop()
                database.rows("UPDATE text SET expires_at = 1")
                database.rows("DELETE FROM snapshot")
                database.rows(
                    "UPDATE event SET body = regexp_replace(body::text, '\"loggedAt\":[0-9]+', '\"loggedAt\":1')::json "
                    "WHERE op = 'question.log'")
                one.start()
                for show in shows:
                    await lead.until(
                        lambda show=show: all(q.get("erased") for q in lead.log(show).of("question").values()))
                self.assertEqual([["0"]], database.rows("SELECT count(*) FROM text"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
