-- The words, still kept, that events of a stretch of a log brought.
select seq, text_id, body
from text
where log_id = $1::uuid and seq >= $2::bigint and seq <= $3::bigint
  and (expires_at is null or expires_at > (extract(epoch from statement_timestamp()) * 1000)::bigint)
order by seq, text_id
