"""python -m Tests.bench.against FOLDER [--rounds N] [--page]: this checkout's server beside an older one's, by turns.

The load is the same for both: what drifts on a shared machine cancels in each pair's ratio."""

import argparse
import pathlib
import statistics
import sys
from collections.abc import Callable

from Tests.bench import durable, fanout, joining, page, start, table
from Tests.bench.figure import Figure, quotients
from Tests.bench.house import UNLIMITED, running_house
from Tests.e2e.server import HOME, Server

LIMIT = 1.05
PACED = ("--members", "50", "--senders", "5", "--rate", "20", "--seconds", "10")
#: What each round measures, and whether more of it is better.
WHAT = {
    "CPU a delivery": False, "deliveries/s": True, "commands/s": True, "PostgreSQL's CPU a command": False,
    "p50 at 20 commands a second": False, "p99 at 20 commands a second": False,
    "node CPU, first joiner, in memory": False, "node CPU, first joiner, loaded for it": False,
    "node CPU, next joiner": False, "start to /readyz, PostgreSQL running": False,
}
#: The same of the page, in a meeting; asked for by `--page`.
ON_THE_PAGE = {
    "from one frame to the next, p95": False, "a told event to the drawn card, p50": False,
    "a told event to the drawn card, p95": False, "main thread busy": False,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="deploy/bench against")
    parser.add_argument("folder", type=pathlib.Path, help="the older checkout, built in release")
    parser.add_argument("--rounds", type=int, default=3, help="paired rounds (3)")
    parser.add_argument("--page", action="store_true", help="the page in a meeting of a hundred, and nothing else")
    options = parser.parse_args()
    what, measure = (ON_THE_PAGE, page.meeting) if options.page else (WHAT, measured)
    pairs = [one_round(options.folder, measure, first=number % 2 == 0) for number in range(options.rounds)]
    figures = [figure(name, more, pairs) for name, more in what.items()]
    print(table.text(figures))
    return 0 if all(figure.holds for figure in figures) else 1


def figure(name: str, more_is_better: bool, pairs: list[tuple[dict, dict]]) -> Figure:
    """How many times worse: above 1 this checkout is the slower or dearer one."""
    ours, theirs = ([side[name] for side in sides] for sides in zip(*pairs))
    worse = quotients(theirs, ours) if more_is_better else quotients(ours, theirs)
    note = f"{table.short(statistics.median(ours))}, before {table.short(statistics.median(theirs))}"
    return Figure(0, name, worse, "×", LIMIT, note=note)


def one_round(older: pathlib.Path, measure: Callable[[], dict[str, float]], first: bool) -> tuple[dict, dict]:
    """Ours and theirs; who begins changes from round to round."""
    found = {}
    for home in (HOME, older) if first else (older, HOME):
        Server.home, Server.binary = home, home / ".build/release/aftershow"
        found[home] = measure()
    return found[HOME], found[older]


def measured() -> dict[str, float]:
    with running_house(*UNLIMITED) as house:
        carried = house.bench(*fanout.LOAD)
    with running_house(*UNLIMITED) as house:
        paced = house.bench(*PACED)["milliseconds"]
    stored, joined = durable.ours(), joining.joined()
    values = (
        carried["serverMicrosecondsPerDelivery"], carried["deliveriesPerSecond"], stored["commandsPerSecond"],
        stored["databaseMicrosecondsPerCommand"], paced["p50"], paced["p99"],
        *(statistics.median(joined[case]["cpuMilliseconds"]) for case in ("fresh", "loaded", "guest")),
        *start.beside_a_running_database(1),
    )
    return dict(zip(WHAT, values, strict=True))


if __name__ == "__main__":
    sys.exit(main())
