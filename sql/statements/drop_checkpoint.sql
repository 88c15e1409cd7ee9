-- When a checkpoint cannot be read: the log is folded from its beginning once.
delete from snapshot where log_id = $1::uuid
