-- The write path: events of many logs in one statement, each log all or nothing.
--
-- A log moves only if its head, and its head's tag, still are what its events were decided on: the same head under
-- another tag is another history. Those absent from the result lost the race and leave nothing behind. Who waits for
-- another's lock judges by the head that one leaves.
-- The logs are given in the order of their ids, and locked in that order whether they are looked up one by one or found
-- along the index (StoreTests hold the plan to it), so that batches of several nodes never wait for each other in a circle.
-- A command that is in its log already fails the whole batch with 23505; append_carefully.sql is for that.
with moved as (
  update log
  set head = batch.new_head, tag = batch.tag, summary = batch.summary
  from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::json[], $14::bigint[])
    as batch (log_id, old_head, new_head, tag, summary, old_tag)
  where log.log_id = batch.log_id and log.head = batch.old_head and log.tag = batch.old_tag
  returning log.log_id
),
events as (
  insert into event (log_id, seq, tag, command_id, actor, at, op, body)
  select incoming.*
  from unnest($6::uuid[], $7::bigint[], $8::bigint[], $9::uuid[], $10::uuid[], $11::bigint[], $12::text[], $13::json[])
    as incoming (log_id, seq, tag, command_id, actor, at, op, body)
  join moved using (log_id)
)
select log_id from moved
