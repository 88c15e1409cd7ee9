"""The figures as one table, for people and for programs."""

import datetime

from Tests.bench import machine
from Tests.bench.figure import Figure

HEADS = ("", "what", "median", "rounds", "floor", "goal", "verdict", "behind it")


def text(figures: list[Figure]) -> str:
    """Markdown, so that the article can hold it as it is."""
    rows = [HEADS, *map(cells, figures)]
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def cells(figure: Figure) -> tuple[str, ...]:
    bound = "≥ " if figure.more_is_better else "≤ "
    return (
        str(figure.target), figure.name, f"{short(figure.value)} {figure.unit}",
        " · ".join(map(short, figure.rounds)),
        "" if figure.floor is None else bound + short(figure.floor),
        "" if figure.goal is None else bound + short(figure.goal), figure.verdict, figure.note,
    )


def short(value: float) -> str:
    """Three digits that matter, thousands apart."""
    if abs(value) >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"


def document(figures: list[Figure], rounds: int) -> dict:
    return {
        "made": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"), "machine": machine.description(),
        "rounds": rounds, "figures": [figure.json for figure in figures],
    }
