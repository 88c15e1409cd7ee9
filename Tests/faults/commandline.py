"""What the command line does beside a running server: it exports, invites and migrates, and leaves the server alone."""

import os
import signal
import subprocess
import threading
import time
import unittest

from Tests.e2e import samples
from Tests.e2e.database import PrivateDatabase, SharedDatabase
from Tests.e2e.exports import normal
from Tests.e2e.server import BINARY, HOME, Server, running_server, temporary_folder
from Tests.e2e.session import HTTPRefusal, Session


class BesideARunningServer(unittest.TestCase):
    def test_the_playbook_is_the_one_of_the_page_and_the_export_is_written_down(self):
        with running_server("--demo") as server:
            lead = Session(server.address).join(server.lead_link, "领队", ["operations"])
            for form, path in {"markdown": "/api/playbook.md", "csv": "/api/playbook.csv"}.items():
                told = server.aside("export", "--format", form)
                # A minute may begin between the two, and each tells its own.
                self.assertEqual(normal(lead.get(path).body.decode()), normal(told.decode()))
            exports = PrivateDatabase(server.data).rows("select act from audit where act = 'playbook.exported'")
            self.assertEqual(4, len(exports))
            self.assertEqual("ok\n", lead.get("/readyz").body.decode())

    def test_a_file_is_shown_without_a_server_and_stored_by_none(self):
        def say(*words: str) -> subprocess.CompletedProcess:
            return subprocess.run([BINARY, "import", *words], capture_output=True, text=True, timeout=30)

        summary = samples.path("channels-show.csv")
        told = say("--dry-run", summary, "--start", "2026-03-12 19:58", "--title", "羊绒专场")
        self.assertEqual(0, told.returncode, told.stderr)
        for line in ('"曝光人数" is impression_uv (Impressions (people)) (known)', '"8.0万" → 80000',
                     'show: line 2, "羊绒专场", 2026-03-12 19:58:03 to 2026-03-13 00:12:40'):
            self.assertIn(line, told.stdout)
        with temporary_folder() as folder:
            (folder / "odd.csv").write_text("指标,目标值\n\x1b[31m成交金额\x07,很多\n场观,5\n")
            told = say("--dry-run", folder / "odd.csv", "--kind", "goals")
            self.assertIn('line 2, column 1, "指标": unknownWord', told.stdout)
            self.assertNotIn("\x1b", told.stdout)
        self.assertEqual(0, say("--dry-run", "--kind", "list", samples.path("channels-show-list.csv")).returncode)
        for words in ((summary,), ("--dry-run", summary, "--title", "羊绒专场"), ("--dry-run", "nowhere.csv"),
                      ("--dry-run", summary, "--kind", "poem"), ("--dry-run", summary, "--start", "noon"),
                      ("--dry-run", summary, "--kind", "questions")):
            refused = say(*words)
            self.assertNotEqual(0, refused.returncode, words)
            self.assertTrue(refused.stderr, words)
        self.assertIn("stored on the page", say(summary).stderr)

    def test_a_member_who_leads_nothing_cannot_export_from_the_page(self):
        with running_server() as server:
            lead = Session(server.address).join(server.lead_link, "领队", ["operations"])
            link = lead.post("/api/invitations", {"roles": ["host"]}).json["link"]
            host = Session(server.address).join(link, "阿棠", ["host"])
            with self.assertRaises(HTTPRefusal) as refused:
                host.get("/api/playbook.csv")
            self.assertEqual((403, "forbidden"), (refused.exception.status, refused.exception.code))
            self.assertEqual([], PrivateDatabase(server.data).rows("select act from audit where act like 'playbook%'"))

    def test_a_setting_that_is_none_is_refused_as_in_the_settings_file(self):
        for option, value in {
            "--origin": "review.example", "--proxy": "10.0.0", "--rate": "0", "--burst": "1000001",
        }.items():
            with self.subTest(option), temporary_folder() as data:
                refused = subprocess.run(
                    [BINARY, "serve", "--data", data, option, value], capture_output=True, text=True, timeout=30)
                self.assertEqual(64, refused.returncode)
                self.assertIn(f"{option} {value} is not understood", refused.stderr)

    def test_a_new_lead_is_invited_once(self):
        with running_server() as server:
            link = server.aside("invite", "--address", server.address).decode().strip()
            Session(server.address).join(link, "新领队", [])
            with self.assertRaises(HTTPRefusal) as refused:
                Session(server.address).join(link, "又一个", [])
            self.assertEqual(404, refused.exception.status)

    def test_a_schema_up_to_date_is_left_as_it_is(self):
        with running_server() as server:
            self.assertIn(b"up to date", server.aside("migrate"))

    def test_another_organisation_is_added_and_its_lead_comes_into_that_one(self):
        with running_server() as server:
            first = Session(server.address).join(server.lead_link, "领队", ["operations"])
            told = server.aside("organisation", "add", "第二家", "--address", server.address).decode().splitlines()
            second = Session(server.address).join(told[1].split()[-1], "另一位领队", ["operations"])
            organisation = second.get("/api/me").json["organisation"]
            self.assertEqual(f"Organisation: {organisation}", told[0])
            self.assertNotEqual(first.get("/api/me").json["organisation"], organisation)
            listed = server.aside("organisation", "list").decode().splitlines()
            self.assertEqual(["我的团队", "第二家"], [line.split()[1] for line in listed])
            link = server.aside("invite", "--organisation", organisation, "--address", server.address).decode().strip()
            third = Session(server.address).join(link, "第三位", [])
            self.assertEqual(organisation, third.get("/api/me").json["organisation"])

    def test_an_organisation_without_a_fitting_name_is_not_listed(self):
        with running_server() as server:
            done = server.beside("organisation", "add", "长" * 41)
            self.assertNotEqual(0, done.returncode)
            self.assertEqual(1, len(server.aside("organisation", "list").splitlines()))


