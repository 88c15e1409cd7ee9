-- A link that was given to the wrong hands.
update link set revoked_at = $2::bigint where reference = $1::uuid and revoked_at is null
