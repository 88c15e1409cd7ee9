-- A session in use is kept for longer.
update session
set seen_at = greatest(seen_at, $2::bigint), expires_at = greatest(expires_at, $3::bigint)
where session_id = $1::uuid
