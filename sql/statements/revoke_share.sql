-- Taken back: from the next request on, on every node.
delete from share where share_id = $1::uuid and log_id = $2::uuid
