-- The poll: where the logs a node serves stand now.
select log_id, head from log where log_id = any ($1::uuid[])
