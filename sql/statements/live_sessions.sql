-- Which of these sessions still stand: the safety net under the notices that one has ended.
select session_id from session where session_id = any ($1::uuid[]) and expires_at > $2::bigint
