"""What the command line does beside a running server: it exports, invites and migrates, and leaves the server alone."""

import os
import subprocess
import unittest

from Tests.e2e.database import PrivateDatabase
from Tests.e2e.server import BINARY, HOME, Server, running_server
from Tests.e2e.session import HTTPRefusal, Session


class BesideARunningServer(unittest.TestCase):
    def test_the_playbook_is_the_one_of_the_page_and_the_export_is_written_down(self):
        with running_server("--demo") as server:
            lead = Session(server.address).join(server.lead_link, "领队", ["operations"])
            for form, path in {"markdown": "/api/playbook.md", "csv": "/api/playbook.csv"}.items():
                told = self.run_aside(server, "export", "--format", form)
                self.assertEqual(lead.get(path).body, told)
            exports = PrivateDatabase(server.data).rows("select act from audit where act = 'playbook.exported'")
            self.assertEqual(4, len(exports))
            self.assertEqual("ok\n", lead.get("/readyz").body.decode())

    def test_a_member_who_leads_nothing_cannot_export_from_the_page(self):
        with running_server() as server:
            lead = Session(server.address).join(server.lead_link, "领队", ["operations"])
            link = lead.post("/api/invitations", {"roles": ["host"]}).json["link"]
            host = Session(server.address).join(link, "阿棠", ["host"])
            with self.assertRaises(HTTPRefusal) as refused:
                host.get("/api/playbook.csv")
            self.assertEqual((403, "forbidden"), (refused.exception.status, refused.exception.code))
            self.assertEqual([], PrivateDatabase(server.data).rows("select act from audit where act like 'playbook%'"))

    def test_a_new_lead_is_invited_once(self):
        with running_server() as server:
            link = self.run_aside(server, "invite", "--address", server.address).decode().strip()
            Session(server.address).join(link, "新领队", [])
            with self.assertRaises(HTTPRefusal) as refused:
                Session(server.address).join(link, "又一个", [])
            self.assertEqual(404, refused.exception.status)

    def test_a_schema_up_to_date_is_left_as_it_is(self):
        with running_server() as server:
            self.assertIn(b"up to date", self.run_aside(server, "migrate"))

    def run_aside(self, server: Server, *words: str) -> bytes:
        command = [BINARY, words[0], "--home", HOME, "--data", server.data, *words[1:]]
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        done = subprocess.run([str(word) for word in command], capture_output=True, env=environment, timeout=60)
        self.assertEqual(0, done.returncode, done.stderr.decode(errors="replace")[-2000:])
        return done.stdout


if __name__ == "__main__":
    unittest.main(verbosity=2)
