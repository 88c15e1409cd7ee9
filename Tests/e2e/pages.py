"""The pages as their users know them: by roles, labels and words, never by how they are built."""

import pathlib
import re

from playwright.sync_api import Locator, Page, expect

from Tests.e2e.preview import Preview

ROLES = {"operations": "运营", "host": "主播", "floor": "场控", "backstage": "中控", "private": "私域"}


class JoinPage:
    def __init__(self, page: Page):
        self.page = page

    def open(self, link: str) -> "JoinPage":
        self.page.goto(link)
        return self

    def write(self, name: str, *roles: str) -> None:
        self.page.get_by_label("怎么称呼你").fill(name)
        for role in roles:
            self.page.get_by_role("group", name="你的岗位").get_by_role("button", name=role).click()
        self.page.get_by_role("button", name="进入", exact=True).click()

    def enter(self, name: str, *roles: str) -> None:
        self.write(name, *roles)
        expect(self.page.get_by_role("link", name="打法手册")).to_be_visible()


class Lobby:
    def __init__(self, page: Page):
        self.page = page

    def open(self) -> "Lobby":
        """From wherever one is."""
        here = self.page.get_by_role("link", name="打法手册", exact=True)
        home = self.page.get_by_role("link", name=re.compile("^(返回|回到首页)$")).first
        expect(here.or_(home).first).to_be_visible()
        if home.is_visible():
            home.click()
        expect(here).to_be_visible()
        return self

    def add_channel(self, name: str) -> None:
        self.page.get_by_role("button", name="添加直播间").click()
        settings = self.page.get_by_role("dialog", name="团队设置")
        expect(settings.get_by_label("新直播间的名字")).to_be_focused()
        settings.get_by_label("新直播间的名字").fill(name)
        settings.get_by_role("button", name="添加").click()
        expect(settings.get_by_label("直播间", exact=True)).to_have_value(name)
        settings.get_by_role("button", name="关闭").click()

    def schedule(self, title: str, starts: str, ends: str) -> None:
        self.page.get_by_role("button", name="安排场次").click()
        form = self.page.get_by_role("dialog", name="安排场次")
        form.get_by_label("标题").fill(title)
        form.get_by_label("开始时间").fill(starts)
        form.get_by_label("结束时间").fill(ends)
        form.get_by_role("button", name="安排场次").click()
        expect(form).to_be_hidden()

    def import_list(self, file: pathlib.Path) -> str:
        self.page.get_by_label("导入", exact=True).set_input_files(file)
        return Preview(self.page).agree()

    def invite(self) -> str:
        self.page.get_by_role("button", name="邀请").click()
        dialog = self.page.get_by_role("dialog", name="邀请")
        expect(dialog.get_by_text("7 天内有效，最多 50 人用。")).to_be_visible()
        dialog.get_by_role("button", name="生成链接").click()
        link = dialog.get_by_label("链接", exact=True).input_value()
        dialog.get_by_role("button", name="关闭").click()
        return link

    def shows(self, title: str) -> Locator:
        return self.page.get_by_role("listitem").filter(has=self.page.get_by_text(title, exact=True))

    def open_show(self, title: str, day: str) -> "ShowPage":
        self.shows(title).filter(has_text=day).get_by_role("link").first.click()
        expect(self.page.get_by_role("heading", name=title)).to_be_visible()
        return ShowPage(self.page)

    def open_room(self, title: str, day: str) -> "RoomPage":
        self.shows(title).filter(has_text=day).get_by_role("button", name="开复盘室").click()
        dialog = self.page.get_by_role("dialog", name="开复盘室")
        expect(dialog.get_by_label("每人票数")).to_have_value("5")
        dialog.get_by_role("button", name="开复盘室").click()
        room = RoomPage(self.page)
        room.is_here()
        return room

    def enter_room(self) -> "RoomPage":
        self.page.get_by_role("region", name="正在进行").get_by_role("link").filter(has_text="复盘").first.click()
        room = RoomPage(self.page)
        room.is_here()
        return room

    def open_playbook(self) -> "PlaybookPage":
        self.page.get_by_role("link", name="打法手册").click()
        return PlaybookPage(self.page)


