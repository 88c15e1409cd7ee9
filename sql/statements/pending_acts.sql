-- Acts across logs that nobody has completed, the oldest first, behind the one whose time and id are $2 and $3: any node may,
-- the command ids make it happen once.
select pending.log_id, log.kind, log.organisation, act_id, target_id, target_kind, op, args, member, settle, pending.at
from pending
join log using (log_id)
where pending.at <= $1::bigint
  and ($2::bigint is null or (pending.at, act_id) > ($2::bigint, $3::uuid))
order by pending.at, act_id
limit $4::bigint
