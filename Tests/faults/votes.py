"""One member's votes, cast everywhere at once: the budget holds, whichever node is asked."""

import asyncio
import copy
import unittest

from Tests.e2e.client import Client, Refused
from Tests.e2e.house import House, team
from Tests.faults.checker import check
from Tests.faults.nodes import two_nodes

VOTES = 200
TABS = 8


class Votes(unittest.IsolatedAsyncioTestCase):
    async def test_two_hundred_at_once_by_one_member_over_two_nodes_give_what_the_budget_says(self):
        with two_nodes() as (database, (one, two)):
            async with team(one.address, one.lead_link) as house:
                issues = await self.voting(house, VOTES)
                tabs = await self.tabs(house, one.address, two.address)
                answers = await self.cast(house.room, tabs, [(issue, 1) for issue in issues])
                self.assertEqual(5, sum(answer is None for answer in answers))
                self.assertEqual({None, "budget"}, set(answers))
                await self.counted(house, tabs, 5)
                check(database, tabs)

    async def test_more_and_more_to_one_card_never_pass_the_cap_nor_the_budget(self):
        with two_nodes() as (_, (one, two)):
            async with team(one.address, one.lead_link) as house:
                issues = await self.voting(house, 2, cap=3)
                tabs = await self.tabs(house, one.address, two.address)
                wanted = [(issues[n % 2], 1 + n // 2 % 6) for n in range(VOTES)]
                answers = await self.cast(house.room, tabs, wanted)
                self.assertLessEqual(set(answers), {None, "budget", "cap"})
                # What was taken last is absolute: both are filled up once more, and one vote is left out.
                await self.cast(house.room, tabs, [(issues[0], 0), (issues[1], 0)])
                await self.cast(house.room, tabs[:1], [(issues[0], 3), (issues[1], 2)])
                refused = await self.cast(house.room, tabs, [(issues[1], 3), (issues[0], 4)])
                self.assertEqual(["budget", "cap"], refused)
                await self.counted(house, tabs, 5)

    async def voting(self, house: House, cards: int, cap: int = 0) -> list[str]:
        await house.invite("host")
        await house.open_room(votes=5)
        if cap:
            await house.lead.send(house.room, "votes.cap", {"votes": cap})
        await house.move("collect")
        for number in range(cards):
            await house.lead.post(
                house.room, "issue.post", {"role": "host", "kind": "mistake", "text": f"卡 {number}"})
        await house.move("vote")
        return sorted(house.lead.log(house.room).of("issue"))

    async def tabs(self, house: House, *addresses: str) -> list[Client]:
        """Of one member, half of them at each node."""
        tabs = [house.members["host"]]
        for number in range(1, TABS):
            session = copy.copy(house.sessions["host"])
            session.address, session.received = addresses[number % 2], []
            tabs.append(await house.open(f"host {number}", session))
            await house.introduce(tabs[-1])
        return tabs

    async def cast(self, room: str, tabs: list[Client], votes: list[tuple[str, int]]) -> list[str | None]:
        """All of them on their way before one is answered; nothing for one that was taken, else the code."""
        sent = [
            await tabs[number % len(tabs)].post(room, "vote.set", {"issue": issue, "votes": votes})
            for number, (issue, votes) in enumerate(votes)
        ]
        answers = await asyncio.gather(*(command.answer for command in sent), return_exceptions=True)
        return [answer.code if isinstance(answer, Refused) else None for answer in answers]

    async def counted(self, house: House, tabs: list[Client], votes: int) -> None:
        """By the ballot that each tab holds, and by what everyone is told when the vote ends."""
        await house.settled()
        member = house.sessions["host"].member
        for tab in tabs:
            ballot = tab.log(house.room).of("ballot")[member]
            self.assertEqual((votes, 5 - votes), (sum(ballot["votes"].values()), ballot["left"]))
        await house.move("solve")
        for tab in tabs:
            issues = tab.log(house.room).of("issue").values()
            self.assertEqual(votes, sum(issue["votes"] for issue in issues))
