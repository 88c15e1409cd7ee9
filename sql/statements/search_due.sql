-- Logs whose rows for search have not been written up to the head, at most 100 of those behind `$2` in the order of
-- their ids; and how far they have: -1 where never, or by another rule.
select log.log_id, log.organisation, case when mark.edition = $1::bigint then mark.seq else -1 end
from log
left join search_mark as mark using (log_id)
where log.kind in ('show', 'room', 'playbook', 'channel') and log.head > 0
  and (mark.edition is distinct from $1::bigint or mark.seq < log.head)
  and ($2::uuid is null or log.log_id > $2::uuid)
order by log.log_id
limit 100