class WithoutAServer(unittest.TestCase):
    def test_a_command_that_is_interrupted_leaves_no_database_behind(self):
        with temporary_folder() as folder:
            command = [str(BINARY), "organisation", "list", "--home", str(HOME), "--data", str(folder)]
            asking = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while not list(folder.rglob("postmaster.pid")):
                self.assertIsNone(asking.poll())
                time.sleep(0.005)
            asking.send_signal(signal.SIGINT)
            asking.wait(60)
            self.assertEqual([], list(folder.rglob("postmaster.pid")))


class Starting(unittest.TestCase):
    def test_the_version_is_told(self):
        done = subprocess.run([BINARY, "--version"], capture_output=True, text=True, timeout=60)
        self.assertRegex(done.stdout, r"^aftershow \d+\.\d+, protocol aftershow\.v1\n$")

    def test_a_port_that_is_taken_is_told_in_words(self):
        with running_server() as server, temporary_folder() as folder:
            with SharedDatabase.running(folder) as database:
                other = Server(folder, database=database.url)
                other.port = server.port
                with self.assertRaises(AssertionError) as ended:
                    other.start()
            self.assertIn("Address already in use", str(ended.exception))

    def test_a_database_that_is_not_there_yet_ends_the_start_unless_it_is_to_be_waited_for(self):
        with temporary_folder() as folder, SharedDatabase.running(folder) as database:
            database.end()
            with self.assertRaises(AssertionError):
                Server(folder, database=database.url).start()
            server = Server(folder, database=database.url, options=("--wait",), name="patient")
            starting = threading.Thread(target=server.start)
            starting.start()
            while "database.awaited" not in server.log_text():
                time.sleep(0.05)
            database.start()
            starting.join(60)
            try:
                self.assertEqual(b"ok\n", Session(server.address).get("/readyz").body)
            finally:
                self.assertEqual(0, server.stop())

    def test_a_role_that_may_only_read_and_write_serves(self):
        with temporary_folder() as folder, SharedDatabase.running(folder) as database:
            command = [BINARY, "migrate", "--home", HOME, "--data", folder, "--database", database.url]
            subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=60)
            database.rows(
                "CREATE ROLE serving LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC;"
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO serving;"
                "REVOKE INSERT, UPDATE, DELETE ON migration FROM serving"
            )
            server = Server(folder, database=database.url.replace("user=postgres", "user=serving")).start()
            try:
                lead = Session(server.address).join(server.lead_link, "领队", ["operations"])
                self.assertEqual(b"ok\n", lead.get("/readyz").body)
            finally:
                self.assertEqual(0, server.stop())


if __name__ == "__main__":
    unittest.main(verbosity=2)
