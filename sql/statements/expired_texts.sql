-- Logs that keep words whose time has come by the clock here, not by that of whoever asks; a bounded number behind $1, so
-- that no statement runs long.
select distinct text.log_id, log.organisation
from text
join log using (log_id)
where expires_at <= (extract(epoch from statement_timestamp()) * 1000)::bigint and ($1::uuid is null or text.log_id > $1::uuid)
order by text.log_id
limit 100
