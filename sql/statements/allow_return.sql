-- allow_return
-- Somebody says yes: the token of the request becomes a pairing link's, good for one use. Of two who say so at a time one
-- does.
with allowed as (
  delete from return_request
  where request_id = $1::uuid and organisation = $2::uuid and expires_at > $3::bigint
  returning request_id, token_hash, organisation, member
)
insert into link (token_hash, kind, organisation, reference, member, created_at, expires_at, max_uses)
select token_hash, 'pairing', organisation, request_id, member, $3::bigint, $4::bigint, 1
from allowed
on conflict do nothing
