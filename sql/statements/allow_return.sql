-- Somebody says yes: the token of the request becomes a pairing link's, good for one use; one that was such a link of
-- the same member and has expired is good again. Of two who say so at a time one does. A request whose token opens
-- nothing is left as it is.
with asked as (
  select request_id, token_hash, organisation, member
  from return_request
  where request_id = $1::uuid and organisation = $2::uuid and expires_at > $3::bigint
  for update
), opened as (
  insert into link (token_hash, kind, organisation, reference, member, created_at, expires_at, max_uses)
  select token_hash, 'pairing', organisation, request_id, member, $3::bigint, $4::bigint, 1
  from asked
  on conflict (token_hash) do update
  set reference = excluded.reference, created_at = excluded.created_at, expires_at = excluded.expires_at,
    max_uses = 1, uses = 0, redeemed_by = null, revoked_at = null
  where link.kind = 'pairing' and link.organisation = excluded.organisation and link.member = excluded.member
    and link.expires_at <= excluded.created_at
  returning reference
)
delete from return_request
using opened
where request_id = opened.reference
