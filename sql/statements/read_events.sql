-- The events of one log from a position on, oldest first.
select seq, tag, command_id, actor, at, op, body
from event
where log_id = $1::uuid and seq >= $2::bigint
order by seq
limit $3::bigint
