"""SIGTERM is an orderly stop: said to everyone, everything accepted committed, in under ten seconds."""

import asyncio
import contextlib
import os
import pathlib
import select
import signal
import ssl
import subprocess
import threading
import time
import unittest

from Tests.e2e.database import PrivateDatabase, SharedDatabase
from Tests.e2e.house import team
from Tests.e2e.server import BINARY, HOME, Server, running_server, temporary_folder
from Tests.e2e.session import HTTPRefusal, Session
from Tests.faults.checker import check
from Tests.faults.load import Load


class Stopping(unittest.IsolatedAsyncioTestCase):
    async def test_members_are_told_and_nothing_acknowledged_is_lost(self):
        with running_server("--rate", "10000", "--burst", "10000") as server:
            async with team(server.address, server.lead_link) as house:
                await house.invite("host", "floor", "backstage", "private")
                await house.open_room()
                await house.move("live")
                clients = list(house.members.values())
                async with Load(clients, house.room, seed=1) as load:
                    await load.progress(30)
                    begun = time.monotonic()
                    self.assertEqual(0, await asyncio.to_thread(server.stop))
                    self.assertLess(time.monotonic() - begun, 10)
                    for client in clients:
                        await client.until(lambda client=client: client.closes)
                        self.assertEqual(4003, client.closes[0])
                        self.assertEqual(4003, client.byes[0]["code"])
                    await asyncio.to_thread(server.start)
                    await load.progress(30)
                await house.settled()
                check(PrivateDatabase(server.data), clients)

    async def test_the_private_database_stops_with_it(self):
        with running_server() as server:
            database = PrivateDatabase(server.data)
            postmaster = database.postmaster
            server.stop()
            with self.assertRaises(ProcessLookupError):
                os.kill(postmaster, 0)

    async def test_it_ends_although_the_database_stands_still_and_says_so_to_everyone(self):
        with running_server() as server:
            async with team(server.address, server.lead_link) as house:
                await house.invite("host")
                database = PrivateDatabase(server.data)
                with database.standing_still() as postmaster:
                    await house.lead.post(house.directory, "channel.add", {"name": "没有答复"})
                    self.assertEqual(0, await asyncio.to_thread(server.stop))
                    for client in house.members.values():
                        await client.until(lambda client=client: client.byes)
                        self.assertEqual(4003, client.byes[0]["code"])
                    self.assertIn("left", server.log_text())
                ended = os.pidfd_open(postmaster)
                await asyncio.to_thread(select.select, [ended], [], [])
                os.close(ended)
                await asyncio.to_thread(server.start)
                await house.settled()
                check(PrivateDatabase(server.data), list(house.members.values()))


    def test_it_ends_although_somebody_elses_database_stands_still(self):
        with temporary_folder() as folder, SharedDatabase.running(folder) as database:
            server = Server(folder, database=database.url).start()
            with database.standing_still():
                self.assertEqual(0, server.stop())

    def test_one_that_waits_for_its_database_ends_when_it_is_told_to(self):
        with temporary_folder() as folder, SharedDatabase.running(folder) as database:
            database.end()
            server = Server(folder, database=database.url, options=("--wait",))
            starting = threading.Thread(target=begin, args=(server,))
            starting.start()
            while "database.awaited" not in server.log_text():
                time.sleep(0.02)
            self.assertEqual(0, server.stop())
            starting.join()

    def test_one_that_has_only_begun_leaves_no_database_behind(self):
        with temporary_folder() as folder:
            server = Server(folder)
            starting = threading.Thread(target=begin, args=(server,))
            starting.start()
            while "cluster.event" not in server.log_text():
                time.sleep(0.005)
            self.assertEqual(0, server.stop())
            starting.join()
            self.assertEqual([], list(folder.rglob("postmaster.pid")))


class HangingUp(unittest.IsolatedAsyncioTestCase):
    async def test_it_ends_nobody(self):
        with running_server() as server:
            async with team(server.address, server.lead_link) as house:
                os.kill(server.pid, signal.SIGHUP)
                while "settings.read" not in server.log_text():
                    await asyncio.sleep(0.02)
                await house.lead.send(house.directory, "channel.add", {"name": "照常"})
                self.assertEqual([], house.lead.closes)

    def test_whoever_reads_the_log_may_leave(self):
        with temporary_folder() as folder:
            command = [str(BINARY), "serve", "--home", str(HOME), "--data", str(folder), "--port", "0"]
            server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            while not server.stdout.readline().startswith("Lead: "):
                self.assertIsNone(server.poll())
            server.stdout.close()
            server.stderr.close()
            server.send_signal(signal.SIGHUP)
            server.send_signal(signal.SIGTERM)
            self.assertEqual(0, server.wait(30))

    def test_it_reads_the_settings_again(self):
        with temporary_folder() as folder:
            settings = folder / "settings"
            settings.write_text("rate 30\n")
            with running_server("--settings", str(settings)) as server:
                stranger = {"Origin": "https://review.example"}
                session = Session(server.address)
                with self.assertRaises(HTTPRefusal) as refused:
                    session.request("POST", "/api/signout", b"{}", stranger)
                self.assertEqual(403, refused.exception.status)
                settings.write_text("origin https://review.example # of late\n")
                os.kill(server.pid, signal.SIGHUP)
                while "settings.read" not in server.log_text():
                    time.sleep(0.02)
                self.assertEqual(200, session.request("POST", "/api/signout", b"{}", stranger).status)
                settings.write_text("colour red\n")
                os.kill(server.pid, signal.SIGHUP)
                while "settings.refused" not in server.log_text():
                    time.sleep(0.02)
                self.assertEqual(200, session.request("POST", "/api/signout", b"{}", stranger).status)

    def test_it_reads_the_certificate_again_and_keeps_the_old_one_when_the_new_one_is_of_no_use(self):
        with temporary_folder() as folder:
            certificate, key = make_certificate(folder)
            with running_server("--tls-cert", str(certificate), "--tls-key", str(key)) as server:
                shown = lambda: ssl.get_server_certificate(("127.0.0.1", server.port))  # noqa: E731
                first = shown()
                make_certificate(folder)
                os.kill(server.pid, signal.SIGHUP)
                while shown() == first:
                    time.sleep(0.02)
                second = shown()
                kept = key.read_bytes()
                make_certificate(folder)
                key.write_bytes(kept)
                os.kill(server.pid, signal.SIGHUP)
                while "settings.refused" not in server.log_text():
                    time.sleep(0.02)
                self.assertEqual(second, shown())


def begin(server: Server) -> None:
    """It may be ended before it has greeted anyone."""
    with contextlib.suppress(AssertionError):
        server.start()


def make_certificate(folder: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    where = ["-subj", "/CN=aftershow", "-days", "1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command + where, check=True, capture_output=True)
    return certificate, key


if __name__ == "__main__":
    unittest.main(verbosity=2)
