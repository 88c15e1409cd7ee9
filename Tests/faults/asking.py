"""Requests that are refused."""

import unittest

from Tests.e2e.session import HTTPRefusal, Session


class Asking(unittest.IsolatedAsyncioTestCase):
    def refused(self, status: int, session: Session, method: str, path: str, body=None, headers=None) -> HTTPRefusal:
        with self.assertRaises(HTTPRefusal, msg=path) as caught:
            session.request(method, path, body, headers)
        self.assertEqual(status, caught.exception.status, path)
        return caught.exception
