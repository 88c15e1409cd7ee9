-- Words whose time has come; a bounded number, so that no statement runs long.
delete from text
where (log_id, text_id) in (
  select log_id, text_id from text where expires_at <= $1::bigint order by expires_at limit 1000
)
returning log_id, text_id
