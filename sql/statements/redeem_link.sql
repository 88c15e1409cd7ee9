-- Uses a token once. Of several who try at the same time each waits for the row and looks again, so that it is never
-- used more often than it allows.
update link
set uses = uses + 1
where token_hash = sha256(convert_to($1::text, 'UTF8')) and expires_at > $2::bigint and revoked_at is null
  and uses < max_uses
returning kind, organisation, reference, member, expires_at, max_uses - uses
