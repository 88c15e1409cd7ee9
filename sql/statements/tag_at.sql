-- The tag of one event: a client's position is valid only if it is the one the client saw.
select tag from event where log_id = $1::uuid and seq = $2::bigint
