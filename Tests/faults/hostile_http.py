"""Bad input over HTTP: forged origins, what is not for everyone, strangers at the door, requests that are none."""

import asyncio
import contextlib
import pathlib
import re
import unittest

from Tests.e2e.session import HTTPRefusal, Session
from Tests.faults.asking import Asking
from Tests.faults.ground import Ground
from Tests.faults.intruder import Intruder, exchange, handshake

NOWHERE = "0192a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a5b"


def setUpModule():
    global ground
    ground = Ground.of_module()


class AnotherSitesPage(Asking):
    CHANGES = ["/api/join", "/api/link", "/api/invitations", "/api/pairing", "/api/signout", "/api/import?file=goals",
               "/api/files/preview", "/api/files/import", "/api/return", "/api/return/state", "/api/return/withdraw", "/api/returns",
               "/api/search"]

    async def test_changes_nothing_with_the_visitors_cookie(self):
        before = ground.stored()
        for origin in ("http://evil.example", "null", ground.server.address + ".evil.example", "http://localhost:1"):
            for path in self.CHANGES:
                self.refused(403, ground.device(ground.lead), "POST", path, b"{}", {"Origin": origin})
        self.assertEqual(before, ground.stored())
        self.assertEqual(200, ground.lead.get("/api/me").status)

    async def test_nor_does_a_request_that_hides_where_it_comes_from(self):
        for path in self.CHANGES:
            request = (
                f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{ground.server.port}\r\nCookie: {ground.lead.cookie}\r\n"
                "Content-Length: 2\r\n\r\n{}"
            )
            self.assertIn(b" 403 ", (await exchange(ground.lead, request.encode()))[:16], path)
        self.assertEqual(200, ground.lead.get("/api/me").status)

    async def test_nor_is_anything_changed_by_a_get(self):
        for path in self.CHANGES:
            if path != "/api/returns":
                self.refused(405, ground.device(ground.lead), "GET", path)


class WhatIsNotForEveryone(Asking):
    async def test_exports_are_for_leads_and_each_is_written_down(self):
        host, stranger = ground.newcomer("host"), Session(ground.server.address)
        count = lambda: int(ground.database.rows("SELECT count(*) FROM audit WHERE act = 'playbook.exported'")[0][0])
        before = count()
        for path in ("/api/playbook.md", "/api/playbook.csv", "/api/playbook.csv?lang=en"):
            self.refused(403, host, "GET", path)
            self.refused(401, stranger, "GET", path)
        self.assertEqual(before, count())
        ground.lead.get("/api/playbook.md")
        self.assertEqual(before + 1, count())

    async def test_another_organisations_show_is_not_there(self):
        async with ground.house("floor") as house:
            stranger = ground.second_organisation()
            before = ground.stored()
            for log in (house.show, house.room, house.directory, NOWHERE, "x", ""):
                self.refused(404, stranger, "GET", f"/api/series?log={log}&series=x")
                self.refused(404, stranger, "GET", f"/api/issue?log={log}&issue=x")
                self.refused(404, stranger, "GET", f"/api/action?log={log}&action=x")
                goals = "指标,目标值\n成交金额,1\n".encode()
                self.refused(404, stranger, "POST", f"/api/import?log={log}&file=goals", goals)
                for what in ("preview", "import"):
                    self.refused(404, stranger, "POST", f"/api/files/{what}?log={log}", b"{}\n" + goals)
                    self.refused(404, stranger, "POST", f"/api/files/{what}?channel={log}", b"{}\n" + goals)
            channel = next(iter(house.lead.log(house.directory).of("channel").values()))
            for log in (channel["log"], f"{channel['log']}:0", house.room, NOWHERE, "x", ":", ",", ""):
                told = stranger.get(f"/api/lists?logs={log}&actions=1").json
                self.assertEqual({"lists": []}, told)
            self.refused(422, stranger, "GET", "/api/lists?logs=" + ",".join(["x"] * 101))
            self.assertEqual(before, ground.stored())

    async def test_a_card_of_odd_names_is_not_there_either(self):
        async with ground.house() as house:
            for issue in ("x", "", "%ff", "%01", "'%20OR%201=1", "../..", "x&seq=-1", "x&seq=x"):
                self.refused(404, house.lead.session, "GET", f"/api/issue?log={house.room}&issue={issue}")

    async def test_a_series_of_odd_names_is_not_there_either(self):
        async with ground.house() as house:
            for series in ("x", "", "%ff", "%01", "'%20OR%201=1", "../.."):
                self.refused(404, house.lead.session, "GET", f"/api/series?log={house.show}&series={series}")


