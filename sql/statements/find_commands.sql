-- Where commands are stored, for commands of many logs at once: answers a resent command, and settles what became of
-- an append whose answer was lost.
select event.log_id, event.command_id, event.seq, event.tag, event.actor
from unnest($1::uuid[], $2::uuid[]) as wanted (log_id, command_id)
cross join lateral (
  select * from event where event.log_id = wanted.log_id and event.command_id = wanted.command_id limit 1
) as event
