"""9: how long until whoever brings a file of ten thousand rows sees what it would store."""

import asyncio
import datetime
import time

from Tests.bench.disturbance import HEAD as ASKED
from Tests.bench.disturbance import ROW as QUESTION
from Tests.bench.disturbance import put, send
from Tests.bench.figure import Figure
from Tests.bench.house import UNLIMITED, running_house
from Tests.e2e.session import Session
from Tests.faults.intruder import Intruder

ROWS = 10_000
#: A platform's list: a show a row, with what a platform tells of it.
HEAD = "直播主题,开播时间,结束时间,直播时长,曝光人数,观看人数,最高在线人数,人均观看时长,点赞次数,评论条数,新增关注,成交人数,成交订单数,成交金额,退款金额"
ROW = "{title},{start},{end},04:00:00,8.0万,1{n},5{n},2分49秒,2.3万,{n},51{n},67,748,\"¥{n},182.00\",¥324.17"
FIRST = datetime.datetime(2026, 3, 12, 19, 58)


def measure(rounds: int) -> list[Figure]:
    with running_house(*UNLIMITED) as house:
        lead = Session(house.server.address).join(house.server.lead_link, "领队", ["operations"])
        channel, show = asyncio.run(prepare(lead))
        shows = [seconds(lead, list_of_shows(), channel=channel) for _ in range(rounds)]
        questions = [seconds(lead, questions_asked(), log=show) for _ in range(rounds)]
        return [
            Figure(9, f"{ROWS:,} rows previewed, a list of shows", shows, "s", 1),
            Figure(9, f"{ROWS // 2:,} rows previewed, users' questions", questions, "s", 1),
        ]


async def prepare(lead: Session) -> tuple[str, str]:
    async with Intruder(lead) as talker:
        directory = next(heard["me"] for heard in talker.heard if heard["t"] == "welcome")["directory"]
        await send(talker, directory, [("channel.add", {"name": "直播间"})])
        channel = put(talker, "channel")[-1]
        plan = {"channel": channel, "title": "羊绒专场", "startsAt": int(FIRST.timestamp() * 1000)}
        await send(talker, directory, [("show.schedule", plan)])
        return channel, put(talker, "show")[-1]


def seconds(lead: Session, content: bytes, **target: str) -> float:
    begun = time.perf_counter()
    told = lead.preview_file(content, {"name": "大表.csv"}, **target)
    took = time.perf_counter() - begun
    part = told["parts"][0]
    if part["accepted"] != content.count(b"\n") or part["changes"].get("refused"):
        raise RuntimeError(f"{part['accepted']} rows were read")
    return took


def list_of_shows() -> bytes:
    rows = []
    for n in range(ROWS):
        start = FIRST - datetime.timedelta(hours=6 * n)
        rows.append(ROW.format(title=f"专场{n}", start=start, end=start + datetime.timedelta(hours=4), n=n))
    return "\n".join([HEAD, *rows]).encode()


def questions_asked() -> bytes:
    """As many as one show takes."""
    return "\n".join([ASKED, *map(QUESTION.format, range(ROWS // 2))]).encode()
