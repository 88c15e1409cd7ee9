"""The sample files, read the plain way: what a user would retype from them."""

import csv
import datetime
import os
import pathlib
import re
import zoneinfo

FOLDER = pathlib.Path(os.environ.get("AFTERSHOW_SAMPLES", pathlib.Path(__file__).parent.parent / "Samples"))

ROLES = {"运营": "operations", "主播": "host", "场控": "floor", "中控": "backstage", "私域": "private"}
KINDS = {"失误": "mistake", "困惑": "puzzle", "经验": "experience"}
ENTRIES = {"SOP": "sop", "话术": "script", "清单": "checklist", "玩法": "play", "禁忌": "taboo"}
SOURCES = {
    "社群": "group", "1v1企微": "wecom", "朋友圈": "moments", "直播评论": "comment", "私信": "message", "客服": "service",
}


def path(name: str) -> pathlib.Path:
    return FOLDER / name


def content(name: str) -> bytes:
    return path(name).read_bytes()


def rows(name: str) -> list[dict[str, str]]:
    with open(path(name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


ZONE = zoneinfo.ZoneInfo("Asia/Shanghai")
START = datetime.datetime(2026, 3, 12, 19, 58)
#: The same as the page counts time.
STARTS_AT = int(START.replace(tzinfo=ZONE).timestamp() * 1000)


class Today:
    """The same files as if the show began now: a show is started by a press on a button, and that is now."""

    def __init__(self, folder: pathlib.Path):
        self._folder = folder
        self.start = datetime.datetime.now(ZONE).replace(second=0, microsecond=0, tzinfo=None)

    @property
    def day(self) -> str:
        return f"{self.start.month}月{self.start.day}日"

    def input(self, minutes: int) -> str:
        """What is typed into a field for a time, so many minutes into the show."""
        return (self.start + datetime.timedelta(minutes=minutes)).isoformat(timespec="minutes")

    def path(self, name: str) -> pathlib.Path:
        moved = self._folder / name
        text = content(name).decode("utf-8-sig")
        moved.write_text(re.sub(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", self._move, text), encoding="utf-8-sig", newline="")
        return moved

    def _move(self, found: re.Match) -> str:
        then = datetime.datetime.fromisoformat(found.group())
        return (then - START + self.start).strftime("%Y-%m-%d %H:%M")


def secret_numbers() -> set[str]:
    """Every phone, order and WeChat number of the question log, as written and with the gaps closed."""
    found: set[str] = set()
    for row in rows("questions.csv"):
        words = row["问题"] + " " + row["昵称"]
        for number in re.findall(r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{10,20}", words):
            found |= {number, re.sub(r"[ -]", "", number)}
        found |= set(re.findall(r"微信号([\w-]+)", words, re.ASCII))
    return found


def telling_questions(count: int) -> list[dict[str, str]]:
    """One question of each kind of number nobody must see, filled up with ordinary ones, by time."""
    every = rows("questions.csv")
    kinds: dict[str, dict[str, str]] = {}
    for row in every:
        for number in sorted(secret_numbers(), key=len, reverse=True):
            if number in row["问题"] + row["昵称"]:
                kinds.setdefault(re.sub(r"[0-9]", "0", number), row)
                break
    chosen = list(kinds.values())
    chosen += [row for row in every if row not in chosen][: count - len(chosen)]
    return sorted(chosen[:count], key=lambda row: row["时间"])
