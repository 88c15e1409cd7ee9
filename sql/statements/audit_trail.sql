-- Who did what, newest first.
select at, member, act, detail from audit where organisation = $1::uuid order by at desc, audit_id limit $2::bigint
