-- The poll: where the logs a node serves stand now. The same head under another tag is another history.
select log_id, head, tag from log where log_id = any ($1::uuid[])
