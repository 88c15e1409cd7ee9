"""Files that are not what they should be: each problem told with its place, the good cells kept, nothing half done."""

import csv
import io
import json
import unittest
import zipfile

from Tests.e2e import samples
from Tests.e2e.session import HTTPRefusal
from Tests.faults.ground import Ground

QUESTIONS = samples.content("questions.csv").decode("utf-8-sig")
XSS = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "=HYPERLINK(\"http://evil\")", "+1+cmd|' /C calc'!A0",
       "-2+3", "@SUM(A1)", "\u202e反转\u202c", "👩‍👩‍👧‍👦 家", "｀＝１＋１", "\tTAB", "[点我](javascript:alert(1))", "| a | b |", "# 标题"]


def setUpModule():
    global ground
    ground = Ground.of_module()


def workbook(sheets: dict[str, list[list[str]]]) -> bytes:
    """As plain as Excel reads one."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def relations(targets: dict[str, str]) -> str:
        links = (f'<Relationship Id="r{n}" Type="{kind}/{targets[to]}" Target="{to}"/>' for n, to in enumerate(targets))
        return f'<Relationships>{"".join(links)}</Relationships>'

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations({"xl/workbook.xml": "officeDocument"}))
        names = "".join(f'<sheet name="{name}" sheetId="{n + 1}" r:id="r{n}"/>' for n, name in enumerate(sheets))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns:r="{kind}"><sheets>{names}</sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", relations({f"{n}.xml": "worksheet" for n in range(len(sheets))}))
        for n, rows in enumerate(sheets.values()):
            cells = ("".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) for row in rows)
            data = "".join(f"<row>{row}</row>" for row in cells)
            archive.writestr(f"xl/{n}.xml", f"<worksheet><sheetData>{data}</sheetData></worksheet>")
    return file.getvalue()


class AFile(unittest.IsolatedAsyncioTestCase):
    def bring(self, house, name: str, content: bytes | str) -> dict:
        content = content.encode() if isinstance(content, str) else content
        return house.lead.session.import_file(name, content, log=house.show)

    def refused(self, house, name: str, content: bytes | str) -> HTTPRefusal:
        with self.assertRaises(HTTPRefusal) as caught:
            self.bring(house, name, content)
        return caught.exception

    async def test_that_is_no_table_is_refused_by_name(self):
        workbook = io.BytesIO()
        with zipfile.ZipFile(workbook, "w") as archive:
            archive.writestr("xl/workbook.xml", "<workbook/>")
        async with ground.house("floor") as house:
            files = {
                workbook.getvalue(): "spreadsheet", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600): "spreadsheet",
                b"": "empty", b"\n\n\n": "empty", bytes(range(256)) * 9: "notText",
                b"\x89PNG\r\n\x1a\n" + bytes(99): "notText", "甲,乙\n1,2\n".encode(): "unrecognised",
                b'{"a":1}': "unrecognised",
            }
            async with ground.undisturbed(self, house):
                for content, code in files.items():
                    for name in ("goals", "trend", "summary", "markers", "questions"):
                        refusal = self.refused(house, name, content)
                        self.assertEqual((422, code), (refusal.status, refusal.code), f"{content[:12]} as {name}")
                endless = ("指标,目标值\n" + "场观,1\n" * 200_000).encode()
                self.assertEqual("tooBig", self.refused(house, "goals", endless).code)

    async def test_that_is_a_workbook_is_read_whole_or_refused_by_name(self):
        whole = samples.content("douyin-show.xlsx")
        async with ground.house("floor") as house:
            async with ground.undisturbed(self, house):
                for content, code in ((whole[:900], "spreadsheet"), (whole[:-30], "spreadsheet"),
                                      (samples.content("workbooks/bomb.xlsx"), "tooBig"),
                                      (samples.content("workbooks/formats.xls")[:20_000], "spreadsheet"),
                                      (samples.content("workbooks/excel-95.xls"), "spreadsheet"),
                                      (b"x" * (9 << 20), "tooBig")):
                    refusal = self.refused(house, "goals", content)
                    self.assertEqual((422, code), (refusal.status, refusal.code))
            goals = [["指标", "目标值"], ["成交金额", "228000"]]
            report = self.bring(house, "goals", workbook({"说明": [["口径"]], "目标": goals}))
            self.assertEqual(("XLSX", 1, ["说明"]), (report["encoding"], report["accepted"], report["left"]))
            await house.lead.until(lambda: "gmv" in house.lead.log(house.show).of("goal"))

    async def test_tells_line_column_and_reason_of_what_it_cannot_read_and_keeps_the_rest(self):
        async with ground.house("floor") as house:
            table = '指标,目标值,依据\n场观,很多,猜\n成交金额,228000,去年\n"带,逗号",5,\n成交金额,1e999,\n'
            report = self.bring(house, "goals", table)
            await house.lead.until(lambda: "gmv" in house.lead.log(house.show).of("goal"))
            self.assertEqual(228000, house.lead.log(house.show).of("goal")["gmv"]["value"])
            places = {(one["line"], one["column"], one["raw"]) for one in report["problems"]}
            self.assertIn((2, 2, "很多"), places)
            self.assertIn((5, 2, "1e999"), places)
            for problem in report["problems"]:
                self.assertTrue(problem["code"] and problem["header"] is not None, problem)

    async def test_is_quoted_briefly_however_large_a_cell_is(self):
        async with ground.house("floor") as house:
            long = "很" * (1 << 20)
            report = self.bring(house, "goals", f"指标,目标值,{long}\n场观,{long},x\n")
            self.assertTrue(report["problems"])
            for text in [*report["ignored"], *(problem["raw"] for problem in report["problems"])]:
                self.assertLessEqual(len(text), 80)
            self.assertIn("很" * 80, [problem["raw"] for problem in report["problems"]])

    async def test_in_gb18030_or_with_a_byte_order_mark_reads_as_in_utf_8(self):
        async with ground.house("floor") as house:
            text = QUESTIONS
            accepted = self.bring(house, "questions", text)["accepted"]
            self.assertGreater(accepted, 0)
            for encoding in ("gb18030", "utf-8-sig"):
                with self.subTest(encoding):
                    report = self.bring(house, "questions", text.encode(encoding))
                    self.assertEqual((accepted, []), (report["accepted"], report["problems"]))
            await ground.quiet(house.lead)
            self.assertEqual(accepted, len(house.lead.log(house.show).of("question")))

    async def test_of_ten_thousand_rows_is_taken_whole_or_not_at_all(self):
        async with ground.house("floor") as house:
            head = QUESTIONS.splitlines()[0]
            row = QUESTIONS.splitlines()[1].split(",")
            wordy = head.split(",").index("问题")
            rows = [",".join(row[:wordy] + [f"第{n}问 多少钱"] + row[wordy + 1:]) for n in range(10_000)]
            async with ground.undisturbed(self, house):
                refusal = self.refused(house, "questions", "\n".join([head, *rows]))
                self.assertEqual((409, "full"), (refusal.status, refusal.code))


class ALineBeforeAFile(unittest.IsolatedAsyncioTestCase):
    GOALS = "指标,目标值\n成交金额,228000\n".encode()

    def refused(self, session, what: str, body: bytes, target: str) -> tuple[int, str]:
        with self.assertRaises(HTTPRefusal) as caught:
            session.request("POST", f"/api/files/{what}?{target}", body)
        return caught.exception.status, caught.exception.code

    async def test_that_is_none_or_says_what_cannot_be_is_refused_by_name(self):
        mapping = {"summary": {"成交额": {"meaning": {"metric": "gmv"}}}}
        lines = {
            b"": (400, "malformed"), b"\n" + self.GOALS: (400, "malformed"),
            b"[]\n": (422, "invalid"), b'{"name":1}\n': (422, "invalid"), b'{"name":"a"}{}\n': (400, "malformed"),
            b'{"name":"' + b"a" * (64 << 10) + b'"}\n': (422, "invalid"), b"{" * 60_000 + b"\n": (400, "malformed"),
            b"\xff\xfe{}\n": (400, "malformed"), b'{"kind":"nothing"}\n': (422, "invalid"), b'{"row":-1}\n': (422, "invalid"),
            b'{"kind":"list"}\n': (403, "forbidden"), b'{"other":1}\n': (422, "invalid"),
        }
        for wrong in (
            {"nothing": {}}, {"goals": []}, {"goals": {"x": 1}}, {"goals": {"x": {"meaning": {}}}},
            {"goals": {"x": {"meaning": {"metric": "nothing"}}}}, {"goals": {"x": {"unit": "英里"}}},
            {"goals": {"x": {"style": {"ratio": "none"}}}}, {"goals": {"x": {"meaning": {"field": "a b"}}}},
            {"goals": {str(n): {} for n in range(300)}},
        ):
            lines[json.dumps({"mapping": wrong}).encode() + b"\n"] = (422, "invalid")
        async with ground.house("floor") as house:
            async with ground.undisturbed(self, house):
                for line, refusal in lines.items():
                    for what in ("preview", "import"):
                        told = self.refused(house.lead.session, what, line + self.GOALS, f"log={house.show}")
                        self.assertEqual(refusal, told, line[:60])
                named = json.dumps({"mapping": mapping}).encode() + b"\n" + self.GOALS
                self.assertEqual(200, house.lead.session.request("POST", f"/api/files/preview?log={house.show}", named).status)

    async def test_cannot_have_anything_stored_that_was_not_shown(self):
        async with ground.house("floor") as house:
            async with ground.undisturbed(self, house):
                session = house.lead.session
                seen = session.preview_file(self.GOALS, {}, log=house.show)
                for line, refusal in (
                    ({"kinds": ["goals"]}, (409, "changed")), ({"kinds": ["goals"], "state": "x"}, (409, "changed")),
                    ({"state": seen["state"]}, (422, "invalid")),
                    ({"kinds": ["goals", "trend"], "state": seen["state"]}, (422, "invalid")),
                    ({"kinds": ["goals"], "state": seen["state"], "kind": "trend"}, (409, "changed")),
                ):
                    body = json.dumps(line).encode() + b"\n" + self.GOALS
                    self.assertEqual(refusal, self.refused(session, "import", body, f"log={house.show}"), line)

    async def test_brings_nobody_rights(self):
        async with ground.house("floor", "host") as house:
            floor = house.members["floor"].session
            channel = house.lead.log(house.directory).of("show")[house.show]["channel"]
            async with ground.undisturbed(self, house):
                for what in ("preview", "import"):
                    self.assertEqual((403, "forbidden"), self.refused(floor, what, b"{}\n" + self.GOALS, f"channel={channel}"))
                    for target in (f"log={house.room}", f"log={house.directory}", "log=x", "channel=x", ""):
                        self.assertEqual((404, "notFound"), self.refused(house.lead.session, what, b"{}\n", target), target)
                # Whoever may bring markers only is shown no goals, and stores none.
                told = self.refused(floor, "preview", b'{"kind":"goals"}\n' + self.GOALS, f"log={house.show}")
                self.assertEqual((403, "forbidden"), told)
                told = self.refused(floor, "preview", b"{}\n" + self.GOALS, f"log={house.show}")
                self.assertEqual((422, "unrecognised"), told)

    async def test_is_not_taken_with_more_than_a_file_may_have(self):
        async with ground.house("floor") as house:
            for what in ("preview", "import"):
                told = self.refused(house.lead.session, what, b"{}\n" + bytes(21 << 20), f"log={house.show}")
                self.assertEqual((413, "tooLarge"), told)


class WordsThatWouldRun(unittest.IsolatedAsyncioTestCase):
    async def test_stay_words_on_the_way_to_page_and_export(self):
        async with ground.house("host") as house:
            await house.move("live")
            host = house.members["host"]
            for text in XSS:
                await host.send(house.room, "issue.post", {"role": "host", "kind": "mistake", "text": text})
            await house.move("solve")
            cards = {card["text"] for card in house.lead.log(house.room).of("issue").values()}
            self.assertEqual({text.strip().strip("\u202e\u202c").replace("\u202c", "") for text in XSS}, cards)
            for text in XSS:
                entry = {"title": text, "kind": "sop", "roles": ["host"], "text": text, "trigger": text}
                await house.lead.send(house.lead.me["playbook"], "entry.write", entry)
            body = house.lead.session.get("/api/playbook.csv").body
            self.assertTrue(body.startswith(b"\xef\xbb\xbf"))
            for row in csv.reader(io.StringIO(body.decode("utf-8-sig"))):
                for cell in row:
                    self.assertNotRegex(cell, r"^[=+\-@\t\r＝＋－＠]")
            page = house.lead.session.get("/api/playbook.md")
            self.assertNotRegex(page.body.decode(), r"(?m)(?<!\\)<script|(?<!\\)\[点我\]|^# 标题")
            for header in ("content-security-policy", "x-content-type-options", "content-disposition"):
                self.assertIn(header, page.headers)


if __name__ == "__main__":
    unittest.main(verbosity=2)
