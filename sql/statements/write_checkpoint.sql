-- Keeps the newest checkpoint of a log, in the table `snapshot`. An older one never replaces a newer one, unless the log
-- was rewound past it. None is kept of an event the log does not have, nor of what was loaded from another history ($6
-- and $7: the event that ended it then). What an erasing left in the place (outdate_checkpoints.sql) is not replaced by an
-- older one, whatever head this statement, begun before it perhaps, still sees.
insert into snapshot (log_id, seq, tag, at, body)
select log_id, seq, tag, $4::bigint, $5::bytea
from event
where log_id = $1::uuid and seq = $2::bigint and tag = $3::bigint
  and ($6::bigint = 0
    or exists (select from event where log_id = $1::uuid and seq = $6::bigint and tag = $7::bigint))
on conflict (log_id) do update
set seq = excluded.seq, tag = excluded.tag, at = excluded.at, body = excluded.body
where snapshot.seq <= excluded.seq
   or snapshot.body <> '' and snapshot.seq > (select head from log where log.log_id = excluded.log_id)