class ShowPage:
    def __init__(self, page: Page):
        self.page = page

    def tab(self, name: str) -> "ShowPage":
        self.page.get_by_role("tab", name=name).click()
        return self

    def import_file(self, button: str, file: pathlib.Path) -> str:
        self.page.get_by_label(button, exact=True).set_input_files(file)
        return Preview(self.page).agree()

    def start(self) -> None:
        self.page.get_by_role("button", name="开播", exact=True).click()
        self.is_on_air()

    def is_on_air(self) -> None:
        expect(self.page.get_by_text("直播中")).to_be_visible()

    def end(self) -> None:
        self.page.get_by_role("button", name="下播", exact=True).click()
        self.page.get_by_role("button", name="确定下播").click()
        expect(self.page.get_by_text("直播中")).to_be_hidden()

    @property
    def line(self) -> Locator:
        return self.page.get_by_label("记下用户问题…")

    def log_question(self, text: str, *, user: str, source: str, category: str, product: str) -> None:
        self.page.get_by_label("分类").select_option(label=category)
        self.page.get_by_label("来源").select_option(label=source)
        self.page.locator("form").get_by_label("商品").fill(product)
        self.page.get_by_label("用户", exact=True).fill(user)
        self.line.fill(text)
        self.line.press("Enter")
        expect(self.line).to_have_value("")

    def show_more_fields(self) -> None:
        self.page.get_by_role("button", name="更多").click()

    @property
    def questions(self) -> Locator:
        return self.page.get_by_role("list", name="问题").get_by_role("listitem")

    def holds(self, count: int) -> None:
        """Newly arrived questions of others wait behind a button until they are let in."""
        waiting = self.page.get_by_role("button", name="条新问题")
        expect(self.questions.or_(waiting).first).to_be_visible()
        if waiting.is_visible():
            waiting.click()
        expect(self.questions).to_have_count(count)

    def question(self, words: str) -> Locator:
        return self.questions.filter(has_text=words).first

    def one_more_asked(self, words: str) -> None:
        self.question(words).get_by_role("button", name="又有人问").click()
        expect(self.question(words).get_by_text("×2")).to_be_visible()

    def answer(self, words: str, answer: str) -> None:
        self.question(words).get_by_role("button", name=words).click()
        self.question(words).get_by_label("回应", exact=True).and_(self.page.get_by_role("textbox")).fill(answer)
        self.question(words).get_by_role("button", name="回应", exact=True).last.click()
        expect(self.question(words).get_by_text(answer)).to_be_visible()

    def promote(self, words: str, kind: str) -> None:
        self.question(words).get_by_role("button", name=words).click()
        self.question(words).get_by_role("button", name="转为卡片").click()
        self.question(words).get_by_role("group", name="作为").get_by_role("button", name=kind).click()
        expect(self.question(words).get_by_text("已转为卡片")).to_be_visible()

    def everything_is_saved(self) -> None:
        expect(self.page.get_by_text("已连接")).to_be_visible()


