"""Compares what clients were told with what the database holds (C1 to C5 of a linearizable log)."""

from Tests.e2e.client import Client
from Tests.e2e.database import Database


def check(database: Database, clients: list[Client]) -> dict[str, int]:
    """Raises with the first contradiction; answers how much was compared, so that a test knows it was not nothing."""
    stored: dict[str, dict[int, tuple[str, str]]] = {}
    for log, seq, tag, command in database.rows("SELECT log_id, seq, tag, command_id FROM event ORDER BY log_id, seq"):
        stored.setdefault(log, {})[int(seq)] = (f"{int(tag) % (1 << 64):016x}", command)
    check_no_hole(database, stored)
    return {
        "events": sum(map(len, stored.values())),
        "acked": sum(check_answers(client, stored) for client in clients),
        "seen": sum(check_stream(client, stored) for client in clients),
    }


def check_no_hole(database: Database, stored: dict) -> None:
    heads = {log: int(head) for log, head in database.rows("SELECT log_id, head FROM log")}
    for log, events in stored.items():
        assert sorted(events) == list(range(1, heads[log] + 1)), f"{log}: head {heads[log]}, {len(events)} events"
        commands = [command for _, command in events.values()]
        assert len(set(commands)) == len(commands), f"{log}: a command took effect twice"


def check_answers(client: Client, stored: dict) -> int:
    """Acknowledged: there, once, at that seq. Refused for good: not there."""
    for ident, ack in client.acks.items():
        assert stored[ack["log"]][ack["seq"]][1] == ident, f"acknowledged {ident} is not at {ack['log']}/{ack['seq']}"
    everything = {command for events in stored.values() for _, command in events.values()}
    for command in client.history:
        if command.answer.done() and command.answer.exception():
            assert command.id not in everything, f"refused {command.id} took effect"
    check_order(client)
    return len(client.acks)


def check_order(client: Client) -> None:
    """One client sends in order, so what it sent first stands first, as far as nothing had to be sent again."""
    for log in client.logs:
        answered = [client.acks[c.id]["seq"] for c in client.history
                    if c.frame["log"] == log and c.id in client.acks and not c.refusals]
        assert answered == sorted(answered), f"{log}: answers out of order"


def check_stream(client: Client, stored: dict) -> int:
    """What a client was sent is a piece of the log: contiguous, the same tags, the same commands."""
    seen = 0
    for held in client.logs.values():
        assert not held.faults, held.faults
        for event in held.events:
            _, command = stored[held.log][event["seq"]]
            assert event.get("id") in (None, command), f"{held.log}/{event['seq']}: told {event.get('id')}, is {command}"
        for seq, tag in held.tags.items():
            assert seq == 0 or tag == stored[held.log][seq][0], f"{held.log}/{seq}: the tag is not the stored one"
        seen += len(held.events)
    return seen


async def check_fresh(clients: list[Client]) -> None:
    """What a client holds after all it has been through is what a newcomer with its rights is sent."""
    for client in clients:
        async with Client(client.session) as newcomer:
            await newcomer.until(lambda: newcomer.live)
            for log, held in client.logs.items():
                fresh = await newcomer.follow(log)
                assert fresh.at["seq"] == held.at["seq"], f"{log}: held {held.at}, fresh {fresh.at}"
                assert present(fresh) == present(held), f"{log}: the records differ from a fresh fetch"


def present(held) -> dict[str, dict]:
    return {kind: records for kind, records in held.records.items() if records}
