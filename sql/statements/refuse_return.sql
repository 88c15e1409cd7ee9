-- refuse_return
-- Somebody says no.
delete from return_request where request_id = $1::uuid and organisation = $2::uuid
