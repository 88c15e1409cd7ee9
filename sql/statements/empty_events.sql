-- Words of records that an event erases go out of the events that brought them; all else these say stays, and so do
-- their places and their tags. In the transaction of its append, and only in logs that moved, as keep_texts.sql.
--
-- A body is an array of facts, {name: {label: part, …}}. A fact that names the record, by its id or as an object with
-- that id, has its words in the members of its parts.
with gone as (
  select record.log_id, jsonb_object_agg(record.record_id, record.before) as records,
         array_agg('%"' || record.record_id || '"%') as mentions
  from unnest($1::uuid[], $2::bigint[], $3::text[], $4::bigint[]) as record (log_id, tag, record_id, before)
  join log using (log_id, tag)
  group by record.log_id
),
emptied as materialized (
  select event.log_id, event.seq, rewritten.body
  from gone
  join event using (log_id)
  cross join lateral (
    select json_agg(json_build_object(fact.name, fact.parts) order by fact.place) as body,
           bool_or(fact.is_emptied) as is_emptied
    from (
      select facts.place, named.name, bool_or(has.words) as is_emptied,
             json_object_agg(part.label, case when has.words then without.words else part.value end) as parts
      from json_array_elements(event.body) with ordinality as facts (fact, place)
      cross join lateral json_each(facts.fact) as named (name, value)
      cross join lateral (
        select coalesce(
          bool_or(event.seq < (gone.records ->> coalesce(label.value ->> 'id', label.value #>> '{}'))::bigint), false)
        from json_each(named.value) as label
        where json_typeof(label.value) in ('object', 'string')
      ) as names (record)
      cross join lateral json_each(named.value) as part (label, value)
      cross join lateral (select names.record and json_typeof(part.value) = 'object') as has (words)
      cross join lateral (
        select json_object_agg(member.key, case
          when member.key in ('text', 'title', 'trigger', 'due', 'note') then '""'::json
          when member.key = 'tags' then '[]'::json
          else member.value
        end)
        from json_each(case when has.words then part.value else '{}' end) as member
      ) as without (words)
      group by facts.place, named.name
    ) as fact
  ) as rewritten
  -- Nearly all events of a log are of other records: those are not taken apart.
  where event.body::text like any (gone.mentions)
    and event.body::text ~ '("(text|title|trigger|due|note)"\s*:\s*"[^"]|"tags"\s*:\s*\["[^"])' and rewritten.is_emptied
)
update event
set body = emptied.body
from emptied
where event.log_id = emptied.log_id and event.seq = emptied.seq
