"""One line of the table: what was measured, round by round, and what was wanted of it."""

import dataclasses
import statistics


@dataclasses.dataclass(frozen=True)
class Figure:
    """`target` is the number under which the Performance article speaks of it. The median of the rounds counts."""

    target: int
    name: str
    rounds: list[float]
    unit: str
    floor: float | None = None
    goal: float | None = None
    more_is_better: bool = False
    #: The absolute figures behind a ratio, for the reader.
    note: str = ""

    @property
    def value(self) -> float:
        return statistics.median(self.rounds)

    def reaches(self, bound: float | None) -> bool | None:
        """None: nothing was wanted."""
        if bound is None:
            return None
        return self.value >= bound if self.more_is_better else self.value <= bound

    @property
    def holds(self) -> bool:
        return self.reaches(self.floor) is not False

    @property
    def verdict(self) -> str:
        if not self.holds:
            return "BELOW THE FLOOR"
        if self.reaches(self.goal):
            return "goal"
        return "" if self.floor is None else "floor"

    @property
    def json(self) -> dict:
        return dataclasses.asdict(self) | {"value": self.value, "verdict": self.verdict}


def quotients(ours: list[float], others: list[float]) -> list[float]:
    """Round by round: what drifts in between cancels."""
    return [one / other for one, other in zip(ours, others)]
