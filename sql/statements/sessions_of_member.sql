-- The devices a member is signed in on.
select session_id, device, created_at, seen_at, expires_at
from session
where organisation = $1::uuid and member = $2::uuid and expires_at > $3::bigint
order by seen_at desc, session_id
