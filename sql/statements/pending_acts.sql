-- Acts across logs that nobody has completed: any node may, the command ids make it happen once.
select pending.log_id, log.kind, log.organisation, act_id, target_id, target_kind, op, args, member, settle, pending.at
from pending
join log using (log_id)
where pending.at <= $1::bigint
order by pending.at
limit $2::bigint
