"""6: what a command and a delivery cost the node, as the house fills. The pace is the same, and so is what comes
together."""

import statistics

from Tests.bench.figure import Figure
from Tests.bench.house import UNLIMITED, running_house

SECONDS = 5
#: Ten members, five of whom send: edits mostly, and votes; nothing is added.
STEADY = ("--members", "10", "--posts", "0", "--rate", "500", "--seconds", str(SECONDS))
#: Slower, so that a thousand listeners are not more than the machine carries.
TALK = ("--posts", "0", "--rate", "100", "--seconds", str(SECONDS))
#: In percent.
GROWTH = 15

#: Every sender has as many cards as it may have commands unanswered.
FEW = ("--cards", "0", "--window", "2")
#: What grows, from, to: by the words of the load.
AXES = (
    ("cards in the room", "10", "1,000", STEADY, FEW, ("--cards", "900", "--window", "20")),
    ("questions in the show", "10", "5,000", (*STEADY, "--show"), FEW, ("--cards", "4900", "--window", "20")),
    ("loaded rooms", "1", "1,000", STEADY, (), ("--loaded", "999")),
)


def measure(rounds: int) -> list[Figure]:
    figures = [commands(*axis, rounds) for axis in AXES]
    return [*figures, deliveries(rounds)]


def commands(name, few, many, load, small, large, rounds) -> Figure:
    pairs = [(cost(load, small), cost(load, large)) for _ in range(rounds)]
    return figure(f"CPU a command, {few} to {many} {name}", pairs, "command")


def deliveries(rounds: int) -> Figure:
    few, many = (*TALK, "--members", "10"), (*TALK, "--members", "1000")
    key = "serverMicrosecondsPerDelivery"
    pairs = [(cost(few, (), key), cost(many, (), key)) for _ in range(rounds)]
    return figure("CPU a delivery, 10 to 1,000 members", pairs, "delivery")


def figure(name: str, pairs: list[tuple[float, float]], of: str) -> Figure:
    small, large = (statistics.median(values) for values in zip(*pairs))
    return Figure(6, name, [(large / small - 1) * 100 for small, large in pairs], "%", GROWTH,
                  note=f"{small:,.1f} and {large:,.1f} µs a {of}")


def cost(load: tuple, size: tuple, key: str = "serverMicrosecondsPerCommand") -> float:
    with running_house(*UNLIMITED) as house:
        return house.bench(*load, *size)[key]
