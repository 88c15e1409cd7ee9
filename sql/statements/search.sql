-- What holds all words of a search: how much of each kind in each log, and one page of it, the best first. What holds the
-- words as they were typed, in its first line or anywhere, stands before what holds them apart; then the newest first.
-- By grams at first; they let in a little too much, and the words decide.
with found as materialized (
  select log_id, record_id, kind, at,
         case
           when strpos(split_part(words, E'\n', 1), $3::text) > 0 then 0
           when strpos(words, $3::text) > 0 then 1
           else 2
         end as rank
  from search_row
  where grams @> $1::bigint[]::integer[] and organisation = $8::uuid and words like all ($2::text[])
    and (expires_at is null or expires_at > $7::bigint) and log_id <> all ($4::uuid[])
),
page as (
  select log_id, record_id, rank, at
  from found
  where $5::text[] is null or kind = any ($5::text[])
  order by rank, at desc, log_id, record_id
  offset $6::bigint
  limit 20
)
select 0 as part, kind, log_id, null as record_id, count(*) as number, 0::bigint as at, null as told
from found
group by kind, log_id
union all
select 1, search_row.kind, log_id, record_id, row_number() over (order by page.rank, page.at desc, log_id, record_id),
       page.at, search_row.told
from page
join search_row using (log_id, record_id)
order by part, number
