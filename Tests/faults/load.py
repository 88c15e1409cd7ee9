"""Members who keep writing, whatever happens to the server."""

import asyncio
import random

from Tests.e2e.client import Client


PILE = 60


class Load:
    """Every client posts cards, and takes some back once it has many, a few unanswered at a time, until told to stop."""

    def __init__(self, clients: list[Client], room: str, seed: int, window: int = 4):
        self._clients, self._room, self._window = clients, room, window
        self._random = random.Random(seed)
        self._stopping = asyncio.Event()
        self._tasks: list[asyncio.Task] = []
        self._withdrawn: dict[str, str] = {}

    async def __aenter__(self) -> "Load":
        self._tasks = [asyncio.create_task(self._write(client)) for client in self._clients]
        return self

    async def __aexit__(self, failure, *_) -> None:
        self._stopping.set()
        if failure:
            for task in self._tasks:
                task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=failure is not None)

    @property
    def acked(self) -> int:
        return sum(len(client.acks) for client in self._clients)

    async def progress(self, more: int) -> None:
        """Returns when so many more commands have been acknowledged."""
        goal = self.acked + more
        while self.acked < goal:
            client = self._random.choice(self._clients)
            before = len(client.acks)
            await client.until(lambda: len(client.acks) > before or self.acked >= goal, timeout=120)

    def standing(self) -> list[str]:
        """The texts of the cards there must be, by what has been acknowledged."""
        posted = [
            command.frame["args"]["text"] for client in self._clients for command in client.history
            if command.frame["op"] == "issue.post" and command.id in client.acks
        ]
        acked = {ident for client in self._clients for ident in client.acks}
        gone = {text for ident, text in self._withdrawn.items() if ident in acked}
        return sorted(text for text in posted if text not in gone)

    async def _write(self, client: Client) -> None:
        number = 0
        while not self._stopping.is_set():
            number += 1
            card = self._one_too_many(client)
            if card:
                command = await client.post(self._room, "issue.withdraw", {"issue": card["id"]})
                self._withdrawn[command.id] = card["text"]
            else:
                await client.post(self._room, "issue.post", self._card(client, number))
            await client.until(lambda: len(client.outbox) < self._window, timeout=120)

    def _card(self, client: Client, number: int) -> dict:
        role = self._random.choice(client.me["roles"])
        card = {"role": role, "kind": "mistake", "text": f"第 {number} 条，来自 {client.session.member}"}
        return card | {"anonymous": True} if self._random.random() < 0.3 else card

    @staticmethod
    def _is_own(client: Client, card: dict) -> bool:
        return card.get("mine", card.get("by") == client.session.member)

    def _one_too_many(self, client: Client) -> dict | None:
        cards = [card for card in client.log(self._room).of("issue").values() if self._is_own(client, card)]
        free = [card for card in cards if card["text"] not in self._withdrawn.values()]
        return self._random.choice(free) if len(free) > PILE else None
