"""A team's evening as it is pictured: five people, four weeks of shows, one show reviewed, another on the air."""

import datetime
import time

from Tests.e2e import samples
from Tests.e2e.desk import Desk

TEAM = {"operations": "青青", "host": "若琳", "floor": "大鹏", "backstage": "子涵", "private": "晓雯"}
LEFT_BEFORE = "主播离席没有人顶"
MINUTE = 60_000


class Evening:
    """Made by commands and files on the protocol; whoever looks at it comes in by `desk.person`."""

    def __init__(self, desk: Desk, folder):
        self.desk, self.others = desk, desk.others
        self.files = samples.Today(folder)
        self.files.start = (self.files.start - datetime.timedelta(days=1)).replace(hour=19, minute=58)
        for role, name in TEAM.items():
            self.others.send(self.others.directory, "member.rename", {"name": name}, by=role)
        self.others.send(self.others.directory, "member.rename", {"name": "阿青"})
        self.others.send(self.others.directory, "organisation.rename", {"name": "暖冬针织"})
        first = self.others.record(self.others.directory, "show", id=desk.show)
        self.channel = self.others.record(self.others.directory, "channel", id=first["channel"])
        self.coats = desk.show

    def agree_in_an_earlier_review(self) -> None:
        """A review that closed two days ago as the page counts shows; what it agreed is asked for in the next."""
        desk, room = self.desk, self.desk.room
        starts = self.at(0) - 24 * 60 * MINUTE
        self.send(self.coats, "show.plan", title="大衣专场", startsAt=starts, endsAt=starts + 194 * MINUTE)
        self.others.move("collect")
        card = desk.card("换装慢，后面的品都被压缩", by="host", offset=3600)
        self.send(room, "cards.reveal")
        self.others.move("vote")
        self.send(room, "vote.set", by="host", issue=card["id"], votes=2)
        self.others.move("solve")
        for text, owner in (
            ("开播前把尺码表做成图，发评论区置顶", "backstage"), ("换款前先报下一款的品名和到手价", "host"),
            ("样衣间提前挂好六款，换装不超过两分钟", "floor"), ("加企微的用户五分钟内首次回复，排两人轮班", "private"),
        ):
            made = desk.solution(text, by=owner, owner=owner, issues=[card["id"]])
            self.send(room, "solution.choose", solution=made["id"], chosen=True)
            self.send(room, "solution.act", solution=made["id"], text=text, owner=owner, due={"next": True})
        self.others.move("closed")

    def bring_the_numbers(self) -> None:
        """A list of shows; and the show of the evening with its goals, numbers, curve, markers and questions."""
        session = self.others.lead.session
        channel = self.channel["id"]
        session.import_file("list", self.read("channels-show-list.csv"), channel=channel)
        self.others.await_(self._listed("羊绒专场"))
        for kind, name in {
            "goals": "goals", "summary": "channels-show", "trend": "channels-trend", "markers": "markers",
            "questions": "questions",
        }.items():
            session.import_file(kind, self.read(f"{name}.csv"), log=self.desk.show)
        self.evening = self.desk.show
        self.others.await_(self._another("会员专场", self.now + 22 * 60 * MINUTE, self.now + 25 * 60 * MINUTE))
        self.others.await_(self._another("春款上新", self.now - 107 * MINUTE, self.now + 120 * MINUTE))
        self.on_air = self.desk.show
        self.send(self.on_air, "show.start", at=self.now - 107 * MINUTE)
        for row in samples.rows("questions.csv")[:9]:
            self.send(self.on_air, "question.log", by="private", text=row["问题"].split("，")[0], product=row["商品"])

    def begin(self, title: str = "羊绒专场 复盘") -> None:
        """The review of the evening's show, which asks for what was agreed."""
        self.others.house.show = self.evening
        self.others.await_(self.others.house.review_again(title))

    def write(self) -> None:
        self.send(self.room, "action.defer", actions=self.due())
        self.others.move("collect")
        for row in samples.rows("issues.csv"):
            role = samples.ROLES[row["岗位"]]
            offset = {"offset": int(row["播中分钟"]) * 60} if row["播中分钟"] else {}
            card = {"role": role, "kind": samples.KINDS[row["类型"]], "text": row["内容"], **offset}
            self.send(self.room, "issue.post", by=role, **card)

    def turn(self) -> None:
        """What a board holds once it was turned: numbers, tags, a group, comments, reactions."""
        self.send(self.room, "cards.reveal")
        self.cards = {one["text"]: one["id"] for one in self.others.records(self.room, "issue").values()}
        self.left, self.price = self.card("主播换装离席"), self.card("价格挂错")
        for words, metric, by in (
            ("主播换装离席", "avg_online", "floor"), ("价格挂错", "clk_pay_rate", "backstage"),
            ("弹企微时", "new_follow", "private"), ("主推爆品", "gmv", "operations"),
        ):
            self.send(self.room, "issue.link", by=by, issue=self.card(words), show=self.evening, metric=metric)
        self.send(self.room, "issue.tag", by="floor", issue=self.left, tags=["离席", "换装"])
        self.send(self.room, "issue.tag", by="backstage", issue=self.price, tags=["核价"])
        for by, text, more in (
            ("host", "我换第三套最慢，要两分四十秒，拉链卡住了。", {}),
            ("private", "那两分钟群里有 6 个人问「人呢」，都在 1:39–1:41。", {}),
            ("floor", "@中控 核价能不能提前到转品前？这样**副播能接**。", {"roles": ["backstage"]}),
            ("backstage", "可以，讲到倒数第二句就核完。", {}),
        ):
            self.send(self.room, "comment.post", by=by, issue=self.left, text=text, **more)
        for by in ("host", "backstage", "private"):
            self.send(self.room, "issue.react", by=by, issue=self.left, word="agree", on=True)
        self.send(self.room, "group.make", issues=[self.left, self.card("第三小时体力")], title=LEFT_BEFORE)
        self.group = self.others.record(self.room, "group", title=LEFT_BEFORE)["id"]

    def vote(self) -> None:
        self.others.move("vote")
        for by, votes in {
            "host": {"价格挂错": 2, "主播换装离席": 2, "主推爆品": 1}, "floor": {"价格挂错": 2, "开衫讲了": 1, "尺码表": 1},
            "backstage": {"价格挂错": 2, "没人及时回": 2}, "private": {"没人及时回": 2, "弹企微时": 2},
            "lead": {"主推爆品": 2, "主播换装离席": 3},
        }.items():
            for words, given in votes.items():
                card = self.card(words)
                self.send(self.room, "vote.set", by=by, issue=self.group if card == self.left else card, votes=given)

    def solve(self) -> None:
        self.others.move("solve")
        for place, text in enumerate(
            ("换装时画面空了两分多钟，没有人说话", "场控以为副播会接，副播在后台核价", "离席前没有交接这一步，谁接话没有写进流程")
        ):
            self.send(self.room, "cause.add", issue=self.left, place=place, text=text)
        answers = {"主播换装": self.left, "链接上架": self.price, "弹企微": self.card("弹企微时"), "前两小时": self.card("主推爆品")}
        for row in samples.rows("solutions.csv"):
            owner = samples.ROLES[row["负责岗位"]]
            issue = next(card for words, card in answers.items() if row["方案"].startswith(words))
            kind = samples.ENTRIES[row["类型"]]
            made = self.desk.solution(row["方案"], by=owner, kind=kind, owner=owner, due="下一场", issues=[issue])
            if issue in (self.left, self.price):
                self.send(self.room, "solution.choose", solution=made["id"], chosen=True)
                self.send(
                    self.room, "solution.act", solution=made["id"], text=row["方案"].split("，")[0], owner=owner,
                    due={"next": True})
        self.desk.solution("换装改到福袋开奖的两分钟里，画面切商品特写", by="host", kind="play", issues=[self.left])
        self.send(self.room, "issue.mark", issue=self.price, state="solved")
        self.send(self.room, "issue.mark", issue=self.card("临时加品"), state="parked")

    def close(self) -> None:
        self.send(self.room, "action.defer", actions=self.due())
        self.others.move("closed")

    @property
    def room(self) -> str:
        return self.desk.room

    def card(self, words: str) -> str:
        return next(card for text, card in self.cards.items() if words in text)

    def due(self) -> list[str]:
        self.others.await_(self.others.lead.follow(self.channel["log"]))
        actions = self.others.records(self.channel["log"], "action")
        return [key for key, one in actions.items() if one["state"] in ("open", "doing", "todo")]

    def send(self, log: str, op: str, *, by: str = "lead", **args) -> dict:
        return self.others.send(log, op, args, by=by)

    @property
    def now(self) -> int:
        return int(time.time() * 1000)

    def at(self, minutes: int) -> int:
        start = self.files.start.replace(tzinfo=samples.ZONE)
        return int(start.timestamp() * 1000) + minutes * MINUTE

    def read(self, name: str) -> bytes:
        return self.files.path(name).read_bytes()

    async def _listed(self, title: str) -> None:
        """The newest of a name among those of the list."""
        house = self.others.house
        found = [one for one in house.lead.log(house.directory).of("show").values() if one["title"] == title]
        house.show = max(found, key=lambda one: one["startsAt"])["id"]
        for client in house.members.values():
            await client.follow(house.show)

    async def _another(self, title: str, starts: int, ends: int) -> None:
        house = self.others.house
        house.show = await house._added(
            "show", "show.schedule", channel=self.channel["id"], title=title, startsAt=starts, endsAt=ends)
        for client in house.members.values():
            await client.follow(house.show)
