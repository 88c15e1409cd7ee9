-- Remembered acts that are hereby done. In the transaction of the append that says so, and only for logs that moved, as
-- keep_texts.sql.
delete from pending
using unnest($1::uuid[], $2::bigint[], $3::uuid[]) as done (log_id, tag, act_id)
join log using (log_id, tag)
where pending.log_id = done.log_id and pending.act_id = done.act_id
