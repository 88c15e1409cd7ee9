-- What a token would do, without using it up; a join that has used it already may look again.
select kind, organisation, reference, member, expires_at, max_uses - uses
from link
where token_hash = sha256(convert_to($1::text, 'UTF8')) and expires_at > $2::bigint and revoked_at is null
  and (uses < max_uses or redeemed_by = $3::uuid)
