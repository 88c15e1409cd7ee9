-- Whoever asked wants it no more: neither the request is left nor the link that a yes has made of it.
with asked as (select sha256(convert_to($1::text, 'UTF8')) as token_hash),
  withdrawn as (delete from return_request using asked where return_request.token_hash = asked.token_hash)
update link set revoked_at = $2::bigint
from asked
where link.token_hash = asked.token_hash and link.kind = 'pairing' and link.revoked_at is null
