-- The write path: events of many logs in one statement, each log all or nothing.
--
-- A log moves only if its head still is what its events were decided on, and none of their commands is in it already.
-- Only logs that moved leave anything behind; those absent from the result lost the race.
-- locked: in the order of the ids, so that batches of several nodes never deadlock; a waiter reads the new head.
-- The last line asks for the locks also when nothing can move: an append that is repeated because nobody knows what
-- became of it must wait for the session that had it and, by writing a lock, for the standby if one is required.
-- known: looked up row by row (limit 1 keeps it so), so that the plan never depends on how large event was once.
-- It reads the statement's snapshot, which suffices: a command stored since then has moved the head.
with batch as materialized (
  select *
  from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::jsonb[])
    as batch (log_id, old_head, new_head, tag, summary)
),
incoming as materialized (
  select *
  from unnest($6::uuid[], $7::bigint[], $8::bigint[], $9::uuid[], $10::uuid[], $11::bigint[], $12::text[], $13::jsonb[])
    as incoming (log_id, seq, tag, command_id, actor, at, op, body)
),
locked as materialized (
  select log_id, head from log where log_id = any ($1::uuid[]) order by log_id for no key update
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
    and batch.log_id not in (select log_id from known)
  returning log.log_id
),
events as (
  insert into event (log_id, seq, tag, command_id, actor, at, op, body)
  select incoming.* from incoming join moved using (log_id)
),
words as (
  insert into text (log_id, text_id, seq, body, expires_at)
  select word.*
  from unnest($14::uuid[], $15::text[], $16::bigint[], $17::text[], $18::bigint[])
    as word (log_id, text_id, seq, body, expires_at)
  join moved using (log_id)
  on conflict (log_id, text_id) do update
  set seq = excluded.seq, body = excluded.body, expires_at = excluded.expires_at
),
curves as (
  insert into series (log_id, series_id, body)
  select curve.*
  from unnest($19::uuid[], $20::text[], $21::jsonb[]) as curve (log_id, series_id, body)
  join moved using (log_id)
  on conflict (log_id, series_id) do update set body = excluded.body
),
acts as (
  insert into pending (log_id, act_id, target_id, target_kind, op, args, member, settle, at)
  select act.*
  from unnest($22::uuid[], $23::uuid[], $24::uuid[], $25::text[], $26::text[], $27::jsonb[], $28::uuid[], $29::text[],
      $30::bigint[])
    as act (log_id, act_id, target_id, target_kind, op, args, member, settle, at)
  join moved using (log_id)
  on conflict do nothing
),
settled as (
  delete from pending
  using unnest($31::uuid[], $32::uuid[]) as done (log_id, act_id)
  join moved using (log_id)
  where pending.log_id = done.log_id and pending.act_id = done.act_id
),
erased as (
  delete from text
  using unnest($33::uuid[], $34::text[]) as gone (log_id, text_id)
  join moved using (log_id)
  where text.log_id = gone.log_id and text.text_id = gone.text_id
)
select log_id from moved where (select count(*) from locked) >= 0
