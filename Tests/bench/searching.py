"""10: how long a search takes over a hundred thousand texts, from the request to the last byte of its first page; and how
long after its acknowledgement a new text is found among them."""

import asyncio
import itertools
import random
import statistics
import time

from Tests.bench.disturbance import AT_ONCE, put, send
from Tests.bench.figure import Figure
from Tests.bench.house import UNLIMITED, House, running_house
from Tests.e2e.session import Session
from Tests.faults.intruder import Intruder

SHOWS, QUESTIONS = 20, 5_000
SEARCHES = 200
#: Written one after the other, each found before the next.
NEW = 40
#: Every other text has 怎么, every fiftieth a product's name; 离席 is in one of a thousand.
WHAT = ("尺码", "发货", "退货", "缩水", "优惠券", "颜色", "材质", "赠品", "预售", "保价")
ASKED = ("怎么{what}啊", "{what}是多少", "这个{what}怎么算", "请问{what}有吗", "{what}怎么退", "想看{what}")
TYPED = ("怎么", "尺码", "保价", "离席", "羊绒 缩水", "3号", "优惠券怎么", "没有这个词", "开衫 颜色", "gmv")


def measure(rounds: int) -> list[Figure]:
    with running_house(*UNLIMITED) as house:
        lead = Session(house.server.address).join(house.server.lead_link, "领队", ["operations"])
        shows = asyncio.run(fill(lead))
        multiply(house, shows)
        warm = [search(lead, words) for words in TYPED]
        times = [sorted(search(lead, words) for words in itertools.islice(mixed(n), SEARCHES)) for n in range(rounds)]
        found = house.database.rows("select count(*) from search_row where words <> ''")[0][0]
        note = f"{int(found):,} texts; median {statistics.median(times[-1]) * 1000:.1f} ms, first {max(warm) * 1000:.1f} ms"
        p95 = [one[int(len(one) * 0.95)] * 1000 for one in times]
        waits = [sorted(asyncio.run(awaited(lead, shows[1], n))) for n in range(rounds)]
        soon, late = ([one[int(len(one) * part)] for one in waits] for part in (0.5, 0.95))
        return [
            Figure(10, f"a search over {SHOWS * QUESTIONS:,} texts, p95", p95, "ms", 100, note=note),
            Figure(10, "a new text is found after its acknowledgement, p95", late, "s", 2,
                   note=f"median {statistics.median(soon):.2f} s, {NEW} texts one after the other"),
        ]


async def awaited(lead: Session, show: str, part: int) -> list[float]:
    """Seconds from the acknowledgement until a search has found it. It is searched for again and again."""
    waits = []
    async with Intruder(lead) as talker:
        for number in range(NEW):
            word = f"信物{part}之{number:04}"
            await send(talker, show, [("question.log", {"text": f"{word}是多少", "offset": number})])
            begun = time.perf_counter()
            while lead.post("/api/search", {"q": word}).json["total"] == 0:
                if time.perf_counter() - begun > 30:
                    raise RuntimeError(f"{word} is not found")
            waits.append(time.perf_counter() - begun)
    return waits


async def fill(lead: Session) -> list[str]:
    """Questions of one show, asked as any are, and shows beside it."""
    async with Intruder(lead) as talker:
        directory = next(heard["me"] for heard in talker.heard if heard["t"] == "welcome")["directory"]
        await send(talker, directory, [("channel.add", {"name": "直播间"})])
        channel = put(talker, "channel")[-1]
        start = int(time.time() * 1000)
        plans = [{"channel": channel, "title": f"专场{n}", "startsAt": start - n * 86_400_000} for n in range(SHOWS)]
        await send(talker, directory, [("show.schedule", plan) for plan in plans])
        shows = put(talker, "show")
        dice = random.Random(7)
        questions = [("question.log", {"text": text, "offset": n}) for n, text in enumerate(map(asked, [dice] * QUESTIONS))]
        for at in range(0, QUESTIONS, AT_ONCE):
            await send(talker, shows[0], questions[at : at + AT_ONCE])
        return shows


def asked(dice: random.Random) -> str:
    product = f"{dice.randrange(50)}号链接羊绒开衫" if dice.random() < 0.5 else ""
    rare = "主播离席了" if dice.random() < 0.001 else ""
    return f"{product}{dice.choice(ASKED).format(what=dice.choice(WHAT))}{dice.randrange(10_000)}{rare}"


def multiply(house: House, shows: list[str]) -> None:
    """The same words in every show: what stands in one of them stands in all."""
    deadline = time.monotonic() + 120
    own = f"search_row where log_id = '{shows[0]}' and words <> '' and kind = 'question'"
    while int(house.database.rows(f"select count(*) from {own}")[0][0]) < QUESTIONS:
        if time.monotonic() > deadline:
            raise RuntimeError("what was asked is not found")
        time.sleep(0.2)
    others = ", ".join(f"('{show}'::uuid, {n})" for n, show in enumerate(shows[1:], 1))
    house.database.rows(
        f"insert into search_row select other.log_id, record_id, organisation, kind, seq, at - other.n * 86400000,"
        f" expires_at, words, grams, told from (select * from {own}) as own, (values {others}) as other (log_id, n)"
    )
    house.database.rows("vacuum analyze search_row")


def mixed(seed: int):
    dice = random.Random(seed)
    while True:
        yield dice.choice(TYPED)


def search(lead: Session, words: str) -> float:
    begun = time.perf_counter()
    lead.post("/api/search", {"q": words})
    return time.perf_counter() - begun
