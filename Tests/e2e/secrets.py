"""What may be told to some alone, and everything that everyone was told."""

import json

from Tests.e2e.client import Client


class Secrets:
    """Words that only one member may receive, looked for in everything anyone else received."""

    def __init__(self, house):
        self._house = house
        self._kept: list[tuple[str, str]] = []
        self._watched: list[tuple[str, Client]] = list(house.members.items())

    def keep(self, *words: str, only: str) -> None:
        self._kept += [(word, only) for word in words]

    def release(self) -> None:
        self._kept = []

    def watch(self, name: str, client: Client) -> None:
        self._watched.append((name, client))

    def check(self) -> None:
        for name, client in self._watched:
            told = everything(client)
            for word, only in self._kept:
                assert name == only or word not in told, f"{name} received {only}'s {word}: {around(word, told)}"


def around(word: str, told: str) -> str:
    at = told.find(word)
    return told[max(0, at - 300) : at + 100]


def everything(client: Client) -> str:
    """All a client received, with JSON's escapes read, so that nothing hides behind a spelling."""
    frames = "\n".join(json.dumps(json.loads(text), ensure_ascii=False) for text in client.received)
    answers = "\n".join(body.decode(errors="replace") for body in client.session.received)
    return frames + answers
