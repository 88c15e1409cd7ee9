-- New logs get their row first, in the same transaction as their first event: the append below needs a row to lock.
-- Any node may do it, any number of times. In the order of the ids, so that two nodes never wait for each other.
insert into log (log_id, organisation, kind, head, tag, summary)
select log_id, organisation, kind, 0, 0, '{}'
from unnest($1::uuid[], $2::uuid[], $3::text[]) as new (log_id, organisation, kind)
order by log_id
on conflict do nothing
