"""The sample files, read the plain way: what a user would retype from them."""

import csv
import os
import pathlib
import re

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
