-- Whether a commit goes through: a row of the server's own is written, under the locks that every append takes. The first
-- two write nothing; a table that is locked holds them up as it would hold up an append.
with moved as (
  update log set head = head where false
),
events as (
  insert into event (log_id, seq, tag, command_id, actor, at, op, body)
  select log_id, seq, tag, command_id, actor, at, op, body from event where false
)
insert into pulse (one) values (true)
on conflict (one) do update set at = now()
