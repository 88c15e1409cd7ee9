"""HTTP as one browser does it: an origin, a cookie, and nothing else. Keeps every byte it was given."""

import http.client
import json
import secrets
import time
import urllib.parse
from dataclasses import dataclass


def uuid7() -> str:
    """A time-ordered UUID (RFC 9562), as clients make them for commands."""
    value = (int(time.time() * 1000) << 80) | secrets.randbits(80)
    value = value & ~(0xF << 76) | (7 << 76)
    value = value & ~(0x3 << 62) | (2 << 62)
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


class HTTPRefusal(Exception):
    def __init__(self, status: int, body: bytes):
        try:
            self.code = json.loads(body).get("code")
        except ValueError:
            self.code = None
        self.status = status
        super().__init__(f"{status} {body[:200]!r}")


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


class Session:
    """One device of one member."""

    def __init__(self, address: str):
        self.address = address.rstrip("/")
        self.cookie: str | None = None
        self.member: str | None = None
        self.received: list[bytes] = []

    def post(self, path: str, value) -> Answer:
        return self.request("POST", path, json.dumps(value).encode(), {"Content-Type": "application/json"})

    def get(self, path: str) -> Answer:
        return self.request("GET", path)

    def request(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None) -> Answer:
        url = urllib.parse.urlsplit(self.address)
        connection = http.client.HTTPConnection(url.hostname, url.port, timeout=30)
        try:
            sent = {"Origin": self.address, **(headers or {})}
            if self.cookie:
                sent["Cookie"] = self.cookie
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()
        self.received.append(repr(answer.headers).encode() + answer.body)
        if "set-cookie" in answer.headers:
            self.cookie = answer.headers["set-cookie"].split(";")[0]
        if answer.status >= 400:
            raise HTTPRefusal(answer.status, answer.body)
        return answer

    def join(self, link: str, name: str | None = None, roles: list[str] | None = None) -> "Session":
        """Redeems a link as the page does; a lead's or an invitation's with a name, a pairing one without."""
        wish = {"id": uuid7(), "token": token_of(link), "name": name, "roles": roles}
        answer = self.post("/api/join", {key: value for key, value in wish.items() if value is not None})
        self.member = answer.json["member"]
        return self

    def import_file(self, name: str, content: bytes, log: str | None = None, channel: str | None = None):
        query = urllib.parse.urlencode({k: v for k, v in {"log": log, "channel": channel, "file": name}.items() if v})
        return self.request("POST", f"/api/import?{query}", content, {"Content-Type": "text/csv"}).json

    def preview_file(self, content: bytes, line: dict | None = None, **target: str) -> dict:
        """What the server makes of a file; `log` or `channel` says what it is for."""
        return self._bring("preview", content, line or {}, target)

    def store_file(self, content: bytes, line: dict, **target: str) -> dict:
        return self._bring("import", content, line, target)

    def _bring(self, what: str, content: bytes, line: dict, target: dict) -> dict:
        body = json.dumps(line, ensure_ascii=False).encode() + b"\n" + content
        return self.request("POST", f"/api/files/{what}?{urllib.parse.urlencode(target)}", body).json


def token_of(link: str) -> str:
    return urllib.parse.urlsplit(link).fragment
