"""Ready means that what is submitted would be committed: not that somebody answers."""

import time
import unittest

from Tests.e2e.database import SharedDatabase
from Tests.e2e.server import Server, temporary_folder
from Tests.e2e.session import HTTPRefusal, Session


class Ready(unittest.TestCase):
    def test_a_node_whose_required_standby_is_gone_is_not_ready_until_it_is_let_off(self):
        with temporary_folder() as folder, SharedDatabase.running(folder) as database:
            server = Server(folder, database=database.url).start()
            try:
                session = Session(server.address)
                self.assertTrue(is_ready(session))
                require_standby(database, "nobody")
                while is_ready(session):
                    time.sleep(0.05)
                self.assertEqual(b"ok\n", session.get("/healthz").body)
                self.assertIn("readiness.lost connection=writer", server.log_text())
                require_standby(database, "")
                while not is_ready(session):
                    time.sleep(0.05)
                self.assertIn("readiness.back", server.log_text())
            finally:
                server.stop()


def is_ready(session: Session) -> bool:
    try:
        return session.get("/readyz").body == b"ok\n"
    except HTTPRefusal as refusal:
        if refusal.status != 503:
            raise
        return False


def require_standby(database: SharedDatabase, name: str) -> None:
    database.rows(f"ALTER SYSTEM SET synchronous_standby_names = '{name}'")
    database.rows("SELECT pg_reload_conf()")


if __name__ == "__main__":
    unittest.main(verbosity=2)
