"""What a client holds of one log: a position and plain records. It folds nothing but `put` and `cut`."""


class Gap(Exception):
    """Events are missing: the client must reconnect and resume."""


class HeldLog:
    def __init__(self, log: str):
        self.log = log
        self.kind: str | None = None
        self.at: dict | None = None
        self.records: dict[str, dict[str, dict]] = {}
        self.tags: dict[int, str] = {}  # every seq this client was told of since its last snapshot
        self.events: list[dict] = []
        self.snapshots = 0
        self.faults: list[str] = []
        self._parts: dict[int, dict] = {}

    def of(self, kind: str) -> dict[str, dict]:
        return self.records.get(kind, {})

    def take_snapshot(self, frame: dict) -> None:
        if frame["part"] == 1:
            self._parts = {}
        self._parts[frame["part"]] = frame.get("put") or {}
        if len(self._parts) < frame["parts"]:
            return
        self.kind, self.at, self.records = frame["kind"], frame["at"], {}
        self.tags = {frame["at"]["seq"]: frame["at"]["tag"]}
        self.snapshots += 1
        for part in sorted(self._parts):
            self._put(self._parts[part])
        self._parts = {}

    def take_events(self, frame: dict) -> None:
        if self.at is None:
            self.faults.append("events before any snapshot")
            return
        for seq, event in enumerate(frame["events"], frame["from"]):
            if seq <= self.at["seq"]:
                if self.tags.get(seq, event["tag"]) != event["tag"]:
                    self.faults.append(f"event {seq} came twice with different tags")
                continue
            if seq > self.at["seq"] + 1:
                raise Gap(f"held {self.at['seq']}, got {seq}")
            self._put(event.get("put") or {})
            self._cut(event.get("cut") or {})
            self.tags[seq] = event["tag"]
            self.events.append({"seq": seq, **event})
            self.at = {**self.at, "seq": seq, "tag": event["tag"]}

    def _put(self, put: dict) -> None:
        for kind, records in put.items():
            held = self.records.setdefault(kind, {})
            for record in records:
                held[record["id"]] = record

    def _cut(self, cut: dict) -> None:
        for kind, ids in cut.items():
            for gone in ids:
                self.records.get(kind, {}).pop(gone, None)
