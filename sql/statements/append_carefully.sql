-- The write path when something is in doubt; takes and does what append.sql does, and more dearly:
--
-- known: logs that have one of the commands already stay where they are, the others move. Looked up row by row (limit 1
-- keeps it so), so that the plan never depends on how large event was once. It reads the statement's snapshot, which
-- suffices: a command stored since then has moved the head.
-- locked: all logs, also those that cannot move (the last line asks for them): an append that is repeated because nobody
-- knows what became of it must wait for the session that had it and, by writing a lock, for the standby if one is
-- required. In the order of the ids, as everywhere.
with batch as materialized (
  select *
  from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::json[], $14::bigint[])
    as batch (log_id, old_head, new_head, tag, summary, old_tag)
),
incoming as materialized (
  select *
  from unnest($6::uuid[], $7::bigint[], $8::bigint[], $9::uuid[], $10::uuid[], $11::bigint[], $12::text[], $13::json[])
    as incoming (log_id, seq, tag, command_id, actor, at, op, body)
),
locked as materialized (
  select log_id, head, tag from log where log_id = any ($1::uuid[]) order by log_id for no key update
),
known as materialized (
  select incoming.log_id
  from incoming
  cross join lateral (
    select from event where event.log_id = incoming.log_id and event.command_id = incoming.command_id limit 1
  ) as stored
),
moved as (
  update log
  set head = batch.new_head, tag = batch.tag, summary = batch.summary
  from batch join locked using (log_id)
  where log.log_id = batch.log_id
    and locked.head = batch.old_head
    and locked.tag = batch.old_tag
    and batch.log_id not in (select log_id from known)
  returning log.log_id
),
events as (
  insert into event (log_id, seq, tag, command_id, actor, at, op, body)
  select incoming.* from incoming join moved using (log_id)
)
select log_id from moved where (select count(*) from locked) >= 0
