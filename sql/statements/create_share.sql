-- A link to a room's report; not when the room has as many as it may. Those that nobody can use any more count no more.
insert into share (share_id, token_hash, organisation, log_id, member, created_at, expires_at)
select $1::uuid, sha256(convert_to($2::text, 'UTF8')), $3::uuid, $4::uuid, $5::uuid, $6::bigint, $7::bigint
where (select count(*) from share where log_id = $4::uuid and expires_at > $6::bigint) < $8::bigint
