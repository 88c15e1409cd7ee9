-- The figures of shows whose newest numbers are others now: all there are, one row a metric; those that are gone are
-- deleted. In the transaction of their append, and only in logs that moved, as keep_texts.sql.
with changed as (
  select log.log_id, log.organisation, told.figures
  from unnest($1::uuid[], $2::bigint[], $3::json[]) as told (log_id, tag, figures)
  join log using (log_id, tag)
),
now as (
  select changed.log_id, changed.organisation, figure.*
  from changed
  cross join lateral json_to_recordset(changed.figures) as figure (
    metric text, version integer, value double precision, snapshot text, derived boolean, source text, label text,
    at bigint, by uuid)
),
gone as (
  delete from figure
  using changed
  where figure.log_id = changed.log_id
    and not exists (select from now where now.log_id = figure.log_id and now.metric = figure.metric)
)
insert into figure (log_id, organisation, metric, version, value, snapshot, derived, source, label, at, by)
select log_id, organisation, metric, version, value, snapshot, derived, source, label, at, by
from now
on conflict (log_id, metric) do update
set version = excluded.version, value = excluded.value, snapshot = excluded.snapshot, derived = excluded.derived,
    source = excluded.source, label = excluded.label, at = excluded.at, by = excluded.by
