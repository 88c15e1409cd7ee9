-- Logs that keep words whose time has come; a bounded number, so that no statement runs long.
select distinct text.log_id, log.organisation
from text
join log using (log_id)
where expires_at <= $1::bigint
limit 100
