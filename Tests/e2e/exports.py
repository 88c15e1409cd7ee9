"""Exports against expected text: everything but ids, dates and times must be the same."""

import os
import pathlib
import re

EXPECTED = pathlib.Path(__file__).parent / "expected"


def matches_expected(test, name: str, text: str) -> None:
    """`AFTERSHOW_RECORD=1` writes what came as what is expected; read it before you commit it."""
    file = EXPECTED / name
    if os.environ.get("AFTERSHOW_RECORD"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(normal(text), encoding="utf-8", newline="")
    test.maxDiff = None
    test.assertEqual(file.read_bytes().decode(), normal(text))


def normal(text: str) -> str:
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "‹id›", text)
    text = re.sub(r"2\d{3}[-/年]\d{1,2}[-/月]\d{1,2}日?", "‹day›", text)
    return re.sub(r"‹day›[ T]?\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:\d{2})?", "‹time›", text)
