-- Minute series that events brought. In the transaction of their append, and only in logs that moved, as keep_texts.sql.
insert into series (log_id, series_id, body)
select log_id, curve.series_id, curve.body
from unnest($1::uuid[], $2::bigint[], $3::text[], $4::jsonb[]) as curve (log_id, tag, series_id, body)
join log using (log_id, tag)
on conflict (log_id, series_id) do update set body = excluded.body
