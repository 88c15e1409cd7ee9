"""Members who keep writing, whatever happens to the server."""

import asyncio
import random

from Tests.e2e.client import Client


class Load:
    """Every client posts cards, a few unanswered at a time, until told to stop."""

    def __init__(self, clients: list[Client], room: str, seed: int, window: int = 4):
        self._clients, self._room, self._window = clients, room, window
        self._random = random.Random(seed)
        self._stopping = asyncio.Event()
        self._tasks: list[asyncio.Task] = []

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

    async def _write(self, client: Client) -> None:
        number = 0
        while not self._stopping.is_set():
            number += 1
            role = self._random.choice(client.me["roles"])
            args = {"role": role, "kind": "mistake", "text": f"第 {number} 条，来自 {client.session.member}"}
            if self._random.random() < 0.3:
                args["anonymous"] = True
            await client.post(self._room, "issue.post", args)
            await client.until(lambda: len(client.outbox) < self._window, timeout=120)
