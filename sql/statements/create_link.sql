-- A token that lets somebody in. Made again under the same reference it changes nothing.
insert into link (token_hash, kind, organisation, reference, member, created_at, expires_at, max_uses)
values (
  sha256(convert_to($1::text, 'UTF8')), $2::text, $3::uuid, $4::uuid, $5::uuid, $6::bigint, $7::bigint, $8::integer
)
on conflict do nothing
