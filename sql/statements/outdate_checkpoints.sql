-- After an erasing no checkpoint from before is to be loaded, nor written by a node that has not heard of it yet: an
-- empty one takes the place. In the transaction of the append, and only in logs that moved, as keep_texts.sql.
insert into snapshot (log_id, seq, tag, at, body)
select distinct log_id, log.head, log.tag, 0, ''::bytea
from unnest($1::uuid[], $2::bigint[]) as outdated (log_id, tag)
join log using (log_id, tag)
on conflict (log_id) do update
set seq = excluded.seq, tag = excluded.tag, at = excluded.at, body = excluded.body
