-- What search finds, each row as of an event that is stored. One of a later event stays. In the order in which
-- forget_search.sql takes them, so that neither waits for the other in a circle.
insert into search_row (log_id, record_id, organisation, kind, seq, at, expires_at, words, grams, told)
select log_id, record_id, organisation, kind, seq, at, expires_at, words, grams::integer[], told
from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::text[],
    $9::text[], $10::json[])
  as row (log_id, record_id, organisation, kind, seq, at, expires_at, words, grams, told)
order by log_id, record_id
on conflict (log_id, record_id) do update
set kind = excluded.kind, seq = excluded.seq, at = excluded.at, expires_at = excluded.expires_at, words = excluded.words,
    grams = excluded.grams, told = excluded.told
where excluded.seq >= search_row.seq
