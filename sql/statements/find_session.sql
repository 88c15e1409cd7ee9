-- Whose cookie this is.
select session_id, organisation, member, seen_at, expires_at
from session
where token_hash = sha256(convert_to($1::text, 'UTF8')) and expires_at > $2::bigint
