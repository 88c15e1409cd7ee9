-- A device of a member is signed in. Only the hash of the token in its cookie is kept.
insert into session (session_id, token_hash, organisation, member, device, created_at, seen_at, expires_at)
values (
  $1::uuid, sha256(convert_to($2::text, 'UTF8')), $3::uuid, $4::uuid, $5::text, $6::bigint, $6::bigint, $7::bigint
)
