-- request_return
-- A member asks to be let in again. What they asked before is void.
insert into return_request (request_id, token_hash, organisation, member, device, created_at, expires_at)
values ($1::uuid, sha256(convert_to($2::text, 'UTF8')), $3::uuid, $4::uuid, $5::text, $6::bigint, $7::bigint)
on conflict (organisation, member) do update
set request_id = excluded.request_id, token_hash = excluded.token_hash, device = excluded.device,
  created_at = excluded.created_at, expires_at = excluded.expires_at
