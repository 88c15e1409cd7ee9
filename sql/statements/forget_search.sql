-- Records that search must not find by their words any more. In the transaction of the append, and only in logs that
-- moved, as keep_texts.sql. A row without words takes the place also where there was none: one that is on its way here
-- from an earlier event finds it.
insert into search_row (log_id, record_id, organisation, kind, seq, at, words, grams, told)
select log_id, gone.record_id, log.organisation, '', log.head, 0, '', '{}', '{}'
from unnest($1::uuid[], $2::bigint[], $3::text[]) as gone (log_id, tag, record_id)
join log using (log_id, tag)
order by log_id, record_id
on conflict (log_id, record_id) do update
set kind = excluded.kind, seq = excluded.seq, at = excluded.at, expires_at = excluded.expires_at, words = excluded.words,
    grams = excluded.grams, told = excluded.told
