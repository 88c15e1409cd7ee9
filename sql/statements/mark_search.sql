-- The rows of these logs have been written for the events behind `since` up to `till`: from the beginning, or going on
-- from where the mark stands. Answers the logs whose mark now stands there. Of another rule, only the beginning counts.
with told as (
  select log_id, since, till
  from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as told (log_id, since, till)
  order by log_id
),
begun as (
  insert into search_mark (log_id, seq, edition)
  select log_id, till, $4::bigint::integer
  from told
  where since = 0
  on conflict (log_id) do update
  set seq = greatest(search_mark.seq, excluded.seq), edition = excluded.edition
  returning log_id
),
moved as (
  update search_mark
  set seq = greatest(search_mark.seq, told.till)
  from told
  where search_mark.log_id = told.log_id and told.since > 0 and search_mark.seq >= told.since
    and search_mark.edition = $4::bigint::integer
  returning search_mark.log_id
)
select log_id from begun
union all
select log_id from moved
