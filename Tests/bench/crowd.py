"""A full room, and the members who keep it busy: what the page is measured with."""

import asyncio
import contextlib
import itertools

from Tests.bench.people import PARTY, Person, Tally
from Tests.e2e.house import ROLES, House, team
from Tests.e2e.session import Session

CARDS = 1000
KINDS = ("mistake", "puzzle", "experience")
WORDS = "主播换装离席三分钟，同时在线从一万二掉到八千，场控没有接上话，弹幕连问三次尺码都没有人回应"
WRITERS = ("阿一", "阿二", "阿三")


class Crowd:
    """A room of a thousand revealed cards in the phase `vote`. The lead, who also looks at it in the browser, votes;
    the others edit, withdraw and post."""

    def __init__(self, house: House):
        self.house = house
        self.lead, self.room = house.lead, house.room
        self.writers = [house.members[name] for name in WRITERS]
        self._cards: dict[str, list[str]] = {}
        self._voted: list[str] = []
        self._turns = itertools.count()

    @property
    def session(self) -> Session:
        return self.lead.session

    @property
    def refusals(self) -> list[str]:
        histories = (client.history for client in (self.lead, *self.writers))
        return [f"{code} {one.frame}" for history in histories for one in history for code in one.refusals]

    async def fill(self) -> None:
        await self.house.move("collect")
        for number in range(CARDS):
            await self._post(self.writers[number % len(self.writers)], number)
        await self._answered()
        await self.house.move("vote")

    def _take_stock(self) -> None:
        """Whose cards there are by now: those posted since the last time are among them."""
        self._cards = {writer.session.member: [] for writer in self.writers}
        for card in self.lead.log(self.room).of("issue").values():
            self._cards[card["by"]].append(card["id"])

    async def act(self) -> None:
        """One event. Of ten: four edits, four votes, one card withdrawn and one posted, so that the room stays full."""
        turn = next(self._turns)
        writer = self.writers[turn // 10 % len(self.writers)]
        cards = self._cards[writer.session.member]
        card = cards[turn * 7 % len(cards)]
        match turn % 10:
            case 8:
                await self._withdraw(writer, cards)
            case 9:
                await self._post(writer, turn // 10)
            case 1 | 3 | 5 | 7:
                await self._vote(card)
            case _:
                await self._edit(writer, card, turn)

    async def _post(self, writer, number: int) -> None:
        await writer.post(self.room, "issue.post", {
            "role": ROLES[number % len(ROLES)], "kind": KINDS[number % len(KINDS)],
            "text": f"{WORDS[: 12 + number % 30]} {number}", "offset": number * 13 % 15000,
        })

    async def _edit(self, writer, card: str, turn: int) -> None:
        held = writer.log(self.room).of("issue")[card]
        text = f"{WORDS[: 20 + turn % 20]} {turn}"
        await writer.post(self.room, "issue.edit", {"issue": card, "text": text}, on=held["edited"])

    async def _withdraw(self, writer, cards: list[str]) -> None:
        card = next(card for card in cards if card not in self._voted)
        cards.remove(card)
        await writer.post(self.room, "issue.withdraw", {"issue": card})

    async def _vote(self, card: str) -> None:
        """Given, and taken back later, so that the budget lasts."""
        if len(self._voted) == 15:
            await self.lead.post(self.room, "vote.set", {"issue": self._voted.pop(0), "votes": 0})
        elif card not in self._voted:
            self._voted.append(card)
            await self.lead.post(self.room, "vote.set", {"issue": card, "votes": 1})

    def guests(self, count: int) -> list[Person]:
        """So many who look on, each with a session of their own."""
        cards = sorted(self.lead.log(self.room).of("issue"))
        guests, link = [], ""
        for number in range(count):
            if number % PARTY == 0:
                link = self.session.post("/api/invitations", {"roles": ["floor"]}).json["link"]
            guest = Session(self.session.address).join(link, f"成员{number}", ["floor"])
            guests.append(Person(guest, self.room, cards, Tally(), number))
        return guests

    async def perform(self, count: int, rate: float) -> None:
        """`count` events by the clock, `rate` a second; returns when all are answered."""
        self._take_stock()
        clock = asyncio.get_running_loop().time
        begun = clock()
        for number in range(count):
            await asyncio.sleep(max(0, begun + number / rate - clock()))
            await self.act()
        await self._answered()

    async def _answered(self) -> None:
        for client in (self.lead, *self.writers):
            await client.until(lambda client=client: not client.outbox)


@contextlib.asynccontextmanager
async def crowd(address: str, link: str):
    async with team(address, link) as house:
        await house.invite(*WRITERS)
        await house.open_room(votes=20)
        gathered = Crowd(house)
        await gathered.fill()
        yield gathered
