-- The links to a room's report that can be used, the newest first.
select share_id, member, created_at, expires_at
from share
where log_id = $1::uuid and expires_at > $2::bigint
order by created_at desc, share_id
