"""python -m Tests.bench [--only TARGET]... [--rounds N] [--json FILE]"""

import argparse
import importlib
import json
import pathlib
import sys

from Tests.bench import machine, table

#: In the order of the Performance article. A module's `measure(rounds)` answers its figures.
TARGETS = ("fanout", "durable", "latency", "memory", "joining", "growth", "start", "page", "importing", "searching", "presence")


def main() -> int:
    options = read_options()
    figures = []
    for name in options.only or TARGETS:
        print(f"── {name}", flush=True)
        found = importlib.import_module(f"Tests.bench.{name}").measure(options.rounds)
        print(table.text(found), flush=True)
        figures += found
    print(f"\n{table.text(figures)}\n\n{machine.description()}; medians of {options.rounds} rounds")
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(table.document(figures, options.rounds), ensure_ascii=False, indent=1))
    options.json.with_suffix(".txt").write_text(table.text(figures) + "\n")
    return 0 if all(figure.holds for figure in figures) else 1


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="deploy/bench", description=importlib.import_module("Tests.bench").__doc__)
    parser.add_argument("--only", action="append", choices=TARGETS, metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--rounds", type=int, default=3, help="paired rounds (3)")
    parser.add_argument("--json", type=pathlib.Path, default=pathlib.Path(".build/bench/table.json"))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
