"""The real HAProxy, with the lines of the Operations article, before two nodes."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import unittest

from playwright.sync_api import expect

from Tests.e2e.browser import chromium
from Tests.e2e.house import team
from Tests.e2e.pages import JoinPage
from Tests.e2e.server import HOME, running_server
from Tests.faults.nodes import two_nodes
from Tests.faults.stop import make_certificate

ARTICLE = HOME / "Sources/Aftershow/Aftershow.docc/Operations.md"
DEFAULTS = """
global
  stats socket {folder}/haproxy.sock
defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
"""


class HAProxy:
    def __init__(self, folder: pathlib.Path, nodes, certificate: pathlib.Path | None = None):
        """Without a certificate it speaks plain HTTP, whatever the article says."""
        self.folder, self.certificate = folder, certificate
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        lines = re.search(r"^    frontend aftershow\n(    .*\n|\n)+", ARTICLE.read_text(encoding="utf-8"), re.M)[0]
        spoken = rf" ssl crt {certificate}\2" if certificate else ""
        lines = re.sub(r"bind :443 ssl crt (\S+)(.*)", rf"bind 127.0.0.1:{self.port}{spoken}", lines)
        for address, node in zip(("10.0.0.1:8080", "10.0.0.2:8080"), nodes, strict=True):
            lines = lines.replace(address, f"127.0.0.1:{node.port}")
        settings = folder / "haproxy.cfg"
        settings.write_text(DEFAULTS.format(folder=folder) + lines, encoding="utf-8")
        program = shutil.which("haproxy") or "/usr/sbin/haproxy"
        self.process = subprocess.Popen([program, "-db", "-q", "-f", settings])

    @property
    def address(self) -> str:
        return f"{'https' if self.certificate else 'http'}://127.0.0.1:{self.port}"

    def sessions(self) -> dict[str, int]:
        """Of each node, how many connections it has now."""
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.folder / "haproxy.sock"))
            line.sendall(b"show stat\n")
            rows = [row.split(",") for row in line.makefile().read().splitlines()]
        return {row[1]: int(row[4]) for row in rows if row[0] == "nodes" and row[1] in ("one", "two")}

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()


@contextlib.contextmanager
def haproxy(nodes, certificate: pathlib.Path | None = None):
    proxy = HAProxy(nodes[0].data, nodes, certificate)
    try:
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", proxy.port)):
                break
        yield proxy
    finally:
        proxy.end()


def joined_certificate(folder: pathlib.Path) -> pathlib.Path:
    """With its key in one file, as HAProxy takes it."""
    joined = folder / "aftershow.pem"
    joined.write_text("".join(part.read_text() for part in make_certificate(folder)))
    return joined


@contextlib.contextmanager
def standing_still(process: int):
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


class BehindHAProxy(unittest.IsolatedAsyncioTestCase):
    async def test_a_rooms_members_are_on_one_node_and_leave_it_together_when_it_hangs(self):
        with two_nodes() as (_, nodes), haproxy(nodes) as proxy:
            async with team(proxy.address, nodes[0].lead_link) as house:
                await house.invite("host", "floor", "backstage", "private")
                await house.open_room()
                for client in house.members.values():
                    client.looks_at = house.room
                    await client.drop()
                await self.seen_by_each_other(house)
                count = proxy.sessions()
                node = max(count, key=count.get)
                self.assertEqual(len(house.members), count[node])
                closes = {client: len(client.closes) for client in house.members.values()}
                with standing_still(nodes[("one", "two").index(node)].pid):
                    for client, before in closes.items():
                        await client.until(lambda client=client, before=before: len(client.closes) > before)
                    await self.seen_by_each_other(house)

    async def seen_by_each_other(self, house):
        """Presence is told among the members of one node."""
        for client in house.members.values():
            client.presence.clear()
        for client in house.members.values():
            await client.until(lambda client=client: client.live)
            await client.here(house.room, "reading")
        everyone = {client.session.member for client in house.members.values()}
        for client in house.members.values():
            others = everyone - {client.session.member}
            await client.until(
                lambda client=client, others=others: others <= set(client.presence.get(house.room, {}))
            )


class ThePage(unittest.TestCase):
    def test_its_files_come_over_http_2_and_it_is_connected(self):
        with running_server("--demo", "--proxy", "127.0.0.1") as server, chromium() as browser:
            with haproxy((server, server), joined_certificate(server.data)) as proxy:
                page = browser.new_page(locale="zh-CN", ignore_https_errors=True)
                JoinPage(page).open(server.lead_link.replace(server.address, proxy.address)).enter("领队", "运营")
                expect(page.locator(".status-dot.is-live")).to_be_visible()
                protocols = page.evaluate("performance.getEntriesByType('resource').map(each => each.nextHopProtocol)")
                self.assertEqual({"h2"}, set(protocols))

    def test_a_page_asks_for_what_it_looks_at_and_anew_for_another(self):
        with running_server("--demo") as server, chromium() as browser:
            page = browser.new_page(locale="zh-CN")
            JoinPage(page).open(server.lead_link).enter("领队", "运营")
            for kind in ("room", "show"):
                page.goto(server.address + "/")
                link = page.locator(f"a[href^='/{kind}/']").first
                log = link.get_attribute("href").rsplit("/", 1)[1]
                with page.expect_websocket() as opened:
                    link.click()
                self.assertEqual(f"/live?lists=channels&log={log}", opened.value.url.removeprefix(server.address.replace("http", "ws")))
            with page.expect_websocket() as opened:
                page.reload()
            self.assertTrue(opened.value.url.endswith(f"/live?lists=channels&log={log}"), opened.value.url)


if __name__ == "__main__":
    unittest.main(verbosity=2)
