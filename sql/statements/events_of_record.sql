-- The events of one log that name a record, oldest first: when somebody looks at how it came about.
select seq, tag, command_id, actor, at, op, body
from event
where log_id = $1::uuid and strpos(body::text, '"' || $2::text || '"') > 0
order by seq
limit $3::bigint
