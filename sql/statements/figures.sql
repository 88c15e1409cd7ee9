-- The figures of some shows, each with the numbers it is of; and whether they are of this edition.
select log.log_id, (log.summary ->> 'figures')::bigint is not distinct from $2::bigint, told.figures, told.snapshots
from log
cross join lateral (
  select
    json_build_object(
      'values', coalesce(json_object_agg(metric, value order by metric), '{}'),
      'from', coalesce(json_object_agg(metric, snapshot order by metric), '{}'),
      'derived', coalesce(json_agg(metric order by metric) filter (where derived), '[]'),
      'versions', coalesce(json_object_agg(metric, version order by metric) filter (where version <> 1), '{}')
    ) as figures,
    coalesce(
      (
        select json_object_agg(
          id, json_strip_nulls(json_build_object('source', source, 'label', label, 'at', at, 'by', by)))
        from (select distinct snapshot as id, source, label, at, by from figure where figure.log_id = log.log_id) as one
      ),
      '{}') as snapshots
  from figure
  where figure.log_id = log.log_id
) as told
where log.log_id = any ($1::uuid[]) and log.kind = 'show' and log.head > 0
