-- Added, never changed.
insert into audit (organisation, at, member, act, detail) values ($1::uuid, $2::bigint, $3::uuid, $4::text, $5::jsonb)
