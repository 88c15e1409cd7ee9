-- Signed out. The row is deleted, so that nothing can bring the session back.
delete from session where session_id = $1::uuid returning session_id