class RoomPage:
    def __init__(self, page: Page):
        self.page = page

    def is_here(self) -> None:
        expect(self.page.get_by_role("list", name="复盘进程")).to_be_visible()

    def is_at(self, phase: str) -> None:
        here = self.page.get_by_role("list", name="复盘进程").locator("[aria-current=step]")
        expect(here).to_contain_text(phase)

    def next(self, phase: str) -> None:
        self.page.get_by_role("button", name=f"下一步：{phase}").click()

    def activity(self) -> Locator:
        """Opened: what happened."""
        self.page.get_by_role("button", name="看发生了什么").first.click()
        return self.page.get_by_role("dialog", name="发生了什么")

    def look_at_station(self, phase: str) -> None:
        """Without moving anyone."""
        self.page.get_by_role("list", name="复盘进程").get_by_role("button", name=phase).click()

    def return_to(self, phase: str) -> None:
        self.page.get_by_role("button", name=f"回到大家所在：{phase}").click()

    def back(self) -> None:
        self.page.get_by_role("button", name=re.compile("^上一步|退回")).click()

    def reveal(self) -> None:
        """At once, or asked once more where somebody else who is here is not done."""
        self.page.get_by_role("button", name="翻开卡片").click()
        asked = self.asked_to_reveal
        way_on = self.page.get_by_role("button", name=re.compile("^下一步"))
        expect(asked.or_(way_on).first).to_be_visible()
        if asked.is_visible():
            asked.get_by_role("button", name="翻开", exact=True).click()

    @property
    def asked_to_reveal(self) -> Locator:
        return self.page.get_by_role("alertdialog", name=re.compile("翻开？$"))

    # Cards

    @property
    def composer(self) -> Locator:
        return self.page.get_by_role("region", name="写一张卡")

    @property
    def text(self) -> Locator:
        return self.composer.get_by_role("textbox", name="写一张卡")

    def write(self, text: str, *, role: str, kind: str, minute: str = "", anonymous: bool = False) -> None:
        """Fills in the composer; `submit` sends it."""
        self.text.click()
        self.composer.get_by_role("radio", name=role).click()
        self.composer.get_by_role("radio", name=kind).click()
        if minute:
            self.composer.get_by_label(re.compile("播中时间")).fill(minute)
        button = self.composer.get_by_role("button", name="匿名")
        if (button.get_attribute("aria-pressed") == "true") != anonymous:
            button.click()
        self.text.fill(text)

    def choose_kind(self) -> None:
        """A first card waits for one; whoever has chosen before keeps theirs."""
        kinds = self.composer.get_by_role("radiogroup", name="类型").get_by_role("radio")
        if kinds.count() and not any(one.get_attribute("aria-checked") == "true" for one in kinds.all()):
            kinds.first.click()

    def submit(self) -> None:
        self.choose_kind()
        self.text.press("Enter")
        expect(self.text).to_have_value("")

    @property
    def cards(self) -> Locator:
        return self.page.get_by_role("article").and_(self.page.locator("[data-issue], [data-ghost]"))

    def card(self, text: str) -> Locator:
        return self.page.get_by_role("article").and_(self.page.locator("[data-issue]")).filter(has_text=text)

    def waits_for_the_network(self, text: str) -> None:
        expect(self.page.get_by_role("article").filter(has_text=text)).to_contain_text("等待联网")

    def is_saved(self, text: str) -> None:
        expect(self.card(text)).to_be_visible()
        expect(self.page.get_by_text("已连接")).to_be_visible()

    def link_metric(self, card: str, metric: str) -> None:
        self.card(card).hover()
        self.card(card).get_by_role("button", name="关联数据").click()
        dialog = self.page.get_by_role("dialog", name="关联数据")
        dialog.get_by_label("找指标").fill(metric)
        dialog.get_by_role("button", name=metric).first.click()
        expect(self.card(card).get_by_text(metric, exact=True)).to_be_visible()

    def tag(self, card: str, tag: str, suggested: str | None = None) -> None:
        self.card(card).hover()
        self.card(card).get_by_role("button", name="打标签").click()
        dialog = self.page.get_by_role("dialog", name="标签")
        if suggested:
            dialog.get_by_role("button", name=f"#{suggested}").click()
        dialog.get_by_role("textbox", name="新标签").fill(tag)
        dialog.get_by_role("button", name="保存").click()
        expect(self.card(card).get_by_role("button", name=f"#{tag}")).to_be_visible()

    # Votes

    def votes_for(self, card: str) -> Locator:
        return self.card(card).get_by_role("group", name=re.compile("^给 .* 投票"))

    def vote(self, card: str) -> None:
        self.votes_for(card).get_by_role("button", name="加一票").click()

    def has_given(self, card: str, votes: int) -> None:
        expect(self.votes_for(card).get_by_label(f"你投了 {votes} 票")).to_be_visible()

    def has_left(self, votes: int) -> None:
        words = f"还剩 {votes} 票" if votes else "票投完了"
        expect(self.page.get_by_text(words, exact=True)).to_be_visible()

    def is_refused(self, card: str, words: str) -> None:
        expect(self.card(card).get_by_role("alert")).to_contain_text(words)

    # Solutions

    def propose(self, text: str, *, kind: str, owner: str, due: str, answers: list[str]) -> None:
        for card in answers:
            self.card(card).get_by_role("checkbox").check()
        form = self.page.get_by_role("region", name="写一个解决办法")
        field = form.get_by_role("textbox", name="写一个解决办法")
        field.fill(text)
        form.get_by_role("radio", name=kind).click()
        form.get_by_role("radio", name=owner).click()
        form.get_by_label("期限").fill(due)
        form.get_by_role("button", name="提出").click()
        expect(field).to_have_value("")
        self.look_at("解决办法")
        expect(self.solution(text)).to_be_visible()

    def look_at(self, side: str) -> None:
        """On a phone the cards and the solutions take turns."""
        turn = self.page.get_by_role("main").get_by_role("button", name=side).and_(self.page.locator("[aria-pressed]"))
        if turn.is_visible():
            turn.click()

    def solution(self, text: str) -> Locator:
        return self.page.get_by_role("article").and_(self.page.locator("[data-solution]")).filter(has_text=text)

    def promote(self, text: str, *, title: str, stage: str, trigger: str) -> None:
        self.solution(text).get_by_role("button", name="收进手册").click()
        dialog = self.page.get_by_role("dialog", name="收进手册")
        dialog.get_by_label("标题").fill(title)
        dialog.get_by_role("radio", name=stage).click()
        dialog.get_by_label("适用时机").fill(trigger)
        dialog.get_by_role("button", name="收进手册").click()
        expect(self.solution(text).get_by_text("已在手册")).to_be_visible()


class PlaybookPage:
    def __init__(self, page: Page):
        self.page = page

    def holds(self, title: str) -> None:
        expect(self.page.get_by_role("article").filter(has_text=title)).to_be_visible()

    def export(self, kind: str) -> str:
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=kind).click()
        return pathlib.Path(download.value.path()).read_bytes().decode("utf-8")