class StrangersAtTheDoor(unittest.IsolatedAsyncioTestCase):
    """Connections that have not shown a session take neither memory nor the places of others."""

    async def asyncSetUp(self):
        self.open: list[asyncio.StreamWriter] = []
        self.friend = ground.device(ground.lead)

    async def asyncTearDown(self):
        for writer in self.open:
            writer.close()

    async def come(self, request: bytes, source: str = "127.0.0.1") -> tuple:
        reader, writer = await asyncio.open_connection("127.0.0.1", ground.server.port, local_addr=(source, 0))
        self.open.append(writer)
        writer.write(request)
        return reader, writer

    async def serves_others(self) -> None:
        reader, _ = await self.come(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n", source="127.0.0.9")
        async with asyncio.timeout(10):
            self.assertIn(b" 200 ", (await reader.readline()))
        self.assertEqual(200, (await asyncio.to_thread(self.friend.get, "/api/me")).status)

    def memory(self) -> int:
        status = pathlib.Path(f"/proc/{ground.server.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) << 10

    async def test_who_bring_megabytes_are_refused_at_their_headers(self):
        before, size = self.memory(), 8 << 20
        paths = ["/api/import?file=goals", "/api/join", "/api/nothing", "/", "/live"]

        async def bring(number: int) -> bytes:
            reader, writer = await self.come(
                f"POST {paths[number % len(paths)]} HTTP/1.1\r\nHost: x\r\nContent-Length: {size}\r\n\r\n".encode())
            async with asyncio.timeout(20):
                status = await reader.readline()
                with contextlib.suppress(ConnectionError):
                    writer.write(bytes(size - 1))
                    await writer.drain()
            return status

        answers = await asyncio.gather(*(bring(number) for number in range(40)))
        self.assertEqual({b"HTTP/1.1 401 Unauthorized\r\n", b"HTTP/1.1 413 Content Too Large\r\n",
                          b"HTTP/1.1 405 Method Not Allowed\r\n"}, set(answers))
        self.assertLess(self.memory() - before, 40 << 20)
        await self.serves_others()

    async def test_a_thousand_that_drip_their_bodies_keep_nobody_out(self):
        head = b"POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"
        await asyncio.gather(*(self.come(head) for _ in range(1030)))
        await self.serves_others()

    async def test_half_open_requests_by_the_thousand_keep_nobody_waiting(self):
        for _ in range(2):
            await asyncio.gather(*(self.come(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-") for _ in range(1300)))
            await self.serves_others()
        self.assertEqual(200, (await asyncio.to_thread(self.friend.get, "/healthz")).status)

    async def test_a_cookie_of_20_kb_is_told_so(self):
        answer = await exchange(ground.lead, f"GET / HTTP/1.1\r\nHost: x\r\nCookie: a={'x' * 20_000}\r\n\r\n".encode())
        self.assertIn(b" 431 ", answer[:16])
        self.assertIn("Cookie".encode(), answer)


class AnAddress(Asking):
    """By which the page and its socket are reached."""

    async def upgraded(self, **fields) -> bytes:
        return (await exchange(ground.lead, handshake(ground.lead, **fields)))[:12]

    async def test_of_another_origin_is_named_in_the_log(self):
        self.assertEqual(b"HTTP/1.1 403", await self.upgraded(Origin="https://stranger.example"))
        refusal = self.refused(403, ground.device(ground.lead), "POST", "/api/link", b"{}", {"Origin": "https://other.example"})
        self.assertEqual("origin", refusal.code)
        for origin in ("https://stranger.example", "https://other.example"):
            self.assertRegex(ground.server.log_text(), f"refused reason=origin origin={origin} expected={ground.server.address}")

    async def test_below_live_is_the_same_door(self):
        for path in ("/live/anything", "/live?log=x", "/live/room/1?log=x&y"):
            request = handshake(ground.lead).replace(b"GET /live ", f"GET {path} ".encode(), 1)
            self.assertEqual(b"HTTP/1.1 101", (await exchange(ground.lead, request))[:12])

    async def test_needs_no_subprotocol_and_takes_no_other(self):
        self.assertEqual(b"HTTP/1.1 101", await self.upgraded(**{"Sec-WebSocket-Protocol": None}))
        self.assertEqual(b"", await self.upgraded(**{"Sec-WebSocket-Protocol": "chat"}))

    async def test_of_another_websocket_version_is_426_and_of_two_hosts_400(self):
        self.assertEqual(b"HTTP/1.1 426", await self.upgraded(**{"Sec-WebSocket-Version": "8"}))
        request = handshake(ground.lead).replace(b"Upgrade:", b"Host: other\r\nUpgrade:", 1)
        self.assertEqual(b"HTTP/1.1 400", (await exchange(ground.lead, request))[:12])

    async def test_below_a_path_is_refused_with_a_sentence(self):
        for path, fields in (("/review/", {}), ("/review/room/1", {}), ("/", {"X-Forwarded-Prefix": "/review"})):
            refusal = self.refused(404, Session(ground.server.address), "GET", path, None, {"Accept": "text/html", **fields})
            self.assertIn("Aftershow needs a host name or a port of its own", str(refusal))
        self.assertEqual(200, Session(ground.server.address).request("GET", "/", None, {"X-Forwarded-Prefix": "/"}).status)


class Bodies(Asking):
    async def test_with_an_unknown_field_are_refused_on_every_path(self):
        for path in ("/api/link", "/api/join", "/api/invitations", "/api/pairing", "/api/signout", "/api/return", "/api/return/state",
                     "/api/return/withdraw", "/api/returns"):
            body = {"/api/link": b'{"token":"x","more":1}', "/api/invitations": b'{"roles":["host"],"more":1}',
                    "/api/return": b'{"organisation":"%s","member":"%s","more":1}' % (NOWHERE.encode(), NOWHERE.encode()),
                    "/api/return/state": b'{"token":"x","more":1}', "/api/return/withdraw": b'{"token":"x","more":1}',
                    "/api/returns": b'{"request":"%s","allow":true,"more":1}' % NOWHERE.encode()}
            join = b'{"id":"%s","token":"x","name":"x","roles":[],"more":1}' % NOWHERE.encode()
            refusal = self.refused(422, ground.device(ground.lead), "POST", path, body.get(path, join if "join" in path else b'{"more":1}'))
            self.assertEqual("invalid", refusal.code)
        self.assertEqual(200, ground.lead.get("/api/me").status)


class RequestsThatAreNone(Asking):
    async def test_of_files_outside_are_not_answered(self):
        for path in ("/../Package.swift", "/..%2fPackage.swift", "/%2e%2e/Package.swift", "/vendor/dygraphs/../../../etc/passwd",
                     "/vendor/dygraphs/..%2f..%2f..%2f..%2fetc/passwd", "//etc/passwd", "/.git/config", "/index.html%00.js",
                     "/..\\..\\etc\\passwd", "/%c0%ae%c0%ae/etc/passwd", "/./../sql/migrations/0001-logs.sql"):
            answer = await exchange(ground.lead, f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            self.assertRegex(answer[:12], rb"^(HTTP/1.1 40[034]|)$", path)
            for secret in (b"root:", b"swift-tools-version", b"create table", b"[core]"):
                self.assertNotIn(secret, answer)

    async def test_end_their_own_connection_and_no_other(self):
        host = f"Host: 127.0.0.1:{ground.server.port}\r\n"
        requests = {
            "upgrade to foo": handshake(ground.lead, Upgrade="foo"), "to h2c": handshake(ground.lead, Upgrade="h2c"),
            "to nothing": handshake(ground.lead, Upgrade=None), "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "no key": handshake(ground.lead, **{"Sec-WebSocket-Key": None}),
            "a header of 64 KB": f"GET / HTTP/1.1\r\n{host}X: {'x' * 65536}\r\n\r\n".encode(),
            "thousand headers": f"GET / HTTP/1.1\r\n{host}{'X: y' + chr(13) + chr(10)}".encode() + b"X-A: b\r\n" * 2000 + b"\r\n",
            "a long path": b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n", "noise": bytes(range(256)) * 20,
            "two lengths": f"POST /api/link HTTP/1.1\r\n{host}Content-Length: 2\r\nContent-Length: 5\r\n\r\n{{}}".encode(),
            "chunks": f"POST /api/link HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n".encode(),
            "a length below nothing": f"POST /api/link HTTP/1.1\r\n{host}Content-Length: -1\r\n\r\n{{}}".encode(),
            "9 MB": f"POST /api/import HTTP/1.1\r\n{host}Content-Length: 9437184\r\n\r\n".encode(),
        }
        async with Intruder(ground.lead) as bystander:
            for name, request in requests.items():
                with self.subTest(name):
                    answer = await exchange(ground.lead, request)
                    self.assertNotIn(b" 101 ", answer[:16])
                    self.assertNotIn(b" 500 ", answer[:16])
            bystander.say([{"t": "ping", "n": 1}])
            await bystander.hear("pong")
        self.assertEqual(200, ground.lead.get("/healthz").status)

    async def test_leave_nothing_a_user_wrote_in_the_log(self):
        secret = "密语13800138000"
        host = ground.newcomer("host", name=secret[:10])
        for path in (f"/api/series?log={NOWHERE}&series=SECRETQUERY", "/SECRETPATH", "/api/SECRETPATH?SECRETQUERY"):
            with self.assertRaises(HTTPRefusal):
                host.get(path)
        with self.assertRaises(HTTPRefusal):
            host.request("POST", "/api/link", f'{{"token":"{secret}"}}'.encode(), {"Origin": "http://SECRET ORIGIN"})
        text = ground.server.log_text() + ground.database.log_text()
        for word in (secret, secret[:10], "SECRET", "13800138000", host.cookie.split("=")[1]):
            self.assertNotIn(word, text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
