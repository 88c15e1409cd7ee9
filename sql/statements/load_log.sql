-- A log as of one moment: its row, its newest checkpoint, the first events behind that, the words still kept. A
-- checkpoint of an event the log does not have (any more) is none, and so is an empty one, which keeps the place of one
-- from before an erasing.
-- One statement, so that all parts are of the same moment; the first column says which part a row is.
with newest as materialized (
  select snapshot.seq, snapshot.tag, snapshot.at, snapshot.body
  from snapshot
  join event using (log_id, seq, tag)
  where log_id = $1::uuid and snapshot.body <> ''
)
select 0 as part, log.head as seq, log.tag, log.log_id as command_id, log.organisation as actor, 0::bigint as at,
       log.kind as op, ''::bytea as body
from log
where log_id = $1::uuid
union all
select 1, seq, tag, null, null, at, null, body
from newest
union all
select 2, seq, tag, command_id, actor, at, op, convert_to(body::text, 'UTF8')
from event
where log_id = $1::uuid
  and seq > coalesce((select seq from newest), 0) and seq <= coalesce((select seq from newest), 0) + $2::bigint
union all
select 3, seq, 0, null, null, coalesce(expires_at, 0), text_id, convert_to(body, 'UTF8')
from text
where log_id = $1::uuid and (expires_at is null or expires_at > (extract(epoch from statement_timestamp()) * 1000)::bigint)
order by part, seq
