-- Words that events brought. In the transaction of their append, which has left its tag in the logs that moved: only
-- those keep anything.
insert into text (log_id, text_id, seq, body, expires_at)
select log_id, word.text_id, word.seq, word.body, word.expires_at
from unnest($1::uuid[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::bigint[])
  as word (log_id, tag, text_id, seq, body, expires_at)
join log using (log_id, tag)
on conflict (log_id, text_id) do update
set seq = excluded.seq, body = excluded.body, expires_at = excluded.expires_at
