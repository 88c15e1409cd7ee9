-- Uses a token once. Of several who try at the same time each waits for the row and looks again, so that it is never
-- used more often than it allows. The join it was used for last finds it open again.
update link
set uses = case when redeemed_by = $3::uuid then uses else uses + 1 end, redeemed_by = $3::uuid
where token_hash = sha256(convert_to($1::text, 'UTF8')) and expires_at > $2::bigint and revoked_at is null
  and (uses < max_uses or redeemed_by = $3::uuid)
returning kind, organisation, reference, member, expires_at, max_uses - uses
