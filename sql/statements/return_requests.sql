-- return_requests
-- Who asks to be let in again.
select request_id, member, device, created_at, expires_at, others::bigint
from return_request
where organisation = $1::uuid and expires_at > $2::bigint
order by created_at, request_id
