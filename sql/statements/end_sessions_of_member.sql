-- A member who has left, or has lost a device, is signed out everywhere.
delete from session where organisation = $1::uuid and member = $2::uuid returning session_id
